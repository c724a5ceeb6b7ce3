import { importProblemLabels } from '#shared/calendar/calendar.i18n.ts';
import type { CalendarDayChange } from '#shared/calendar/calendar-diff.ts';
import { defineTexts, useJoined, useLabel } from '../../../platform/index.ts';
import { Banner, ScrollRegion } from '../../../ui/index.ts';
import { layout } from '../../admin-parts/index.ts';
import type { Preview } from './calendar-words.ts';

const texts = defineTexts({
  summary: {
    zh: '{years}：{days} 天有变化，其中 {turned} 天改变上班或休息',
    en: '{years}: {days} days differ, {turned} of them change between work and rest',
  },
  noYear: { zh: '没有可用的年份', en: 'No usable year' },
  addedYears: { zh: '新公布 {years} 年', en: 'Newly published: {years}' },
  removedYears: { zh: '不再有 {years} 年', en: 'No longer published: {years}' },
  refused: {
    zh: '{year} 年没有收，一条有误整年不收，免得时限算错',
    en: '{year} was not taken: one wrong line refuses the year, so that no due time goes wrong',
  },
  refusedFile: { zh: '文件没有收', en: 'The file was not taken' },
  turnsRest: { zh: '改为休息', en: 'turns to rest' },
  turnsWorked: { zh: '改为上班', en: 'turns to work' },
  same: { zh: '上班休息不变', en: 'work or rest as before' },
  off: { zh: '放假', en: 'off' },
  worked: { zh: '上班', en: 'worked' },
  plain: { zh: '按星期', en: 'by weekday' },
  list: { zh: '有变化的日期', en: 'Days that differ' },
});

/** What an import would change, and what of it was refused with the line and the reason. */
export function ImportPreview({ preview }: { preview: Preview }) {
  const say = useLabel();
  const { diff, refused, years } = preview;
  const turned = diff.days.filter(({ turns }) => turns !== null).length;
  const { listed } = useJoined();
  const join = (values: readonly number[]) => listed(...values.map(String));
  return (
    <>
      <p>
        <b>{years.length > 0 ? say(texts.summary, { years: join(years), days: diff.days.length, turned }) : say(texts.noYear)}</b>
        {diff.addedYears.length > 0 && <> {say(texts.addedYears, { years: join(diff.addedYears) })}</>}
        {diff.removedYears.length > 0 && <> {say(texts.removedYears, { years: join(diff.removedYears) })}</>}
      </p>
      {refused.map(({ year, problems }) => (
        <Banner key={year ?? 'file'} tone="care" title={year === null ? say(texts.refusedFile) : say(texts.refused, { year })}>
          <ol>
            {problems.map((problem) => (
              <li key={`${problem.code} ${problem.index}`}>
                {say(importProblemLabels[problem.code], { line: (problem.index ?? 0) + 1, detail: problem.detail })}
              </li>
            ))}
          </ol>
        </Banner>
      ))}
      {diff.days.length > 0 && (
        <ScrollRegion aria-label={say(texts.list)} style={{ maxHeight: 280, overflow: 'auto' }}>
          <ul className={layout.lines}>
            {/* what moves a due time stands first; a mere name may be further down */}
            {diff.days
              .toSorted((a, b) => Number(a.turns === null) - Number(b.turns === null))
              .map((change) => (
                <ChangedDay key={change.date} change={change} />
              ))}
          </ul>
        </ScrollRegion>
      )}
    </>
  );
}

function ChangedDay({ change }: { change: CalendarDayChange }) {
  const say = useLabel();
  const entry = (day: CalendarDayChange['before']) => (day ? `${day.name} ${say(day.off ? texts.off : texts.worked)}` : say(texts.plain));
  const turns = change.turns === 'rest' ? texts.turnsRest : change.turns === 'worked' ? texts.turnsWorked : texts.same;
  return (
    <li>
      <b>{change.date}</b>
      <span>
        {entry(change.before)} → {entry(change.after)}
      </span>
      <span className={change.turns === null ? layout.faded : undefined}>{say(turns)}</span>
    </li>
  );
}
