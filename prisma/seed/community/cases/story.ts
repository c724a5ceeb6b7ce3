import type * as z from 'zod/mini';
import type { CaseAction, caseInputs } from '#shared/cases/cases-actions.ts';
import type { CaseKind, CaseSource } from '#shared/cases/cases-schema.ts';
import type { Position } from '#shared/kernel/place.ts';
import type { Instant } from '#shared/kernel/time.ts';

type ActionOnCase = Exclude<CaseAction, 'submit'>;
type Given<A extends ActionOnCase> = Omit<z.input<(typeof caseInputs)[A]>, 'caseId' | 'expectedVersion' | 'requestId'>;

/** Which stand-in picture goes with an act: as found, as repaired, as the inspector sees it. */
export type Shot = 'before' | 'after' | 'check';

/** One act of a story: who does what when. `by` is a user name, or `system`. */
export type Act = { at: Instant; by: string; action: ActionOnCase; input: object; shot: Shot | null };

/** An act whose input is checked against the action it names. */
export function act<A extends ActionOnCase>(given: { at: Instant; by: string; action: A; input: Given<A>; shot?: Shot }): Act {
  return { ...given, shot: given.shot ?? null };
}

/** Where it happens: a point inside a seeded unit, its address, the grid it lies in. */
export type StoryPlace = { point: Position; address: string; grid: string; community: string };

/** How a case begins. `behalf` = reported for a resident (by number) with a phone. */
export type Report = {
  at: Instant;
  by: string;
  source: CaseSource;
  kind: CaseKind;
  title: string;
  text: string;
  shot: boolean;
  behalf: number | null;
  livelihood: boolean;
};

/** One case from the first word to where it stands now. Acts are in order of time and not later than now. */
export type Story = { key: string; code: string; place: StoryPlace; report: Report; acts: readonly Act[]; duplicateOf: string | null };
