import { randomBytes } from 'node:crypto';
import type { Change, LiveHub } from '#server/platform/live.ts';

export type LoggedChange = { id: string; change: Change };
export type LiveLog = {
  /** `missed` is called when changes may have been lost for everybody */
  subscribe: (listener: (logged: LoggedChange) => void, missed: () => void) => () => void;
  /** what came after an id of this process; null when that is no longer known */
  since: (id: string) => readonly LoggedChange[] | null;
};

const KEPT = 500;

/** Numbers the changes of this process and keeps the last ones, so that a short break of a stream loses nothing. */
export function openLiveLog(hub: LiveHub): LiveLog {
  const boot = randomBytes(6).toString('hex');
  const kept: LoggedChange[] = [];
  const subscribers = new Set<{ listener: (logged: LoggedChange) => void; missed: () => void }>();
  let count = 0;
  hub.subscribe(
    (change) => {
      count += 1;
      const logged = { id: `${boot}.${count}`, change };
      kept.push(logged);
      if (kept.length > KEPT) kept.shift();
      for (const { listener } of subscribers) listener(logged);
    },
    () => {
      kept.length = 0;
      for (const { missed } of subscribers) missed();
    },
  );
  return {
    subscribe: (listener, missed) => {
      const subscriber = { listener, missed };
      subscribers.add(subscriber);
      return () => subscribers.delete(subscriber);
    },
    since: (id) => {
      const at = kept.findIndex((logged) => logged.id === id);
      return at < 0 ? null : kept.slice(at + 1);
    },
  };
}
