import { type IndicatorId, indicatorIds } from '#shared/scoring/scoring-schema.ts';

export const shownParts = ['missed', 'reached', 'excluded'] as const;
export type ShownPart = (typeof shownParts)[number];

/** What the address of the score page keeps. */
export type ScoreSearch = { unit?: string; month?: string; indicator?: IndicatorId; part?: ShownPart };

/** Reads an address; what is not understood is left out. `counted` (the link of a number) opens what was reached. */
export function readScoreSearch(raw: Readonly<Record<string, unknown>>): ScoreSearch {
  const { unit, month, part } = raw;
  const indicator = indicatorIds.find((id) => id === raw['indicator']);
  const shown = part === 'counted' ? 'reached' : shownParts.find((each) => each === part);
  return {
    ...(typeof unit === 'string' ? { unit } : {}),
    ...(typeof month === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? { month } : {}),
    ...(indicator ? { indicator } : {}),
    ...(shown ? { part: shown } : {}),
  };
}
