import { describe, expect, it } from 'vitest';
import { evolveWhistle } from '#shared/dispatch/evolve-whistle.ts';
import { type WhistleEvent, whistlePayloads } from '#shared/dispatch/whistle-events.ts';
import type { WhistleSnapshot, WhistleState } from '#shared/dispatch/whistle-schema.ts';
import { whistleIn } from '#shared/dispatch/whistle-walk.ts';
import { type NoteWords, whistleEventNote } from './event-note.ts';
import { stagesOf } from './stages.ts';

const reached = {
  draftedAt: 1,
  blownAt: 2,
  acknowledgedAt: 3,
  onSiteAt: 4,
  opinionsAt: 5,
  planApprovedAt: 6,
  startedAt: 7,
  acceptedAt: 9,
  completedAt: 8,
  fedBackAt: 10,
  clearedAt: 11,
};
const none = Object.fromEntries(Object.keys(reached).map((key) => [key, null]));
const at = (state: WhistleState, times: object) => ({ ...none, draftedAt: 1, state, ...times }) as unknown as WhistleSnapshot;
const states = (snapshot: WhistleSnapshot, late = false) => stagesOf(snapshot, late).map(({ state }) => state);

describe('the ten stages of a whistle', () => {
  it('begins with the blow ahead', () => {
    expect(states(at('drafted', {}))).toEqual(['passed', 'now', ...Array.from({ length: 8 }, () => 'next')]);
  });
  it('has them all behind when cleared, each with its day', () => {
    const stages = stagesOf(at('cleared', reached), false);
    expect(stages.map(({ at: day }) => day)).toEqual([1, 2, 3, 4, 5, 6, 7, 9, 10, 11]);
    expect(new Set(stages.map(({ state }) => state))).toEqual(new Set(['passed']));
  });
  it('marks the stage it works at, and marks it missed once it is late', () => {
    const { onSiteAt, blownAt, acknowledgedAt } = reached;
    const onSite = at('onSite', { onSiteAt, blownAt, acknowledgedAt });
    expect(stagesOf(onSite, false)[4]).toEqual({ stage: 'opinions', at: null, state: 'now' });
    expect(stagesOf(onSite, true)[4]).toEqual({ stage: 'opinions', at: null, state: 'missed' });
  });
  it('stays where a withdrawn whistle ended', () => {
    expect(states(at('withdrawn', { blownAt: 2 })).filter((state) => state === 'now')).toEqual([]);
  });
});

describe('a clearing stored before it named the units without marks', () => {
  const words: NoteWords = {
    say: (text, params = {}) => text.zh.replace(/\{(\w+)\}/g, (_, key: string) => String(params[key])),
    ...{ locale: 'zh', moment: String, unitName: (id) => `<${id}>`, taskName: String },
  };
  const { snapshot, events } = whistleIn('fedBack');
  const unitId = snapshot.units[0]?.departmentId;
  const cleared = (payload: object) => {
    const meta = { seq: events.length + 1, at: 77, actorId: events[0]?.meta.actorId, v: 1 };
    return { type: 'WhistleCleared', payload: whistlePayloads.WhistleCleared.parse(payload), meta } as unknown as WhistleEvent;
  };
  it('still clears the whistle and needs no more words', () => {
    const old = { ...cleared({}), payload: {} } as WhistleEvent;
    expect(cleared({}).payload).toEqual({});
    expect(evolveWhistle(snapshot, old)).toMatchObject({ state: 'cleared', clearedAt: 77 });
    expect(whistleEventNote({ event: old, moves: [] }, words)).toBe('');
  });
  it('is told apart from one that names them', () => {
    const note = whistleEventNote({ event: cleared({ unrated: [unitId], overReason: '催过两次' }), moves: [] }, words);
    expect(note).toContain(`<${unitId}>`);
    expect(note).toContain('没有评价，街道定：催过两次');
  });
});
