import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { defineTexts, useJoined, useLabel, useTimeWords, useTRPC } from '../../../platform/index.ts';
import { Banner, Button, IconButton } from '../../../ui/index.ts';
import { AdminFrame, Answer, Facts, layout } from '../../admin-parts/index.ts';
import { type CalendarNow, minuteText } from '../components/calendar-words.ts';
import { ExplainTool } from '../components/explain-tool.tsx';
import { ImportDialog } from '../components/import-dialog.tsx';
import { YearGrid } from '../components/year-grid.tsx';
import styles from './calendar-page.module.css';

const texts = defineTexts({
  earlier: { zh: '看前一年', en: 'The year before' },
  later: { zh: '看后一年', en: 'The next year' },
  year: { zh: '{year} 年', en: '{year}' },
  update: { zh: '更新放假安排', en: 'Update the holidays' },
  onlyAdmin: { zh: '只有本区管理员能更新', en: 'Only the district’s administrator may update it' },
  officeHours: { zh: '办公时间', en: 'Office hours' },
  close: { zh: '一天到什么时候止', en: 'A day ends at' },
  atMidnight: { zh: '24:00', en: '24:00' },
  zone: { zh: '时区', en: 'Time zone' },
  version: { zh: '现行版本', en: 'Version in force' },
  versionNo: { zh: '第 {n} 版', en: 'Version {n}' },
  published: { zh: '已公布的年份', en: 'Published years' },
  late: { zh: '{year} 年的放假安排还没有', en: 'The holidays of {year} are missing' },
  lateWhy: {
    zh: '算到 {year} 年的时限都只是暂定。国务院通知出来后请马上更新，更新后自动重算。',
    en: 'Due times that reach {year} are provisional. Update as soon as the notice is out; they are computed again by themselves.',
  },
  expected: {
    zh: '{year} 年的放假安排一般在 11 月公布，12 月 1 日还没有就会提醒',
    en: 'The holidays of {year} usually come in November; from 1 December on their absence is a warning',
  },
  rules: { zh: '规则', en: 'Rules' },
  versions: { zh: '历次更新', en: 'Updates' },
  unpublished: { zh: '{year} 年没有公布的安排，下面只按周末推算', en: 'Nothing is published for {year}; below only weekends are known' },
});

/** The district's working calendar: the year, its rules, its versions, and the trial of a limit. */
export function CalendarPage() {
  const trpc = useTRPC();
  const current = useQuery(trpc.calendar.current.queryOptions({}));
  return (
    <AdminFrame page="calendar">
      <Answer query={current} lines={12}>
        {(calendar) => <Calendar calendar={calendar} />}
      </Answer>
    </AdminFrame>
  );
}

function Calendar({ calendar }: { calendar: CalendarNow }) {
  const say = useLabel();
  const { writing } = useTimeWords();
  const thisYear = new Date(writing.now).getUTCFullYear();
  const [year, setYear] = useState(thisYear);
  const [importing, setImporting] = useState(false);
  const trpc = useTRPC();
  const days = useQuery(trpc.calendar.days.queryOptions({ month: `${year}-01`, months: 12 }));
  return (
    <div className={`${layout.columns} ${styles.columns}`}>
      <section aria-label={say(texts.year, { year })}>
        <div className={layout.bar}>
          <IconButton icon="chevronLeft" size="small" label={say(texts.earlier)} onClick={() => setYear(year - 1)} />
          <h1 className={styles.year}>{say(texts.year, { year })}</h1>
          <IconButton icon="chevronRight" size="small" label={say(texts.later)} onClick={() => setYear(year + 1)} />
          <span className={layout.note}>{calendar.district.name}</span>
          <span className="end" />
          <div className={styles.act}>
            <Button
              variant="primary"
              size="small"
              icon="upload"
              missing={calendar.mayImport ? undefined : say(texts.onlyAdmin)}
              onClick={() => setImporting(true)}
            >
              {say(texts.update)}
            </Button>
          </div>
        </div>
        <div className={styles.body}>
          {calendar.missingYears.map((missing) => (
            <Banner
              key={missing.year}
              tone={missing.state === 'late' ? 'care' : 'calm'}
              {...(missing.state === 'late' ? { title: say(texts.late, { year: missing.year }) } : {})}
            >
              {say(missing.state === 'late' ? texts.lateWhy : texts.expected, { year: missing.year })}
            </Banner>
          ))}
          {!calendar.publishedYears.includes(year) && <p className={layout.note}>{say(texts.unpublished, { year })}</p>}
          <Answer query={days} lines={12}>
            {(answer) => <YearGrid year={year} days={answer.days} />}
          </Answer>
        </div>
      </section>
      <aside className={layout.panel}>
        <ExplainTool />
        <Rules calendar={calendar} />
      </aside>
      {importing && <ImportDialog calendar={calendar} onClose={() => setImporting(false)} />}
    </div>
  );
}

function Rules({ calendar }: { calendar: CalendarNow }) {
  const say = useLabel();
  const { phrased } = useJoined();
  const { full } = useTimeWords();
  const lastSpan = calendar.officeHours.at(-1);
  const years = calendar.publishedYears.length > 0 ? yearRanges(calendar.publishedYears) : '—';
  return (
    <>
      <section className={layout.section}>
        <h3>{say(texts.rules)}</h3>
        <Facts
          facts={[
            {
              term: say(texts.officeHours),
              value: phrased(...calendar.officeHours.map(({ from, to }) => `${minuteText(from)}–${minuteText(to)}`)),
            },
            {
              term: say(texts.close),
              value: calendar.closeOfBusiness === 'midnight' || !lastSpan ? say(texts.atMidnight) : minuteText(lastSpan.to),
            },
            { term: say(texts.published), value: years },
            { term: say(texts.zone), value: calendar.timeZone },
          ]}
        />
      </section>
      <section className={layout.section}>
        <h3>{say(texts.versions)}</h3>
        <ul className={layout.lines}>
          {calendar.versions.map((version) => (
            <li key={version.version}>
              <b>{say(texts.versionNo, { n: version.version })}</b>
              <span>{full(version.at)}</span>
              <span className={layout.note}>{version.by ?? '—'}</span>
              <span className={styles.source} title={version.source}>
                {version.source}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

/** 2019–2026 when they follow each other. */
function yearRanges(years: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const year of years) {
    const last = runs.at(-1);
    if (last && last[1] + 1 === year) last[1] = year;
    else runs.push([year, year]);
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
}
