import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RequestCtx } from '#server/platform/context.ts';
import { announce, type Change, type LiveHub, openLiveHub } from '#server/platform/live.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { openTestPlatform, type TestPlatform } from '#server/testing/test-platform.ts';
import type { Actor, Role } from '#shared/identity/identity-schema.ts';
import type { UserId } from '#shared/kernel/ids.ts';
import { liveEndpoint } from './index.ts';

let test: TestPlatform;
let hub: LiveHub;
let server: Server;
let base: string;
const people = new Map<string, Actor>();

beforeAll(async () => {
  test = await openTestPlatform();
  hub = await openLiveHub({ databaseUrl: test.databaseUrl, log: test.platform.log });
  const contextOf = async (request: express.Request): Promise<RequestCtx> => ({
    ...test.platform,
    actor: people.get(String(request.headers['x-test-user'])) ?? null,
    locale: 'zh',
    request: { ip: '', userAgent: '', headers: new Headers(), setCookies: () => undefined },
  });
  const app = express();
  app.get('/live', liveEndpoint({ platform: test.platform, hub, contextOf, every: { heartbeat: 40, recheck: 3_600_000 } }));
  server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/live`;
});
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await hub.close();
  await test.close();
});

function person(role: Role, unitPath: string | null): Actor {
  const post = { appointmentId: null, role, unitId: null, unitPath, unitLevel: null, departmentId: null, deputy: false };
  const actor: Actor = { userId: randomUUID() as UserId, name: '某人', posts: [post] };
  people.set(actor.userId, actor);
  return actor;
}

const change = (over: Partial<Change>): Change => ({
  topic: 'case',
  id: randomUUID(),
  version: 1,
  unitPath: '/1/2/3/4/',
  communityId: randomUUID(),
  departmentIds: [],
  applicantId: null,
  reporterId: null,
  ...over,
});
const tell = (told: Change) => inTransaction(test.platform, (tx) => announce(tx, told));

type Line = { id: string | null; event: string; data: { topic?: string; id?: string } };

/** A stream as a browser reads it; `until` gives the events up to and with the one that answers. */
async function listen(actor: Actor, headers: Record<string, string> = {}) {
  const stop = new AbortController();
  const response = await fetch(base, { headers: { ...headers, 'x-test-user': actor.userId }, signal: stop.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  const read = async (): Promise<Line[] | null> => {
    const chunk = await reader?.read();
    if (!chunk || chunk.done) return null;
    const blocks = (rest + chunk.value).split('\n\n');
    rest = blocks.pop() ?? '';
    return blocks.flatMap((block) => {
      const field = (name: string) =>
        block
          .split('\n')
          .find((line) => line.startsWith(`${name}: `))
          ?.slice(name.length + 2) ?? null;
      const event = field('event');
      return event ? [{ id: field('id'), event, data: JSON.parse(field('data') ?? '{}') as Line['data'] }] : [];
    });
  };
  return {
    response,
    close: () => stop.abort(),
    until: async (isLast: (line: Line) => boolean): Promise<Line[]> => {
      const seen: Line[] = [];
      for (let lines = await read(); lines; lines = await read()) {
        seen.push(...lines);
        if (lines.some(isLast)) return seen;
      }
      return seen;
    },
    ended: async () => {
      for (let lines = await read(); lines; lines = await read());
      return true;
    },
  };
}
const changesIn = (lines: Line[]) => lines.filter(({ event }) => event === 'change').map(({ data }) => data.id);

describe('the live stream', () => {
  it('refuses a stranger', async () => {
    expect((await fetch(base)).status).toBe(401);
  });

  it('tells topic, id and version of the cases a person may see, and of no others', async () => {
    const stream = await listen(person('gridWorker', '/1/2/3/4/'));
    expect(stream.response.headers.get('content-type')).toContain('text/event-stream');
    const [hidden, shown] = [change({ unitPath: '/1/2/3/5/' }), change({ version: 7 })];
    await tell(hidden);
    await tell(shown);
    const lines = await stream.until(({ event }) => event === 'change');
    expect(lines.find(({ event }) => event === 'change')?.data).toEqual({ topic: 'case', id: shown.id, version: 7 });
    expect(changesIn(lines)).not.toContain(hidden.id);
    stream.close();
  });

  it('lets a resident hear of the own case and of rules, but not of people', async () => {
    const resident = person('resident', null);
    const stream = await listen(resident);
    const own = change({ unitPath: '/9/', applicantId: resident.userId });
    const calendar = change({ topic: 'calendar', unitPath: '/1/' });
    for (const told of [change({}), own, change({ topic: 'people', unitPath: '/1/' }), calendar]) await tell(told);
    const lines = await stream.until(({ data }) => data.id === calendar.id);
    expect(changesIn(lines)).toEqual([own.id, calendar.id]);
    stream.close();
  });

  it('lets a dispatcher hear of a case that came in above the community without a unit, and of no other district', async () => {
    const stream = await listen(person('dispatcher', '/1/2/3/'));
    const unplaced = change({ unitPath: '/1/', communityId: null });
    for (const told of [change({ topic: 'territory', unitPath: '/5/6/' }), unplaced]) await tell(told);
    expect(changesIn(await stream.until(({ data }) => data.id === unplaced.id))).toEqual([unplaced.id]);
    stream.close();
  });

  it('says nothing of what was rolled back, and keeps a heartbeat', async () => {
    const stream = await listen(person('secretary', '/1/2/3/'));
    const lost = change({});
    await inTransaction(test.platform, async (tx) => {
      await announce(tx, lost);
      throw new Error('rolled back');
    }).catch(() => undefined);
    const kept = change({});
    await tell(kept);
    expect(changesIn(await stream.until(({ data }) => data.id === kept.id))).toEqual([kept.id]);
    expect((await stream.until(({ event }) => event === 'ping')).some(({ event }) => event === 'ping')).toBe(true);
    stream.close();
  });

  it('gives a short absence what it missed, and says so when it cannot know', async () => {
    const actor = person('secretary', '/1/2/3/');
    const first = await listen(actor);
    const [seen, missed] = [change({}), change({})];
    await tell(seen);
    const last = (await first.until(({ data }) => data.id === seen.id)).find(({ data }) => data.id === seen.id)?.id ?? '';
    first.close();
    const witness = await listen(actor);
    await tell(missed);
    await witness.until(({ data }) => data.id === missed.id);
    witness.close();
    const again = await listen(actor, { 'last-event-id': last });
    expect(changesIn(await again.until(({ data }) => data.id === missed.id))).toEqual([missed.id]);
    again.close();
    const late = await listen(actor, { 'last-event-id': 'another.1' });
    expect((await late.until(({ event }) => event === 'missed')).map(({ event }) => event)).toContain('missed');
    late.close();
  });

  it('ends when its person loses every right, and takes a changed post up at once', async () => {
    const actor = person('gridWorker', '/1/2/3/4/');
    const stream = await listen(actor);
    people.set(actor.userId, { ...actor, posts: actor.posts.map((post) => ({ ...post, unitPath: '/1/2/3/5/' })) });
    await tell(change({ topic: 'people', id: actor.userId, unitPath: '/1/' }));
    await stream.until(({ data }) => data.id === actor.userId);
    const [before, after] = [change({ unitPath: '/1/2/3/4/' }), change({ unitPath: '/1/2/3/5/' })];
    await tell(before);
    await tell(after);
    expect(changesIn(await stream.until(({ data }) => data.id === after.id))).toEqual([after.id]);
    people.delete(actor.userId);
    await tell(change({ topic: 'people', id: actor.userId, unitPath: '/1/' }));
    expect(await stream.ended()).toBe(true);
  });
});
