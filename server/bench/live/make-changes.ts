import type { CaseId } from '#shared/kernel/ids.ts';
import { newId } from '../../platform/ids.ts';
import type { BenchClient } from '../world/bench-client.ts';
import { type CasePlan, commandOf, DEPARTMENT_CATEGORY, handOf, reportOf, type StepAction, TEAM_CATEGORY } from '../world/case-steps.ts';
import type { Town, TownCommunity, TownPerson } from '../world/town-plan.ts';
import { everybody, hearersOfCase, hearersOfUnplaced, hearersOfWhistle } from './expected-hearers.ts';
import { handOfWhistle, planWhistle, takeWhistleStep, whistleSteps } from './whistle-steps.ts';

/** A change that was made: who must hear of it, when it was asked for and when it was answered. */
export type MadeChange = { key: string; hearers: readonly TownPerson[]; askedAt: number; answeredAt: number };
export type ClientOf = (person: TownPerson) => BenchClient;
type Making = { town: Town; clientOf: ClientOf; changes: number; perSecond: number };

const steps: readonly StepAction[] = [
  'submit',
  'register',
  'dispatch',
  'sign',
  'contact',
  'submitFeedback',
  'inspectPass',
  'recordCallback',
];
/** What a whistle over a case needs of it. */
const registered: readonly StepAction[] = ['submit', 'register'];
const LANES = 4;

/**
 * Makes so many changes through the API, evenly in time: of cases of every community, of unplaced ones of every street, of whistles alone
 * and of whistles over a case.
 */
export async function makeChanges({ town, clientOf, changes, perSecond }: Making): Promise<MadeChange[]> {
  const made: MadeChange[] = [];
  const started = Date.now();
  let drawn = 0;
  const due = () => started + (made.length * 1000) / perSecond;
  const make = async (
    key: (version: number) => string,
    { hearers, work }: { hearers: readonly TownPerson[]; work: () => Promise<number> },
  ) => {
    const wait = due() - Date.now();
    if (wait > 0) await new Promise((done) => setTimeout(done, wait));
    const askedAt = Date.now();
    const version = await work();
    made.push({ key: key(version), hearers, askedAt, answeredAt: Date.now() });
    return version;
  };
  const playCase = async (community: TownCommunity, played: readonly StepAction[]): Promise<CaseId> => {
    const caseId = newId<CaseId>();
    const plan = planOf(community, drawn);
    let led: 'team' | 'department' | null = null;
    let version = 0;
    for (const action of played) {
      if (made.length >= changes) break;
      if (action === 'dispatch') led = plan.category === TEAM_CATEGORY ? 'team' : 'department';
      const client = clientOf(community.people[handOf(action, plan)]);
      const before = version;
      version = await make((after) => `case ${caseId} ${after}`, {
        hearers: hearersOfCase(town, { community, led }),
        work: async () =>
          action === 'submit'
            ? (await client.cases.submit.mutate(reportOf(plan, caseId))).version
            : (await client.cases.act.mutate(commandOf(action, { plan, at: { caseId, version: before, now: Date.now() } }))).version,
      });
    }
    return caseId;
  };
  const playWhistle = async (community: TownCommunity, caseId: CaseId | null): Promise<void> => {
    const grid = community.grids[drawn % community.grids.length];
    if (!grid) throw new Error('a community without grids');
    const plan = planWhistle(town, { community, grid, caseId });
    let version = 0;
    for (const step of whistleSteps) {
      if (made.length >= changes) return;
      const client = clientOf(handOfWhistle(step, plan));
      const before = version;
      version = await make((after) => `whistle ${plan.id} ${after}`, {
        hearers: hearersOfWhistle(town, { step, plan }),
        work: () => takeWhistleStep(client, step, { plan, at: { version: before, now: Date.now() } }),
      });
    }
  };
  const lane = async () => {
    while (made.length < changes) {
      drawn += 1;
      const turn = drawn;
      const community = town.communities[(turn * 7) % town.communities.length];
      if (!community) throw new Error('a town without communities');
      if (turn % 8 === 0) {
        const caseId = newId<CaseId>();
        await make((version) => `case ${caseId} ${version}`, unplaced({ town, clientOf, community, caseId }));
      } else if (turn % 4 === 1) await playWhistle(community, null);
      else if (turn % 4 === 3) await playWhistle(community, await playCase(community, registered));
      else await playCase(community, steps);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return made;
}

/** Renames a street: told to everybody. */
export async function renameStreet({ town, clientOf, name }: { town: Town; clientOf: ClientOf; name: string }): Promise<MadeChange> {
  const { street } = town.communities[0] ?? {};
  if (!street) throw new Error('a town without communities');
  const client = clientOf(town.administrator);
  const { unit } = await client.territory.unit.query({ unitId: street.id });
  const askedAt = Date.now();
  const { version } = await client.territory.renameUnit.mutate({
    requestId: newId(),
    unitId: street.id,
    expectedVersion: unit.version,
    name,
  });
  return { key: `territory ${street.id} ${version}`, hearers: everybody(town), askedAt, answeredAt: Date.now() };
}

type Unplaced = { town: Town; clientOf: ClientOf; community: TownCommunity; caseId: CaseId };

/** What the hotline tells a street without saying where. */
function unplaced({ town, clientOf, community, caseId }: Unplaced) {
  const report = reportOf(
    { community, category: TEAM_CATEGORY, text: '来电反映邻里纠纷，地点没有说清', point: { lng: 0, lat: 0 } },
    caseId,
  );
  const client = clientOf(community.people.streetOperator);
  return {
    hearers: hearersOfUnplaced(town, community.street),
    work: async () => (await client.cases.submit.mutate({ ...report, point: null, source: 'hotline' })).version,
  };
}

function planOf(community: TownCommunity, drawn: number): CasePlan {
  const grid = community.grids[drawn % community.grids.length];
  if (!grid) throw new Error('a community without grids');
  return {
    ...{ community, point: grid.center, text: '楼道堆放杂物，请协调处理' },
    category: drawn % 2 === 0 ? TEAM_CATEGORY : DEPARTMENT_CATEGORY,
  };
}
