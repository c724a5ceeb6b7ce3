import { calendarWords } from '#shared/calendar/calendar.i18n.ts';
import { taskLateMs, taskSpan } from '#shared/dispatch/running-whistle-limits.ts';
import { moneySourceLabels, taskProofLabels } from '#shared/dispatch/whistle.i18n.ts';
import { localDateAt } from '#shared/kernel/zone-time.ts';
import { defineTexts, formatDays, useLabel, useLocale, useTimeWords } from '../../../platform/index.ts';
import { ScrollRegion, ShapeMark } from '../../../ui/index.ts';
import { useUnitName } from '../hooks/use-names.ts';
import { yuan } from '../plan-words.ts';
import type { PlanTask, TaskResult, WhistleDetail } from '../whistle-types.ts';
import styles from './whistle.module.css';

const texts = defineTexts({
  title: { zh: '方案', en: 'Plan' },
  draft: { zh: '第 {n} 稿，{who} {when}', en: 'draft {n}, {who} {when}' },
  progress: { zh: '完成 {have} 项，共 {need} 项', en: '{have} of {need} tasks reported' },
  none: {
    zh: '还没有方案。意见收齐后，由主办拟定任务、单位、日期和钱。',
    en: 'No plan yet. The lead drafts tasks, units, days and money.',
  },
  task: { zh: '任务', en: 'Task' },
  who: { zh: '谁做', en: 'Who' },
  days: { zh: '哪天', en: 'Days' },
  source: { zh: '钱从哪来', en: 'Money from' },
  cost: { zh: '元', en: 'Yuan' },
  quantity: { zh: '数量', en: 'Quantity' },
  result: { zh: '结果', en: 'Result' },
  total: { zh: '合计 {n} 项', en: 'Tasks: {n}' },
  free: { zh: '居民不出钱', en: 'residents pay nothing' },
  paid: { zh: '居民出 {n} 元', en: 'residents pay {n} yuan' },
  duty: { zh: '职责清单 {code}', en: 'duty list {code}' },
  done: { zh: '完成', en: 'Done' },
  notDone: { zh: '没完成', en: 'Not done' },
  open: { zh: '没报', en: 'Open' },
  until: { zh: '限 {when}', en: 'until {when}' },
  note: { zh: '说明：{text}', en: 'Note: {text}' },
  deliberation: { zh: '议事：{text}', en: 'Deliberation: {text}' },
});

/** The plan as a table: task, unit, days, money, what came of it, and the sums. */
export function PlanTable({ detail, lists = true }: { detail: WhistleDetail; lists?: boolean }) {
  const say = useLabel();
  const { moment } = useTimeWords();
  const { plan, results } = detail.snapshot;
  const { locale } = useLocale();
  const who = detail.people.find(({ userId }) => userId === plan?.byId)?.name ?? '';
  if (!plan)
    return (
      <section className={styles.block} aria-labelledby="whistle-plan">
        <h2 id="whistle-plan">{say(texts.title)}</h2>
        <p className={styles.quiet}>{say(texts.none)}</p>
      </section>
    );
  const total = plan.tasks.reduce((sum, { costFen }) => sum + costFen, 0);
  const own = plan.tasks.reduce((sum, { costFen, source }) => sum + (source === 'residents' ? costFen : 0), 0);
  const reported = plan.tasks.filter(({ id }) => results[id]).length;
  const note = reported > 0 ? say(texts.progress, { have: reported, need: plan.tasks.length }) : '';
  return (
    <section className={styles.block} aria-labelledby="whistle-plan">
      <h2 id="whistle-plan">
        {say(texts.title)}{' '}
        <small>{[say(texts.draft, { n: plan.draft, who, when: moment(plan.at) }), note].filter(Boolean).join('　')}</small>
      </h2>
      <ScrollRegion className={styles.planScroll} aria-label={say(texts.title)}>
        <table className={styles.plan}>
          <thead>
            <tr>
              <th scope="col">{say(texts.task)}</th>
              <th scope="col">{say(texts.who)}</th>
              <th scope="col">{say(texts.days)}</th>
              <th scope="col">{say(texts.source)}</th>
              <th scope="col" className={styles.figure}>
                {say(texts.cost)}
              </th>
              <th scope="col">{say(texts.quantity)}</th>
              <th scope="col">{say(texts.result)}</th>
            </tr>
          </thead>
          <tbody>
            {plan.tasks.map((task) => (
              <TaskRow key={task.id} task={task} result={results[task.id] ?? null} detail={detail} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={3}>
                {say(texts.total, { n: plan.tasks.length })}
              </th>
              <td>{own > 0 ? say(texts.paid, { n: yuan(own, locale) }) : say(texts.free)}</td>
              <td className={styles.figure}>
                <b>{yuan(total, locale)}</b>
              </td>
              <td />
              <td />
            </tr>
          </tfoot>
        </table>
      </ScrollRegion>
      {lists && plan.note && <p className={styles.quiet}>{say(texts.note, { text: plan.note })}</p>}
      {lists && plan.deliberation && <p className={styles.quiet}>{say(texts.deliberation, { text: plan.deliberation })}</p>}
    </section>
  );
}

function TaskRow({ task, result, detail }: { task: PlanTask; result: TaskResult | null; detail: WhistleDetail }) {
  const say = useLabel();
  const { locale } = useLocale();
  const unitName = useUnitName(detail);
  const { writing, moment, duration } = useTimeWords();
  const { snapshot } = detail;
  const late = taskLateMs(snapshot, task, writing.now);
  const { due } = taskSpan(snapshot, task);
  // more time and holds move a day; the plan keeps the words it was agreed in
  const moved = snapshot.planApprovedAt !== null && due !== null && localDateAt(writing.timeZone, due.at) !== task.to;
  const shape = result?.done === false ? 'diamondAlert' : late !== null ? 'notchedAlert' : result === null ? 'ring' : 'tick';
  const look = late !== null ? styles.lateMark : result === null ? styles.quiet : result.done ? styles.good : styles.care;
  return (
    <tr>
      <th scope="row">{task.what}</th>
      <td>
        {unitName(task.departmentId)}
        {task.dutyCode && <small>{say(texts.duty, { code: task.dutyCode })}</small>}
      </td>
      <td className={styles.nowrap}>
        {formatDays(task, locale)}
        {moved && <small>{say(texts.until, { when: moment(due.at) })}</small>}
      </td>
      <td>{say(moneySourceLabels[task.source])}</td>
      <td className={styles.figure}>{yuan(result?.costFen ?? task.costFen, locale)}</td>
      <td>{result?.quantity || task.quantity || '—'}</td>
      <td className={styles.nowrap}>
        <span className={look} title={say(taskProofLabels[task.proof])}>
          <ShapeMark shape={shape} /> {say(result === null ? texts.open : result.done ? texts.done : texts.notDone)}
        </span>
        {late !== null && <small className={styles.lateMark}>{say(calendarWords.late, { time: duration(late) })}</small>}
        {result && !result.done && <small>{result.text}</small>}
      </td>
    </tr>
  );
}
