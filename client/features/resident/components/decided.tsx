import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';
import { moneySourceLabels, sideLabels, whistleHolderLabels, whistleStateLabels } from '#shared/dispatch/whistle.i18n.ts';
import { defineTexts, formatDays, useLabel, useLocale, useTimeWords } from '../../../platform/index.ts';
import { BeforeAfter } from '../../../ui/index.ts';
import styles from '../door.module.css';
import { WhyUntil } from './why-until.tsx';

type PublicWhistle = inferRouterOutputs<AppRouter>['dispatch']['ofOwnCase'][number];
export type Picture = { before: string; after: string; spot: string };

const texts = defineTexts({
  who: { zh: '现在归谁', en: 'Who has it now', plain: '现在谁在管' },
  until: { zh: '最晚 {at}', en: 'By {at}' },
  late: { zh: '本该 {at} 前，已经过了时间', en: 'It was due by {at}; the time has passed' },
  nobody: { zh: '已经办完', en: 'It is over' },
  called: { zh: '来了哪些单位', en: 'Who was called', plain: '来了哪些单位' },
  came: { zh: '{at} 到场', en: 'came {at}' },
  notYet: { zh: '还没到场', en: 'not there yet' },
  plan: { zh: '定下来怎么办', en: 'What was decided', plain: '定下来怎么办' },
  noPlan: { zh: '办法还没定，正在听大家的意见', en: 'Nothing is decided yet; neighbours are being heard' },
  done: { zh: '做完了', en: 'done' },
  notDone: { zh: '没做成', en: 'not done' },
  result: { zh: '结果', en: 'The result' },
  before: { zh: '修前', en: 'Before' },
  after: { zh: '修后', en: 'After' },
  slide: { zh: '左右拖动，比一比修前和修后', en: 'Drag to compare before and after' },
  solved: { zh: '{yes} 户说修好了，{answered} 户回了话', en: '{yes} of {answered} households say it is solved' },
  thanks: { zh: '{n} 户说了谢谢', en: '{n} said thank you' },
});

/** Whoever is only affected reads the plain words, with or without 长辈版. */
const plainly = ({ plain, en }: { plain: string; en: string }) => ({ zh: plain, en });

/** What those affected may know of a whistle: who has it until when, who came, what was decided, how it looks now. */
export function Decided({ whistle, pictures }: { whistle: PublicWhistle; pictures: readonly Picture[] }) {
  const say = useLabel();
  const time = useTimeWords();
  const { locale } = useLocale();
  const { holder, plan, result, units, solved, state } = whistle;
  const unit = holder.unit ? say(holder.unit) : holder.who === null ? null : say(whistleHolderLabels[holder.who]);
  return (
    <>
      <p className={styles.state}>{say(plainly(whistleStateLabels[state]))}</p>
      <dl className={styles.facts}>
        <div>
          <dt>{say(texts.who)}</dt>
          <dd>
            {unit ?? say(texts.nobody)}
            {holder.until !== null && (
              <small>
                {holder.overdue ? say(texts.late, { at: time.moment(holder.until) }) : say(texts.until, { at: time.moment(holder.until) })}
              </small>
            )}
          </dd>
        </div>
      </dl>
      {holder.reason && <WhyUntil reason={holder.reason} days={holder.days} />}
      <h2 className={styles.heading}>{say(texts.called)}</h2>
      <ul className={styles.rows}>
        {units.map(({ name, side, arrivedAt }) => (
          <li key={name.zh}>
            <b>{say(name)}</b>
            <span>{say(sideLabels[side])}</span>
            <small>{arrivedAt === null ? say(texts.notYet) : say(texts.came, { at: time.moment(arrivedAt) })}</small>
          </li>
        ))}
      </ul>
      <h2 className={styles.heading}>{say(texts.plan)}</h2>
      {plan === null ? (
        <p>{say(texts.noPlan)}</p>
      ) : (
        <ul className={styles.rows}>
          {plan.tasks.map((task) => (
            <li key={task.id}>
              <b>{task.what}</b>
              <span>{task.unit ? say(task.unit) : say(whistleHolderLabels.community)}</span>
              <small>
                {formatDays(task, locale)}
                {task.source === 'residents' && ` ${say(moneySourceLabels.residents)}`}
                {task.done !== null && ` ${say(task.done ? texts.done : texts.notDone)}`}
              </small>
            </li>
          ))}
        </ul>
      )}
      {result && (
        <>
          <h2 className={styles.heading}>{say(texts.result)}</h2>
          <p>{result.text}</p>
        </>
      )}
      {pictures.map(({ before, after, spot }) => (
        <BeforeAfter
          key={spot + before.slice(-24)}
          label={say(texts.slide)}
          before={{ src: before, alt: `${say(texts.before)} ${spot}`, tag: say(texts.before) }}
          after={{ src: after, alt: `${say(texts.after)} ${spot}`, tag: say(texts.after) }}
        />
      ))}
      {solved.answered > 0 && <p>{say(texts.solved, solved)}</p>}
      {solved.thanks > 0 && <p>{say(texts.thanks, { n: solved.thanks })}</p>}
    </>
  );
}
