/** Which of the four colours a zone gets; 1 is the lightest. */
export type Step = 1 | 2 | 3 | 4;
/** Lower ends of the steps 2, 3 and 4. */
export type Breaks = readonly [number, number, number];

const niceUnits = [1, 2, 2.5, 5] as const;

/** The smallest round number not below `value`: 1, 2, 2.5 or 5 times a power of ten. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  for (const unit of niceUnits) if (unit * power >= value) return unit * power;
  return 10 * power;
}

/** A multiple of the width without the dust of floating point. */
function multiple(count: number, width: number): number {
  return Number((count * width).toPrecision(12));
}

/**
 * Three round, equally spaced breaks that spread the values over four colours: the legend of a coloured map. Values that are all alike
 * get breaks around them; no values, breaks 1, 2, 3. Unit of the values; `least` = the smallest sensible width (1 for whole numbers).
 */
export function measureBreaks(values: readonly number[], least: number): Breaks {
  if (values.length === 0) return [least, 2 * least, 3 * least];
  const low = Math.min(...values);
  const high = Math.max(...values);
  const width = Math.max(least, high > low ? roundUp((high - low) / 4) : least);
  const first = Math.floor(low / width) + 1;
  return [multiple(first, width), multiple(first + 1, width), multiple(first + 2, width)];
}

/** The colour of a value: 1 below the first break, 4 from the last on. */
export function stepOf(value: number, [second, third, fourth]: Breaks): Step {
  if (value >= fourth) return 4;
  if (value >= third) return 3;
  return value >= second ? 2 : 1;
}
