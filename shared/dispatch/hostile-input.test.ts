import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { hostileFaults, leavesOf } from '../kernel/hostile-leaves.ts';
import { whistleActions, whistleInputs } from './whistle-actions.ts';
import { whistleEventTypes, whistlePayloads } from './whistle-events.ts';
import { sampleWhistleCommand } from './whistle-samples.ts';
import { whistleIn } from './whistle-walk.ts';

const whistle = whistleIn('fedBack');
/** Fields that the samples leave empty, with something in them. */
const filled: Readonly<Record<string, object>> = {
  reportIn: { code: '123456' },
  draft: { placeId: '00000000-0000-7000-8000-000000000001' },
  completeTask: { costFen: 100 },
};

describe('hostile input', () => {
  it.each(whistleActions)('%s takes no null character, no megabyte and no number beyond counting in any field', (action) => {
    const { input } = sampleWhistleCommand(action, { hat: 'secretary', snapshot: action === 'draft' ? null : whistle.snapshot });
    const good = { ...input, ...filled[action] };
    expect(z.safeParse(whistleInputs[action], good)).toMatchObject({ success: true });
    expect(leavesOf(good).length).toBeGreaterThan(0);
    expect(hostileFaults(whistleInputs[action], good)).toEqual([]);
  });

  it.each([
    ['dutyCode', '3-07'],
    ['quantity', '3 车'],
    ['costFen', 100_000_000_000],
  ] as const)('nor does %s of a task', (field, good) => {
    const { input } = sampleWhistleCommand('proposePlan', { hat: 'leadHandler', snapshot: whistle.snapshot });
    const tasks = (input as { tasks: object[] }).tasks.map((task) => ({ ...task, [field]: good }));
    expect(z.safeParse(whistleInputs.proposePlan, { ...input, tasks })).toMatchObject({ success: true });
    expect(hostileFaults(whistleInputs.proposePlan, { ...input, tasks })).toEqual([]);
  });

  it('a task costs at most a thousand million yuan', () => {
    const { input } = sampleWhistleCommand('proposePlan', { hat: 'leadHandler', snapshot: whistle.snapshot });
    const tasks = (input as { tasks: object[] }).tasks.map((task) => ({ ...task, costFen: 100_000_000_001 }));
    expect(z.safeParse(whistleInputs.proposePlan, { ...input, tasks }).success).toBe(false);
  });

  it('no event of a whistle holds such a text or number either', () => {
    const stories = [whistleIn('cleared'), whistleIn('onHold'), whistleIn('withdrawn'), whistleIn('void')];
    const events = stories.flatMap((story) => story.events);
    const seen = new Set<string>();
    for (const { type, payload } of events) {
      if (seen.has(type)) continue;
      seen.add(type);
      expect({ type, faults: hostileFaults(whistlePayloads[type], payload) }).toEqual({ type, faults: [] });
    }
    expect(whistleEventTypes.filter((type) => seen.has(type)).length).toBeGreaterThan(20);
  });
});
