import { auditActionLabel, auditOutcomeLabels } from '#shared/audit/audit.i18n.ts';
import type { AuditOutcome, AuditRow } from '#shared/audit/audit-schema.ts';
import { defineTexts, useLabel, useTimeWords } from '../../../platform/index.ts';
import { Icon, type IconName } from '../../../ui/index.ts';
import styles from './audit-table.module.css';

const texts = defineTexts({
  caption: { zh: '审计记录，新的在前', en: 'The audit trail, newest first' },
  at: { zh: '时间', en: 'Time' },
  who: { zh: '谁', en: 'Who' },
  outcome: { zh: '结果', en: 'Outcome' },
  what: { zh: '做了什么', en: 'What' },
  subject: { zh: '对什么', en: 'About' },
  why: { zh: '理由', en: 'Reason' },
  visitor: { zh: '未登录的人', en: 'Somebody not signed in' },
  system: { zh: '系统', en: 'System' },
  refusedAs: { zh: '原因：{code}', en: 'Reason: {code}' },
  onlyPerson: { zh: '只看这个人', en: 'Only this person' },
  onlyCase: { zh: '只看这一件', en: 'Only this case' },
});

const icons = { revealed: 'eye', refused: 'lock', done: 'check', failed: 'warning' } as const satisfies Record<AuditOutcome, IconName>;

/** One line each; a name or a case narrows the trail to it. */
export function AuditTable({
  rows,
  onPerson,
  onCase,
}: {
  rows: readonly AuditRow[];
  onPerson: (person: { id: string; name: string }) => void;
  onCase: (caseNo: string) => void;
}) {
  const say = useLabel();
  const { full } = useTimeWords();
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{say(texts.caption)}</caption>
      <thead>
        <tr>
          {[texts.at, texts.who, texts.outcome, texts.what, texts.subject, texts.why].map((head) => (
            <th key={head.en} scope="col">
              {say(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td className={styles.time}>{full(row.at)}</td>
            <td>
              <Who actor={row.actor} onPerson={onPerson} />
            </td>
            <td>
              <span className={styles.outcome} data-outcome={row.outcome}>
                <Icon name={icons[row.outcome]} size={16} />
                {say(auditOutcomeLabels[row.outcome])}
              </span>
            </td>
            <td>{say(auditActionLabel(row.action))}</td>
            <td>
              <Subject subject={row.subject} onCase={onCase} />
            </td>
            <td className={styles.why}>{row.why ?? (row.code ? say(texts.refusedAs, { code: row.code }) : '—')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Who({ actor, onPerson }: { actor: AuditRow['actor']; onPerson: (person: { id: string; name: string }) => void }) {
  const say = useLabel();
  if (!actor) return <span className={styles.faded}>{say(texts.visitor)}</span>;
  const name = actor.name || say(texts.system);
  return (
    <button type="button" className={styles.link} title={say(texts.onlyPerson)} onClick={() => onPerson({ id: actor.id, name })}>
      {name}
    </button>
  );
}

function Subject({ subject, onCase }: { subject: AuditRow['subject']; onCase: (caseNo: string) => void }) {
  const say = useLabel();
  if (!subject?.label) return <span className={styles.faded}>—</span>;
  const caseNo = subject.kind === 'case' ? /^\d{4}-\d{4,8}/.exec(subject.label)?.[0] : undefined;
  if (!caseNo) return subject.label;
  return (
    <button type="button" className={styles.link} title={say(texts.onlyCase)} onClick={() => onCase(caseNo)}>
      {subject.label}
    </button>
  );
}
