import { useState } from 'react';
import { type ComparedField, type ComparedTask, comparePlans } from '#shared/dispatch/compare-plans.ts';
import { moneySourceLabels, taskProofLabels } from '#shared/dispatch/whistle.i18n.ts';
import type { WhistleEvent } from '#shared/dispatch/whistle-events.ts';
import { defineTexts, formatDays, useLabel, useLocale } from '../../../platform/index.ts';
import { Button, classNames, ScrollRegion, Select } from '../../../ui/index.ts';
import { useUnitName } from '../hooks/use-names.ts';
import { yuan } from '../plan-words.ts';
import type { PlanTask, WhistleDetail } from '../whistle-types.ts';
import styles from './plan-drafts.module.css';

const texts = defineTexts({
  open: { zh: '与第 {n} 稿比', en: 'Compare with draft {n}' },
  close: { zh: '不比了', en: 'Close the comparison' },
  title: { zh: '第 {a} 稿改成第 {b} 稿', en: 'Draft {b} against draft {a}' },
  which: { zh: '和哪一稿比', en: 'Compare with' },
  draft: { zh: '第 {n} 稿', en: 'draft {n}' },
  sums: { zh: '加 {added} 项，去 {removed} 项，改 {changed} 项', en: '{added} added, {removed} dropped, {changed} changed' },
  more: { zh: '合计 {from} 元 → {to} 元，多 {by} 元', en: '{from} yuan → {to} yuan, {by} more' },
  less: { zh: '合计 {from} 元 → {to} 元，少 {by} 元', en: '{from} yuan → {to} yuan, {by} less' },
  equal: { zh: '合计还是 {to} 元', en: 'still {to} yuan in all' },
  against: { zh: '{unit}不同意第 {n} 稿：{text}', en: '{unit} disagreed with draft {n}: {text}' },
  change: { zh: '变化', en: 'Change' },
  task: { zh: '任务', en: 'Task' },
  who: { zh: '谁做', en: 'Who' },
  days: { zh: '哪天', en: 'Days' },
  source: { zh: '钱从哪来', en: 'Money from' },
  cost: { zh: '元', en: 'Yuan' },
  quantity: { zh: '数量', en: 'Quantity' },
  proof: { zh: '拿什么证明', en: 'Proof' },
  duty: { zh: '{name}（职责清单 {code}）', en: '{name} (duty {code})' },
  was: { zh: '原来：', en: 'was: ' },
  now: { zh: '现在：', en: 'now: ' },
  same: { zh: '没变', en: 'same' },
  changed: { zh: '改了', en: 'changed' },
  added: { zh: '新加', en: 'added' },
  removed: { zh: '去掉', en: 'dropped' },
});

const everyColumn = ['change', 'task', 'who', 'days', 'source', 'cost', 'quantity'] as const;

type Draft = Extract<WhistleEvent, { type: 'PlanProposed' }>['payload'];

/** What the newest draft of the plan changes against an earlier one, and who had disagreed with it; nothing while there is one draft. */
export function PlanDrafts({ detail }: { detail: WhistleDetail }) {
  const say = useLabel();
  const [shown, setShown] = useState<number | null>(null);
  const drafts = detail.timeline.flatMap(({ event }): Draft[] => (event.type === 'PlanProposed' ? [event.payload] : []));
  const newest = drafts.at(-1);
  const earlier = drafts.slice(0, -1);
  const nearest = earlier.at(-1);
  if (!newest || !nearest) return null;
  const base = earlier.find(({ draft }) => draft === shown);
  return (
    <div className={styles.drafts}>
      <div className={styles.choice}>
        <Button
          variant="quiet"
          size="small"
          aria-expanded={base !== undefined}
          onClick={() => setShown(base === undefined ? nearest.draft : null)}
        >
          {say(base === undefined ? texts.open : texts.close, { n: nearest.draft })}
        </Button>
        {base && earlier.length > 1 && (
          <Select
            aria-label={say(texts.which)}
            options={earlier.map(({ draft }) => ({ value: String(draft), label: say(texts.draft, { n: draft }) }))}
            value={String(base.draft)}
            onChange={(draft) => setShown(Number(draft))}
          />
        )}
      </div>
      {base && <Comparison before={base} after={newest} detail={detail} />}
    </div>
  );
}

function Comparison({ before, after, detail }: { before: Draft; after: Draft; detail: WhistleDetail }) {
  const say = useLabel();
  const { locale } = useLocale();
  const unitName = useUnitName(detail);
  const { tasks, added, removed, changed, costBefore, costAfter } = comparePlans(before.tasks, after.tasks);
  // what is asked as proof seldom changes: the column stands only where it does
  const proofDiffers = tasks.some((each) => each.kind === 'changed' && each.fields.includes('proof'));
  const columns = proofDiffers ? [...everyColumn, 'proof' as const] : everyColumn;
  const title = say(texts.title, { a: before.draft, b: after.draft });
  const money = costAfter > costBefore ? texts.more : costAfter < costBefore ? texts.less : texts.equal;
  const sums = { from: yuan(costBefore, locale), to: yuan(costAfter, locale), by: yuan(Math.abs(costAfter - costBefore), locale) };
  const against = detail.timeline.flatMap(({ event }) =>
    event.type === 'PlanAnswered' && !event.payload.agreed && event.payload.draft === before.draft ? [event.payload] : [],
  );
  return (
    <section className={styles.comparison} aria-label={title}>
      <p>
        <b>{title}</b>　{say(texts.sums, { added, removed, changed })}　{say(money, sums)}
      </p>
      {against.map(({ unitId, draft, reason }) => (
        <p key={unitId} className={styles.why}>
          {say(texts.against, { unit: unitName(unitId), n: draft, text: reason })}
        </p>
      ))}
      <ScrollRegion className={styles.scroll} aria-label={title}>
        <table className={styles.table}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col" className={column === 'cost' ? styles.figure : undefined}>
                  {say(texts[column])}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {tasks.map((task) => (
              <Row key={'after' in task ? task.after.id : task.before.id} task={task} detail={detail} proof={proofDiffers} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

function Row({ task, detail, proof }: { task: ComparedTask; detail: WhistleDetail; proof: boolean }) {
  const say = useLabel();
  const { locale } = useLocale();
  const unitName = useUnitName(detail);
  const words: Readonly<Record<ComparedField, (of: PlanTask) => string>> = {
    what: ({ what }) => what,
    who: ({ departmentId, dutyCode }) =>
      dutyCode ? say(texts.duty, { name: unitName(departmentId), code: dutyCode }) : unitName(departmentId),
    days: (of) => formatDays(of, locale),
    source: ({ source }) => say(moneySourceLabels[source]),
    cost: ({ costFen }) => yuan(costFen, locale),
    quantity: ({ quantity }) => quantity || '—',
    proof: ({ proof }) => say(taskProofLabels[proof]),
  };
  const cell = (field: ComparedField) => {
    if (task.kind === 'removed') return <del>{words[field](task.before)}</del>;
    if (task.kind !== 'changed' || !task.fields.includes(field)) return words[field](task.after);
    return (
      <>
        <del>
          <span className="visually-hidden">{say(texts.was)}</span>
          {words[field](task.before)}
        </del>{' '}
        <ins>
          <span className="visually-hidden">{say(texts.now)}</span>
          {words[field](task.after)}
        </ins>
      </>
    );
  };
  return (
    <tr data-change={task.kind}>
      <td>
        <span className={classNames(styles.change, task.kind !== 'same' && styles.differs)}>{say(texts[task.kind])}</span>
      </td>
      <th scope="row">{cell('what')}</th>
      <td>{cell('who')}</td>
      <td className={styles.whole}>{cell('days')}</td>
      <td>{cell('source')}</td>
      <td className={styles.figure}>{cell('cost')}</td>
      <td className={styles.whole}>{cell('quantity')}</td>
      {proof && <td>{cell('proof')}</td>}
    </tr>
  );
}
