import { describe, expect, it } from 'vitest';
import { identityErrorLabels, roleLabels, unitLevelLabels } from '../identity/identity.i18n.ts';
import type { Label } from '../kernel/label.ts';
import * as states from './cases.i18n.ts';
import * as history from './cases-history.i18n.ts';
import * as refusals from './cases-refusals.i18n.ts';

const catalogues = Object.entries<Readonly<Record<string, Label>>>({
  ...states,
  ...history,
  ...refusals,
  roleLabels,
  unitLevelLabels,
  identityErrorLabels,
});
const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

describe('labels', () => {
  it.each(catalogues)('%s has Chinese and English with the same places', (_, labels) => {
    for (const [key, { zh, en, plain }] of Object.entries(labels)) {
      expect(zh, key).toMatch(/\p{Script=Han}/u);
      expect(en, key).toMatch(/^[A-Z{110]/);
      expect(en, key).not.toMatch(/\p{Script=Han}/u);
      expect(places(zh), key).toEqual(places(en));
      if (plain !== undefined) expect(places(plain), key).toEqual(places(zh));
    }
  });

  it.each(['caseStateLabels', 'caseActionLabels', 'caseEventLabels', 'clockLimitLabels'] as const)(
    '%s does not say one thing twice',
    (name) => {
      const labels: Record<string, Label> = { ...states, ...history }[name];
      const words = Object.values(labels).map((label) => label.zh);
      expect(new Set(words).size).toBe(words.length);
    },
  );
});
