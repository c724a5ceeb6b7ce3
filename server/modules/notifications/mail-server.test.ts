import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { mailCarrier } from '#server/platform/carriers/mail-carrier.ts';
import type { Platform } from '#server/platform/context.ts';
import { callAs } from '#server/testing/caller.ts';
import { type CaseFixture, openCaseFixture, type Person } from '#server/testing/case-fixture.ts';
import { type MailServer, startMailServer } from '#server/testing/mail-server.ts';
import { DAY, HOUR } from '#shared/kernel/time.ts';
import { retryWaits } from '#shared/notifications/plan-deliveries.ts';
import { defaultPreferences } from '#shared/notifications/preferences.ts';
import { deliver } from './commands/deliver.ts';

let at: CaseFixture;
let smtp: MailServer;
beforeAll(async () => {
  at = await openCaseFixture();
});
beforeEach(async () => {
  smtp = await startMailServer();
  at.test.clock.advance(HOUR);
});
afterEach(() => smtp.kill());
afterAll(() => at.close());

/** The product with that mail server; `password` = what it signs in with. */
function through({ password }: { password?: string } = {}): Platform {
  const email = mailCarrier({ url: smtp.url(password), from: '网格哨 <no-reply@example.cn>', host: 'example.cn' });
  return { ...at.test.platform, carriers: { email, sms: null, wecom: null } };
}

/** A message to somebody that waits to be sent. */
async function waiting(platform: Platform, person: Person): Promise<string> {
  const api = callAs(platform, (await at.as(person)).actor);
  await api.notifications.savePreferences({ preferences: defaultPreferences, email: `${person}@example.cn` });
  await api.notifications.sendTest({ channel: 'email' });
  const row = { userId: at.people[person], state: 'waiting' };
  return (await platform.db.notificationDelivery.findFirstOrThrow({ where: row, orderBy: { id: 'desc' } })).id;
}

const stateOf = (id: string) => at.test.platform.db.notificationDelivery.findUniqueOrThrow({ where: { id } });
const letters = async () => (await smtp.mails()).map(({ to, raw }) => ({ to, id: raw.match(/Message-ID: <([^@]+)@/i)?.[1] }));

describe('a mail server of another process', () => {
  test('takes a message over an encrypted line from whoever signs in', async () => {
    const platform = through();
    const id = await waiting(platform, 'handler');
    await deliver(platform, id);
    expect(await stateOf(id)).toMatchObject({ state: 'sent', tries: 1, lastError: null });
    expect(await letters()).toEqual([{ to: ['handler@example.cn'], id }]);
  });

  test('a wrong password is tried again and again, and the message arrives once it is right', async () => {
    const wrong = through({ password: 'not-the-password' });
    const id = await waiting(wrong, 'handler');
    await deliver(wrong, id);
    const failed = await stateOf(id);
    expect(failed).toMatchObject({ state: 'waiting', tries: 1 });
    expect(failed.lastError).toContain('that is not the password');
    at.test.clock.advance(retryWaits[0] ?? DAY);
    await deliver(wrong, id);
    expect(await stateOf(id)).toMatchObject({ state: 'waiting', tries: 2 });
    expect(await letters()).toEqual([]);
    at.test.clock.advance(retryWaits[1] ?? DAY);
    await deliver(through(), id);
    expect(await stateOf(id)).toMatchObject({ state: 'sent', tries: 3, lastError: null });
    expect(await letters()).toEqual([{ to: ['handler@example.cn'], id }]);
  });

  test('451 and then 250: tried again after its time, not before, and taken once', async () => {
    const platform = through();
    const id = await waiting(platform, 'lead');
    await smtp.order({ kind: 'reply', code: 451, text: '4.7.1 greylisted, come back later' });
    await deliver(platform, id);
    const failed = await stateOf(id);
    expect(failed).toMatchObject({ state: 'waiting', tries: 1 });
    expect(failed.lastError).toContain('451 4.7.1 greylisted, come back later');
    await deliver(platform, id);
    expect(await letters()).toEqual([]);
    at.test.clock.advance(retryWaits[0] ?? DAY);
    await Promise.all([deliver(platform, id), deliver(platform, id)]);
    await deliver(platform, id);
    expect(await stateOf(id)).toMatchObject({ state: 'sent', tries: 2 });
    expect(await letters()).toEqual([{ to: ['lead@example.cn'], id }]);
  });

  test('550: goes to the dead letters at once, with the server’s words and without the address', async () => {
    const platform = through();
    const id = await waiting(platform, 'supporter');
    await smtp.order({ kind: 'reply', code: 550, text: '5.1.1 <supporter@example.cn> no such mailbox here' });
    await deliver(platform, id);
    expect(await stateOf(id)).toMatchObject({ state: 'dead', tries: 1 });
    const administrator = callAs(platform, (await at.as('administrator')).actor);
    const { rows } = await administrator.notifications.deadLetters({});
    expect(rows).toMatchObject([{ id, channel: 'email', tries: 1 }]);
    expect(rows[0]?.reason).toMatch(/550 5\.1\.1 .* no such mailbox here/);
    expect(rows[0]?.reason).not.toContain('example.cn');
    // the address was mended
    await administrator.notifications.settleDeadLetters({ what: 'retry', which: [id] });
    await deliver(platform, id);
    expect(await letters()).toEqual([{ to: ['supporter@example.cn'], id }]);
  });

  test('killed while it takes a message: the message arrives when it is back', async () => {
    const platform = through();
    const id = await waiting(platform, 'supportLead');
    await smtp.order({ kind: 'hang' });
    const receiving = smtp.receiving();
    const sending = deliver(platform, id);
    await receiving;
    await smtp.kill();
    await sending;
    expect(await stateOf(id)).toMatchObject({ state: 'waiting', tries: 1 });
    at.test.clock.advance(retryWaits[0] ?? DAY);
    await deliver(platform, id);
    expect(await stateOf(id)).toMatchObject({ state: 'waiting', tries: 2 });
    smtp = await startMailServer(smtp.port);
    at.test.clock.advance(retryWaits[1] ?? DAY);
    await deliver(platform, id);
    expect(await stateOf(id)).toMatchObject({ state: 'sent', tries: 3, lastError: null });
    expect(await letters()).toEqual([{ to: ['supportLead@example.cn'], id }]);
  });
});
