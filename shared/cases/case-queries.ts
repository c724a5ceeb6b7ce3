import * as z from 'zod/mini';
import { caseId, departmentId, unitId } from '../kernel/ids.ts';
import { pageInput } from '../kernel/page.ts';
import { casePoint } from '../kernel/place.ts';
import { storable } from '../kernel/storable-text.ts';
import { instant } from '../kernel/time.ts';
import { caseKind, caseSource, caseState, urgency } from './cases-schema.ts';

/**
 * Named lists of cases. `todo`: the asker owes the next step; `overdue`, `dueSoon`: by the running limit; `newToday`: reported since
 * local midnight; `waiting…`: by what is owed; `mine`: reported, handled or applied for by the asker; `supervised`: 督办 on open cases.
 */
export const caseViews = [
  'todo',
  'overdue',
  'dueSoon',
  'newToday',
  'waitingAccept',
  'waitingDispatch',
  'waitingSign',
  'inProgress',
  'holds',
  'waitingInspection',
  'waitingCallback',
  'requests',
  'supervised',
  'duplicates',
  'unplaced',
  'provisional',
  'mine',
  'open',
  'all',
] as const;
export const caseView = z.enum(caseViews);
export type CaseView = z.infer<typeof caseView>;

/** `clock`: nearest due time first, cases without a running limit last; `newest`: last reported first; `changed`: last changed first. */
export const caseSorts = ['clock', 'newest', 'changed'] as const;
export type CaseSort = (typeof caseSorts)[number];

const several = <T extends z.core.SomeType>(item: T) => z.optional(z.array(item).check(z.minLength(1), z.maxLength(40)));

/** What a list, its counts, its map and its export may be narrowed by; absent = not narrowed. Instants are [from, to). */
export const caseFilters = z.object({
  states: several(caseState),
  kinds: several(caseKind),
  sources: several(caseSource),
  urgencies: several(urgency),
  categoryScheme: z.optional(z.string().check(z.maxLength(40))),
  /** a minor code, or a major one for all its minors */
  categoryCode: z.optional(z.string().check(z.maxLength(60))),
  /** any unit of the territory; its whole subtree */
  unitId: z.optional(unitId),
  departmentId: z.optional(departmentId),
  /** words that must all occur in number, title, address or text; a whole phone number finds the cases of that phone */
  text: z.optional(z.string().check(storable(), z.maxLength(100))),
  reportedFrom: z.optional(instant),
  reportedTo: z.optional(instant),
  /** closed then and still closed */
  closedFrom: z.optional(instant),
  closedTo: z.optional(instant),
});
export type CaseFilters = z.infer<typeof caseFilters>;

export const listCasesInput = z.object({
  ...caseFilters.shape,
  ...pageInput.shape,
  view: z._default(caseView, 'all'),
  sort: z._default(z.enum(caseSorts), 'clock'),
});
export type ListCasesInput = z.infer<typeof listCasesInput>;

/** Counts of the named views under the same filters as the list; absent views = all. */
export const countCasesInput = z.object({ ...caseFilters.shape, views: several(caseView) });
export type CountCasesInput = z.infer<typeof countCasesInput>;

/** Most single points a map answer holds; beyond that it holds cells. */
export const MAP_POINTS_MAX = 2000;

/** West, south, east, north in degrees and the zoom of the map. */
export const caseMapInput = z.object({
  ...caseFilters.shape,
  view: z._default(caseView, 'open'),
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  zoom: z.number().check(z.gte(0), z.lte(24)),
});
export type CaseMapInput = z.infer<typeof caseMapInput>;

export const caseByIdInput = z.object({ caseId });
export const caseByNoInput = z.object({ caseNo: z.string().check(z.regex(/^\d{4}-\d{4,8}$/)) });

export const nearbyCasesInput = z.object({
  point: z.pick(casePoint, { lng: true, lat: true }),
  categoryScheme: z.string().check(z.maxLength(40)),
  categoryCode: z.string().check(z.maxLength(60)),
  except: z._default(z.nullable(caseId), null),
});
export type NearbyCasesInput = z.infer<typeof nearbyCasesInput>;

/** The reason is kept in the audit trail with the name of who looked. */
export const revealContactInput = z.object({
  caseId,
  why: z.string().check(storable(), z.trim(), z.minLength(1, 'required'), z.maxLength(200, 'tooLong')),
});
export type RevealContactInput = z.infer<typeof revealContactInput>;

export const dueLimit = z.enum(['accept', 'sign', 'contact', 'finish', 'inspection', 'callback']);
export const explainDueInput = z.object({ caseId, limit: z.optional(dueLimit) });
export type ExplainDueInput = z.infer<typeof explainDueInput>;
