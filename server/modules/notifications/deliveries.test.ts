import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { gatewayCarrier } from '#server/platform/carriers/gateway-client.ts';
import { mailCarrier } from '#server/platform/carriers/mail-carrier.ts';
import { isGenuine } from '#server/platform/carriers/signed-call.ts';
import { systemClock } from '#server/platform/clock.ts';
import type { Platform } from '#server/platform/context.ts';
import { newId } from '#server/platform/ids.ts';
import { callAs, refusalOf } from '#server/testing/caller.ts';
import { type CaseFixture, openCaseFixture, type Person, streetLamp } from '#server/testing/case-fixture.ts';
import { type MailServer, startMailServer } from '#server/testing/mail-server.ts';
import { runQueue } from '#server/testing/run-queue.ts';
import { DAY, HOUR, MINUTE } from '#shared/kernel/time.ts';
import { retryWaits } from '#shared/notifications/plan-deliveries.ts';
import { defaultPreferences } from '#shared/notifications/preferences.ts';
import { deliver } from './commands/deliver.ts';
import { queueDigests } from './commands/queue-digests.ts';
import { claimDelivery, strandedDeliveries } from './delivery-store.ts';

const SECRET = 'a secret of more than thirty-two characters';
let at: CaseFixture;
let platform: Platform;
let smtp: MailServer;
let gateway: Server;
type Call = { headers: IncomingHttpHeaders; body: string };
const calls: Call[] = [];
/** How the gateway answers next: a status, or never. Nothing left = 200. */
const answers: (number | 'never')[] = [];

beforeAll(async () => {
  at = await openCaseFixture();
  smtp = await startMailServer();
  gateway = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      calls.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
      const answer = answers.shift() ?? 200;
      if (answer !== 'never') response.writeHead(answer).end();
    });
  }).listen(0, '127.0.0.1');
  await once(gateway, 'listening');
  const url = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/messages`;
  const through = (channel: 'sms' | 'wecom') => gatewayCarrier({ channel, url, secret: SECRET, now: systemClock, timeoutMs: 300 });
  const email = mailCarrier({ url: smtp.url(), from: '网格哨 <no-reply@example.cn>', host: 'example.cn' });
  platform = { ...at.test.platform, carriers: { email, sms: through('sms'), wecom: through('wecom') } };
});
afterAll(async () => {
  gateway.closeAllConnections();
  await Promise.all([smtp.kill(), new Promise((done) => gateway.close(done))]);
  await at.close();
});
beforeEach(async () => {
  await smtp.order({ kind: 'forget' });
  calls.length = 0;
  answers.length = 0;
});

const api = async (person: Person) => callAs(platform, (await at.as(person)).actor);
const queue = () => runQueue({ platform, databaseUrl: at.test.databaseUrl });
const register = {
  action: 'register',
  kind: 'report',
  urgency: 'normal',
  categoryScheme: streetLamp.scheme,
  categoryCode: streetLamp.code,
  point: null,
  address: null,
  unitId: null,
  duplicateOfId: null,
  notDuplicate: true,
} as const;
async function dispatched(urgency: 'normal' | 'emergency' = 'normal') {
  const id = await at.submit('resident');
  await at.act('dispatcher', id, { ...register, urgency });
  await at.act('streetOperator', id, { action: 'dispatch', leadUnitId: at.departments.works, supportUnitIds: [], note: '' });
  return id;
}
const deliveriesOf = (person: Person, state = 'waiting') =>
  platform.db.notificationDelivery.findMany({ where: { userId: at.people[person], state }, orderBy: { id: 'asc' } });
const decoded = (raw: string) => {
  const [, body = ''] = raw.split(/\r?\n\r?\n(.*)/s);
  return /base64/i.test(raw)
    ? Buffer.from(body, 'base64').toString('utf8')
    : body.replace(/=\r?\n/g, '').replace(/(=[0-9A-F]{2})+/g, (hex) => Buffer.from(hex.replaceAll('=', ''), 'hex').toString('utf8'));
};
const noQuiet = { ...defaultPreferences, quietHours: null };

describe('e-mail', () => {
  test('goes over SMTP to the sealed address, with the sentence and the link that opens the act', async () => {
    await (await api('handler')).notifications.savePreferences({ preferences: defaultPreferences, email: 'handler@example.cn' });
    const row = await platform.db.notificationPreference.findFirstOrThrow({ where: { userId: at.people.handler } });
    expect(Buffer.from(row.emailSealed ?? []).toString('utf8')).not.toContain('example');
    expect((await (await api('handler')).notifications.preferences()).email).toBe('handler@example.cn');
    const id = await dispatched();
    await queue();
    const mine = (await smtp.mails()).filter(({ to }) => to.includes('handler@example.cn'));
    expect(mine).toHaveLength(1);
    const text = decoded(mine[0]?.raw ?? '');
    expect(text).toMatch(/【网格哨】\d{4}-\d{4} 派给你单位，请在 .* 前签收。/);
    expect(text).toContain(`${platform.env.publicUrl}/d/c/${id}?do=sign`);
    expect(mine[0]?.raw).toMatch(/Message-ID: <[0-9a-f-]{36}@example\.cn>/i);
    expect(text).not.toMatch(/路灯|建设路|王/);
  });

  test('what was done or read before its time is not sent any more, nor what a person lost the post for', async () => {
    at.test.clock.set(Date.parse('2026-11-18T14:30:00Z'));
    const id = await dispatched();
    await queue();
    expect(await smtp.mails()).toEqual([]);
    const [waiting] = (await deliveriesOf('handler')).slice(-1);
    expect(waiting?.nextAt.toISOString()).toBe('2026-11-18T23:00:00.000Z');
    const { db } = platform;
    const post = await db.appointment.findFirstOrThrow({ where: { userId: at.people.handler } });
    at.test.clock.set(Date.parse('2026-11-18T23:00:00Z'));
    await db.appointment.update({ where: { id: post.id }, data: { validTo: new Date(at.test.clock.now) } });
    await deliver(platform, waiting?.id ?? '');
    await db.appointment.update({ where: { id: post.id }, data: { validTo: null } });
    expect(await smtp.mails()).toEqual([]);
    expect(await db.notificationDelivery.findFirst({ where: { id: waiting?.id ?? '' } })).toMatchObject({
      state: 'skipped',
      lastError: 'postEnded',
    });
    await at.act('handler', id, { action: 'sign' });
    await queue();
    expect((await smtp.mails()).filter(({ to }) => to.includes('handler@example.cn'))).toEqual([]);
  });

  test('one digest a person and day, of what is unread and may wait', async () => {
    at.test.clock.set(Date.parse('2026-11-19T01:00:00Z'));
    await (await api('lead')).notifications.savePreferences({ preferences: { ...noQuiet, digestAt: 11 * 60 }, email: 'lead@example.cn' });
    await dispatched();
    await dispatched();
    await queue();
    expect((await smtp.mails()).filter(({ to }) => to.includes('lead@example.cn'))).toEqual([]);
    expect(await queueDigests(platform)).toBe(0);
    at.test.clock.set(Date.parse('2026-11-19T03:00:00Z'));
    await Promise.all([queueDigests(platform), queueDigests(platform)]);
    await queueDigests(platform);
    await Promise.all([queue(), queue()]);
    const digests = (await smtp.mails()).filter(({ to }) => to.includes('lead@example.cn'));
    expect(digests).toHaveLength(1);
    const unread = await (await api('lead')).notifications.unreadCount();
    expect(decoded(digests[0]?.raw ?? '').match(/^· /gm)).toHaveLength(unread.total);
    at.test.clock.advance(DAY);
    expect(await queueDigests(platform)).toBe(1);
  });
});

describe('the gateway for SMS and WeCom', () => {
  test('an emergency goes out by every channel in the middle of the night, signed, each message once', async () => {
    at.test.clock.set(Date.parse('2026-11-20T18:00:00Z'));
    await (await api('handler')).notifications.savePreferences({ preferences: defaultPreferences, wecom: 'works.handler' });
    const id = await dispatched('emergency');
    await Promise.all([queue(), queue()]);
    const mine = calls
      .filter(({ body }) => body.includes(`/d/c/${id}?do=sign`))
      .map(({ headers, body }) => ({ headers, body, ...JSON.parse(body) }));
    const to = mine.map(({ channel, to }) => `${channel} ${to}`).sort();
    expect(to).toEqual(['sms 18800000010', 'wecom works.handler']);
    expect((await smtp.mails()).filter((mail) => mail.to.includes('handler@example.cn'))).toHaveLength(1);
    for (const { headers, body, id: messageId } of mine) {
      expect(headers['idempotency-key']).toBe(messageId);
      const header = (name: string) => String(headers[`x-gateway-${name}`]);
      const call = { timestamp: header('timestamp'), nonce: header('nonce'), signature: header('signature'), body };
      expect(isGenuine(SECRET, call, systemClock())).toBe(true);
      expect(isGenuine(SECRET, { ...call, body: `${body} ` }, systemClock())).toBe(false);
      expect(isGenuine(SECRET, call, systemClock() + 6 * MINUTE)).toBe(false);
    }
    expect(new Set(mine.map(({ headers }) => headers['x-gateway-nonce'])).size).toBe(2);
  });

  /** One SMS that waits to be sent. */
  async function oneSms(): Promise<string> {
    const [notice] = await platform.db.notification.findMany({
      where: { userId: at.people.handler, readAt: null, settledAt: null },
      take: 1,
    });
    await platform.db.notificationDelivery.deleteMany({ where: { notificationId: notice?.id ?? '', channel: 'sms' } });
    const id = newId<string>();
    const now = new Date(at.test.clock.now);
    await platform.db.notificationDelivery.create({
      data: {
        id,
        userId: at.people.handler,
        notificationId: notice?.id ?? '',
        channel: 'sms',
        nextAt: now,
        createdAt: now,
        unitPath: at.units.district.path,
      },
    });
    return id;
  }
  const stateOf = (id: string) => platform.db.notificationDelivery.findUniqueOrThrow({ where: { id } });

  test('500, no answer, then 200: sent by the third try, always as the same message', async () => {
    const id = await oneSms();
    answers.push(500, 'never');
    await deliver(platform, id);
    expect(await stateOf(id)).toMatchObject({ state: 'waiting', tries: 1, lastError: 'the gateway answered 500' });
    await deliver(platform, id);
    expect(calls).toHaveLength(1);
    at.test.clock.advance(retryWaits[0] ?? 0);
    await deliver(platform, id);
    expect(await stateOf(id)).toMatchObject({ state: 'waiting', tries: 2 });
    at.test.clock.advance(retryWaits[1] ?? 0);
    await deliver(platform, id);
    expect(await stateOf(id)).toMatchObject({ state: 'sent', tries: 3, lastError: null });
    expect(calls.map(({ headers }) => headers['idempotency-key'])).toEqual([id, id, id]);
  });

  test('two workers at once send once; what a worker left behind is taken up after its time', async () => {
    const id = await oneSms();
    await Promise.all([deliver(platform, id), deliver(platform, id), deliver(platform, id)]);
    expect(calls).toHaveLength(1);
    const other = await oneSms();
    expect(await claimDelivery(platform.db, other, at.test.clock.now)).not.toBeNull();
    await deliver(platform, other);
    expect(await strandedDeliveries(platform.db, at.test.clock.now)).not.toContain(other);
    at.test.clock.advance(2 * MINUTE);
    expect(await strandedDeliveries(platform.db, at.test.clock.now)).toContain(other);
    await deliver(platform, other);
    expect(await stateOf(other)).toMatchObject({ state: 'sent', tries: 2 });
    expect(calls).toHaveLength(2);
  });

  test('a dead line ends in the dead letters, which an administrator sends again or throws away', async () => {
    const id = await oneSms();
    for (const wait of [...retryWaits, 0]) {
      answers.push(503);
      await deliver(platform, id);
      at.test.clock.advance(wait);
    }
    expect(await stateOf(id)).toMatchObject({ state: 'dead', tries: 7, lastError: 'the gateway answered 503' });
    const admin = await api('administrator');
    const listed = await admin.notifications.deadLetters({});
    expect(listed.rows).toMatchObject([
      { id, channel: 'sms', kind: 'notice', role: 'departmentHandler', tries: 7, reason: 'the gateway answered 503' },
    ]);
    expect(listed.total).toBe(1);
    expect(JSON.stringify(listed)).not.toMatch(/188\d{8}|王/);
    expect(await refusalOf((await api('secretary')).notifications.deadLetters({}))).toBe('notFound');
    expect(await refusalOf((await api('secretary')).notifications.settleDeadLetters({ what: 'retry', which: 'all' }))).toBe('notFound');
    expect(await admin.notifications.settleDeadLetters({ what: 'retry', which: 'all' })).toEqual({ changed: 1 });
    await queue();
    expect(await stateOf(id)).toMatchObject({ state: 'sent', tries: 1 });
    await platform.db.notificationDelivery.update({ where: { id }, data: { state: 'dead' } });
    expect(await admin.notifications.settleDeadLetters({ what: 'discard', which: [id] })).toEqual({ changed: 1 });
    expect((await admin.notifications.deadLetters({})).rows).toEqual([]);
    const lines = await platform.db.auditLine.findMany({ where: { action: { startsWith: 'notifications.' } }, orderBy: { id: 'asc' } });
    expect(lines.map(({ action, actorId }) => `${action} ${actorId}`)).toEqual(
      ['notifications.retry', 'notifications.discard'].map((action) => `${action} ${at.people.administrator}`),
    );
  });

  test('a test message goes to the own address, not twice a minute, and only where there is one', async () => {
    const handler = await api('handler');
    await handler.notifications.sendTest({ channel: 'wecom' });
    expect(await refusalOf(handler.notifications.sendTest({ channel: 'email' }))).toBe('tooSoon');
    expect(await refusalOf((await api('secretary')).notifications.sendTest({ channel: 'wecom' }))).toBe('notReachable');
    await queue();
    expect(calls.map(({ body }) => JSON.parse(body))).toMatchObject([{ channel: 'wecom', to: 'works.handler', link: null }]);
    at.test.clock.advance(HOUR);
    await smtp.order({ kind: 'reply', code: 452, text: 'mailbox full' });
    await handler.notifications.sendTest({ channel: 'email' });
    await queue();
    const failed = await platform.db.notificationDelivery.findFirstOrThrow({
      where: { channel: 'email', lastError: { contains: 'mailbox full' } },
    });
    expect(failed).toMatchObject({ state: 'waiting', tries: 1 });
    expect(failed.lastError).not.toContain('example.cn');
  });
});
