import { caseSourceLabels, ratingLabels, solvedLabels } from '#shared/cases/cases.i18n.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { toLocal } from '#shared/kernel/zone-time.ts';
import { exclusionLabels } from '#shared/scoring/scoring.i18n.ts';
import type { IndicatorId } from '#shared/scoring/scoring-schema.ts';
import { defineTexts, useJoined, useLabel, useTimeWords } from '../../../platform/index.ts';
import { NavLink } from '../../../ui/index.ts';
import { GridBadge } from '../../cases-parts/index.ts';
import { areaNumber } from '../../dashboards/index.ts';
import { columnWords } from '../indicator-words.ts';
import type { ScoreCase } from '../score-types.ts';
import styles from './score.module.css';

const texts = defineTexts({
  number: { zh: '编号', en: 'Number' },
  matter: { zh: '事情', en: 'Matter' },
  grid: { zh: '网格', en: 'Grid' },
  moved: { zh: '已转到别的辖区', en: 'belongs to another area now' },
  open: { zh: '没办结', en: 'not closed' },
  not: { zh: '没联系', en: 'not contacted' },
  noNumber: { zh: '没编号', en: 'none' },
  byGrid: { zh: '按网格：{parts}', en: 'By grid: {parts}' },
  part: { zh: '{grid} 有 {n} 件', en: '{grid}: {n}' },
  times: { zh: '{n} 次', en: '{n}' },
});

type Column = { key: string; head: string; cell: (row: ScoreCase) => React.ReactNode; late?: boolean };

/** The rows behind a part of a figure, with the times that decided it. */
export function ScoreCases({ rows, shows, asOf }: { rows: readonly ScoreCase[]; shows: IndicatorId | 'excluded'; asOf: Instant }) {
  const say = useLabel();
  const columns = useColumns(shows, asOf);
  const grids = new Map<string, number>();
  for (const { grid } of rows) if (grid) grids.set(areaNumber(grid), (grids.get(areaNumber(grid)) ?? 0) + 1);
  const { phrased } = useJoined();
  const parts = [...grids].sort(([a], [b]) => (a < b ? -1 : 1)).map(([grid, n]) => say(texts.part, { grid, n }));
  return (
    <>
      <table className={styles.cases}>
        <thead>
          <tr>
            <th scope="col">{say(texts.number)}</th>
            <th scope="col">{say(texts.matter)}</th>
            <th scope="col">{say(texts.grid)}</th>
            {columns.map(({ key, head }) => (
              <th key={key} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>{row.opens ? <NavLink href={`/s/c/${row.id}`}>{row.caseNo ?? say(texts.noNumber)}</NavLink> : (row.caseNo ?? '—')}</td>
              <td className={styles.matter}>{row.title ?? <small>{say(texts.moved)}</small>}</td>
              <td>{row.grid ? <GridBadge number={areaNumber(row.grid)} /> : '—'}</td>
              {columns.map(({ key, cell, late }) => (
                <td key={key} className={late ? styles.lateCell : undefined}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {parts.length > 0 && <p className={styles.byGrid}>{say(texts.byGrid, { parts: phrased(...parts) })}</p>}
    </>
  );
}

function useColumns(shows: IndicatorId | 'excluded', asOf: Instant): Column[] {
  const say = useLabel();
  const { writing, duration } = useTimeWords();
  const day = (at: Instant | null) => (at === null ? null : toLocal(writing.timeZone, at).date.slice(5));
  const lateBy = (due: Instant | null, done: Instant | null) => {
    const by = due === null ? 0 : (done ?? asOf) - due;
    return by > 0 ? duration(by >= 86_400_000 ? Math.floor(by / 86_400_000) * 86_400_000 : by) : '';
  };
  switch (shows) {
    case 'responseRate':
      return [
        { key: 'due', head: say(columnWords.contactDue), cell: ({ contactDue }) => day(contactDue) ?? '—' },
        { key: 'done', head: say(columnWords.contacted), cell: ({ contactedAt }) => day(contactedAt) ?? say(texts.not) },
        { key: 'late', head: say(columnWords.late), late: true, cell: ({ contactDue, contactedAt }) => lateBy(contactDue, contactedAt) },
      ];
    case 'onTimeClosureRate':
      return [
        { key: 'due', head: say(columnWords.due), cell: ({ finishDue }) => day(finishDue) ?? '—' },
        { key: 'done', head: say(columnWords.closed), cell: ({ closedAt }) => day(closedAt) ?? say(texts.open) },
        { key: 'late', head: say(columnWords.late), late: true, cell: ({ finishDue, closedAt }) => lateBy(finishDue, closedAt) },
      ];
    case 'resolutionRate':
    case 'satisfactionRate':
      return [
        { key: 'answered', head: say(columnWords.answered), cell: ({ callback }) => day(callback?.at ?? null) ?? '—' },
        { key: 'solved', head: say(columnWords.solved), cell: ({ callback }) => (callback ? say(solvedLabels[callback.solved]) : '—') },
        { key: 'rating', head: say(columnWords.rating), cell: ({ callback }) => ratingWord(callback?.rating ?? null, say) },
      ];
    case 'firstPassRate':
      return [
        { key: 'reworks', head: say(columnWords.reworks), cell: ({ reworks }) => say(texts.times, { n: reworks }) },
        { key: 'closed', head: say(columnWords.closed), cell: ({ closedAt }) => day(closedAt) ?? say(texts.open) },
      ];
    case 'excluded':
      return [
        { key: 'reported', head: say(columnWords.reported), cell: ({ reportedAt }) => day(reportedAt) },
        { key: 'why', head: say(columnWords.why), cell: ({ excluded }) => (excluded ? say(exclusionLabels[excluded]) : '—') },
      ];
    default:
      return [
        { key: 'registered', head: say(columnWords.registered), cell: ({ registeredAt }) => day(registeredAt) ?? '—' },
        { key: 'source', head: say(columnWords.source), cell: ({ source }) => say(caseSourceLabels[source]) },
      ];
  }
}

function ratingWord(rating: number | null, say: ReturnType<typeof useLabel>): string {
  const labels: Readonly<Record<number, (typeof ratingLabels)[keyof typeof ratingLabels]>> = ratingLabels;
  const label = rating === null ? undefined : labels[rating];
  return label ? say(label) : '—';
}
