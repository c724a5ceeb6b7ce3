import type { Due } from '../calendar/calendar-schema.ts';
import type { NewCaseEvent, Placed } from '../cases/cases-events.ts';
import type { CaseLimits, Urgency } from '../cases/cases-schema.ts';
import type { CaseId, DepartmentId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import type { ImportedRecord } from './read-record.ts';

/** What of this house an imported record is given: its id, number, category, place and responsible department. */
export type RecordHome = {
  caseId: CaseId;
  caseNo: string;
  categoryScheme: string;
  categoryCode: string;
  title: string;
  urgency: Urgency;
  /** limits of the category, frozen on the order; no due time is computed from them */
  limits: CaseLimits;
  placed: Placed;
  departmentId: DepartmentId | null;
};
export type TimedEvent = { at: Instant; event: NewCaseEvent };

/** Version number of "published with the record": no calendar of ours made this due time. */
const PUBLISHED = 0;
const publishedDue = (at: Instant | null): Due | null => (at === null ? null : { at, provisional: false, calendarVersion: PUBLISHED });

/**
 * The history of an imported record: reported, registered and given to the agency when it was created, taken into work when its state
 * says so, closed when it was closed. Nothing is added that the record does not prove: no contact, no callback, no applicant, no
 * inspection, no due time but the published one. Without an agency a record in work stays registered.
 */
export function importedEvents(record: ImportedRecord, home: RecordHome): TimedEvent[] {
  const events: TimedEvent[] = [{ at: record.createdAt, event: reported(record, home) }];
  if (record.state === 'reported') return events;
  events.push({ at: record.createdAt, event: registered(record, home) });
  if (record.state === 'registered') return events;
  if (home.departmentId !== null) events.push({ at: record.createdAt, event: dispatched(home.departmentId) });
  return [...events, ...workEvents(record, home.departmentId)];
}

/** What follows the dispatch: signing for a record in work, closing for a closed one. */
export function workEvents(record: ImportedRecord, departmentId: DepartmentId | null): TimedEvent[] {
  if (record.state === 'inProgress' && departmentId !== null) {
    return [{ at: record.stateAt ?? record.createdAt, event: { type: 'CaseSigned', payload: { unitId: departmentId } } }];
  }
  if (record.state !== 'closed' || record.closedAt === null) return [];
  const payload = { note: record.stateText, photoIds: [], documentIds: [], distanceM: null, callbackDue: null };
  return [{ at: record.closedAt, event: { type: 'CaseClosed', payload } }];
}

/** The registration of a record as its number in this house; `finishDue` is the published due time. */
export function registered(record: ImportedRecord, home: RecordHome): NewCaseEvent {
  return {
    type: 'CaseRegistered',
    payload: {
      caseNo: home.caseNo,
      kind: record.kind,
      urgency: home.urgency,
      categoryScheme: home.categoryScheme,
      categoryCode: home.categoryCode,
      placed: home.placed,
      point: null,
      address: null,
      limits: home.limits,
      finishDue: publishedDue(record.dueAt),
      finishClock: null,
      contactDue: null,
      duplicateOfId: null,
    },
  };
}

/** Handing a record to the agency it names. */
export function dispatched(leadUnitId: DepartmentId): NewCaseEvent {
  return { type: 'CaseDispatched', payload: { leadUnitId, supportUnitIds: [], note: '', signDue: null, objectionDue: null } };
}

function reported(record: ImportedRecord, home: RecordHome): NewCaseEvent {
  return {
    type: 'CaseReported',
    payload: {
      caseId: home.caseId,
      kind: record.kind,
      source: record.source,
      categoryScheme: home.categoryScheme,
      categoryCode: home.categoryCode,
      title: home.title,
      point: record.point,
      address: record.address,
      placed: home.placed,
      applicantId: null,
      hasApplicant: false,
      photoIds: [],
      acceptDue: null,
      capturedAt: null,
      livelihood: false,
      imported: true,
    },
  };
}
