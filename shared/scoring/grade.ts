import type { GradeBands, GradeLetter } from './scoring-schema.ts';

/** The letter of a value in hundredths: A from the first bound on, E below the last; null for N/A. Colour never stands alone (D7). */
export function gradeOf(value: number | null, bands: GradeBands): GradeLetter | null {
  if (value === null) return null;
  const [a, b, c, d] = bands;
  if (value >= a) return 'A';
  if (value >= b) return 'B';
  if (value >= c) return 'C';
  return value >= d ? 'D' : 'E';
}
