import type { Platform } from '#server/platform/context.ts';
import { type AppendedEvents, appendedEvents } from '#server/platform/events.ts';
import { tellCaseEvents } from './commands/tell-case-events.ts';
import { tellWhistleEvents } from './commands/tell-whistle-events.ts';

/** Who tells of the events of which aggregate. */
const tellers: Readonly<Record<string, (platform: Platform, told: AppendedEvents) => Promise<void>>> = {
  case: tellCaseEvents,
  whistle: tellWhistleEvents,
};

/** Listens to every event; those of aggregates that nobody is told of pass by. */
export async function tellEvents(platform: Platform, payload: unknown): Promise<void> {
  const told = appendedEvents.parse(payload);
  await tellers[told.aggregateType]?.(platform, told);
}
