import type { EvidenceStep, Requirement } from '#shared/dispatch/whistle-requirements.ts';
import type { Label } from '#shared/kernel/label.ts';
import { defineTexts, useLabel } from '../../../platform/index.ts';
import { classNames, ShapeMark } from '../../../ui/index.ts';
import { ActionButtons, type PageAction } from '../actions.tsx';
import { useUnitName } from '../hooks/use-names.ts';
import type { WhistleDetail } from '../whistle-types.ts';
import styles from './foot-bar.module.css';

const texts = defineTexts({
  missing: { zh: '{step}还缺 {n} 样', en: '{step}: {n} missing' },
  ready: { zh: '{step}都齐了', en: '{step}: all there' },
  nothing: { zh: '这个哨现在没有您要办的', en: 'Nothing for you to do on this whistle now' },
  pieces: { zh: '下一步要的东西', en: 'What the next step needs' },
  have: { zh: '有', en: 'done' },
  lacks: { zh: '缺', en: 'missing' },
});

const stepLabels = {
  closeOpinions: { zh: '进入「定方案」', en: 'Towards the plan' },
  approvePlan: { zh: '进入「实施」', en: 'Towards work' },
  complete: { zh: '报完工', en: 'Completion' },
  feedBack: { zh: '完成反馈', en: 'Feedback' },
  clear: { zh: '销账', en: 'Clearing' },
} as const satisfies Record<EvidenceStep, Label>;

/** Short words of each piece of evidence, when it is there and while it is not. */
const pieceLabels: Partial<Record<Requirement['code'], { ok: Label; open: Label }>> = {
  unitNotOnSite: { ok: { zh: '{unit}已到场', en: '{unit} came' }, open: { zh: '{unit}到场', en: '{unit} to come' } },
  visitMissing: { ok: { zh: '联合查看已记', en: 'Visit recorded' }, open: { zh: '联合查看记录', en: 'Record of the visit' } },
  opinionsMissing: {
    ok: { zh: '意见 {have} 户，够 {need} 户', en: '{have} heard, {need} needed' },
    open: { zh: '意见 {have} 户，要 {need} 户', en: '{have} heard, {need} needed' },
  },
  planMissing: { ok: { zh: '方案 {have} 项', en: 'Tasks planned: {have}' }, open: { zh: '主办拟方案', en: 'The lead’s plan' } },
  planUnanswered: { ok: { zh: '{unit}同意', en: '{unit} agrees' }, open: { zh: '{unit}同意', en: '{unit} to agree' } },
  planDisputed: { ok: { zh: '{unit}同意', en: '{unit} agrees' }, open: { zh: '{unit}不同意', en: '{unit} disagrees' } },
  tasksOpen: {
    ok: { zh: '{need} 项都已报', en: 'All {need} tasks reported' },
    open: { zh: '任务报了 {have} 项，共 {need} 项', en: '{have} of {need} tasks reported' },
  },
  notAccepted: { ok: { zh: '已验收', en: 'Accepted' }, open: { zh: '验收', en: 'Acceptance' } },
  householdsMissing: {
    ok: { zh: '住户名单 {have} 户', en: '{have} households listed' },
    open: { zh: '住户名单', en: 'List of households' },
  },
  householdsUntold: {
    ok: { zh: '{need} 户都告知', en: 'All {need} told' },
    open: { zh: '告知 {have} 户，共 {need} 户', en: '{have} of {need} told' },
  },
  householdsUnsolved: {
    ok: { zh: '没有住户说没修好', en: 'No household says no' },
    open: { zh: '{have} 户说没修好，销账要理由', en: '{have} say not solved: a reason' },
  },
  unitUnrated: { ok: { zh: '已评{unit}', en: '{unit} rated' }, open: { zh: '社区评{unit}', en: 'Rate {unit}' } },
  whistleUnrated: { ok: { zh: '{unit}已评哨', en: '{unit} rated the whistle' }, open: { zh: '{unit}评哨', en: '{unit} to rate' } },
};

/** What the next step still lacks, and the acts. */
export function FootBar({ detail, onChoose }: { detail: WhistleDetail; onChoose: (action: PageAction) => void }) {
  const say = useLabel();
  const { ahead, allowedActions } = detail;
  const missing = ahead?.pieces.filter(({ ok }) => !ok).length ?? 0;
  return (
    <div className={styles.bar}>
      {ahead && (
        <div className={styles.ahead}>
          <b>{say(missing > 0 ? texts.missing : texts.ready, { step: say(stepLabels[ahead.step]), n: missing })}</b>
          <ul aria-label={say(texts.pieces)}>
            {ahead.pieces.map((piece) => (
              <PieceMark key={`${piece.code} ${piece.departmentId}`} piece={piece} detail={detail} />
            ))}
          </ul>
        </div>
      )}
      {allowedActions.length > 0 ? (
        <ActionButtons
          allowed={allowedActions}
          onChoose={onChoose}
          waiting={missing > 0 && ahead ? ahead.step : null}
          later={doneOnce(detail)}
        />
      ) : (
        <span className={styles.quiet}>{say(texts.nothing)}</span>
      )}
    </div>
  );
}

/** Steps that may be taken again but are not owed any more. */
function doneOnce({ snapshot }: WhistleDetail): PageAction[] {
  return [...(snapshot.visit ? (['recordVisit'] as const) : []), ...(snapshot.households.length > 0 ? (['listHouseholds'] as const) : [])];
}

function PieceMark({ piece, detail }: { piece: Requirement; detail: WhistleDetail }) {
  const say = useLabel();
  const unitName = useUnitName(detail);
  const labels = pieceLabels[piece.code];
  if (!labels) return null;
  const unit = piece.departmentId === null ? '' : unitName(piece.departmentId);
  return (
    <li className={classNames(styles.piece, piece.ok ? styles.have : styles.lacks)}>
      <ShapeMark shape={piece.ok ? 'tick' : 'diamondAlert'} />
      <span className="visually-hidden">{say(piece.ok ? texts.have : texts.lacks)}</span>
      {say(piece.ok ? labels.ok : labels.open, { unit, have: piece.have, need: piece.need })}
    </li>
  );
}
