import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signature } from '#server/platform/carriers/signed-call.ts';
import { systemClock } from '#server/platform/clock.ts';
import { newId } from '#server/platform/ids.ts';
import { openTestPlatform, type TestPlatform } from '#server/testing/test-platform.ts';
import { MINUTE } from '#shared/kernel/time.ts';
import { endDelivery } from './end-delivery.ts';
import { gatewayRoutes } from './index.ts';

const secret = 'a secret of more than thirty-two characters';
let opened: TestPlatform;
let server: Server;
let url: string;
beforeAll(async () => {
  opened = await openTestPlatform();
  const env = { ...opened.platform.env, gateway: { secret, sms: null, wecom: null } };
  server = createServer(express().use('/gateway', gatewayRoutes({ ...opened.platform, env }))).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/gateway/receipts`;
});
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await opened.close();
});

async function sent(): Promise<string> {
  const id = newId<string>();
  const at = new Date(opened.clock.now);
  await opened.platform.db.notificationDelivery.create({
    data: { id, userId: newId<string>(), channel: 'sms', state: 'sent', tries: 1, nextAt: at, createdAt: at, unitPath: '/1/' },
  });
  return id;
}
const stateOf = async (id: string) => (await opened.platform.db.notificationDelivery.findUniqueOrThrow({ where: { id } })).state;

type Told = { key?: string; timestamp?: number; nonce?: string; changed?: string };
async function tell(
  message: object,
  { key = secret, timestamp = systemClock(), nonce = randomUUID(), changed = '' }: Told = {},
): Promise<number> {
  const body = JSON.stringify(message);
  const headers = {
    'X-Gateway-Timestamp': String(timestamp),
    'X-Gateway-Nonce': nonce,
    'X-Gateway-Signature': signature(key, { timestamp: String(timestamp), nonce, body }),
  };
  return (await fetch(url, { method: 'POST', headers, body: body + changed })).status;
}

test('confirms what was delivered, and sends again what was not', async () => {
  const [good, bad] = [await sent(), await sent()];
  expect(await tell({ id: good, status: 'delivered' })).toBe(204);
  expect(await tell({ id: bad, status: 'failed', detail: 'number 18800000010 is switched off' })).toBe(204);
  expect([await stateOf(good), await stateOf(bad)]).toEqual(['confirmed', 'waiting']);
  expect((await opened.platform.db.notificationDelivery.findUniqueOrThrow({ where: { id: bad } })).lastError).toBe(
    'number … is switched off',
  );
});

test('a receipt that is quicker than the answer to its call stands; what came back is a new message to the gateway', async () => {
  const { db } = opened.platform;
  const inHand = async () => {
    const id = await sent();
    await db.notificationDelivery.update({ where: { id }, data: { state: 'waiting', claimedUntil: new Date(opened.clock.now + MINUTE) } });
    return id;
  };
  const [good, bad, idle] = [await inHand(), await inHand(), await inHand()];
  await db.notificationDelivery.update({ where: { id: idle }, data: { claimedUntil: null, tries: 0 } });
  for (const id of [good, idle]) expect(await tell({ id, status: 'delivered' })).toBe(204);
  expect(await tell({ id: bad, status: 'failed', detail: '' })).toBe(204);
  for (const id of [good, bad]) {
    const row = await db.notificationDelivery.findUniqueOrThrow({ where: { id } });
    await endDelivery(opened.platform, row, { state: 'sent', reason: null });
  }
  const rows = await db.notificationDelivery.findMany({
    where: { id: { in: [good, bad, idle] } },
    select: { id: true, state: true, round: true },
  });
  expect(new Map(rows.map(({ id, state, round }) => [id, `${state} ${round}`]))).toEqual(
    new Map([
      [good, 'confirmed 0'],
      [bad, 'waiting 1'],
      [idle, 'waiting 0'],
    ]),
  );
});

test('takes nothing that is forged, changed, old or said before', async () => {
  const id = await sent();
  const message = { id, status: 'delivered' };
  expect(await tell(message, { key: 'another secret of thirty-two characters' })).toBe(401);
  expect(await tell(message, { changed: ' ' })).toBe(401);
  for (const off of [-6, 6]) expect(await tell(message, { timestamp: systemClock() + off * MINUTE })).toBe(401);
  expect(await stateOf(id)).toBe('sent');
  const nonce = randomUUID();
  const answers = await Promise.all([1, 2, 3].map(() => tell(message, { nonce })));
  expect(answers.sort()).toEqual([204, 409, 409]);
  expect(await tell({ id: 'nothing', status: 'delivered' })).toBe(400);
  expect(await tell({ id: newId<string>(), status: 'delivered' })).toBe(404);
});

test('without a secret nobody is believed', async () => {
  const closed = createServer(express().use('/gateway', gatewayRoutes(opened.platform))).listen(0, '127.0.0.1');
  await once(closed, 'listening');
  const open = url;
  url = `http://127.0.0.1:${(closed.address() as AddressInfo).port}/gateway/receipts`;
  expect(await tell({ id: await sent(), status: 'delivered' })).toBe(401);
  url = open;
  closed.close();
  closed.closeAllConnections();
});
