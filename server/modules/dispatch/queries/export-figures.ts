import type { Ctx } from '#server/platform/context.ts';
import { toWallClock } from '#shared/kernel/zone-time.ts';
import { whistleFiguresCsv } from '#shared/scoring/whistle-figures-csv.ts';
import type { WhistleFiguresInput } from '#shared/scoring/whistle-figures-schema.ts';
import type { WhistleMeasure } from '#shared/scoring/whistle-measures-schema.ts';
import { figureFrame } from '../figure-where.ts';
import { departmentNames } from '../whistle-line.ts';
import { readFigures } from './read-figures.ts';

export type FiguresFile = { name: string; mime: string; text: string };

/** The figures as CSV: the table, then every counted row by the number of its whistle. Refuses `notFound`. */
export async function exportFigures(ctx: Ctx, input: WhistleFiguresInput): Promise<FiguresFile> {
  const { by: _by, ...asked } = input;
  const [figures, { where, calendar }] = await Promise.all([readFigures(ctx, input), figureFrame(ctx, asked)]);
  const rows = await ctx.db.whistleMeasure.findMany({
    where,
    orderBy: [{ measure: 'asc' }, { at: 'asc' }, { whistleId: 'asc' }, { departmentId: 'asc' }],
    include: { whistle: { select: { whistleNo: true } } },
  });
  const names = await departmentNames(
    ctx.db,
    rows.map(({ departmentId }) => departmentId),
  );
  const clock = (at: Date | null) => (at === null ? '' : toWallClock(calendar.timeZone, at.getTime()).slice(0, 16).replace('T', ' '));
  const title = `${input.from}_${input.to}`;
  const text = whistleFiguresCsv({
    title,
    asOf: clock(new Date(figures.asOf)),
    ...{ total: figures.total, rows: figures.rows },
    behind: rows.map((row) => ({
      ...(row as Pick<WhistleMeasure, 'measure' | 'verdict' | 'excluded' | 'side'>),
      ...{ whistleNo: row.whistle.whistleNo, unit: names.get(row.departmentId)?.zh ?? '', at: clock(row.at), doneAt: clock(row.doneAt) },
    })),
  });
  return { name: `哨-${title}.csv`, mime: 'text/csv', text };
}
