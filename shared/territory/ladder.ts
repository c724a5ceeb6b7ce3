import * as z from 'zod/mini';
import { type Role, role, type UnitLevel, unitLevel, unitLevels } from '../identity/identity-schema.ts';
import type { Refusal } from '../kernel/decision.ts';

/** One rung: who holds which level under which title, and how many households one holder may have (null = no limit). */
export const ladderStep = z.object({
  level: unitLevel,
  role,
  title: z.object({ zh: z.string().check(z.minLength(1), z.maxLength(20)), en: z.string().check(z.minLength(1), z.maxLength(40)) }),
  maxHouseholds: z.nullable(z.int().check(z.gte(1), z.lte(100_000))),
});
export type LadderStep = z.infer<typeof ladderStep>;

/** The ladder of holders of one community from the top down (四级网格); its titles are data, never code. */
export const ladder = z.array(ladderStep).check(z.minLength(1), z.maxLength(7));
export type Ladder = z.infer<typeof ladder>;

/** 社区 – 网格员 – 小区组长 – 楼栋长. */
export const fourStepLadder: Ladder = [
  { level: 'community', role: 'secretary', title: { zh: '社区', en: 'Community' }, maxHouseholds: null },
  { level: 'grid', role: 'gridWorker', title: { zh: '网格员', en: 'Grid worker' }, maxHouseholds: null },
  { level: 'estate', role: 'estateGroupLeader', title: { zh: '小区组长', en: 'Estate group leader' }, maxHouseholds: null },
  { level: 'building', role: 'buildingHead', title: { zh: '楼栋长', en: 'Building head' }, maxHouseholds: null },
];

/** 片长 – 组长 – 邻长, a neighbour head for at most 15 households. */
export const threeHeadsLadder: Ladder = [
  { level: 'grid', role: 'gridWorker', title: { zh: '片长', en: 'Area head' }, maxHouseholds: null },
  { level: 'estate', role: 'estateGroupLeader', title: { zh: '组长', en: 'Group head' }, maxHouseholds: null },
  { level: 'building', role: 'buildingHead', title: { zh: '邻长', en: 'Neighbour head' }, maxHouseholds: 15 },
];

export const ladderRefusals = ['emptyLadder', 'levelOrder', 'roleTwice', 'titleTwice', 'tooFewHolders', 'holderFull'] as const;
export type LadderRefusal = (typeof ladderRefusals)[number];

/** Refuses a ladder without rungs, with rungs not strictly from the top down, or with a role or title twice. */
export function checkLadder(steps: Ladder): Refusal<LadderRefusal> | null {
  if (steps.length === 0) return { code: 'emptyLadder' };
  const depths = steps.map((step) => unitLevels.indexOf(step.level));
  const wrong = depths.findIndex((depth, index) => index > 0 && depth <= (depths[index - 1] ?? -1));
  if (wrong >= 0) return { code: 'levelOrder', params: { step: wrong + 1 } };
  const role = firstRepeat(steps.map((step) => step.role));
  if (role) return { code: 'roleTwice', params: { role } };
  const title = firstRepeat(steps.map((step) => step.title.zh));
  return title ? { code: 'titleTwice', params: { title } } : null;
}

/** Refuses too few holders for the households: 32 × 15 = 480 serve 400, 26 × 15 = 390 do not. `missing` = how many more are needed. */
export function checkHolders(step: LadderStep, count: { households: number; holders: number }): Refusal<LadderRefusal> | null {
  if (step.maxHouseholds === null) return null;
  const capacity = step.maxHouseholds * count.holders;
  if (capacity >= count.households) return null;
  const missing = Math.ceil(count.households / step.maxHouseholds) - count.holders;
  return { code: 'tooFewHolders', params: { ...count, capacity, missing } };
}

/** Refuses one more household for a holder who has the most already: the 16th of a neighbour head. */
export function checkOneMore(step: LadderStep, households: number): Refusal<LadderRefusal> | null {
  if (step.maxHouseholds === null || households < step.maxHouseholds) return null;
  return { code: 'holderFull', params: { max: step.maxHouseholds } };
}

/** The rung of a level, if the ladder has one. */
export function stepOf(steps: Ladder, level: UnitLevel): LadderStep | null {
  return steps.find((step) => step.level === level) ?? null;
}

/** The title a role has on this ladder; null when the ladder does not name it. */
export function titleOf(steps: Ladder, holderRole: Role): LadderStep['title'] | null {
  return steps.find((step) => step.role === holderRole)?.title ?? null;
}

function firstRepeat<T>(values: readonly T[]): T | null {
  return values.find((value, index) => values.indexOf(value) !== index) ?? null;
}
