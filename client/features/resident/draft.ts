import { DAY } from '#shared/kernel/durations.ts';
import type { Instant } from '#shared/kernel/time.ts';

/** What a resident has told so far. Kept on the device, so that neither the back gesture nor a closed browser loses a word. */
export type ReportDraft = {
  version: 1;
  savedAt: Instant;
  /** client-made: sending the same report again is harmless */
  caseId: string;
  requestId: string;
  wish: boolean;
  text: string;
  category: { scheme: string; code: string } | null;
  point: { lng: number; lat: number; accuracyM: number | null; source: 'gnss' | 'network' | 'pin' | 'address' } | null;
  unit: { id: string; name: string } | null;
  address: string;
  photoIds: string[];
};

/** How long an unfinished report stays on the device. */
export const DRAFT_KEPT_MS = 30 * DAY;

export function emptyDraft({ caseId, requestId, now }: { caseId: string; requestId: string; now: Instant }): ReportDraft {
  return {
    version: 1,
    savedAt: now,
    caseId,
    requestId,
    wish: false,
    text: '',
    category: null,
    point: null,
    unit: null,
    address: '',
    photoIds: [],
  };
}

/** The draft in a stored text; null when there is none, it is too old or another build wrote it differently. */
export function readDraft(stored: string | null, now: Instant): ReportDraft | null {
  if (stored === null) return null;
  try {
    const value: unknown = JSON.parse(stored);
    if (!isDraft(value) || now - value.savedAt > DRAFT_KEPT_MS) return null;
    return value;
  } catch {
    return null;
  }
}

function isDraft(value: unknown): value is ReportDraft {
  if (typeof value !== 'object' || value === null) return false;
  const draft = value as Partial<Record<keyof ReportDraft, unknown>>;
  return (
    draft.version === 1 &&
    [draft.caseId, draft.requestId, draft.text, draft.address].every((each) => typeof each === 'string') &&
    typeof draft.savedAt === 'number' &&
    typeof draft.wish === 'boolean' &&
    [draft.category, draft.point, draft.unit].every((each) => typeof each === 'object') &&
    Array.isArray(draft.photoIds)
  );
}

/** Somebody would miss it. */
export function hasContent({ text, category, point, unit, address, photoIds }: ReportDraft): boolean {
  return text.trim() !== '' || category !== null || point !== null || unit !== null || address !== '' || photoIds.length > 0;
}

/** A report needs words or a kind, and a place by map, building or address. */
export function isPlaced({ point, unit, address }: ReportDraft): boolean {
  return point !== null || unit !== null || address.trim() !== '';
}
