import { limitWords } from '#shared/calendar/calendar.i18n.ts';
import { type Limit, limit } from '#shared/calendar/calendar-schema.ts';
import type { Label, Locale } from '#shared/kernel/label.ts';
import type { Bounds } from '#shared/settings/settings-schema.ts';
import { defineTexts, type Say } from '../../platform/index.ts';

const texts = defineTexts({
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  amount: { zh: '{n} {unit}', en: '{n} {unit}' },
});

/** One figure of a form; a number that is not written yet is empty. */
export type SettingValue = number | '' | boolean | string | Limit;
/** Settings as a flat table, keyed by their path (`limits.ordinary.plan`). */
export type SettingValues = Readonly<Record<string, SettingValue>>;

/** `next`: from the next act that fixes it, what runs keeps what it has; `open`: the next step of what runs goes by it. */
export type AppliesTo = 'next' | 'open';
type Common = { path: string; label: Label; effect: Label; applies: AppliesTo };
export type SettingField =
  | (Common & { kind: 'number'; unit: Label; bounds: Bounds })
  | (Common & { kind: 'limit' })
  | (Common & { kind: 'tick' })
  | (Common & { kind: 'choice'; options: readonly { value: string; label: Label }[] });
export type SettingGroup = { title: Label; note?: Label; fields: readonly SettingField[] };

export const isLimit = (value: unknown): value is Limit => limit.safeParse(value).success;
const isLeaf = (value: unknown): value is SettingValue => typeof value !== 'object' || isLimit(value);

/** The flat table of nested settings. */
export function flattened(settings: object, prefix = ''): SettingValues {
  return Object.fromEntries(
    Object.entries(settings).flatMap(([key, value]: [string, unknown]) => {
      const path = `${prefix}${key}`;
      return isLeaf(value) ? [[path, value]] : Object.entries(flattened(value as object, `${path}.`));
    }),
  );
}

type Nested = { [key: string]: SettingValue | Nested };

/** The nested settings of a flat table; the schema judges what they are worth. */
export function nested(values: SettingValues): Nested {
  const whole: Nested = {};
  for (const [path, value] of Object.entries(values)) {
    const keys = path.split('.');
    const last = keys.pop() ?? path;
    let place = whole;
    for (const key of keys) {
      const inner = place[key];
      const next: Nested = typeof inner === 'object' && !isLimit(inner) ? inner : {};
      place[key] = next;
      place = next;
    }
    place[last] = value;
  }
  return whole;
}

export const sameValue = (a: SettingValue | undefined, b: SettingValue | undefined) => JSON.stringify(a) === JSON.stringify(b);

/** A figure in the words of the page. */
export function valueText(field: SettingField, value: SettingValue | undefined, { say, locale }: { say: Say; locale: Locale }): string {
  if (value === undefined || value === '') return '—';
  if (isLimit(value)) return limitWords(value, locale);
  if (field.kind === 'number') return say(texts.amount, { n: Number(value), unit: say(field.unit) });
  if (field.kind === 'tick') return say(value === true ? texts.yes : texts.no);
  const option = field.kind === 'choice' ? field.options.find((each) => each.value === value) : undefined;
  return option ? say(option.label) : String(value);
}

export type SettingChangeLine = { field: SettingField; before: SettingValue | undefined; after: SettingValue | undefined };

/** What differs between two tables, in the order of the form. */
export function changedLines(groups: readonly SettingGroup[], before: SettingValues, after: SettingValues): SettingChangeLine[] {
  return groups
    .flatMap(({ fields }) => fields)
    .map((field) => ({ field, before: before[field.path], after: after[field.path] }))
    .filter((line) => !sameValue(line.before, line.after));
}

/** One's own changes over what somebody else saved meanwhile. */
export function rebased({ base, mine, theirs }: { base: SettingValues; mine: SettingValues; theirs: SettingValues }): SettingValues {
  const own = Object.entries(mine).filter(([path, value]) => !sameValue(value, base[path]));
  return { ...theirs, ...Object.fromEntries(own) };
}
