import type { Fraction } from './scoring-schema.ts';

/** Raise it with any change of the arithmetic; stored scores say which they were made with. */
export const FORMULA_VERSION = 1;

/** numerator ÷ denominator as a whole number, half up; both not negative, denominator above 0. Exact: no floating point division. */
export function divideHalfUp(numerator: number, denominator: number): number {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || numerator < 0 || denominator <= 0) {
    throw new RangeError(`cannot divide ${numerator} by ${denominator}`);
  }
  const rest = numerator % denominator;
  return (numerator - rest) / denominator + (rest >= denominator - rest ? 1 : 0);
}

/** A rate in hundredths of a per cent: `part` in hundredths of a case, `whole` in cases; null when there is no case (N/A). */
export function rateOf(part: number, whole: number): number | null {
  return whole === 0 ? null : divideHalfUp(part * 100, whole);
}

/**
 * The weighted mean of rates, with N/A left out and its weight spread pro rata over the others (so never counted as 0 or as 100).
 * Rates enter as shown, rounded to two decimals, so that anybody can check the total by hand; null when nothing is left.
 */
export function weightedTotal(parts: readonly { value: number | null; weight: number }[]): Fraction | null {
  let numerator = 0;
  let denominator = 0;
  for (const { value, weight } of parts) {
    if (value === null) continue;
    numerator += value * weight;
    denominator += weight;
  }
  return denominator === 0 ? null : { numerator, denominator, value: divideHalfUp(numerator, denominator) };
}

/** Compares two fractions exactly, by cross multiplication; positive when a is greater. */
export function compareFractions(a: Pick<Fraction, 'numerator' | 'denominator'>, b: Pick<Fraction, 'numerator' | 'denominator'>): number {
  const difference = BigInt(a.numerator) * BigInt(b.denominator) - BigInt(b.numerator) * BigInt(a.denominator);
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
}

/** Ranks from the greatest down; exactly equal fractions share a rank and the next one is skipped (1, 1, 3). Equal ones keep their order. */
export function rankByFraction<T extends { fraction: Pick<Fraction, 'numerator' | 'denominator'> }>(
  items: readonly T[],
): { item: T; rank: number }[] {
  const sorted = items.toSorted((a, b) => compareFractions(b.fraction, a.fraction));
  const ranked: { item: T; rank: number }[] = [];
  for (const [index, item] of sorted.entries()) {
    const above = ranked.at(-1);
    const tied = above !== undefined && compareFractions(above.item.fraction, item.fraction) === 0;
    ranked.push({ item, rank: tied ? above.rank : index + 1 });
  }
  return ranked;
}

/** Difference of the rates of two groups in hundredths of a point, with an alarm above `alarmAbove` (default 5 points); null when a group is empty. */
export function serviceGap(input: {
  own: { onTime: number; due: number };
  others: { onTime: number; due: number };
  alarmAbove?: number;
}): { gap: number; alarm: boolean } | null {
  const own = rateOf(input.own.onTime * 100, input.own.due);
  const others = rateOf(input.others.onTime * 100, input.others.due);
  if (own === null || others === null) return null;
  const gap = Math.abs(own - others);
  return { gap, alarm: gap > (input.alarmAbove ?? 500) };
}
