import { type CaseLine, listCases } from '#server/modules/cases/index.ts';
import type { CaseAction } from '#shared/cases/cases-actions.ts';
import type { CaseListLink } from '#shared/dashboards/dashboards-schema.ts';
import { type Counting, listLinks } from '../list-counts.ts';
import type { Repeat } from './read-repeats.ts';

/** What waits for the person: late cases to supervise, requests the person may decide, repeated complaints. `total` counts all, also those not shown. */
export type Decisions = { total: number; overdue: CaseLine[]; requests: CaseLine[]; repeats: Repeat[]; requestList: CaseListLink };

const SHOWN = { overdue: 5, requests: 40, repeats: 5 } as const;
const deciding: readonly CaseAction[] = ['grantExtension', 'refuseExtension', 'approveHold', 'refuseHold', 'approveVoid', 'refuseVoid'];

/** The lines come from the case list itself, each with the actions its reader may take. */
export async function readDecisions(counting: Counting, given: { repeats: Repeat[]; overdue: number }): Promise<Decisions> {
  const { ctx, unitId } = counting;
  const links = listLinks(unitId);
  const lines = async ({ view, filters }: CaseListLink, limit: number) =>
    (await listCases(ctx, { ...filters, view, limit, sort: 'clock' })).rows;
  const [overdue, asked] = await Promise.all([lines(links.overdue, SHOWN.overdue), lines(links.requests, SHOWN.requests)]);
  const requests = asked.filter(({ allowedActions }) => allowedActions.some((action) => deciding.includes(action)));
  const repeats = given.repeats.slice(0, SHOWN.repeats);
  return { total: given.overdue + requests.length + given.repeats.length, overdue, requests, repeats, requestList: links.requests };
}
