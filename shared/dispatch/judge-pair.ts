import type { PhotoPlace } from '../files/photo-evidence.ts';
import type { PhotoPurpose } from '../files/photo-purposes.ts';
import { distanceM } from '../kernel/geometry/measure.ts';
import type { FileId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import type { WhistleSnapshot } from './whistle-schema.ts';

/** A photo of the whistle's file: what it was filed for and when, when and from where it was taken, as far as known. */
export type FilePhoto = { id: FileId; takenAt: Instant | null; from: PhotoPlace | null; purpose: string | null; filedAt: Instant };

/** What shows how it was before: the report, its check, the visit. */
const beginnings: readonly PhotoPurpose[] = ['report', 'verification', 'visit'];
/** What shows how it is after: the work itself, and what was filed of it during the work. */
const endings: readonly PhotoPurpose[] = ['work', 'feedback', 'note'];

/** The work that a pair speaks of: when it began, and when it was last turned down; null = never. */
export type PairedWork = { startedAt: Instant | null; rejectedAt: Instant | null };

/** The work of a whistle as its pairs speak of it. */
export function pairedWork({
  startedAt,
  reworkCount,
  finishFrom,
}: Pick<WhistleSnapshot, 'startedAt' | 'reworkCount' | 'finishFrom'>): PairedWork {
  // the end of the plan runs anew from the day an acceptance failed
  return { startedAt, rejectedAt: reworkCount > 0 ? finishFrom : null };
}

/** Whether the photo may stand on this side of a pair by what it was filed for. */
export function fitsSide(side: 'before' | 'after', { purpose }: Pick<FilePhoto, 'purpose'>): boolean {
  return (side === 'before' ? beginnings : endings).some((each) => each === purpose);
}

/** Photos of one spot lie at most so far apart, in metres, beyond the doubt of both positions. */
export const SAME_SPOT_M = 30;
/** The doubt of a position that does not say its own: what a phone's camera knows in a street. Metres. */
const USUAL_DOUBT_M = 15;

/**
 * What two photos say of a pair: `good`; `reversed`, the one of the end is not the later one; `tooEarly`, it was taken before the work
 * began; `apart`, from another spot; `wrongSide`, one was filed for something else; `filedEarly`, the one of the end was filed before the work
 * or before its last rejection. `apartM` in whole metres, null when one of the two has no position: that alone condemns no pair.
 */
export type PairVerdict = { verdict: 'good' | 'reversed' | 'tooEarly' | 'apart' | 'wrongSide' | 'filedEarly'; apartM: number | null };

/** Why a pair is refused, by what the photos say of it. */
export const pairRefusals = {
  reversed: 'pairReversed',
  tooEarly: 'pairTooEarly',
  apart: 'pairApart',
  wrongSide: 'pairWrongSide',
  filedEarly: 'pairFiledEarly',
} as const;

export function judgePair({ before, after }: { before: FilePhoto; after: FilePhoto }, work: PairedWork): PairVerdict {
  const { startedAt, rejectedAt } = work;
  const apartM = apart(before.from, after.from);
  if (before.takenAt !== null && after.takenAt !== null && after.takenAt <= before.takenAt) return { verdict: 'reversed', apartM };
  if (after.takenAt !== null && startedAt !== null && after.takenAt < startedAt) return { verdict: 'tooEarly', apartM };
  const allowed = SAME_SPOT_M + doubt(before.from) + doubt(after.from);
  if (apartM !== null && apartM > allowed) return { verdict: 'apart', apartM };
  if (!fitsSide('before', before) || !fitsSide('after', after)) return { verdict: 'wrongSide', apartM };
  const earliest = Math.max(startedAt ?? after.filedAt, rejectedAt ?? after.filedAt);
  return { verdict: after.filedAt < earliest ? 'filedEarly' : 'good', apartM };
}

const doubt = (place: PhotoPlace | null) => place?.accuracyM ?? USUAL_DOUBT_M;

function apart(a: PhotoPlace | null, b: PhotoPlace | null): number | null {
  return a && b && Math.round(distanceM([a.lng, a.lat], [b.lng, b.lat]));
}
