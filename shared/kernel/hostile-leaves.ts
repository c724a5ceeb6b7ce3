import * as z from 'zod/mini';

type Json = unknown;
type Place = { path: readonly (string | number)[]; value: Json };
const NUL = '\u0000';
const HUGE = 'x'.repeat(1_000_000);

/** Every leaf of a value, with where it stands. */
export function leavesOf(value: Json, path: Place['path'] = []): Place[] {
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

/** For the tests of inputs: the leaves of a good value at which the schema takes a null character, a megabyte or a number beyond counting. */
export function hostileFaults(schema: z.core.$ZodType, good: Json): string[] {
  return leavesOf(good).flatMap(({ path, value }) => {
    const where = path.join('.');
    const bad: readonly Json[] =
      typeof value === 'number' ? [Number.NaN, 1e300, -1e300, Number.POSITIVE_INFINITY] : [NUL, `a${NUL}b`, HUGE];
    return bad.flatMap((leaf) => (faultOf(schema, put(good, path, leaf)) === null ? [] : [`${where}: ${String(leaf).slice(0, 8)}`]));
  });
}
