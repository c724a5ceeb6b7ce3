import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { liveEndpoint } from '#server/modules/live/index.ts';
import { announce, type LiveHub, openLiveHub } from '#server/platform/live.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { requestCtx } from '#server/testing/caller.ts';
import { type CaseFixture, openCaseFixture, type Person, streetLamp } from '#server/testing/case-fixture.ts';
import { runQueue } from '#server/testing/run-queue.ts';

type Process = { hub: LiveHub; server: Server; base: string };

let at: CaseFixture;
const processes: Process[] = [];
beforeAll(async () => {
  at = await openCaseFixture();
  processes.push(await openProcess(), await openProcess());
});
afterAll(async () => {
  for (const { hub, server } of processes) {
    server.close();
    server.closeAllConnections();
    await hub.close();
  }
  await at.close();
});

/** A server process as far as streams go: its own listening connection, its own port. */
async function openProcess(): Promise<Process> {
  const { platform, databaseUrl } = at.test;
  const hub = await openLiveHub({ databaseUrl, log: platform.log });
  const app = express();
  const contextOf = async (request: express.Request) =>
    requestCtx(platform, { actor: (await at.as(String(request.headers['x-person']) as Person)).actor });
  app.get('/live', liveEndpoint({ platform, hub, contextOf }));
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { hub, server, base: `http://127.0.0.1:${(server.address() as AddressInfo).port}/live` };
}

/** The inboxes a stream tells of, until the end mark comes. */
async function listen(person: Person, { base }: Process) {
  const stop = new AbortController();
  const response = await fetch(base, { headers: { 'x-person': person }, signal: stop.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  return async (endMark: string): Promise<string[]> => {
    let text = '';
    for (let chunk = await reader?.read(); chunk?.value; chunk = await reader?.read()) {
      text += chunk.value;
      if (text.includes(endMark)) break;
    }
    stop.abort();
    return [...new Set([...text.matchAll(/"topic":"notification","id":"([^"]+)"/g)].map((match) => match[1] ?? ''))];
  };
}

test('a notice reaches its person in whatever process the person’s page hangs, and nobody else', async () => {
  const [first, second] = processes;
  if (!first || !second) throw new Error('two processes');
  const readers = [
    ['handler', first],
    ['handler', second],
    ['lead', first],
    ['resident', second],
    ['neighbour', second],
    ['teamHandler', first],
  ] as const;
  const streams: Awaited<ReturnType<typeof listen>>[] = [];
  for (const [person, process] of readers) streams.push(await listen(person, process));
  const id = await at.submit('resident');
  await at.act('dispatcher', id, {
    ...{ action: 'register', kind: 'report', urgency: 'normal', categoryScheme: streetLamp.scheme, categoryCode: streetLamp.code },
    ...{ point: null, address: null, unitId: null, duplicateOfId: null, notDuplicate: true },
  });
  await at.act('streetOperator', id, { action: 'dispatch', leadUnitId: at.departments.works, supportUnitIds: [], note: '' });
  await runQueue(at.test);
  const mark = randomUUID();
  const nowhere = { unitPath: null, communityId: null, departmentIds: [], applicantId: null, reporterId: null };
  // everybody hears of a calendar: what comes after it belongs to nobody's question
  await inTransaction(at.test.platform, (tx) => announce(tx, { topic: 'calendar', id: mark, version: 1, ...nowhere }));
  const { handler, lead, resident } = at.people;
  expect(await Promise.all(streams.map((until) => until(mark)))).toEqual([[handler], [handler], [lead], [resident], [], []]);
});
