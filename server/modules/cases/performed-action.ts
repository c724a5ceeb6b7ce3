import type { CaseId } from '#shared/kernel/ids.ts';

/** Answer of every write on a case: the version it has now; a repeat of the request gets the same answer. */
export type PerformedAction = { caseId: CaseId; version: number };
