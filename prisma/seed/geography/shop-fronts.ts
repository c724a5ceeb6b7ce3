import { demoShare } from './demo-id.ts';
import { lerp, type Metres, rectangle } from './plane.ts';
import { type Across, across, crossing, type Upward, upward } from './town-lines.ts';

const aside = 27;
const clear = { way: 20, river: 66, corner: 46 };

/** Outlines of shop rows along both sides of the main roads; `ways` are places of small streets to keep free. */
export function shopFronts(ways: readonly Metres[]): Metres[][] {
  const uprights: Upward[] = ['farWest', 'west', 'middle', 'east', 'farEast'];
  const free = ([x, y]: Metres) =>
    Math.abs(y - across.river(x)) > clear.river &&
    uprights.every((line) => Math.abs(x - upward[line](y)) >= aside - 1) &&
    ways.every(([wx, wy]) => Math.hypot(wx - x, wy - y) > clear.way + 14);
  return [...alongRoads(['south', 'north'], uprights), ...alongUprights(['west', 'middle', 'east'])].flatMap(({ at, length, angle }) =>
    free(at) ? [rectangle({ at, length, depth: 11, angle })] : [],
  );
}

type Site = { at: Metres; length: number; angle: number };

function alongRoads(lines: readonly Across[], uprights: readonly Upward[]): Site[] {
  return lines.flatMap((line) =>
    uprights.slice(1).flatMap((east, index) => {
      const from = crossing(line, uprights[index] ?? east)[0] + clear.corner;
      const to = crossing(line, east)[0] - clear.corner;
      const side = line === 'south' ? 1 : -1;
      return rowOf(`${line} ${east}`, from, to).map(({ middle, length }): Site => {
        const slope = Math.atan2(across[line](middle + 5) - across[line](middle - 5), 10);
        return { at: [middle, across[line](middle) + side * aside], length, angle: slope };
      });
    }),
  );
}

function alongUprights(lines: readonly Upward[]): Site[] {
  return lines.flatMap((line) => {
    const from = crossing('south', line)[1] + clear.corner;
    const to = crossing('north', line)[1] - clear.corner;
    return [-1, 1].flatMap((side) =>
      rowOf(`${line} ${side}`, from, to).map(({ middle, length }): Site => {
        const slope = Math.atan2(10, upward[line](middle + 5) - upward[line](middle - 5));
        return { at: [upward[line](middle) + side * aside, middle], length, angle: slope };
      }),
    );
  });
}

/** Shops of 16 to 46 m one after the other, with a gap now and then. */
function rowOf(name: string, from: number, to: number): { middle: number; length: number }[] {
  const row: { middle: number; length: number }[] = [];
  let at = from;
  for (let no = 1; at < to; no++) {
    const length = lerp(16, 46, demoShare(`${name} shop ${no}`));
    if (at + length > to) break;
    if (demoShare(`${name} gap ${no}`) > 0.16) row.push({ middle: at + length / 2, length });
    at += length + lerp(2, 9, demoShare(`${name} space ${no}`));
  }
  return row;
}
