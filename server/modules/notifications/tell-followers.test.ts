import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Platform } from '#server/platform/context.ts';
import { APPENDED_TASK } from '#server/platform/events.ts';
import { type CaseFixture, lampPoint, openCaseFixture, streetLamp } from '#server/testing/case-fixture.ts';
import { runQueue } from '#server/testing/run-queue.ts';
import type { CaseId, UserId } from '#shared/kernel/ids.ts';
import { HOUR, MINUTE } from '#shared/kernel/time.ts';
import { tellEvents } from './index.ts';

let at: CaseFixture;
beforeAll(async () => {
  at = await openCaseFixture();
});
afterAll(() => at.close());

const point = { ...lampPoint, lng: 112.9041 };
const register = {
  action: 'register',
  kind: 'report',
  urgency: 'normal',
  categoryScheme: streetLamp.scheme,
  categoryCode: streetLamp.code,
  point: null,
  address: null,
  unitId: null,
} as const;

/** A resident's case, and joined to it a neighbour's and a second one of the same resident. */
async function joinedCases(): Promise<{ main: CaseId; joined: CaseId; again: CaseId }> {
  const main = await at.submit('resident', { point });
  await at.act('dispatcher', main, { ...register, duplicateOfId: null, notDuplicate: true });
  const join = async (person: 'neighbour' | 'resident') => {
    at.test.clock.advance(MINUTE);
    const id = await at.submit(person, { point });
    await at.act('dispatcher', id, { ...register, duplicateOfId: main, notDuplicate: false });
    return id;
  };
  return { main, joined: await join('neighbour'), again: await join('resident') };
}

/** Every further step of the main case until it is closed: what its followers are answered. */
async function closeCase(main: CaseId): Promise<void> {
  at.test.clock.advance(HOUR);
  await at.act('dispatcher', main, { action: 'dispatch', leadUnitId: at.departments.northTeam, supportUnitIds: [], note: '' });
  await at.act('teamHandler', main, { action: 'sign' });
  const photoIds = [await at.photo('teamHandler')];
  await at.act('teamHandler', main, { action: 'submitFeedback', result: '换了灯泡', photoIds, costFen: null });
  const evidence = { photoIds: [await at.photo('inspector')], documentIds: [], position: point };
  await at.act('inspector', main, { action: 'inspectPass', note: '', ...evidence });
}

/** What waits in the queue to be told, in its order. */
async function untold(): Promise<unknown[]> {
  const rows = await at.test.platform.db.$queryRaw<{ payload: unknown }[]>`
    select j."payload" from "graphile_worker"."_private_jobs" j join "graphile_worker"."_private_tasks" t on t."id" = j."task_id"
    where t."identifier" = ${APPENDED_TASK} order by j."id"`;
  return rows.map(({ payload }) => payload);
}

/** A worker whose power is cut when all of a transaction is done but its end. */
function dying(platform: Platform): Platform {
  const cut = (work: (tx: unknown) => Promise<void>) =>
    platform.db.$transaction(async (tx) => {
      await work(tx);
      throw new Error('power cut');
    });
  return { ...platform, db: { $transaction: cut } } as unknown as Platform;
}

test('followers on one or both of the joined cases hear each answer once, though workers die between the batches that tell it', async () => {
  const { platform } = at.test;
  const { main, joined } = await joinedCases();
  await runQueue(at.test);
  await closeCase(main);
  const payloads = await untold();
  expect(payloads.length).toBeGreaterThan(3);
  // one worker tells the first batches and is gone before the queue has noted it, the next one dies inside a batch
  const half = Math.ceil(payloads.length / 2);
  for (const payload of payloads.slice(0, half)) await tellEvents(platform, payload);
  await expect(tellEvents(dying(platform), payloads[half])).rejects.toThrow('power cut');
  expect(await untold()).toHaveLength(payloads.length);
  await Promise.all([runQueue(at.test), runQueue(at.test)]);
  for (const payload of payloads) await tellEvents(platform, payload);
  expect(await untold()).toEqual([]);

  const answers = await platform.db.notification.findMany({ where: { source: { startsWith: `case:${main}:` }, kind: 'answer' } });
  const heard = (userId: UserId) =>
    answers
      .filter((row) => row.userId === userId)
      .map(({ topic, subjectId }) => `${topic} ${subjectId}`)
      .sort();
  const topics = ['closed', 'dispatched', 'fedBack', 'signed'];
  // who is on both cases opens the main one
  expect(heard(at.people.resident).filter((line) => !line.startsWith('registered'))).toEqual(topics.map((topic) => `${topic} ${main}`));
  expect(heard(at.people.neighbour).filter((line) => !line.startsWith('registered'))).toEqual(topics.map((topic) => `${topic} ${joined}`));
  expect(new Set(answers.map(({ userId }) => userId))).toEqual(new Set([at.people.resident, at.people.neighbour]));
});
