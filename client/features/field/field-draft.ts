import { DAY } from '#shared/kernel/durations.ts';
import type { Instant } from '#shared/kernel/time.ts';

/** A report being made on the tablet: on the device before the camera opens, with the evidence of the shutter. */
export type FieldDraft = {
  version: 1;
  savedAt: Instant;
  caseId: string;
  requestId: string;
  photoIds: string[];
  /** frozen at the shutter of the first photo */
  point: { lng: number; lat: number; accuracyM: number | null; source: 'gnss' | 'network' | 'pin' } | null;
  capturedAt: Instant | null;
  /** the person looked at the map and said "here" */
  confirmed: boolean;
  address: string;
  category: { scheme: string; code: string } | null;
  note: string;
  /** reported for a neighbour */
  behalf: { name: string; phone: string } | null;
};

/** Above this, in metres, the person confirms the place on the map. */
export const SURE_WITHIN_M = 50;
/** Open cases of the same kind this near, in metres, are shown before a new one is made. */
export const SAME_WITHIN_M = 30;
const KEPT_MS = 30 * DAY;

export function emptyFieldDraft({ caseId, requestId, now }: { caseId: string; requestId: string; now: Instant }): FieldDraft {
  return {
    ...{ version: 1, savedAt: now, caseId, requestId, photoIds: [], point: null, capturedAt: null },
    ...{ confirmed: false, address: '', category: null, note: '', behalf: null },
  };
}

/** The draft in a stored text; null when there is none, it is too old or another build wrote it differently. */
export function readFieldDraft(stored: string | null, now: Instant): FieldDraft | null {
  if (stored === null) return null;
  try {
    const value: Partial<Record<keyof FieldDraft, unknown>> | null = JSON.parse(stored);
    return isFieldDraft(value) && now - value.savedAt <= KEPT_MS ? value : null;
  } catch {
    return null;
  }
}

function isFieldDraft(value: unknown): value is FieldDraft {
  if (typeof value !== 'object' || value === null) return false;
  const draft = value as Partial<Record<keyof FieldDraft, unknown>>;
  return (
    draft.version === 1 &&
    typeof draft.savedAt === 'number' &&
    [draft.caseId, draft.requestId, draft.note, draft.address].every((each) => typeof each === 'string') &&
    [draft.point, draft.category, draft.behalf].every((each) => typeof each === 'object') &&
    Array.isArray(draft.photoIds)
  );
}

/** The place needs a look at the map: no fix, or a fix wider than 50 m, and nobody has said "here" yet. */
export function needsPin({ point, confirmed }: Pick<FieldDraft, 'point' | 'confirmed'>): boolean {
  return !confirmed && (point === null || point.accuracyM === null || point.accuracyM > SURE_WITHIN_M);
}
