/** Repeatable chance for demo content (mulberry32): numbers in [0, 1), choices, whole numbers in a range. */
export type SeededRandom = {
  next: () => number;
  pick: <T>(values: readonly T[]) => T;
  between: (from: number, to: number) => number;
};

export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    pick: (values) => {
      const value = values[Math.floor(next() * values.length)];
      if (value === undefined) throw new RangeError('nothing to pick from');
      return value;
    },
    between: (from, to) => from + Math.floor(next() * (to - from + 1)),
  };
}
