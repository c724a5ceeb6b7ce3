import { describe, expect, it } from 'vitest';
import { parseWallClock } from '#shared/kernel/zone-time.ts';
import type { WhistleLine } from '../dispatch-lists/index.ts';
import type { CaseLine } from './case-types.ts';
import { dueOf, mergeByClock } from './inbox-rows.ts';

const zone = 'Asia/Shanghai';
const at = (text: string) => parseWallClock(zone, text) ?? Number.NaN;
const now = { now: at('2026-11-26T09:42'), timeZone: zone };

/** Only what the order reads; the rest of a row is the server's. */
const caseDue = (id: string, due: string | null, held = false) =>
  ({ id, clock: { due: due === null ? null : { at: at(due) }, held } }) as unknown as CaseLine;
const whistleDue = (id: string, due: string | null, own?: string) =>
  ({
    ...{ id, clock: { due: due === null ? null : { at: at(due) }, held: false } },
    own: own === undefined ? [] : [{ due: at(own) }],
  }) as unknown as WhistleLine;
const ids = (loaded: Partial<Parameters<typeof mergeByClock>[0]>) =>
  mergeByClock({ cases: [], whistles: [], moreCases: false, moreWhistles: false, ...loaded }, now).map(({ id }) => id);

describe('cases and whistles in one list', () => {
  it('stand by their limits: late, today, later, held among the later ones, those without a limit last', () => {
    const cases = [
      caseDue('c1', '2026-11-25T18:00'),
      caseDue('c2', '2026-11-26T18:00'),
      caseDue('c3', '2026-12-01T18:00'),
      caseDue('c4', null),
    ];
    const whistles = [whistleDue('w1', '2026-11-25T16:00'), whistleDue('w2', '2026-11-26T11:00'), whistleDue('w3', null)];
    expect(ids({ cases, whistles })).toEqual(['w1', 'c1', 'w2', 'c2', 'c3', 'c4', 'w3']);
    expect(ids({ cases: [caseDue('held', '2026-11-20T18:00', true), caseDue('late', '2026-11-25T18:00')] })).toEqual(['late', 'held']);
  });

  it('take the own unit’s limit of a whistle, not the one another unit has missed', () => {
    const whistles = [whistleDue('w1', '2026-11-25T16:00', '2026-11-27T18:00'), whistleDue('w2', '2026-11-26T11:00')];
    expect(ids({ whistles })).toEqual(['w2', 'w1']);
    const [first] = mergeByClock({ cases: [], whistles, moreCases: false, moreWhistles: false }, now);
    expect(first && dueOf(first)).toEqual({ due: at('2026-11-26T11:00'), held: false });
  });

  it('show no row while one that is not loaded yet may stand before it', () => {
    const cases = [caseDue('c1', '2026-11-26T10:00'), caseDue('c2', '2026-11-26T12:00')];
    const whistles = [whistleDue('w1', '2026-11-26T11:00'), whistleDue('w2', '2026-11-26T15:00'), whistleDue('w3', null)];
    expect(ids({ cases, whistles, moreCases: true })).toEqual(['c1', 'w1', 'c2']);
    expect(ids({ cases: [...cases, caseDue('c3', null)], whistles: whistles.slice(0, 1), moreWhistles: true })).toEqual(['c1', 'w1']);
    expect(ids({ cases, whistles })).toEqual(['c1', 'w1', 'c2', 'w2', 'w3']);
  });

  it('reach as far as the own limit of the last whistle, not the limit of another unit in it', () => {
    const cases = [caseDue('c1', '2026-11-26T12:00'), caseDue('c2', '2026-11-27T12:00')];
    const whistles = [whistleDue('w1', '2026-11-25T16:00', '2026-11-26T15:00')];
    expect(ids({ cases, whistles, moreWhistles: true })).toEqual(['c1', 'w1']);
  });
});
