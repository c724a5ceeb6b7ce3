import * as z from 'zod/mini';
import type { Ctx } from '#server/platform/context.ts';
import type { Prisma } from '#server/platform/db.ts';
import { RefusalError } from '#server/platform/errors.ts';
import { whistleClockOf } from '#shared/dispatch/whistle-clock.ts';
import { dueReasonOf } from '#shared/dispatch/whistle-due-reason.ts';
import { whistleScope } from '#shared/dispatch/whistle-policy.ts';
import type { WhistleSnapshot, WhistleState } from '#shared/dispatch/whistle-schema.ts';
import type { DepartmentId, WhistleId } from '#shared/kernel/ids.ts';
import type { Page } from '#shared/kernel/page.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { lateMinutes } from '#shared/scoring/late-minutes.ts';
import type { FigurePart, FigureWhistlesInput } from '#shared/scoring/whistle-figures-schema.ts';
import type { WhistleMeasure } from '#shared/scoring/whistle-measures-schema.ts';
import { figureFrame, subjectWhere } from '../figure-where.ts';
import { departmentNames, type WhistleLine } from '../whistle-line.ts';
import { whistleWhere } from '../whistle-scope-where.ts';
import { whistleOf } from '../whistle-store.ts';

/** One counted row: a whistle and the unit it called. `opens` = the reader may open the whistle today; else it keeps its number alone. */
export type FigureWhistle = Pick<WhistleMeasure, 'side' | 'verdict' | 'part' | 'whole' | 'excluded'> & {
  whistleId: WhistleId;
  whistleNo: string;
  title: string | null;
  state: WhistleState | null;
  community: string | null;
  departmentId: DepartmentId;
  unit: { zh: string; en: string };
  at: Instant;
  doneAt: Instant | null;
  lateMinutes: number;
  opens: boolean;
  /** who has the whistle now and until when; null where it does not open */
  now: HeldNow | null;
};

type HeldNow = Pick<WhistleLine, 'clock' | 'reason' | 'community'> & {
  units: Pick<WhistleLine['units'][number], 'departmentId' | 'name'>[];
};

const cursorShape = z.object({ at: z.int(), whistleId: z.uuid(), departmentId: z.uuid() });
type Cursor = z.infer<typeof cursorShape>;
type Where = Prisma.WhistleMeasureWhereInput;

const partWhere: Readonly<Record<FigurePart, Where>> = {
  counted: {},
  reached: { verdict: { not: 'none' } },
  missed: { verdict: 'none' },
};

/** Exactly the rows one figure counted, by the date that decides their period: as many as the figure says. Refuses `notFound`. */
export async function listFigureWhistles(ctx: Ctx, input: FigureWhistlesInput): Promise<Page<FigureWhistle>> {
  const { measure, part, limit, cursor, ...asked } = input;
  const frame = await figureFrame(ctx, asked);
  const { where, subject, calendar } = frame;
  const rows = await ctx.db.whistleMeasure.findMany({
    where: { AND: [where, { measure }, subjectWhere(subject, frame), partWhere[part], ...(cursor === undefined ? [] : [after(cursor)])] },
    orderBy: [{ at: 'asc' }, { whistleId: 'asc' }, { departmentId: 'asc' }],
    take: limit + 1,
    include: { whistle: { select: { whistleNo: true, title: true, state: true, snapshot: true } } },
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const ids = [...new Set(page.map(({ whistleId }) => whistleId))];
  const [names, communities, visible] = await Promise.all([
    departmentNames(
      ctx.db,
      page.flatMap(({ departmentId, whistle }) => [departmentId, ...whistleOf(whistle).units.map((unit) => unit.departmentId)]),
    ),
    ctx.db.territoryUnit.findMany({
      where: { id: { in: page.flatMap(({ communityId }) => communityId ?? []) } },
      select: { id: true, name: true },
    }),
    ctx.db.whistle.findMany({ where: { AND: [{ id: { in: ids } }, whistleWhere(whistleScope(ctx.actor))] }, select: { id: true } }),
  ]);
  const opens = new Set(visible.map(({ id }) => id));
  const communityOf = new Map(communities.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => {
    const { zh, en } = names.get(id) ?? { zh: '', en: '' };
    return { zh, en };
  };
  const heldNow = (snapshot: WhistleSnapshot, community: string | null): HeldNow => {
    const clock = whistleClockOf(snapshot, ctx.now());
    const units = snapshot.units.map(({ departmentId }) => ({ departmentId, name: nameOf(departmentId) }));
    return { clock, reason: dueReasonOf(snapshot, clock), community, units };
  };
  return {
    rows: page.map(({ whistle, at, doneAt, ...row }) => {
      const { side, verdict, part, whole, excluded, limitUnit } = row as typeof row & WhistleMeasure;
      const times = { at: at.getTime(), doneAt: doneAt?.getTime() ?? null };
      const community = (row.communityId && communityOf.get(row.communityId)) || null;
      const open = opens.has(row.whistleId);
      return {
        ...{ side, verdict, part, whole, excluded, ...times },
        whistleId: row.whistleId as WhistleId,
        departmentId: row.departmentId as DepartmentId,
        whistleNo: whistle.whistleNo,
        title: open ? whistle.title : null,
        state: open ? (whistle.state as WhistleState) : null,
        community,
        unit: nameOf(row.departmentId),
        lateMinutes: measure === 'onSiteDelay' ? (row.lateMinutes ?? lateMinutes({ limitUnit, ...times }, calendar)) : 0,
        opens: open,
        now: open ? heldNow(whistleOf(whistle), community) : null,
      };
    }),
    nextCursor: rows.length > limit && last ? cursorOf(last) : null,
  };
}

function cursorOf({ at, whistleId, departmentId }: { at: Date; whistleId: string; departmentId: string }): string {
  const cursor: Cursor = { at: at.getTime(), whistleId, departmentId };
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

function after(text: string): Where {
  const { at, whistleId, departmentId } = readCursor(text);
  const moment = new Date(at);
  const same = { at: moment, whistleId };
  return { OR: [{ at: { gt: moment } }, { at: moment, whistleId: { gt: whistleId } }, { ...same, departmentId: { gt: departmentId } }] };
}

function readCursor(text: string): Cursor {
  try {
    return cursorShape.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch {
    throw new RefusalError({ module: 'kernel', refusal: { code: 'badCursor' }, kind: 'badRequest' });
  }
}
