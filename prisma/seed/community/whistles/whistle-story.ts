import type { WhistleAction } from '#shared/dispatch/whistle-actions.ts';
import type { WhistleType } from '#shared/dispatch/whistle-schema.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { Shot, StoryPlace } from '../cases/story.ts';

/** What somebody does on a whistle, when. `input` names departments by code and households and tasks by number; `shots` are pictures taken. */
export type WhistleStep = { by: string; at: Instant; action: WhistleAction; input: StepInput; shots?: readonly WhistleShot[] };

/** Pictures before and after the work. */
export type WhistleShot = Exclude<Shot, 'check'>;
type TaskOfStory = { task: number; department: string } & Readonly<Record<string, unknown>>;
export type StepInput = Readonly<Record<string, unknown>> & {
  unit?: string;
  door?: number;
  task?: number;
  tasks?: readonly TaskOfStory[];
};

/** A whistle from its draft to where it stands now. */
export type WhistleStory = {
  key: string;
  whistleType: WhistleType;
  title: string;
  reason: string;
  place: StoryPlace;
  lead: string;
  supports: readonly string[];
  areaM2: number;
  persons: number;
  /** doors of the affected households */
  doors: readonly string[];
  steps: readonly WhistleStep[];
};
