import { describe, expect, it } from 'vitest';
import { DAY } from '#shared/kernel/durations.ts';
import { DRAFT_KEPT_MS, emptyDraft, hasContent, isPlaced, readDraft } from './draft.ts';

const now = 1_795_000_000_000;
const draft = { ...emptyDraft({ caseId: 'a', requestId: 'b', now }), text: '路灯不亮', address: '3 栋' };

describe('readDraft', () => {
  it('gives back every word', () => {
    expect(readDraft(JSON.stringify(draft), now + DAY)).toEqual(draft);
  });

  it('keeps it for 30 days and no longer', () => {
    expect(readDraft(JSON.stringify(draft), now + DRAFT_KEPT_MS)).toEqual(draft);
    expect(readDraft(JSON.stringify(draft), now + DRAFT_KEPT_MS + 1)).toBeNull();
  });

  it.each([null, '', '{', 'null', '[]', '"text"', JSON.stringify({ ...draft, version: 2 }), JSON.stringify({ ...draft, photoIds: 'x' })])(
    'does not trip over %s',
    (stored) => {
      expect(readDraft(stored, now)).toBeNull();
    },
  );
});

describe('what a draft holds', () => {
  it('is empty at first', () => {
    const fresh = emptyDraft({ caseId: 'a', requestId: 'b', now });
    expect(hasContent(fresh)).toBe(false);
    expect(isPlaced(fresh)).toBe(false);
  });

  it('counts a photo as content and a building as a place', () => {
    const fresh = emptyDraft({ caseId: 'a', requestId: 'b', now });
    expect(hasContent({ ...fresh, photoIds: ['p'] })).toBe(true);
    expect(isPlaced({ ...fresh, unit: { id: 'u', name: '3 栋' } })).toBe(true);
  });
});
