import { newId } from '#server/platform/ids.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import type { CaseFixture } from '#server/testing/case-fixture.ts';
import { COMMUNITY, GRID, placedInGrid } from '#shared/cases/case-samples.ts';
import { defaultWhistleSettings } from '#shared/dispatch/whistle-context.ts';
import type { WhistleEvent } from '#shared/dispatch/whistle-events.ts';
import { doors, HOUSING, taskIds, URBAN, WATER, WHISTLE, whistleActor } from '#shared/dispatch/whistle-samples.ts';
import type { WhistleSnapshot } from '#shared/dispatch/whistle-schema.ts';
import { type ScriptedWhistleStep, type WhistleStep, walkWhistle, wayToWhistle } from '#shared/dispatch/whistle-walk.ts';
import { HOUR, type Instant } from '#shared/kernel/time.ts';
import { writeWhistle } from './write-whistle.ts';

const reviewer = whistleActor('streetOperator', 1);
const reject = (task: keyof typeof taskIds): ScriptedWhistleStep => ({
  ...{ action: 'rejectWork', hat: 'inspector' },
  input: { taskIds: [taskIds[task]] },
});
const redo = (hat: 'leadHandler' | 'supportHandler'): ScriptedWhistleStep[] => [
  ['completeTask', hat],
  ['complete', 'leadHandler'],
];
const said = (door: number, solved: 'yes' | 'partly' | 'no'): ScriptedWhistleStep => ({
  ...{ action: 'giveVerdict', hat: 'system' },
  input: { householdId: doors[door]?.id, solved },
});
const { blown, completed, fedBack, cleared, onHold, executing, acknowledged } = wayToWhistle;

/** Ways a whistle may go, to every kind of end. */
const ways: readonly (readonly ScriptedWhistleStep[])[] = [
  ...Object.values(wayToWhistle),
  [...blown, ['withdraw', 'secretary']],
  [...blown, ['object', 'leadHead']],
  [...blown, ['object', 'leadHead'], { action: 'upholdObjection', hat: 'streetOperator', actor: reviewer }],
  [...blown, ['object', 'supportHead'], { action: 'overruleObjection', hat: 'streetOperator', actor: reviewer }],
  [...blown, ['excuseUnit', 'streetOperator'], ['acknowledge', 'leadHandler'], ['reportIn', 'leadHandler']],
  [...acknowledged, ['reportIn', 'leadHandler'], ['confirmReportIn', 'secretary']],
  [...executing, ['completeTask', 'supportHandler']],
  [...onHold, ['resume', 'streetOperator']],
  [...completed, reject('housing'), ...redo('leadHandler'), ['acceptWork', 'inspector']],
  [...completed, reject('urban'), ...redo('supportHandler'), reject('urban'), ...redo('supportHandler'), ['acceptWork', 'inspector']],
  [...fedBack, said(0, 'yes'), said(1, 'partly'), said(2, 'no')],
  [...fedBack, said(0, 'no')],
  [...cleared, said(0, 'yes'), said(1, 'yes')],
];

/** Numbers that look drawn, the same in every run. */
function drawn(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

type Walked = { at: CaseFixture; no: number; place: 'n1' | 'n2' | 's1'; start: Instant };

/** One whistle walked to an end with drawn pauses and marks, then stored step by step as the commands store it. */
async function storeWalk({ at, no, place, start }: Walked): Promise<void> {
  const draw = drawn(no + 7);
  let now = start;
  const timed = (ways[no % ways.length] ?? []).map((scripted): WhistleStep => {
    const step = 'action' in scripted ? scripted : { action: scripted[0], hat: scripted[1] };
    // an objection is heard only while the answer is not overdue
    now += Math.floor(draw() ** 3 * (step.action === 'object' ? 3 : 60) * HOUR);
    const mark = () => 1 + Math.floor(draw() * 5);
    const marks = {
      rateUnit: { arrival: mark(), work: mark(), result: mark() },
      rateWhistle: { justification: mark(), information: mark() },
    };
    const chosen = step.action === 'rateUnit' || step.action === 'rateWhistle' ? marks[step.action] : {};
    return { ...step, now, input: { ...step.input, ...chosen } };
  });
  await storeEvents(at, walkWhistle(timed).events, place);
}

/** A walked whistle stored step by step, as the commands store it, at a place and among units of the town. */
export async function storeEvents(at: CaseFixture, walked: readonly WhistleEvent[], place: Walked['place']): Promise<WhistleSnapshot> {
  const events = placed(at, walked, place);
  const secretary = await at.as('secretary');
  let before: WhistleSnapshot | null = null;
  for (const { meta, ...event } of events) {
    const known: WhistleSnapshot | null = before;
    before = await inTransaction(secretary, (tx) =>
      writeWhistle(secretary, tx, {
        ...{ before: known, events: [event], at: meta.at },
        extras: { districtId: at.districtId, settings: defaultWhistleSettings },
      }),
    );
  }
  if (before === null) throw new Error('a whistle without events');
  return before;
}

/** The events of a sample walk, told of a place and units of the town, with a whistle, doors and a number of their own. */
function placed(at: CaseFixture, events: readonly WhistleEvent[], place: Walked['place']): WhistleEvent[] {
  const { id, path } = at.units[place];
  const community = at.units[place.startsWith('n') ? 'north' : 'south'];
  const { works, sanitation, northTeam } = at.departments;
  const whistle = newId<string>();
  const names: [string, string][] = [
    ...[[WHISTLE, whistle] as const, [GRID, id] as const, [COMMUNITY, community.id] as const],
    ...[[HOUSING, works] as const, [URBAN, sanitation] as const, [WATER, northTeam] as const],
    ...[[placedInGrid.scopePath, path] as const, ['W2611-01', `W-${whistle}`] as const],
    ...doors.map((door) => [door.id, newId<string>()] as const),
  ].map(([from, to]) => [from, to]);
  return JSON.parse(names.reduce((text, [from, to]) => text.replaceAll(from, to), JSON.stringify(events)));
}

/** Whistles of every way in both communities, from the given instant on, a few hours apart. */
export async function storeWalks(at: CaseFixture, { count, from }: { count: number; from: Instant }): Promise<void> {
  const places = ['n1', 's1', 'n2'] as const;
  for (let no = 0; no < count; no += 1) {
    await storeWalk({ at, no, place: places[no % places.length] ?? 'n1', start: from + no * 5 * HOUR });
  }
}
