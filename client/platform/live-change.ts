import * as z from 'zod/mini';

const change = z.object({ topic: z.string(), id: z.optional(z.string()) });
export type LiveChange = z.infer<typeof change>;

/** Which routers' answers a change of a topic makes old. A topic that is not listed renews the router of its own name. */
const routersOf: Readonly<Record<string, readonly string[]>> = {
  case: ['cases', 'scoring', 'dashboards'],
  category: ['cases'],
  territory: ['territory', 'cases'],
  people: ['identity', 'territory'],
  calendar: ['calendar', 'cases'],
  score: ['scoring', 'dashboards'],
};

/** One line of the live stream; anything unreadable (a heartbeat) is no change. */
export function readChange(data: string): LiveChange | null {
  try {
    return change.parse(JSON.parse(data));
  } catch {
    return null;
  }
}

export function affectedRouters(topic: string): readonly string[] {
  return routersOf[topic] ?? [topic];
}
