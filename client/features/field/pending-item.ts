import type { inferRouterInputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { PhotoPurpose } from '../../platform/index.ts';
import type { FieldDraft } from './field-draft.ts';

export type CaseCommandInput = inferRouterInputs<AppRouter>['cases']['act'];

/** Why an item did not go: the line, the sign-in, a photo, or the server's typed refusal. */
export type PendingProblem =
  | { kind: 'offline' | 'signedOut' | 'broken' }
  | { kind: 'photos'; reason: 'tooLarge' | 'notAPicture' | 'refused' | 'lost' }
  | { kind: 'refused'; module: string; code: string; params?: Readonly<Record<string, string | number>> | undefined };

/** A write that the server has not confirmed yet. Its ids were made here once, so sending it again is harmless. */
export type PendingItem = {
  /** the request id */
  id: string;
  version: 1;
  /** who made it; nobody else's session sends it */
  userId: string;
  command: CaseCommandInput;
  photos: { id: string; purpose: PhotoPurpose }[];
  title: string;
  createdAt: Instant;
  /** the time to take it back */
  sendAfter: Instant;
  problem: PendingProblem | null;
  /** the form it came from, so that taking back returns to it */
  draft: FieldDraft | null;
};

export function isPendingItem(value: unknown): value is PendingItem {
  if (typeof value !== 'object' || value === null) return false;
  const item = value as Partial<Record<keyof PendingItem, unknown>>;
  return (
    item.version === 1 &&
    typeof item.id === 'string' &&
    typeof item.userId === 'string' &&
    typeof item.command === 'object' &&
    Array.isArray(item.photos)
  );
}

/** The next item to send at `now`, oldest first; an item with a problem waits for the person or the line. */
export function nextToSend(items: readonly PendingItem[], now: Instant): PendingItem | null {
  return [...items].sort((a, b) => a.createdAt - b.createdAt).find((item) => item.problem === null && item.sendAfter <= now) ?? null;
}

/** When to look again, or null when nothing waits for its time. */
export function wakeAt(items: readonly PendingItem[]): Instant | null {
  const waiting = items.filter((item) => item.problem === null).map((item) => item.sendAfter);
  return waiting.length === 0 ? null : Math.min(...waiting);
}
