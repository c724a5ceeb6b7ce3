import { useQuery } from '@tanstack/react-query';
import { auditActionLabel, auditOutcomeLabels } from '#shared/audit/audit.i18n.ts';
import type { Role } from '#shared/identity/identity-schema.ts';
import { defineTexts, useJoined, useLabel, useSession, useTimeWords, useTRPC } from '../../../platform/index.ts';
import { caseRefusalWords } from '../../case-words/index.ts';
import styles from './case-file.module.css';

const texts = defineTexts({
  title: { zh: '谁看过、谁被拒绝', en: 'Who looked, who was refused' },
  none: { zh: '没有记录', en: 'No lines' },
  why: { zh: '理由：{why}', en: 'reason: {why}' },
});

/** Whom the server answers; the others are not asked for, so that no refusal is logged in their name. */
const readers: readonly Role[] = ['auditor', 'administrator'];

/** The audit trail of one case for those who may read it; for everybody else nothing is shown. */
export function CaseAudit({ caseNo }: { caseNo: string }) {
  const say = useLabel();
  const { phrased } = useJoined();
  const trpc = useTRPC();
  const { moment } = useTimeWords();
  const { me } = useSession();
  const reads = me?.posts.some((post) => readers.includes(post.role)) ?? false;
  const { data } = useQuery(trpc.audit.list.queryOptions({ caseNo, limit: 50 }, { retry: false, enabled: reads }));
  if (!data) return null;
  return (
    <section className={styles.section}>
      <h2>{say(texts.title)}</h2>
      {data.rows.length === 0 && <p className={styles.quiet}>{say(texts.none)}</p>}
      <ul className={styles.audit}>
        {data.rows.map((row) => {
          const code = row.code ? caseRefusalWords('cases', row.code) : undefined;
          return (
            <li key={row.id}>
              <span>{moment(row.at)}</span>
              <b>{row.actor?.name ?? '—'}</b>
              <span>{say(auditActionLabel(row.action))}</span>
              <span>{phrased(say(auditOutcomeLabels[row.outcome]), code && say(code), row.why && say(texts.why, { why: row.why }))}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
