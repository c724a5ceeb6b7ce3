import { limitRuleLabels, limitWords } from '#shared/calendar/calendar.i18n.ts';
import {
  caseKindLabels,
  caseSourceLabels,
  clockLimitLabels,
  holderLabels,
  supervisionLevelLabels,
  supervisionStateLabels,
  urgencyLabels,
} from '#shared/cases/cases.i18n.ts';
import { caseEventLabels } from '#shared/cases/cases-history.i18n.ts';
import { openSupervision } from '#shared/cases/supervision.ts';
import { lightLabels } from '#shared/clocks/clocks.i18n.ts';
import { lightOf } from '#shared/clocks/light.ts';
import { currentNow, defineTexts, useJoined, useLabel, useLocale, useTimeWords, withAside } from '../../../platform/index.ts';
import { caseStateWords } from '../../cases-parts/index.ts';
import { photoAddress } from '../../files-parts/index.ts';
import type { CaseDetail } from '../case-types.ts';
import { eventNote } from '../event-note.ts';
import { useNoteWords } from '../hooks/use-thread.ts';
import { markWords } from '../mark-words.ts';
import styles from './case-file.module.css';

const texts = defineTexts({
  title: { zh: '案件工单', en: 'Work order' },
  number: { zh: '编号', en: 'Number' },
  state: { zh: '状态', en: 'State' },
  matter: { zh: '事由', en: 'Matter' },
  place: { zh: '地点', en: 'Place' },
  category: { zh: '类别', en: 'Category' },
  source: { zh: '来源', en: 'Source' },
  reported: { zh: '收到', en: 'Received' },
  due: { zh: '办结期限', en: 'Due' },
  lead: { zh: '主办', en: 'Lead' },
  support: { zh: '协办', en: 'Support' },
  applicant: { zh: '诉求人', en: 'Applicant' },
  supervision: { zh: '督办', en: 'Supervision' },
  supervised: { zh: '{level}，{when} 前办结，{state}', en: '{level}, before {when}, {state}' },
  text: { zh: '内容', en: 'Text' },
  history: { zh: '经过', en: 'History' },
  clock: { zh: '提醒和上报', en: 'Reminders' },
  now: { zh: '现在由谁办', en: 'Who has it now' },
  until: { zh: '{limit} {when}（{light}）', en: '{limit} {when} ({light})' },
  held: { zh: '挂账，{when} 复查', en: 'Held, review {when}' },
  why: { zh: '从 {from} 起 {limit}：{rule}。', en: '{limit} from {from}: {rule}.' },
  handler: { zh: '经办人：', en: 'Handler:' },
  inspector: { zh: '核查人：', en: 'Inspector:' },
  date: { zh: '日期：', en: 'Date:' },
  printed: { zh: '打印于 {when}。姓名电话已隐去。', en: 'Printed {when}. Name and phone are masked.' },
  photo: { zh: '现场照片', en: 'Photo on site' },
});

/** The case as one sheet of A4 for those who work on paper; seen only in print. */
export function WorkOrder({ detail }: { detail: CaseDetail }) {
  const say = useLabel();
  const { listed, phrased } = useJoined();
  const { locale } = useLocale();
  const { full } = useTimeWords();
  const words = useNoteWords(detail.departments);
  const { snapshot, category, places, departments, contact, timeline, photos, marks } = detail;
  const name = (id: string) => {
    const unit = departments.find((each) => each.id === id);
    return unit ? say(unit.name) : '';
  };
  const limit = snapshot.finishClock?.limit;
  const row = (...cells: [string, React.ReactNode][]) => (
    <tr key={cells[0]?.[0]}>
      {cells.map(([head, cell]) => (
        <Cell key={head} head={head} wide={cells.length === 1}>
          {cell}
        </Cell>
      ))}
    </tr>
  );
  const due = snapshot.finishDue
    ? limit
      ? withAside(full(snapshot.finishDue.at), limitWords(limit, locale), locale)
      : full(snapshot.finishDue.at)
    : '—';
  const open = openSupervision(snapshot);
  const supervision =
    open &&
    say(texts.supervised, {
      level: say(supervisionLevelLabels[open.level]),
      when: full(open.until),
      state: say(supervisionStateLabels[open.state]),
    });
  return (
    <article className={styles.sheet} aria-hidden="true">
      <h1>{say(texts.title)}</h1>
      <table>
        <tbody>
          {row([say(texts.number), snapshot.caseNo ?? '—'], [say(texts.state), say(caseStateWords[snapshot.state])])}
          {row([say(texts.matter), snapshot.title])}
          {row([
            say(texts.place),
            phrased(
              places
                .filter((each) => each.level !== 'district')
                .map((each) => each.name)
                .join(' '),
              snapshot.address,
            ),
          ])}
          {row(
            [say(texts.category), phrased(category && say(category.name), snapshot.urgency && say(urgencyLabels[snapshot.urgency]))],
            [say(texts.source), phrased(say(caseSourceLabels[snapshot.source]), say(caseKindLabels[snapshot.kind]))],
          )}
          {row([say(texts.reported), full(snapshot.reportedAt)], [say(texts.due), due])}
          {row(
            [say(texts.lead), snapshot.leadUnitId ? name(snapshot.leadUnitId) : '—'],
            [say(texts.support), listed(...snapshot.supportUnits.map((unit) => name(unit.departmentId))) || '—'],
          )}
          {supervision && row([say(texts.supervision), supervision])}
          {row([say(texts.applicant), contact ? [contact.name, contact.phone].filter(Boolean).join(' ') : '—'])}
          {row([say(texts.text), detail.description || snapshot.title])}
          {row([say(texts.now), <RunningNow key="now" detail={detail} />])}
          {marks.length > 0 &&
            row([
              say(texts.clock),
              <ul key="clock">
                {marks.map((mark) => (
                  <li key={`${mark.limit}-${mark.mark}-${mark.plannedAt}`}>
                    {full(mark.firedAt)}　{markWords(mark, say)}
                  </li>
                ))}
              </ul>,
            ])}
          {row([
            say(texts.history),
            <ol key="history">
              {timeline.map((entry) => (
                <li key={entry.event.meta.seq}>
                  {full(entry.event.meta.at)}　{say(caseEventLabels[entry.event.type])}　{entry.by.name}　{eventNote(entry, words)}
                </li>
              ))}
            </ol>,
          ])}
        </tbody>
      </table>
      <div className={styles.sheetPhotos}>
        {photos.slice(0, 6).map((photo) => (
          <img key={photo.id} src={photoAddress(photo.id)} alt={say(texts.photo)} />
        ))}
      </div>
      <div className={styles.signs}>
        <span>{say(texts.handler)}</span>
        <span>{say(texts.inspector)}</span>
        <span>{say(texts.date)}</span>
      </div>
      <p>{say(texts.printed, { when: full(currentNow()) })}</p>
    </article>
  );
}

/** Who has it, until when by which light, and why that time. */
function RunningNow({ detail }: { detail: CaseDetail }) {
  const say = useLabel();
  const { phrased } = useJoined();
  const { locale } = useLocale();
  const { full } = useTimeWords();
  const { clock, holder, departments, explanation } = detail;
  const { due, limit, soonAt, held, nextReviewAt } = clock;
  const unit = departments.find((each) => each.id === holder.departmentId);
  const who = [unit ? say(unit.name) : say(holderLabels[holder.kind]), holder.person].filter(Boolean).join('　');
  const light = lightOf({ due: due?.at ?? null, soonAt, now: currentNow() });
  // said only where the rule leads to the time above it: not while it is held, nor after an extension
  const why = explanation?.matches && !held ? explanation.explanation : null;
  return (
    <>
      {phrased(
        who,
        held && nextReviewAt !== null && say(texts.held, { when: full(nextReviewAt) }),
        !held &&
          due &&
          limit &&
          say(texts.until, { limit: say(clockLimitLabels[limit]), when: full(due.at), light: say(lightLabels[light]) }),
      )}
      {why && (
        <>
          <br />
          {say(texts.why, { from: full(why.from), limit: limitWords(why.limit, locale), rule: say(limitRuleLabels[why.limit.unit]) })}
        </>
      )}
    </>
  );
}

function Cell({ head, wide, children }: { head: string; wide: boolean; children: React.ReactNode }) {
  return (
    <>
      <th scope="row">{head}</th>
      <td colSpan={wide ? 3 : 1}>{children}</td>
    </>
  );
}
