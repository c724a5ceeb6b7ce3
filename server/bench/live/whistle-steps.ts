import type { SentAction } from '#shared/dispatch/whistle-actions.ts';
import type { CaseId, DepartmentId, WhistleId } from '#shared/kernel/ids.ts';
import { HOUR } from '#shared/kernel/time.ts';
import { newId } from '../../platform/ids.ts';
import type { BenchClient } from '../world/bench-client.ts';
import type { Town, TownCommunity, TownGrid, TownPerson } from '../world/town-plan.ts';

/** A whistle of a community: its own department leads, that of another community supports; over a resident's case or alone. */
export type WhistlePlan = { id: WhistleId; community: TownCommunity; support: TownCommunity; grid: TownGrid; caseId: CaseId | null };
export type WhistleStep = 'draft' | 'blow' | 'approveBlow' | 'acknowledgeLead' | 'acknowledgeSupport' | 'addNote';

/** From the draft until both units have answered. */
export const whistleSteps: readonly WhistleStep[] = ['draft', 'blow', 'approveBlow', 'acknowledgeLead', 'acknowledgeSupport', 'addNote'];

/** A plan in a community; the support comes from the next one that another department works for. */
export function planWhistle(town: Town, { community, grid, caseId }: Pick<WhistlePlan, 'community' | 'grid' | 'caseId'>): WhistlePlan {
  const support = town.communities.find(({ department }) => department !== community.department);
  if (!support) throw new Error('a town with one department');
  return { id: newId<WhistleId>(), community, support, grid, caseId };
}

/** Whose step it is. */
export function handOfWhistle(step: WhistleStep, { community, support }: WhistlePlan): TownPerson {
  switch (step) {
    case 'draft':
    case 'blow':
    case 'addNote':
      return community.people.secretary;
    case 'approveBlow':
      return community.people.streetOperator;
    case 'acknowledgeLead':
      return community.people.handler;
    case 'acknowledgeSupport':
      return support.people.handler;
  }
}

type WhistleAt = { version: number; now: number };

/** Takes a step through the API; answers the whistle's new version. */
export async function takeWhistleStep(client: BenchClient, step: WhistleStep, { plan, at }: { plan: WhistlePlan; at: WhistleAt }) {
  const act = async (action: SentAction, input: object) => {
    const whole = { whistleId: plan.id, requestId: newId(), expectedVersion: at.version, ...input };
    return (await client.dispatch.act.mutate({ action, input: whole } as Parameters<typeof client.dispatch.act.mutate>[0])).version;
  };
  const answer = (unitId: DepartmentId) => act('acknowledge', { unitId, person: '田力', phone: '0731-55551234', eta: at.now + 24 * HOUR });
  switch (step) {
    case 'draft':
      return act('draft', matterOf(plan));
    case 'blow':
    case 'approveBlow':
      return act(step, {});
    case 'acknowledgeLead':
      return answer(plan.community.department);
    case 'acknowledgeSupport':
      return answer(plan.support.department);
    case 'addNote':
      return act('addNote', { note: '已与两家单位约好时间', photoIds: [] });
  }
}

function matterOf({ community, support, grid, caseId }: WhistlePlan) {
  return {
    ...{ whistleType: 'appeal', title: '院内地面起皮坑洼', reason: '社区没有经费，需要两家单位到场', address: '建设路 12 号院' },
    ...{ point: { ...grid.center, accuracyM: 8, source: 'pin' }, placeId: null, caseIds: caseId === null ? [] : [caseId] },
    ...{ leadUnitId: community.department, supportUnitIds: [support.department], areaM2: 1500, persons: 70 },
  };
}
