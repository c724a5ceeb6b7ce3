import { describe, expect, it } from 'vitest';
import { DAY } from '#shared/kernel/durations.ts';
import { emptyFieldDraft, needsPin, readFieldDraft } from './field-draft.ts';

const now = 1_795_000_000_000;
const draft = { ...emptyFieldDraft({ caseId: 'a', requestId: 'b', now }), photoIds: ['p'], note: '堵了' };

describe('readFieldDraft', () => {
  it('restores the draft for 30 days', () => {
    expect(readFieldDraft(JSON.stringify(draft), now + 30 * DAY)).toEqual(draft);
    expect(readFieldDraft(JSON.stringify(draft), now + 30 * DAY + 1)).toBeNull();
  });
  it.each([null, '', 'null', '[]', '{"version":1}', JSON.stringify({ ...draft, version: 9 })])('leaves %s alone', (stored) => {
    expect(readFieldDraft(stored, now)).toBeNull();
  });
});

describe('needsPin', () => {
  const point = { lng: 113, lat: 28.8, accuracyM: 8, source: 'gnss' } as const;
  it.each([
    [{ point, confirmed: false }, false],
    [{ point: { ...point, accuracyM: 50 }, confirmed: false }, false],
    [{ point: { ...point, accuracyM: 51 }, confirmed: false }, true],
    [{ point: { ...point, accuracyM: null }, confirmed: false }, true],
    [{ point: null, confirmed: false }, true],
    [{ point: null, confirmed: true }, false],
    [{ point: { ...point, accuracyM: 900 }, confirmed: true }, false],
  ])('%j → %s', (input, answer) => {
    expect(needsPin(input)).toBe(answer);
  });
});
