import { describe, expect, it } from 'vitest';
import type { WhistleSnapshot, WhistleState } from '#shared/dispatch/whistle-schema.ts';
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
