import { describe, expect, it } from 'vitest';
import { caseSettings, defaultCaseSettings } from '#shared/cases/case-settings.ts';
import { defaultWhistleSettings, whistleSettings } from '#shared/dispatch/whistle-context.ts';
import { caseGroups } from './case-fields.ts';
import { changedLines, flattened, nested, rebased } from './setting-fields.ts';
import { whistleGroups } from './whistle-fields.ts';

describe('settings as a form', () => {
  it.each([
    ['whistles', whistleGroups, whistleSettings, defaultWhistleSettings],
    ['cases', caseGroups, caseSettings, defaultCaseSettings],
  ])('has a field for every figure of %s and no other', (_, groups, schema, defaults) => {
    const flat = flattened(defaults);
    const paths = groups.flatMap(({ fields }) => fields.map(({ path }) => path));
    expect([...paths].sort()).toEqual(Object.keys(flat).sort());
    expect(schema.parse(nested(flat))).toEqual(defaults);
  });

  it('tells what differs, in the order of the form', () => {
    const before = flattened(defaultCaseSettings);
    const lines = changedLines(caseGroups, before, { ...before, holdsMax: 4, inspectionRadiusM: 200 });
    expect(lines.map(({ field, before: was, after }) => [field.path, was, after])).toEqual([
      ['inspectionRadiusM', 100, 200],
      ['holdsMax', 3, 4],
    ]);
  });

  it('keeps one’s own changes over what somebody else saved', () => {
    const base = { a: 1, b: 2, c: 3 };
    expect(rebased({ base, mine: { ...base, a: 9 }, theirs: { a: 5, b: 6, c: 3 } })).toEqual({ a: 9, b: 6, c: 3 });
  });
});
