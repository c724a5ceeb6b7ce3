import { parseArgs } from 'node:util';
import type { Bench } from '../bench.ts';
import { wholeNumber } from '../bench-options.ts';
import { createBase } from '../world/bench-base.ts';
import { type SignedIn, signIn } from '../world/bench-client.ts';
import { openBenchCluster } from '../world/bench-cluster.ts';
import { quantile, say, table } from '../world/figures.ts';
import { startServerProcess } from '../world/server-process.ts';
import type { TownPerson } from '../world/town-plan.ts';
import { everybody } from './expected-hearers.ts';
import type { HeardChange } from './listener-orders.ts';
import { startListeners } from './listeners.ts';
import { type MadeChange, makeChanges, renameStreet } from './make-changes.ts';

const P95_MAX_MS = 1_000;
const LAST_WITHIN_MS = 30_000;
const SIGN_INS_AT_ONCE = 4;

export const liveBench: Bench = {
  says: 'many live clients on two server processes: a change of a case or a whistle reaches all who may see it within 1 s (p95) and nobody else',
  help: `  --clients N     open streams, shared evenly by both processes and all people (2000)
  --changes N     changes made through the API (400)
  --per-second N  how many of them a second (20)
`,
  run: async (args) => {
    const { values } = parseArgs({
      args: [...args],
      options: { clients: { type: 'string' }, changes: { type: 'string' }, 'per-second': { type: 'string' } },
    });
    return measure({
      clients: wholeNumber(values.clients, { name: 'clients', usual: 2_000 }),
      changes: wholeNumber(values.changes, { name: 'changes', usual: 400 }),
      perSecond: wholeNumber(values['per-second'], { name: 'per-second', usual: 20 }),
    });
  },
};

async function measure({ clients, changes, perSecond }: { clients: number; changes: number; perSecond: number }): Promise<boolean> {
  const cluster = await openBenchCluster();
  const endings: (() => Promise<void> | void)[] = [cluster.close];
  try {
    const { databaseUrl, town } = await createBase(cluster, 'bench_live');
    const servers: string[] = [];
    for (let count = 0; count < 2; count += 1) {
      const server = await startServerProcess({ env: cluster.env, databaseUrl });
      endings.push(server.stop);
      servers.push(server.address);
    }
    const people = everybody(town);
    // a session belongs to the base, so that one sign-in opens both processes
    const sessions = await signInAll(people, servers);
    const streams = Array.from({ length: clients }, (_, index) => {
      const person = people[Math.floor(index / servers.length) % people.length];
      const address = servers[index % servers.length];
      const headers = person && sessions.get(person.username)?.headers;
      if (!person || !address || !headers) throw new Error('nobody to listen');
      return { person, address, headers };
    });
    const listeners = startListeners();
    endings.push(listeners.stop);
    const before = performance.now();
    await listeners.ask({ kind: 'open', streams: streams.map(({ address, headers }) => ({ address, headers })) });
    say(`  ${clients} streams of ${people.length} people opened in ${((performance.now() - before) / 1000).toFixed(1)} s\n`);
    const clientOf = ({ username }: TownPerson) => {
      const session = sessions.get(username);
      if (!session) throw new Error(`${username} has not signed in`);
      return session.client;
    };
    const made = await makeChanges({ town, clientOf, changes, perSecond });
    // told to everybody and last: who has heard it has heard all that came before
    const last = await renameStreet({ town, clientOf, name: '新街道' });
    const answer = await listeners.ask({ kind: 'until', key: last.key, withinMs: LAST_WITHIN_MS });
    if (answer.kind !== 'heard') throw new Error('the listening process gave no figures');
    return report({ made: [...made, last], heard: answer.heard, streams, broken: answer.broken });
  } finally {
    for (const end of endings.reverse()) await end();
  }
}

/** Half of the people sign in at each process; from then on each writes through the one they signed in at. */
async function signInAll(people: readonly TownPerson[], servers: readonly string[]): Promise<Map<string, SignedIn>> {
  const sessions = new Map<string, SignedIn>();
  let next = 0;
  const lane = async () => {
    for (let index = next++; ; index = next++) {
      const [person, address] = [people[index], servers[index % servers.length]];
      if (!person || !address) return;
      sessions.set(person.username, await signIn(address, person));
    }
  };
  await Promise.all(Array.from({ length: SIGN_INS_AT_ONCE }, lane));
  return sessions;
}

type Result = { made: readonly MadeChange[]; heard: readonly HeardChange[]; streams: readonly { person: TownPerson }[]; broken: number };

function report({ made, heard, streams, broken }: Result): boolean {
  const streamsOf = new Map<string, number[]>();
  for (const [stream, { person }] of streams.entries()) streamsOf.set(person.username, [...(streamsOf.get(person.username) ?? []), stream]);
  const pending = new Map<string, MadeChange>();
  for (const change of made) {
    for (const { username } of change.hearers)
      for (const stream of streamsOf.get(username) ?? []) pending.set(`${stream} ${change.key}`, change);
  }
  const expected = pending.size;
  const [fromAsked, fromAnswered]: [number[], number[]] = [[], []];
  let [wrong, notices] = [0, 0];
  for (const { stream, key, at } of heard) {
    const change = pending.get(`${stream} ${key}`);
    if (!change) {
      if (isOwnNotice(key, streams[stream]?.person)) notices += 1;
      else wrong += 1;
      continue;
    }
    pending.delete(`${stream} ${key}`);
    fromAsked.push(at - change.askedAt);
    fromAnswered.push(Math.max(0, at - change.answeredAt));
  }
  const line = (name: string, values: number[]) => {
    values.sort((a, b) => a - b);
    return [name, ...[0.5, 0.95, 1].map((share) => `${Math.round(quantile(values, share))} ms`)];
  };
  const whistles = made.filter(({ key }) => key.startsWith('whistle ')).length;
  say(
    `  ${made.length} changes, ${whistles} of them of whistles; ${expected} deliveries expected; ${notices} more tell people of their own inbox\n\n`,
  );
  say(
    `${table([['time to a client', 'p50', 'p95', 'max'], line('from the answer to who made it', fromAnswered), line('from the request on', fromAsked)])}\n`,
  );
  const p95 = quantile(fromAsked, 0.95);
  const met = p95 <= P95_MAX_MS && pending.size === 0 && wrong === 0 && broken === 0;
  say(`  missing ${pending.size}, told to somebody who may not see it (or twice) ${wrong}, streams broken ${broken}\n`);
  say(
    `  p95 from the request on ${Math.round(p95)} ms, target at most ${P95_MAX_MS} ms and nothing missing or wrong: ${met ? 'met' : 'MISSED'}\n`,
  );
  return met;
}

/** The queue tells people that their inbox has something new, when it comes to it: to be heard by that person alone. */
function isOwnNotice(key: string, person: TownPerson | undefined): boolean {
  return person !== undefined && key.startsWith(`notification ${person.userId} `);
}
