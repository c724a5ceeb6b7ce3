import { once } from 'node:events';
import { createServer, request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from './app.ts';
import { type LiveHub, openLiveHub } from './platform/live.ts';
import { openTestPlatform, type TestPlatform } from './testing/test-platform.ts';

let test: TestPlatform;
let liveHub: LiveHub;
let server: Server;

beforeAll(async () => {
  test = await openTestPlatform();
  liveHub = await openLiveHub({ databaseUrl: test.databaseUrl, log: test.platform.log });
  server = createServer(createApp({ ...test, liveHub })).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await liveHub.close();
  await test.close();
});

/** `fetch` sets the origin itself, so the bare client is used. */
async function post(headers: Record<string, string>, body: string) {
  const { port } = server.address() as AddressInfo;
  const path = '/trpc/identity.signOut';
  const call = httpRequest({ port, host: '127.0.0.1', method: 'POST', path, headers: { 'content-type': 'application/json', ...headers } });
  call.end(body);
  const [response] = await once(call, 'response');
  return { status: response.statusCode, text: await text(response) };
}

describe('what is wrong before any procedure', () => {
  it.each([
    ['an origin without a name', { origin: 'null' }, '{}', 403, { error: 'foreignOrigin' }],
    ['another origin', { origin: 'https://elsewhere.example' }, '{}', 403, { error: 'foreignOrigin' }],
    ['a body that is no JSON', {}, '{"name":', 400, { error: 'badRequest' }],
    ['a body beyond the limit', {}, JSON.stringify('x'.repeat(1_100_000)), 413, { error: 'tooLarge' }],
  ] as const)('%s is answered shortly, without a stack', async (_what, headers, body, status, answer) => {
    const given = await post(headers, body);
    expect([given.status, JSON.parse(given.text)]).toEqual([status, answer]);
  });
});
