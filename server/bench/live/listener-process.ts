import { Agent, get } from 'node:http';
import * as z from 'zod';
import { type HeardChange, type ListenerAnswer, type ListenerOrder, listenerOrder } from './listener-orders.ts';

const AT_ONCE = 40;
const change = z.object({ topic: z.string(), id: z.string(), version: z.int() });

const agent = new Agent({ keepAlive: false, maxSockets: Number.POSITIVE_INFINITY });
const heard: HeardChange[] = [];
const waiting: { key: string; left: number; done: () => void } = { key: '', left: 0, done: () => undefined };
let open = 0;
let broken = 0;

/** Opens one stream; resolves with its first bytes, from when on it is subscribed. */
function listen(stream: number, { address, headers }: { address: string; headers: Record<string, string> }): Promise<void> {
  return new Promise((done, fail) => {
    const request = get(`${address}/live`, { agent, headers }, (response) => {
      if (response.statusCode !== 200) {
        fail(new Error(`a stream was answered with ${response.statusCode}`));
        return;
      }
      open += 1;
      let rest = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        done();
        const blocks = (rest + chunk).split('\n\n');
        rest = blocks.pop() ?? '';
        for (const block of blocks) read(stream, block);
      });
      response.once('close', () => {
        broken += 1;
      });
    });
    request.once('error', fail);
  });
}

function read(stream: number, block: string): void {
  if (block.includes('event: missed')) broken += 1;
  if (!block.includes('event: change')) return;
  const { topic, id, version } = change.parse(JSON.parse(block.slice(block.indexOf('data: ') + 6)));
  const key = `${topic} ${id} ${version}`;
  heard.push({ stream, key, at: Date.now() });
  if (key !== waiting.key) return;
  waiting.left -= 1;
  if (waiting.left === 0) waiting.done();
}

async function openAll(streams: Extract<ListenerOrder, { kind: 'open' }>['streams']): Promise<void> {
  let next = 0;
  const lane = async () => {
    for (let stream = next++; ; stream = next++) {
      const target = streams[stream];
      if (!target) return;
      await listen(stream, target);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

/** Waits until every stream has heard the change, at most so long. */
async function until({ key, withinMs }: Extract<ListenerOrder, { kind: 'until' }>): Promise<void> {
  const missing = open - heard.filter((change) => change.key === key).length;
  if (missing === 0) return;
  await new Promise<void>((done) => {
    const timer = setTimeout(done, withinMs);
    const heardByAll = () => {
      clearTimeout(timer);
      done();
    };
    Object.assign(waiting, { key, left: missing, done: heardByAll });
  });
}

async function obey(order: ListenerOrder): Promise<ListenerAnswer> {
  if (order.kind === 'open') {
    await openAll(order.streams);
    return { kind: 'opened', megabytes: process.memoryUsage().rss / 2 ** 20 };
  }
  await until(order);
  const reached = heard.filter((change) => change.key === order.key).length;
  return { kind: 'heard', heard, silent: open - reached, broken };
}

process.on('message', (message) => {
  obey(listenerOrder.parse(message)).then(
    (answer) => process.send?.(answer),
    (error: unknown) => process.send?.({ kind: 'failed', message: String(error) } satisfies ListenerAnswer),
  );
});
process.once('disconnect', () => process.exit());
