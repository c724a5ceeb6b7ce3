/** The number in a grid's name, `03网格` → 3; null when it has none. */
export function gridNumber(name: string | null): number | null {
  const digits = /\d{1,2}/.exec(name ?? '')?.[0];
  return digits === undefined ? null : Number(digits);
}
