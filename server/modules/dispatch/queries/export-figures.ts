import type { Ctx } from '#server/platform/context.ts';
import { RefusalError } from '#server/platform/errors.ts';
import type { FiguresRefusalCode } from '#shared/dispatch/whistle-refusals.ts';
import type { Refusal } from '#shared/kernel/decision.ts';
import { toWallClock } from '#shared/kernel/zone-time.ts';
import { whistleFiguresCsv } from '#shared/scoring/whistle-figures-csv.ts';
import type { WhistleFiguresInput } from '#shared/scoring/whistle-figures-schema.ts';
import type { WhistleMeasure } from '#shared/scoring/whistle-measures-schema.ts';
import { figureFrame, subjectWhere } from '../figure-where.ts';
import { departmentNames } from '../whistle-line.ts';
import { readFigures } from './read-figures.ts';

export type FiguresFile = { name: string; mime: string; text: string };

/** Rows behind the figures that one file may hold: a year of a large district. */
const FILE_MAX = 50_000;
const refusal = { code: 'figuresTooMany', params: { max: FILE_MAX } } satisfies Refusal<FiguresRefusalCode>;

/** The figures as CSV: the table, then every row its figures count, by the number of its whistle. Refuses `notFound`, `figuresTooMany`. */
export async function exportFigures(ctx: Ctx, input: WhistleFiguresInput): Promise<FiguresFile> {
  const { by, ...asked } = input;
  const frame = await figureFrame(ctx, asked);
  const { where, calendar, subject } = frame;
  const counted = { AND: [where, subjectWhere(by === 'unit' ? 'unit' : subject, frame)] };
  if ((await ctx.db.whistleMeasure.count({ where: counted })) > FILE_MAX)
    throw new RefusalError({ module: 'dispatch', refusal, kind: 'tooMany' });
  const figures = await readFigures(ctx, input);
  const rows = await ctx.db.whistleMeasure.findMany({
    where: counted,
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
    closed: (figures.closed ?? []).map(({ asOf, ...rest }) => ({ ...rest, asOf: clock(new Date(asOf)) })),
    ...{ total: figures.total, rows: figures.rows, scheme: figures.scheme },
    behind: rows.map((row) => ({
      ...(row as Pick<WhistleMeasure, 'measure' | 'verdict' | 'excluded' | 'side'>),
      ...{ whistleNo: row.whistle.whistleNo, unit: names.get(row.departmentId)?.zh ?? '', at: clock(row.at), doneAt: clock(row.doneAt) },
    })),
  });
  // plain letters: a browser on a system without a Chinese locale drops any other name
  return { name: `whistle-figures-${title}.csv`, mime: 'text/csv', text };
}
