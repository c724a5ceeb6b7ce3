import * as z from 'zod';

/** One received change: which stream, what, when (wall clock of this machine). */
const heardChange = z.object({ stream: z.int(), key: z.string(), at: z.number() });
export type HeardChange = z.infer<typeof heardChange>;

/** What the bench asks of the process that listens, and what it answers. */
export const listenerOrder = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('open'), streams: z.array(z.object({ address: z.string(), headers: z.record(z.string(), z.string()) })) }),
  /** answers when every stream has heard this change: what comes before it has come by then */
  z.object({ kind: z.literal('until'), key: z.string(), withinMs: z.int() }),
]);
export type ListenerOrder = z.infer<typeof listenerOrder>;
export const listenerAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('opened'), megabytes: z.number() }),
  z.object({ kind: z.literal('heard'), heard: z.array(heardChange), silent: z.int(), broken: z.int() }),
  z.object({ kind: z.literal('failed'), message: z.string() }),
]);
export type ListenerAnswer = z.infer<typeof listenerAnswer>;
