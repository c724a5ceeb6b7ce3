import { describe, expect, it } from 'vitest';
import type { Label } from '../kernel/label.ts';
import * as words from './whistle.i18n.ts';
import { innerActions, type WhistleAction, whistleActions } from './whistle-actions.ts';
import { whistleEventTypes } from './whistle-events.ts';
import * as refusals from './whistle-refusals.i18n.ts';
import { whistleRefusalCodes } from './whistle-refusals.ts';
import { unitStatuses, whistleStates } from './whistle-schema.ts';

const catalogues = Object.entries<Readonly<Record<string, Label>>>({ ...words, ...refusals });
const catalogue: Readonly<Record<string, Readonly<Record<string, Label>>>> = { ...words };
const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

describe('labels of whistles', () => {
  it.each(catalogues)('%s has Chinese and English with the same places', (_, labels) => {
    for (const [key, { zh, en, plain }] of Object.entries(labels)) {
      expect(zh, key).toMatch(/\p{Script=Han}/u);
      expect(en, key).toMatch(/^[A-Z{]/);
      expect(en, key).not.toMatch(/\p{Script=Han}/u);
      expect(places(zh), key).toEqual(places(en));
      if (plain !== undefined) expect(plain, key).toMatch(/\p{Script=Han}/u);
    }
  });

  it('name every state, unit status, sent action, event and refusal', () => {
    const inner: readonly WhistleAction[] = innerActions;
    const keys = (labels: object) => Object.keys(labels).sort();
    expect(keys(words.whistleStateLabels)).toEqual([...whistleStates].sort());
    expect(keys(words.unitStatusLabels)).toEqual([...unitStatuses].sort());
    expect(keys(words.whistleActionLabels)).toEqual(whistleActions.filter((action) => !inner.includes(action)).sort());
    expect(keys(words.whistleEventLabels)).toEqual([...whistleEventTypes].sort());
    expect(keys(refusals.whistleRefusalLabels)).toEqual([...whistleRefusalCodes].sort());
  });

  it.each(['whistleStateLabels', 'unitStatusLabels', 'whistleActionLabels', 'whistleEventLabels', 'whistleLimitLabels'] as const)(
    '%s does not say one thing twice',
    (name) => {
      const zh = Object.values(catalogue[name] ?? {}).map((label) => label.zh);
      expect(zh.length).toBeGreaterThan(0);
      expect(zh.filter((word, index) => zh.indexOf(word) !== index)).toEqual([]);
    },
  );

  it('has words for residents in every state', () => {
    for (const state of whistleStates) expect(words.whistleStateLabels[state].plain.length, state).toBeGreaterThan(0);
  });
});
