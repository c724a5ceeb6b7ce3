import type { DepartmentId, UnitId } from '../kernel/ids.ts';

/** How near a past whistle lay, nearest first; each whistle counts at the nearest alone. */
export const nearnesses = ['community', 'street', 'district'] as const;
export type Nearness = (typeof nearnesses)[number];

/** Whistles a unit was called to at one nearness: `alike` ones are about the same kind of matter, `all` counts those too. */
export type PastCalls = { alike: number; all: number };

/** What speaks for calling a unit: the category of a case, how small an area around the place it serves, its past whistles. */
export type UnitGrounds = {
  byCategory: boolean;
  /** the smallest area it serves that holds the place */
  serves: Nearness;
  past: Readonly<Record<Nearness, PastCalls>>;
  /** of those whistles, how many it led */
  led: number;
};

/** A past whistle as far as it says whom to call. */
export type PastWhistle = {
  id: string;
  communityId: UnitId | null;
  unitPath: string;
  leadUnitId: DepartmentId;
  departmentIds: readonly DepartmentId[];
  alike: boolean;
};

/** The place of the matter: its community and the path of its street. */
export type MatterPlace = { communityId: UnitId | null; streetPath: string | null };

/** How near a past whistle of the same district lay. */
export function nearnessOf({ communityId, unitPath }: Pick<PastWhistle, 'communityId' | 'unitPath'>, place: MatterPlace): Nearness {
  if (communityId !== null && communityId === place.communityId) return 'community';
  return place.streetPath !== null && unitPath.startsWith(place.streetPath) ? 'street' : 'district';
}

/** Counts what each unit was called to; a whistle named twice counts once. */
export function countPast(whistles: readonly PastWhistle[], place: MatterPlace): Map<DepartmentId, Pick<UnitGrounds, 'past' | 'led'>> {
  const counts = new Map<DepartmentId, { past: Record<Nearness, PastCalls>; led: number }>();
  for (const whistle of new Map(whistles.map((each) => [each.id, each])).values()) {
    const nearness = nearnessOf(whistle, place);
    for (const departmentId of whistle.departmentIds) {
      const known = counts.get(departmentId) ?? { past: noPast(), led: 0 };
      known.past[nearness].all += 1;
      if (whistle.alike) known.past[nearness].alike += 1;
      if (whistle.leadUnitId === departmentId) known.led += 1;
      counts.set(departmentId, known);
    }
  }
  return counts;
}

/** Called to nothing. */
export function noPast(): Record<Nearness, PastCalls> {
  return { community: { alike: 0, all: 0 }, street: { alike: 0, all: 0 }, district: { alike: 0, all: 0 } };
}

/**
 * Order of a directory: the unit a category names first, then the smaller area around the place, then past whistles of the same community
 * before those of the same street before the rest, of each those of the same kind first. One nearer whistle outweighs any number of farther ones.
 */
export function compareGrounds(a: UnitGrounds, b: UnitGrounds): number {
  const [left, right] = [weights(a), weights(b)];
  for (const [index, weight] of left.entries()) {
    const difference = (right[index] ?? 0) - weight;
    if (difference !== 0) return difference;
  }
  return 0;
}

function weights({ byCategory, serves, past, led }: UnitGrounds): number[] {
  const calls = nearnesses.flatMap((each) => [past[each].alike, past[each].all]);
  return [byCategory ? 1 : 0, -nearnesses.indexOf(serves), ...calls, led];
}
