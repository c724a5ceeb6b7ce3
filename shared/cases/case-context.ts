import type { DueOf } from '../clocks/limit-due.ts';
import type { CaseId, DepartmentId, FileId, UserId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import type { CaseSettings } from './case-settings.ts';
import type { Placed } from './cases-events.ts';
import type { CaseCategory } from './cases-schema.ts';

/** What the lifecycle needs to know of a unit that an order is sent to. */
export type DispatchTarget = {
  departmentId: DepartmentId;
  kind: 'department' | 'communityTeam';
  /** the unit it serves */
  unitPath: string;
};

/** Facts looked up before a decision; each action reads only those it needs. */
export type CaseFacts = {
  /** submit: where it lies; register: where it lies after the dispatcher's correction (null = unchanged) */
  placed: Placed | null;
  /** submit: account of the person reported for, found by phone */
  applicantId: UserId | null;
  /** register and selfHandle: the next number */
  caseNo: string | null;
  /** report photos already stored with the case */
  reportPhotoCount: number;
  /** file ids of the input that do not exist or belong to somebody else */
  unknownFileIds: readonly FileId[];
  /** distance of the inspector's position to the case in metres; null = no position or the case has no point */
  distanceM: number | null;
  /** open cases of the same minor code within the duplicate radius, and the one named in the input if it exists */
  duplicates: readonly CaseId[];
  targets: readonly DispatchTarget[];
  /** dispatch: codes of the community's duty list (社区职责清单) in force */
  dutyCodes: readonly string[];
  openWhistles: number;
  /** object: people who could rule on it, by their post; none of the case's own units */
  reviewerIds: readonly UserId[];
  /** answerVerification: grid workers of the place */
  verifierIds: readonly UserId[];
};

/** Everything a decision reads apart from snapshot, command and actor. */
export type CaseContext = CaseFacts & {
  now: Instant;
  /** category of the case; for submit and register the one named in the input */
  category: CaseCategory;
  due: DueOf;
  settings: CaseSettings;
};

/** Start from this and add what the action needs. */
export const noCaseFacts: CaseFacts = {
  placed: null,
  applicantId: null,
  caseNo: null,
  reportPhotoCount: 0,
  unknownFileIds: [],
  distanceM: null,
  duplicates: [],
  targets: [],
  dutyCodes: [],
  openWhistles: 0,
  reviewerIds: [],
  verifierIds: [],
};
