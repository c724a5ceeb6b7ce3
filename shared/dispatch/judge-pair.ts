import type { PhotoPlace } from '../files/photo-evidence.ts';
import { distanceM } from '../kernel/geometry/measure.ts';
import type { FileId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';

/** A photo of the whistle's file: when and from where it was taken, as far as known. */
export type FilePhoto = { id: FileId; takenAt: Instant | null; from: PhotoPlace | null };

/** Photos of one spot lie at most so far apart, in metres, beyond the doubt of both positions. */
export const SAME_SPOT_M = 30;
/** The doubt of a position that does not say its own: what a phone's camera knows in a street. Metres. */
const USUAL_DOUBT_M = 15;

/**
 * What two photos say of a pair: `good`; `reversed`, the one of the end is not the later one; `tooEarly`, it was taken before the work
 * began; `apart`, from another spot. `apartM` in whole metres, null when one of the two has no position: that alone condemns no pair.
 */
export type PairVerdict = { verdict: 'good' | 'reversed' | 'tooEarly' | 'apart'; apartM: number | null };

/** Why a pair is refused, by what the photos say of it. */
export const pairRefusals = { reversed: 'pairReversed', tooEarly: 'pairTooEarly', apart: 'pairApart' } as const;

export function judgePair({ before, after }: { before: FilePhoto; after: FilePhoto }, startedAt: Instant | null): PairVerdict {
  const apartM = apart(before.from, after.from);
  if (before.takenAt !== null && after.takenAt !== null && after.takenAt <= before.takenAt) return { verdict: 'reversed', apartM };
  if (after.takenAt !== null && startedAt !== null && after.takenAt < startedAt) return { verdict: 'tooEarly', apartM };
  const allowed = SAME_SPOT_M + doubt(before.from) + doubt(after.from);
  return { verdict: apartM !== null && apartM > allowed ? 'apart' : 'good', apartM };
}

const doubt = (place: PhotoPlace | null) => place?.accuracyM ?? USUAL_DOUBT_M;

function apart(a: PhotoPlace | null, b: PhotoPlace | null): number | null {
  return a && b && Math.round(distanceM([a.lng, a.lat], [b.lng, b.lat]));
}
