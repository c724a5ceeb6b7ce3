import type { contactOutcomes, contactWays } from '#shared/cases/cases-schema.ts';
import type { FoundPosition, PhotoPurpose } from '../../platform/index.ts';
import type { FieldAction } from './field-actions.ts';
import type { CaseCommandInput } from './pending-item.ts';

/** An action being filled in; kept on the device until it is sent. */
export type ActionDraft = {
  requestId: string;
  text: string;
  isTrue: boolean | null;
  passed: boolean | null;
  photoIds: string[];
  beforeIds: string[];
  position: Pick<FoundPosition, 'lng' | 'lat' | 'accuracyM' | 'source'> | null;
  way: (typeof contactWays)[number];
  outcome: (typeof contactOutcomes)[number];
};

export function emptyAction(requestId: string): ActionDraft {
  return { requestId, text: '', isTrue: null, passed: null, photoIds: [], beforeIds: [], position: null, way: 'phone', outcome: 'reached' };
}

export function readAction(stored: string | null): ActionDraft | null {
  if (stored === null) return null;
  try {
    const value: Partial<ActionDraft> | null = JSON.parse(stored);
    const sound =
      typeof value?.requestId === 'string' &&
      typeof value.text === 'string' &&
      Array.isArray(value.photoIds) &&
      Array.isArray(value.beforeIds);
    return sound ? { ...emptyAction(value.requestId ?? ''), ...value } : null;
  } catch {
    return null;
  }
}

type Prepared = { command: CaseCommandInput; photos: { id: string; purpose: PhotoPurpose }[] };

/** The command a filled form stands for. `inspectPass` and `inspectFail` share one form: the answer decides. */
export function commandOf(
  action: FieldAction,
  { draft, caseId, version, now }: { draft: ActionDraft; caseId: string; version: number; now: number },
): Prepared {
  const { requestId, photoIds, beforeIds, position } = draft;
  const text = draft.text.trim();
  const onCase = { caseId, expectedVersion: version, requestId };
  const as = (purpose: PhotoPurpose, ids: readonly string[]) => ids.map((id) => ({ id, purpose }));
  switch (action) {
    case 'answerVerification':
      return {
        command: { action, input: { ...onCase, isTrue: draft.isTrue === true, note: text, photoIds } },
        photos: as('inspection', photoIds),
      };
    case 'selfHandle':
      return {
        command: { action, input: { ...onCase, result: text, beforePhotoIds: beforeIds, afterPhotoIds: photoIds } },
        photos: [...as('report', beforeIds), ...as('feedback', photoIds)],
      };
    case 'inspectPass':
    case 'inspectFail': {
      const photos = as('inspection', photoIds);
      if (draft.passed === true)
        return { command: { action: 'inspectPass', input: { ...onCase, note: text, photoIds, position } }, photos };
      return { command: { action: 'inspectFail', input: { ...onCase, reason: text, photoIds, position } }, photos };
    }
    case 'contact':
      return { command: { action, input: { ...onCase, way: draft.way, outcome: draft.outcome, note: text, contactAt: now } }, photos: [] };
    case 'acknowledgeSupervision':
      return { command: { action, input: onCase }, photos: [] };
    case 'replySupervision':
      return { command: { action, input: { ...onCase, text, photoIds } }, photos: as('note', photoIds) };
    case 'addNote':
      return { command: { action, input: { ...onCase, note: text, photoIds } }, photos: as('note', photoIds) };
  }
}
