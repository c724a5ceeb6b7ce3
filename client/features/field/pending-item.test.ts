import { describe, expect, it } from 'vitest';
import { isPendingItem, nextToSend, type PendingItem, wakeAt } from './pending-item.ts';

function item(id: string, fields: Partial<PendingItem> = {}): PendingItem {
  const command = { action: 'addNote', input: { caseId: id, expectedVersion: 1, requestId: id, note: '看过' } } as const;
  return { id, version: 1, userId: 'u', command, photos: [], title: id, createdAt: 0, sendAfter: 0, problem: null, draft: null, ...fields };
}

describe('what is sent next', () => {
  it('goes oldest first', () => {
    expect(nextToSend([item('b', { createdAt: 2 }), item('a', { createdAt: 1 })], 10)?.id).toBe('a');
  });
  it('leaves the time to take it back', () => {
    expect(nextToSend([item('a', { sendAfter: 11 })], 10)).toBeNull();
    expect(nextToSend([item('a', { sendAfter: 11 })], 11)?.id).toBe('a');
  });
  it('does not let a failed one block the rest', () => {
    expect(nextToSend([item('a', { problem: { kind: 'offline' } }), item('b', { createdAt: 1 })], 10)?.id).toBe('b');
  });
  it('knows when to look again', () => {
    expect(wakeAt([])).toBeNull();
    expect(wakeAt([item('a', { problem: { kind: 'offline' } })])).toBeNull();
    expect(wakeAt([item('a', { sendAfter: 30 }), item('b', { sendAfter: 20 })])).toBe(20);
  });
});

describe('isPendingItem', () => {
  it('takes what this build wrote and nothing else', () => {
    expect(isPendingItem(JSON.parse(JSON.stringify(item('a'))))).toBe(true);
    for (const other of [null, 1, 'a', {}, { ...item('a'), version: 2 }, { ...item('a'), photos: null }])
      expect(isPendingItem(other)).toBe(false);
  });
});
