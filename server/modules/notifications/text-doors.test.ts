import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { storeWalks } from '#server/modules/dispatch/figure-fixture.ts';
import { readWhistleHistory } from '#server/modules/dispatch/index.ts';
import { gatewayCarrier } from '#server/platform/carriers/gateway-client.ts';
import { systemClock } from '#server/platform/clock.ts';
import type { Platform } from '#server/platform/context.ts';
import { newId } from '#server/platform/ids.ts';
import { callAs } from '#server/testing/caller.ts';
import { type CaseFixture, lampPoint, openCaseFixture, type Person } from '#server/testing/case-fixture.ts';
import { runQueue } from '#server/testing/run-queue.ts';
import { type SentAction, whistleCommand } from '#shared/dispatch/whistle-actions.ts';
import type { WhistleSnapshot } from '#shared/dispatch/whistle-schema.ts';
import type { RequestId, WhistleId } from '#shared/kernel/ids.ts';
import { HOUR, MINUTE } from '#shared/kernel/time.ts';
import { defaultPreferences } from '#shared/notifications/preferences.ts';

const PHONES = ['18811110001', '18811110002'] as const;
let at: CaseFixture;
let platform: Platform;
let gateway: Server;
let answer = 200;
const calls: { to: string; text: string; link: string; id: string }[] = [];

beforeAll(async () => {
  at = await openCaseFixture();
  gateway = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      calls.push(JSON.parse(Buffer.concat(chunks).toString('utf8')));
      response.writeHead(answer).end();
    });
  }).listen(0, '127.0.0.1');
  await once(gateway, 'listening');
  const url = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/messages`;
  const sms = gatewayCarrier({ channel: 'sms', url, secret: 'x'.repeat(32), now: systemClock, timeoutMs: 2_000 });
  platform = { ...at.test.platform, carriers: { email: null, wecom: null, sms } };
  await storeWalks(at, { count: 26, from: Date.parse('2026-11-02T01:00:00Z') });
  // 2026-12-01 10:00 in Shanghai
  at.test.clock.now = Date.parse('2026-12-01T02:00:00Z');
}, 120_000);
afterAll(async () => {
  gateway.closeAllConnections();
  await new Promise((done) => gateway.close(done));
  await at.close();
});
beforeEach(() => {
  calls.length = 0;
  answer = 200;
});

const apiOf = async (person: Person) => callAs(platform, (await at.as(person)).actor).dispatch;
const queue = () => runQueue({ platform, databaseUrl: at.test.databaseUrl });
async function act(person: Person, id: WhistleId, { action, input = {} }: { action: SentAction; input?: object }) {
  const row = await platform.db.whistle.findUnique({ where: { id }, select: { version: true } });
  const common = { whistleId: id, requestId: newId<RequestId>(), expectedVersion: row?.version ?? 0 };
  await (await apiOf(person)).act(whistleCommand.parse({ action, input: { ...common, ...input } }));
}

/** A finished and accepted whistle of the north, its first two households with a phone. */
async function accepted(): Promise<WhistleSnapshot> {
  const rows = await platform.db.whistle.findMany({
    where: { state: 'completed', communityId: at.units.north.id },
    orderBy: { id: 'asc' },
  });
  const found = rows
    .map((row) => row.snapshot as unknown as WhistleSnapshot)
    .filter(({ households }) => households.every(({ told }) => told === null))[0];
  if (!found) throw new Error('no finished whistle is left');
  for (const [index, phone] of PHONES.entries())
    await platform.db.whistleDoor.update({
      where: { householdId: found.households[index]?.id ?? '' },
      data: { phoneSealed: platform.cipher.seal(phone) },
    });
  if (found.acceptedAt === null)
    await act('inspector', found.id, { action: 'acceptWork', input: { note: '', photoIds: [await at.photo('inspector')] } });
  return found;
}
const tell = (person: Person, { id, households }: WhistleSnapshot, way = 'message') =>
  act(person, id, { action: 'tellResult', input: { way, householdIds: households.map((door) => door.id) } });
const textsOf = async (id: WhistleId, person: Person = 'secretary') => (await (await apiOf(person)).byId({ whistleId: id })).texts;

describe('a household without an account', () => {
  it('gives its phone with its door; the phone is sealed and stands in no event', async () => {
    const id = newId<WhistleId>();
    const matter = {
      ...{ whistleType: 'appeal', title: '28 号院地面起皮坑洼', reason: '社区没有经费', point: lampPoint, address: '四环胡同 28 号院' },
      ...{ caseIds: [], leadUnitId: at.departments.works, supportUnitIds: [], areaM2: null, persons: null },
    };
    await act('secretary', id, { action: 'draft', input: matter });
    const doors = [
      { id: newId<string>(), label: '北房 1 号', phone: '188 1111 0009' },
      { id: newId<string>(), label: '北房 2 号' },
    ];
    await act('secretary', id, { action: 'listHouseholds', input: { households: doors } });
    const stored = await platform.db.whistleDoor.findMany({ where: { whistleId: id }, orderBy: { householdId: 'asc' } });
    expect(stored.map(({ phoneSealed }) => phoneSealed && platform.cipher.open(phoneSealed))).toEqual(['18811110009', null]);
    expect(JSON.stringify(await readWhistleHistory(platform.db, id))).not.toContain('0009');
    await act('secretary', id, { action: 'withdraw', input: { reason: '重复了' } });
    expect(await platform.db.whistleDoor.count({ where: { whistleId: id, phoneSealed: { not: null } } })).toBe(0);
  });

  it('is told the result by message with the link to its own page, once, and the community sees that it went out', async () => {
    const whistle = await accepted();
    await tell('secretary', whistle);
    await queue();
    await queue();
    expect(calls.map(({ to }) => to).sort()).toEqual([...PHONES]);
    for (const { text, link } of calls) {
      expect(text).toContain(whistle.whistleNo);
      expect(text).not.toContain(whistle.title);
      expect(text).not.toMatch(/188\d{8}/);
      const code = link.split('/r/w#')[1] ?? '';
      expect(await (await apiOf('resident')).door({ code })).toMatchObject({
        whistle: { title: whistle.title, whistleNo: whistle.whistleNo },
      });
    }
    const doors = whistle.households.slice(0, 2).map(({ id }) => id);
    expect((await textsOf(whistle.id)).map(({ householdId, state }) => [householdId, state]).sort()).toEqual(
      doors.map((id) => [id, 'sent']).sort(),
    );
    expect(await textsOf(whistle.id, 'streetOperator')).toEqual([]);
    // nothing of a phone or a code is kept with the messages
    const rows = await platform.db.notificationDelivery.findMany({ where: { householdId: { in: doors } } });
    expect(JSON.stringify(rows)).not.toMatch(/188\d{8}|#/);
  });

  it('is texted after its quiet hours, and by what the owner of the phone chose', async () => {
    const whistle = await accepted();
    // the second phone is the neighbour's, who wants no messages
    const { db, cipher } = platform;
    const { neighbour } = at.people;
    await db.user.update({ where: { id: neighbour }, data: { phoneNumber: cipher.blindIndex(PHONES[1]) } });
    const { channels } = defaultPreferences;
    const silent = { ...defaultPreferences, channels: { ...channels, answer: [] } };
    await db.notificationPreference.create({ data: { userId: neighbour, preferences: silent, updatedAt: new Date(at.test.clock.now) } });
    // 22:30, the quiet hours end at 7
    at.test.clock.now = Date.parse('2026-12-01T14:30:00Z');
    await tell('secretary', whistle);
    await queue();
    expect(calls).toEqual([]);
    const rows = await db.notificationDelivery.findMany({ where: { householdId: { in: whistle.households.map(({ id }) => id) } } });
    expect(rows.map(({ householdId, nextAt }) => [householdId, nextAt.getTime()])).toEqual([
      [whistle.households[0]?.id, Date.parse('2026-12-01T23:00:00Z')],
    ]);
    at.test.clock.now = Date.parse('2026-12-01T23:00:00Z') + MINUTE;
    expect((await textsOf(whistle.id)).map(({ state }) => state)).toEqual(['waiting']);
    at.test.clock.now += 2 * HOUR;
  });
});
