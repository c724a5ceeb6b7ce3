import { type Asker, askerOf, listWhere, viewWhere } from '#server/modules/cases/index.ts';
import type { Ctx } from '#server/platform/context.ts';
import type { Prisma } from '#server/platform/db.ts';
import { openStates } from '#shared/cases/cases-schema.ts';
import { acceptedStates, type CaseListLink, waitingStates } from '#shared/dashboards/dashboards-schema.ts';
import type { UnitId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';

/** Asks of one unit at one moment; every where is the very filter of the list that the link opens. */
export type Counting = { ctx: Ctx; asker: Asker; unitId: UnitId };

export async function openCounting(ctx: Ctx, unitId: UnitId): Promise<Counting> {
  return { ctx, unitId, asker: await askerOf(ctx) };
}

/** The database filter of the list a link opens. */
export async function linkWhere({ ctx, asker }: Counting, link: CaseListLink): Promise<Prisma.CaseWhereInput> {
  return { AND: [await listWhere(ctx, link.filters), viewWhere(link.view, asker)] };
}

/** The lists behind the numbers of a unit. */
export function listLinks(unitId: UnitId) {
  return {
    open: { view: 'open', filters: { unitId } },
    overdue: { view: 'overdue', filters: { unitId, states: [...openStates] } },
    newToday: { view: 'newToday', filters: { unitId, states: [...acceptedStates] } },
    reportedToday: { view: 'newToday', filters: { unitId } },
    waiting: { view: 'open', filters: { unitId, states: [...waitingStates] } },
    requests: { view: 'requests', filters: { unitId } },
  } satisfies Record<string, CaseListLink>;
}

/** The lists behind one day of the trend. */
export function dayLinks(unitId: UnitId, { t0, t1 }: { t0: Instant; t1: Instant }) {
  return {
    created: { view: 'all', filters: { unitId, states: [...acceptedStates], reportedFrom: t0, reportedTo: t1 } },
    closed: { view: 'all', filters: { unitId, closedFrom: t0, closedTo: t1 } },
  } satisfies Record<string, CaseListLink>;
}
