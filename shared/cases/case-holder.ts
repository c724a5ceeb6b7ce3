import { assertNever } from '../kernel/assert-never.ts';
import type { DepartmentId } from '../kernel/ids.ts';
import type { CaseSnapshot } from './cases-schema.ts';

/** Who has a case in hands; what pages answer to "现在在谁手里". */
export const holderKinds = [
  'dispatcher',
  'gridWorker',
  'leadUnit',
  'streetOperator',
  'reviewer',
  'inspector',
  'callbackOfficer',
  'nobody',
] as const;
export type HolderKind = (typeof holderKinds)[number];
/** `departmentId` names the lead unit where one works on the case. */
export type Holder = { kind: HolderKind; departmentId: DepartmentId | null };

const holder = (kind: HolderKind, departmentId: DepartmentId | null = null): Holder => ({ kind, departmentId });

/** Who owes the next step; a pending request (extension, hold) leaves the work with the unit. */
export function holderOf(snapshot: CaseSnapshot): Holder {
  switch (snapshot.state) {
    case 'reported':
    case 'registered':
      return holder('dispatcher');
    case 'verifying':
      return holder('gridWorker');
    case 'dispatched':
      return holder('leadUnit', snapshot.leadUnitId);
    case 'objected':
      return holder('streetOperator');
    case 'inProgress':
      return holder('leadUnit', snapshot.leadUnitId);
    case 'onHold':
      return holder('reviewer', snapshot.leadUnitId);
    case 'feedback':
      return holder('inspector');
    case 'closed':
      return snapshot.hasApplicant && !snapshot.unreachable ? holder('callbackOfficer') : holder('nobody');
    case 'declined':
    case 'diverted':
    case 'reviewed':
    case 'void':
      return holder('nobody');
    default:
      return assertNever(snapshot.state);
  }
}

/** Steps of the ordinary way. */
export const caseSteps = [
  'accept',
  'verify',
  'dispatch',
  'sign',
  'rule',
  'contact',
  'support',
  'finish',
  'review',
  'inspect',
  'callback',
] as const;
export type CaseStep = (typeof caseSteps)[number];

/** What is owed next; null when nothing is any more. Shown as the dashed knot of the case thread. */
export function nextStep(snapshot: CaseSnapshot): CaseStep | null {
  switch (snapshot.state) {
    case 'reported':
      return 'accept';
    case 'verifying':
      return 'verify';
    case 'registered':
      return 'dispatch';
    case 'dispatched':
      return 'sign';
    case 'objected':
      return 'rule';
    case 'inProgress':
      return nextWork(snapshot);
    case 'onHold':
      return 'review';
    case 'feedback':
      return 'inspect';
    case 'closed':
      return snapshot.hasApplicant && !snapshot.unreachable ? 'callback' : null;
    case 'declined':
    case 'diverted':
    case 'reviewed':
    case 'void':
      return null;
    default:
      return assertNever(snapshot.state);
  }
}

function nextWork({ hasApplicant, contactedAt, contactDue, supportUnits }: CaseSnapshot): CaseStep {
  if (hasApplicant && contactedAt === null && contactDue !== null) return 'contact';
  return supportUnits.some((unit) => unit.result === null) ? 'support' : 'finish';
}
