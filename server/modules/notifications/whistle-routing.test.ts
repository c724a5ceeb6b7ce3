import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestPlatform } from '#server/testing/test-platform.ts';
import { samplePost } from '#shared/cases/case-samples.ts';
import { evolveWhistle } from '#shared/dispatch/evolve-whistle.ts';
import { limitsOfWhistle } from '#shared/dispatch/whistle-clock.ts';
import { defaultWhistleSettings as settings } from '#shared/dispatch/whistle-context.ts';
import { availableWhistleActions } from '#shared/dispatch/whistle-lifecycle.ts';
import { whistleActor } from '#shared/dispatch/whistle-samples.ts';
import type { WhistleSnapshot } from '#shared/dispatch/whistle-schema.ts';
import { type ScriptedWhistleStep, type WhistleWalk, walkWhistle, wayToWhistle } from '#shared/dispatch/whistle-walk.ts';
import type { Actor } from '#shared/identity/identity-schema.ts';
import { whistleActsOfLimit } from '#shared/notifications/clock-notices.ts';
import { type WhistleMoment, whistleRules } from '#shared/notifications/whistle-notices.ts';
import { markRecipients } from './mark-recipients.ts';
import type { People } from './people-at.ts';
import type { HeldPost } from './post-store.ts';
import { placeOfWhistle, whistleTellings } from './whistle-recipients.ts';

let test: Awaited<ReturnType<typeof openTestPlatform>>;
beforeAll(async () => {
  test = await openTestPlatform();
});
afterAll(() => test.close());

const hats = [
  'secretary',
  'gridWorker',
  'inspector',
  'streetOperator',
  'leadHandler',
  'leadHead',
  'supportHandler',
  'supportHead',
] as const;
const [district] = ['/1/'];
const districtOperator: Actor = { ...whistleActor('streetOperator', 7), posts: [samplePost('streetOperator', { unitPath: district })] };
const administrator: Actor = { ...whistleActor('administrator', 7), posts: [samplePost('administrator', { unitPath: district })] };
const near: readonly Actor[] = [...hats.map((hat) => whistleActor(hat)), administrator];
/** Towns with one operator of the street, with a second one, and with one of the district. */
const towns = {
  'one operator': near,
  'two operators': [...near, whistleActor('streetOperator', 1)],
  'an operator of the district': [...near, districtOperator],
};
const reviewer: ScriptedWhistleStep = { action: 'overruleObjection', hat: 'streetOperator', actor: districtOperator };
const ordered: readonly ScriptedWhistleStep[] = [
  ['supervise', 'secretary'],
  ['receiveSupervision', 'leadHead'],
  ['replySupervision', 'leadHead'],
];
const secretaryWorked = wayToWhistle.completed.map(
  (step): ScriptedWhistleStep =>
    'action' in step || step[0] !== 'completeTask' || step[1] !== 'gridWorker' ? step : ['completeTask', 'secretary'],
);
const ways: readonly (readonly ScriptedWhistleStep[])[] = [
  ...Object.values(wayToWhistle),
  secretaryWorked,
  [...wayToWhistle.blown, ['object', 'supportHead'], reviewer],
  [...wayToWhistle.blown, ...ordered, ['returnSupervision', 'secretary']],
  [...wayToWhistle.opinionsCollected, ['proposePlan', 'leadHandler'], ['objectPlan', 'supportHandler']],
  [...wayToWhistle.executing, ['requestExtension', 'leadHandler'], ['grantExtension', 'streetOperator']],
  [...wayToWhistle.planned, ['requestVoid', 'streetOperator']],
];

/** The posts of some people, as the database would answer. */
function peopleOf(actors: readonly Actor[]): People {
  const held = actors.flatMap(({ userId, posts }) => posts.map((post): HeldPost => ({ ...post, userId, unitPath: post.unitPath ?? '' })));
  return {
    now: 0,
    onUnits: async ({ roles, scopePath }) =>
      held.filter(({ role, unitPath }) => roles.includes(role) && unitPath !== '' && scopePath.startsWith(unitPath)),
    inDepartments: async ({ ids, roles }) =>
      held.filter(({ role, departmentId }) => roles.includes(role) && departmentId !== null && ids.includes(departmentId)),
    actor: async (userId) => actors.find((one) => one.userId === userId) ?? null,
    timeZoneOf: async () => 'Asia/Shanghai',
  };
}

type Asked = { snapshot: WhistleSnapshot; now: number };
const mayIn = (actors: readonly Actor[], acts: readonly string[], { snapshot, now }: Asked) =>
  actors
    .filter((actor) => availableWhistleActions({ snapshot, actor, now, settings }).some((act) => acts.includes(act)))
    .map(({ userId }) => userId);

function momentsOf(way: readonly ScriptedWhistleStep[]): WhistleMoment[] {
  const { events }: WhistleWalk = walkWhistle(way);
  let before: WhistleSnapshot | null = null;
  return events.map((event) => {
    const moment: WhistleMoment = { event, before, after: evolveWhistle(before, event) };
    before = moment.after;
    return moment;
  });
}

describe.each(Object.entries(towns))('in a town with %s', (_town, actors) => {
  const people = peopleOf(actors);
  it('a task is told only to who may do it, and to somebody where anybody may', async () => {
    let tasks = 0;
    for (const moment of ways.flatMap(momentsOf)) {
      const { event, after: snapshot } = moment;
      const told = await whistleTellings(test.platform.db, { moment, people, settings });
      for (const does of new Set(whistleRules(moment).flatMap((rule) => (rule.kind === 'task' && rule.does) || []))) {
        const may = mayIn(actors, [does], { snapshot, now: event.meta.at });
        const able = may.filter((id) => id !== event.meta.actorId);
        const asked = told.filter(({ rule }) => rule.does === does).map(({ recipient }) => recipient.userId);
        const what = `${event.type} ${does}`;
        expect({ what, strangers: asked.filter((id) => !able.includes(id)) }).toEqual({ what, strangers: [] });
        // whoever acted and may go on at once needs nobody else to be asked
        if (able.length === may.length) expect({ what, reached: asked.length > 0 }).toEqual({ what, reached: able.length > 0 });
        tasks += asked.length;
      }
    }
    expect(tasks).toBeGreaterThan(50);
  });

  it('a limit that reminds reaches somebody who may act on it where anybody of its holders may', async () => {
    let reached = 0;
    for (const { event, after: snapshot } of ways.flatMap(momentsOf)) {
      for (const { key, holder, escalates } of limitsOfWhistle(snapshot)) {
        const acts = whistleActsOfLimit(key);
        const may = mayIn(actors, acts, { snapshot, now: event.meta.at });
        const ofUnit = actors.filter(({ posts }) =>
          posts.some(({ departmentId }) => holder.kind === 'department' && departmentId === holder.departmentId),
        );
        const chain = holder.kind === 'department' ? may.filter((id) => ofUnit.some(({ userId }) => userId === id)) : may;
        const able = (actor: Actor) => may.includes(actor.userId);
        const told = await markRecipients(people, 'holder', { mark: { holder, escalates }, facts: placeOfWhistle(snapshot), able });
        const asked = told.filter(({ userId }) => may.includes(userId));
        const what = `${key} ${snapshot.state}`;
        expect({ what, reached: asked.length > 0 }).toEqual({ what, reached: chain.length > 0 });
        reached += asked.length;
      }
    }
    expect(reached).toBeGreaterThan(50);
  });
});

describe('whom a barred judge leaves the judgement to', () => {
  const tellings = async (actors: readonly Actor[], way: readonly ScriptedWhistleStep[]) => {
    const moment = momentsOf(way).at(-1);
    if (!moment) throw new Error('a moment expected');
    const told = await whistleTellings(test.platform.db, { moment, people: peopleOf(actors), settings });
    return told.map(({ rule, recipient }) => [rule.topic, recipient.userId]);
  };
  const objection: readonly ScriptedWhistleStep[] = [...wayToWhistle.blown, ['object', 'supportHead']];

  it('is the operator of the district, and without one the administrator hears that nobody may', async () => {
    expect(await tellings(towns['an operator of the district'], objection)).toContainEqual(['unitObjected', districtOperator.userId]);
    const alone = await tellings(towns['one operator'], objection);
    expect(alone).toContainEqual(['nobodyMay', administrator.userId]);
    expect(alone.filter(([topic]) => topic === 'unitObjected')).toEqual([]);
  });

  it('is the grid worker where the secretary did work that is to be accepted', async () => {
    expect(await tellings(near, secretaryWorked)).toEqual([['toAccept', whistleActor('gridWorker').userId]]);
  });
});
