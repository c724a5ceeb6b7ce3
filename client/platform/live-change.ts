/** One change as the stream tells it; no content, only what to ask again. */
export type LiveChange = { topic: string; id: string | null };

/** Which routers' answers a change of a topic makes old. A topic that is not listed renews the router of its own name. */
const routersOf: Readonly<Record<string, readonly string[]>> = {
  case: ['cases', 'scoring', 'dashboards'],
  whistle: ['dispatch', 'cases', 'dashboards'],
  rules: ['dispatch', 'cases'],
  category: ['cases', 'categories', 'reporting'],
  territory: ['territory', 'cases'],
  people: ['identity', 'territory'],
  calendar: ['calendar', 'cases'],
  score: ['scoring', 'dashboards'],
  notification: ['notifications'],
};

/** One line of the live stream; anything unreadable (a heartbeat) is no change. */
export function readChange(data: string): LiveChange | null {
  try {
    const value: { topic?: unknown; id?: unknown } | null = JSON.parse(data);
    if (typeof value?.topic !== 'string') return null;
    return { topic: value.topic, id: typeof value.id === 'string' ? value.id : null };
  } catch {
    return null;
  }
}

export function affectedRouters(topic: string): readonly string[] {
  return routersOf[topic] ?? [topic];
}
