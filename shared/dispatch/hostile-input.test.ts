import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { whistleActions, whistleInputs } from './whistle-actions.ts';
import { whistleEventTypes, whistlePayloads } from './whistle-events.ts';
import { sampleWhistleCommand } from './whistle-samples.ts';
import { whistleIn } from './whistle-walk.ts';

type Json = unknown;
type Place = { path: readonly (string | number)[]; value: Json };
const NUL = '\u0000';
const HUGE = 'x'.repeat(1_000_000);

/** Every leaf of a value, with where it stands. */
function leavesOf(value: Json, path: Place['path'] = []): Place[] {
  if (typeof value !== 'object' || value === null) return [{ path, value }];
  return Object.entries(value).flatMap(([key, part]) => leavesOf(part, [...path, Array.isArray(value) ? Number(key) : key]));
}

/** The same value with one leaf replaced. */
function put(value: Json, [key, ...rest]: Place['path'], leaf: Json): Json {
  if (key === undefined) return leaf;
  if (Array.isArray(value)) return value.map((part, index) => (index === key ? put(part, rest, leaf) : part));
  return { ...(value as object), [key]: put((value as Record<string, Json>)[key], rest, leaf) };
}

/** What a schema lets through of a hostile leaf: nothing, or text without what a database refuses. */
function faultOf(schema: z.core.$ZodType, hostile: Json): string | null {
  const parsed = z.safeParse(schema, hostile);
  if (!parsed.success) return null;
  const text = JSON.stringify(parsed.data);
  return text.includes('\\u0000') || text.length > 100_000 || text.includes('1e+300') ? 'taken' : null;
}

/** Leaves of the good value, and the texts that the samples leave empty. */
function hostileFaults(schema: z.core.$ZodType, good: Json): string[] {
  return leavesOf(good).flatMap(({ path, value }) => {
    const where = path.join('.');
    const bad: readonly Json[] =
      typeof value === 'number' ? [Number.NaN, 1e300, -1e300, Number.POSITIVE_INFINITY] : [NUL, `a${NUL}b`, HUGE];
    return bad.flatMap((leaf) => (faultOf(schema, put(good, path, leaf)) === null ? [] : [`${where}: ${String(leaf).slice(0, 8)}`]));
  });
}

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
