import type { Request, RequestHandler, Response } from 'express';
import type { Platform, RequestCtx } from '#server/platform/context.ts';
import type { LiveHub } from '#server/platform/live.ts';
import type { Actor } from '#shared/identity/identity-schema.ts';
import { MINUTE, SECOND } from '#shared/kernel/time.ts';
import { type LiveLog, type LoggedChange, openLiveLog } from './live-log.ts';
import { hearing } from './live-scope.ts';

export type LiveOptions = {
  platform: Platform;
  hub: LiveHub;
  contextOf: (request: Request, response: Response) => Promise<RequestCtx>;
  /** milliseconds; other values are for tests */
  every?: { heartbeat: number; recheck: number };
};

const usual = { heartbeat: 25 * SECOND, recheck: 5 * MINUTE };
/** A reader that does not read: better to let it come again than to keep its backlog in memory. */
const BACKLOG_MAX = 256 * 1024;
const STREAMS_PER_PERSON = 12;

/**
 * `GET /live`: server-sent events `change` with `{topic, id, version}` and nothing else; whoever hears of a change asks for the
 * content through the ordinary, scoped queries. A stream ends when its session ends or its person loses every post.
 */
export function liveEndpoint(options: LiveOptions): RequestHandler {
  const log = openLiveLog(options.hub);
  const open = new Map<string, Set<Response>>();
  return async (request, response) => {
    const ctx = await options.contextOf(request, response);
    if (!ctx.actor) {
      response.status(401).json({ refusal: { module: 'identity', code: 'signInFirst', params: {} } });
      return;
    }
    const streams = open.get(ctx.actor.userId) ?? new Set();
    open.set(ctx.actor.userId, streams);
    if (streams.size >= STREAMS_PER_PERSON) streams.values().next().value?.end();
    streams.add(response);
    const { userId } = ctx.actor;
    response.once('close', () => {
      streams.delete(response);
      if (streams.size === 0) open.delete(userId);
    });
    stream({ options, log, request, response, actor: ctx.actor });
  };
}

type Streaming = { options: LiveOptions; log: LiveLog; request: Request; response: Response; actor: Actor };

function stream({ options, log, request, response, actor }: Streaming): void {
  const { heartbeat, recheck } = options.every ?? usual;
  let hears = hearing(actor);

  const write = (text: string) => {
    if (response.writableEnded || response.destroyed) return;
    response.write(text);
    if (response.writableLength > BACKLOG_MAX) response.destroy();
  };
  const tell = ({ id, change }: LoggedChange) => {
    if (hears(change)) write(`id: ${id}\nevent: change\ndata: ${messageOf(change)}\n\n`);
    if (change.topic === 'people' && change.id === actor.userId) void check();
  };
  const check = async () => {
    try {
      const next = await options.contextOf(request, response);
      if (next.actor?.userId === actor.userId) hears = hearing(next.actor);
      else response.end();
    } catch (error) {
      options.platform.log.warn({ err: error }, 'live session could not be checked');
      response.end();
    }
  };

  response.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store, no-transform',
    'X-Accel-Buffering': 'no',
  });
  write('retry: 2000\n\n');
  const tellMissed = () => write('event: missed\ndata: {}\n\n');
  const last = request.headers['last-event-id'];
  const missed = typeof last === 'string' ? log.since(last) : [];
  if (missed === null) tellMissed();
  else for (const logged of missed) tell(logged);

  const unsubscribe = log.subscribe(tell, tellMissed);
  const beat = setInterval(() => write('event: ping\ndata: {}\n\n'), heartbeat).unref();
  const guard = setInterval(() => void check(), recheck).unref();
  response.once('close', () => {
    unsubscribe();
    clearInterval(beat);
    clearInterval(guard);
  });
}

function messageOf({ topic, id, version }: LoggedChange['change']): string {
  return JSON.stringify({ topic, id, version });
}
