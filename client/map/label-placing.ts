/** A name that would like to stand at x, y (centre, pixels); a lower rank goes first. */
export type LabelWish = { text: string; x: number; y: number; size: number; width: number; rank: number };

const air = 6;

/** Takes names in order of rank and leaves out each that would touch one already standing, or repeat one nearby. */
export function chooseLabels(wishes: readonly LabelWish[]): LabelWish[] {
  const standing: LabelWish[] = [];
  for (const wish of [...wishes].sort((a, b) => a.rank - b.rank)) {
    const clear = standing.every(
      (other) => !touches(wish, other) && !(other.text === wish.text && Math.hypot(other.x - wish.x, other.y - wish.y) < 280),
    );
    if (clear) standing.push(wish);
  }
  return standing;
}

function touches(a: LabelWish, b: LabelWish): boolean {
  return Math.abs(a.x - b.x) * 2 < a.width + b.width + air * 2 && Math.abs(a.y - b.y) * 2 < a.size + b.size + air * 2;
}
