import type { CaseId } from '#shared/kernel/ids.ts';
import { newId } from '../../platform/ids.ts';
import { type BenchClient, signIn } from '../world/bench-client.ts';
import { type CaseAt, type CasePlan, commandOf, handOf, reportOf, type StepAction, TEAM_CATEGORY } from '../world/case-steps.ts';
import { TEXTS } from '../world/case-texts.ts';
import { GRID_DEGREES, type Town, type TownCommunity } from '../world/town-plan.ts';

/** Steps of one lifecycle in order: what the pages of each role ask and do. Every one is a request of its own. */
export const lifecycleSteps = [
  'submit',
  'readList',
  'readNearby',
  'register',
  'readSuggestions',
  'dispatch',
  'sign',
  'contact',
  'submitFeedback',
  'inspectPass',
  'recordCallback',
  'readCase',
] as const;
export type LifecycleStep = (typeof lifecycleSteps)[number];

/** One community's people at work, each with a session of their own. */
type Crew = { community: TownCommunity; clients: Map<string, BenchClient> };
export type Desk = { crews: readonly Crew[]; drawn: number };
/** Milliseconds of each request by step, and how long the whole took. */
export type Measured = { times: Record<LifecycleStep, number[]>; seconds: number };

/** Signs in the people of as many communities as there shall be simultaneous lifecycles. */
export async function openDesk(address: string, { town, workers }: { town: Town; workers: number }): Promise<Desk> {
  const crews: Crew[] = [];
  for (const community of town.communities.slice(0, workers)) {
    const clients = new Map<string, BenchClient>();
    for (const hand of ['resident', 'dispatcher', 'teamHandler', 'gridWorker'] as const) {
      clients.set(hand, (await signIn(address, community.people[hand])).client);
    }
    crews.push({ community, clients });
  }
  return { crews, drawn: 0 };
}

/** Lets every crew take cases from report to rating, one after the other, for as long as given. */
export async function runLifecycles(desk: Desk, seconds: number): Promise<Measured> {
  const times = Object.fromEntries(lifecycleSteps.map((step) => [step, []])) as unknown as Measured['times'];
  const started = performance.now();
  const until = started + seconds * 1000;
  await Promise.all(
    desk.crews.map(async (crew) => {
      while (performance.now() < until) await oneLifecycle(crew, { desk, times, until });
    }),
  );
  return { times, seconds: (performance.now() - started) / 1000 };
}

/** Finished lifecycles a second: requests answered, by the number a lifecycle takes. */
export function lifecyclesPerSecond({ times, seconds }: Measured): number {
  return Object.values(times).reduce((sum, step) => sum + step.length, 0) / lifecycleSteps.length / seconds;
}

type Round = { desk: Desk; times: Measured['times']; until: number };

async function oneLifecycle({ community, clients }: Crew, { desk, times, until }: Round): Promise<void> {
  desk.drawn += 1;
  const plan = planFor(community, desk.drawn);
  const caseId = newId<CaseId>();
  let version = 0;
  const as = (hand: string): BenchClient => {
    const client = clients.get(hand);
    if (!client) throw new Error(`${hand} has not signed in`);
    return client;
  };
  for (const step of lifecycleSteps) {
    // the round is over: what is begun is finished in the next request at most
    if (performance.now() >= until) return;
    const before = performance.now();
    version = await takeStep(step, { plan, at: { caseId, version, now: Date.now() }, as });
    times[step].push(performance.now() - before);
  }
}

type Taking = { plan: CasePlan; at: CaseAt; as: (hand: string) => BenchClient };

async function takeStep(step: LifecycleStep, { plan, at, as }: Taking): Promise<number> {
  const { caseId, version } = at;
  const dispatcher = as('dispatcher').cases;
  switch (step) {
    case 'submit':
      return (await as('resident').cases.submit.mutate(reportOf(plan, caseId))).version;
    case 'readList': {
      const { rows } = await dispatcher.list.query({ view: 'todo', sort: 'newest', limit: 40 });
      if (!rows.some(({ id }) => id === caseId)) throw new Error('the new case is not in the to-do list');
      return version;
    }
    case 'readNearby':
      await dispatcher.nearby.query({ point: plan.point, ...plan.category, except: caseId });
      return version;
    case 'readSuggestions':
      await dispatcher.suggestUnits.query({ caseId });
      return version;
    case 'readCase': {
      const { snapshot } = await dispatcher.byId.query({ caseId });
      if (snapshot.state !== 'reviewed') throw new Error(`the case ended in ${snapshot.state}`);
      return version;
    }
    default: {
      const action = step satisfies StepAction;
      return (await as(handOf(action, plan)).cases.act.mutate(commandOf(action, { plan, at }))).version;
    }
  }
}

/** Spread over the grids of the community and inside each of them, so that no two reports lie on one another. */
function planFor(community: TownCommunity, drawn: number): CasePlan {
  const grid = community.grids[drawn % community.grids.length];
  if (!grid) throw new Error('a community without grids');
  const aside = (factor: number) => (((drawn * factor) % 1) - 0.5) * GRID_DEGREES * 0.9;
  const point = { lng: grid.center.lng + aside(0.618034), lat: grid.center.lat + aside(0.754878) };
  return { community, category: TEAM_CATEGORY, text: TEXTS[drawn % TEXTS.length] ?? '', point };
}
