import { afterAll, beforeAll, expect, test } from 'vitest';
import { importCalendar, readCalendar } from '#server/modules/calendar/index.ts';
import { fireDueMarks, marksOf } from '#server/modules/clocks/index.ts';
import { type CaseFixture, openCaseFixture, type Person } from '#server/testing/case-fixture.ts';
import { runQueue } from '#server/testing/run-queue.ts';
import { replayWhistle } from '#shared/dispatch/evolve-whistle.ts';
import { limitsOfWhistle, whistleClockOf } from '#shared/dispatch/whistle-clock.ts';
import { whistleDatesBy } from '#shared/dispatch/whistle-dates.ts';
import type { WhistleEvent } from '#shared/dispatch/whistle-events.ts';
import { URBAN } from '#shared/dispatch/whistle-samples.ts';
import type { WhistleSnapshot } from '#shared/dispatch/whistle-schema.ts';
import { type ScriptedWhistleStep, type WhistleStep, walkWhistle, whistleIn } from '#shared/dispatch/whistle-walk.ts';
import type { WhistleId } from '#shared/kernel/ids.ts';
import { DAY, HOUR } from '#shared/kernel/time.ts';
import { parseWallClock, toWallClock } from '#shared/kernel/zone-time.ts';
import { storeEvents, storeWalks } from './figure-fixture.ts';
import { askForMissing } from './index.ts';
import { readWhistle } from './queries/read-whistle.ts';
import { readWhistleHistory, WHISTLE_AGGREGATE } from './whistle-history.ts';
import { findWhistle } from './whistle-store.ts';
import { whistleViewWhere } from './whistle-view-where.ts';

let town: CaseFixture;
beforeAll(async () => {
  town = await openCaseFixture();
});
afterAll(() => town.close());

const at = (text: string) => parseWallClock('Asia/Shanghai', `2026-${text}`) ?? Number.NaN;
const clock = (instant: number) => toWallClock('Asia/Shanghai', instant).slice(5, 16);
const db = () => town.test.platform.db;

/** In work since Tuesday: more time granted, a hold asked for, the support supervised; all in the calendar of the town. */
async function inWork(): Promise<WhistleSnapshot> {
  const context = whistleDatesBy(await readCalendar(db(), town.districtId));
  const steps: readonly (readonly [string, ScriptedWhistleStep])[] = [
    ['11-18T09:00', ['requestExtension', 'leadHandler']],
    ['11-18T10:00', ['grantExtension', 'streetOperator']],
    ['11-23T09:00', { action: 'supervise', hat: 'secretary', unit: URBAN, input: { until: at('11-25T12:00') } }],
    ['11-23T10:00', { action: 'requestHold', hat: 'leadHead', input: { nextReviewAt: at('11-30T12:00') } }],
  ];
  const timed = steps.map(([time, scripted]): WhistleStep => {
    const step = 'action' in scripted ? scripted : { action: scripted[0], hat: scripted[1] };
    return { ...step, now: at(time), context };
  });
  return storeEvents(town, walkWhistle(timed, whistleIn('executing')).events, 'n1');
}

/** What the clocks run of a whistle: key without ids, due, and when the next mark fires. */
async function watched(id: string): Promise<string[]> {
  const rows = await db().runningLimit.findMany({ where: { aggregateId: id }, orderBy: { key: 'asc' } });
  return rows.map(({ key, dueAt, nextAt }) => `${nameOf(key)} ${clock(dueAt.getTime())} next ${nextAt ? clock(nextAt.getTime()) : '-'}`);
}
const nameOf = (key: string) => key.replace(town.departments.works, 'works').replace(town.departments.sanitation, 'sanitation');

/** Through the import itself and the queue, as an administrator does it. */
async function importDays(days: readonly { date: string; off: boolean; name: string }[]): Promise<void> {
  const text = JSON.stringify({ year: 2026, source: '国办发明电', days });
  const input = { districtId: town.districtId, text, mode: 'apply', expectedVersion: null } as const;
  expect(await importCalendar(await town.as('administrator'), input)).toMatchObject({ applied: true });
  await runQueue(town.test);
}

const told = async (person: Person, id: string) =>
  (await db().notification.findMany({ where: { userId: town.people[person], subjectId: id }, orderBy: { at: 'asc' } })).map(
    ({ topic, does }) => `${topic} ${does}`,
  );

test('an import moves what legal time counts, its clocks and reminders; days that people chose stay; the history says what moved', async () => {
  town.test.clock.set(at('11-23T10:30'));
  const { id } = await inWork();
  expect(await watched(id)).toEqual([
    'finish:works 11-25T18:00 next 11-20T14:15',
    'hold 11-24T18:00 next 11-24T09:15',
    'supervision:sanitation 11-25T12:00 next 11-24T10:30',
    'task:sanitation:2026-11-22 11-25T18:00 next 11-20T14:15',
    'task:community:2026-11-22 11-25T18:00 next 11-20T14:15',
  ]);
  await fireDueMarks(town.test.platform);
  await importDays([{ date: '2026-11-24', off: true, name: '停工' }]);
  expect(await watched(id)).toEqual([
    'finish:works 11-26T18:00 next 11-25T14:54',
    'hold 11-25T18:00 next 11-25T09:15',
    'supervision:sanitation 11-25T12:00 next 11-24T10:30',
    'task:sanitation:2026-11-22 11-26T18:00 next 11-25T14:54',
    'task:community:2026-11-22 11-26T18:00 next 11-25T14:54',
  ]);
  const { timeline, snapshot } = await readWhistle(await town.as('secretary'), id);
  const last = timeline.at(-1);
  expect(last?.event.type).toBe('WhistleDuesRecomputed');
  expect(last?.moves.map(({ limit, from, to }) => `${limit} ${clock(from.at)} ${clock(to.at)}`)).toEqual([
    'finish 11-25T18:00 11-26T18:00',
    'task 11-25T18:00 11-26T18:00',
    'task 11-25T18:00 11-26T18:00',
    'task 11-25T18:00 11-26T18:00',
    'hold 11-24T18:00 11-25T18:00',
  ]);
  expect(replayWhistle(await readWhistleHistory(db(), id))).toEqual(snapshot);

  // what had fired stays fired, the rest fires at its new instant, each once
  town.test.clock.set(at('11-25T18:00'));
  await fireDueMarks(town.test.platform);
  await fireDueMarks(town.test.platform);
  await runQueue(town.test);
  const fired = await marksOf(db(), { aggregateType: WHISTLE_AGGREGATE, aggregateId: id });
  const lines = fired.map(({ key, mark, plannedAt }) => `${nameOf(key)} ${mark} ${clock(plannedAt)}`);
  expect(lines.filter((line) => line.startsWith('task:sanitation'))).toEqual([
    'task:sanitation:2026-11-22 remind50 11-20T14:15',
    'task:sanitation:2026-11-22 remind80 11-25T14:54',
  ]);
  expect(lines.filter((line) => line.startsWith('hold'))).toEqual([
    'hold remind50 11-25T09:15',
    'hold remind80 11-25T15:06',
    'hold due100 11-25T18:00',
  ]);
  expect(await told('supporter', id)).toEqual(expect.arrayContaining(['nearlyDue completeTask', 'overdue receiveSupervision']));
  expect(await told('streetOperator', id)).toContain('overdue approveHold');
}, 120_000);

test('limits that an earlier version did not watch run from the next start on, with the marks still ahead of them', async () => {
  town.test.clock.set(at('11-23T11:00'));
  const { id } = await inWork();
  const before = await watched(id);
  const row = await db().whistle.findUniqueOrThrow({ where: { id }, select: { clockLimit: true, clockDueAt: true, snapshot: true } });
  // as an earlier version left it: nothing of who called a unit, and the end of the plan alone
  await db()
    .$executeRaw`update "whistle" set "snapshot" = "snapshot" #- '{units,0,summonedById}' #- '{units,1,summonedById}' where "id" = ${id}::uuid`;
  await db().runningLimit.deleteMany({ where: { aggregateId: id, NOT: { key: { startsWith: 'finish' } } } });
  await db().whistle.update({ where: { id }, data: { clockLimit: 'finish', clockDueAt: new Date(at('11-26T18:00')) } });
  town.test.clock.set(at('11-24T12:00'));
  for (const _start of [1, 2]) {
    await askForMissing(town.test.platform);
    await runQueue(town.test);
  }
  expect((await watched(id)).map((line) => line.split(' ')[0])).toEqual(before.map((line) => line.split(' ')[0]));
  expect(await db().whistle.findUniqueOrThrow({ where: { id }, select: { clockLimit: true, clockDueAt: true, snapshot: true } })).toEqual(
    row,
  );
  await fireDueMarks(town.test.platform);
  const fired = await marksOf(db(), { aggregateType: WHISTLE_AGGREGATE, aggregateId: id });
  // the plan's own clock ran all the time; of the others nothing that had passed is made up for
  expect(fired.filter(({ key }) => !key.startsWith('finish'))).toEqual([]);
}, 120_000);

/** A called whistle with these steps, at their wall-clock times in the calendar of the town. */
async function walked(steps: readonly (readonly [string, ScriptedWhistleStep])[]): Promise<WhistleEvent[]> {
  const context = whistleDatesBy(await readCalendar(db(), town.districtId));
  const timed = steps.map(([time, scripted]): WhistleStep => {
    const step = 'action' in scripted ? scripted : { action: scripted[0], hat: scripted[1] };
    return { ...step, now: at(time), context };
  });
  return walkWhistle(timed, whistleIn('blown')).events;
}
const ordered: readonly (readonly [string, ScriptedWhistleStep])[] = [
  ['11-24T09:00', { action: 'supervise', hat: 'secretary', unit: URBAN, input: { until: at('11-27T12:00') } }],
  ['11-24T10:00', ['receiveSupervision', 'supportHandler']],
];

test('a reply that an earlier version took is judged within a limit from the next start on, with the marks still ahead', async () => {
  town.test.clock.set(at('11-26T09:00'));
  const events = await walked([...ordered, ['11-25T09:00', ['replySupervision', 'supportHandler']]]);
  const old = events.map((event) => {
    if (event.type !== 'SupervisionReplied') return event;
    const { due: _none, ...payload } = event.payload;
    return { ...event, payload };
  });
  const { id, version } = await storeEvents(town, old, 'n1');
  const judging = async () => (await watched(id)).filter((line) => line.startsWith('judging'));
  expect(await judging()).toEqual([]);
  for (const _start of [1, 2]) {
    await askForMissing(town.test.platform);
    await runQueue(town.test);
  }
  expect(await judging()).toEqual(['judging:sanitation 11-26T18:00 next 11-26T14:54']);
  const found = await findWhistle(db(), id);
  expect(found?.snapshot.version).toBe(version + 1);
  expect(replayWhistle(await readWhistleHistory(db(), id))).toEqual(found?.snapshot);
}, 120_000);

test('what ended over a supervision that an earlier version left open is settled at the next start', async () => {
  const events = (await walked([...ordered, ['11-24T11:00', ['withdraw', 'secretary']]])).filter(
    ({ type }) => type !== 'SupervisionClosed',
  );
  const old = events.map((event, index): WhistleEvent => ({ ...event, meta: { ...event.meta, seq: index + 1 } }));
  const { id, units } = await storeEvents(town, old, 's1');
  const index = units.findIndex(({ supervision }) => supervision !== null);
  await db().$executeRaw`
    update "whistle" set "snapshot" = jsonb_set("snapshot", ${['units', String(index), 'supervision', 'closedAt']}::text[], 'null') where "id" = ${id}::uuid`;
  for (const _start of [1, 2]) {
    await askForMissing(town.test.platform);
    await runQueue(town.test);
  }
  const found = await findWhistle(db(), id);
  expect(found?.snapshot.units[index]?.supervision?.closedAt).toBe(at('11-24T11:00'));
  expect(replayWhistle(await readWhistleHistory(db(), id))).toEqual(found?.snapshot);
  expect(await watched(id)).toEqual([]);
}, 120_000);

test('the lists of late and nearly due whistles show exactly those whose light is red or yellow', async () => {
  await storeWalks(town, { count: 32, from: at('11-26T09:00') });
  const { actor } = await town.as('administrator');
  const snapshots = (await db().whistle.findMany({ select: { id: true } })).map(({ id }) => id as WhistleId);
  const seen = new Set<string>();
  for (const days of [0, 2, 5, 9, 14, 30]) {
    const now = at('11-26T09:00') + days * DAY + HOUR;
    const inView = async (view: 'overdue' | 'dueSoon') =>
      (await db().whistle.findMany({ where: whistleViewWhere(view, { actor, now }), select: { id: true } })).map(({ id }) => id).sort();
    const lights = { red: [] as string[], yellow: [] as string[], green: [] as string[], grey: [] as string[] };
    for (const id of snapshots) {
      const found = await findWhistle(db(), id);
      if (!found) continue;
      const { light, limit } = whistleClockOf(found.snapshot, now);
      lights[light].push(id);
      if (light !== 'grey') seen.add(`${limit}`);
      // nothing runs for the clocks that the whistle does not owe, and the other way round
      const keys = (await db().runningLimit.findMany({ where: { aggregateId: id } })).map(({ key }) => key);
      expect(keys.sort()).toEqual(
        limitsOfWhistle(found.snapshot)
          .map(({ key }) => key)
          .sort(),
      );
    }
    expect([await inView('overdue'), await inView('dueSoon')]).toEqual([lights.red.sort(), lights.yellow.sort()]);
  }
  expect([...seen]).toEqual(expect.arrayContaining(['review', 'finish', 'supervision', 'clear']));
}, 120_000);
