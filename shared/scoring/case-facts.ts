import type { Due } from '../calendar/calendar-schema.ts';
import type { CaseEvent } from '../cases/cases-events.ts';
import type { CaseSource, Solved } from '../cases/cases-schema.ts';
import { assertNever } from '../kernel/assert-never.ts';
import type { CaseId, UnitId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import type { ExclusionReason } from './scoring-schema.ts';

/** What the indicators need to know of one case, as of an instant. All times are instants; null = not happened or not owed. */
export type CaseFacts = {
  caseId: CaseId;
  communityId: UnitId | null;
  gridId: UnitId | null;
  source: CaseSource;
  imported: boolean;
  reportedAt: Instant;
  registeredAt: Instant | null;
  contactDue: Instant | null;
  contactedAt: Instant | null;
  /** objected or on hold since then: nobody can make the contact */
  contactStoppedSince: Instant | null;
  /** the finish limit in force; imported cases keep the one they came with */
  finishDue: Instant | null;
  /** the clock stands still since then */
  heldSince: Instant | null;
  /** first result handed in, or first closing where no result was recorded (imports) */
  handledAt: Instant | null;
  closedAt: Instant | null;
  /** failed inspections and reopenings (返工: sent back after inspection or callback) */
  reworks: number;
  /** the last callback that reached somebody; a reopening does not wipe it out */
  callback: { solved: Solved; rating: number | null; at: Instant } | null;
  excluded: Exclude<ExclusionReason, 'malicious'> | null;
};

type Reported = Extract<CaseEvent, { type: 'CaseReported' }>;

function begin({ payload, meta }: Reported): CaseFacts {
  return {
    caseId: payload.caseId,
    communityId: payload.placed.communityId,
    gridId: payload.placed.gridId,
    source: payload.source,
    imported: payload.imported,
    reportedAt: meta.at,
    registeredAt: null,
    contactDue: null,
    contactedAt: null,
    contactStoppedSince: null,
    finishDue: null,
    heldSince: null,
    handledAt: null,
    closedAt: null,
    reworks: 0,
    callback: null,
    excluded: null,
  };
}

function changes(facts: CaseFacts, event: Exclude<CaseEvent, Reported>): Partial<CaseFacts> | null {
  const { at } = event.meta;
  switch (event.type) {
    case 'CaseRegistered': {
      const { placed, finishDue, contactDue } = event.payload;
      const { communityId, gridId } = placed;
      return { communityId, gridId, registeredAt: at, finishDue: finishDue?.at ?? null, contactDue: contactDue?.at ?? null };
    }
    case 'CaseSelfHandled':
      return { registeredAt: at, finishDue: event.payload.finishDue?.at ?? null, handledAt: facts.handledAt ?? at };
    case 'CaseVerified':
      return event.payload.isTrue ? null : { excluded: 'void' };
    case 'CaseDeclined':
      return { excluded: 'declined' };
    case 'CaseDiverted':
      return { excluded: 'diverted' };
    case 'CaseVoided':
      return { excluded: 'void' };
    case 'ApplicantContacted':
      return { contactedAt: facts.contactedAt ?? event.payload.contactAt };
    case 'DispatchObjected':
      return { contactStoppedSince: at };
    case 'ObjectionUpheld':
      return contactGoesOn(facts, event.payload);
    case 'ObjectionOverruled':
      return { finishDue: event.payload.finishDue?.at ?? null, ...contactGoesOn(facts, event.payload) };
    case 'ExtensionGranted':
      return { finishDue: event.payload.finishDue.at };
    case 'CaseHeld':
      return { heldSince: at, contactStoppedSince: at };
    case 'CaseResumed':
      return { heldSince: null, finishDue: event.payload.finishDue?.at ?? null, ...contactGoesOn(facts, event.payload) };
    case 'FeedbackSubmitted':
      return { handledAt: facts.handledAt ?? at };
    case 'CaseClosed':
      return { closedAt: at, handledAt: facts.handledAt ?? at };
    case 'InspectionFailed':
      return { reworks: facts.reworks + 1, finishDue: event.payload.finishDue?.at ?? null };
    case 'CaseReopened':
      return { reworks: facts.reworks + 1, closedAt: null, finishDue: event.payload.finishDue?.at ?? null };
    case 'CallbackRecorded': {
      const { solved, rating } = event.payload;
      return { callback: { solved, rating, at } };
    }
    case 'DueRecomputed':
      return { finishDue: event.payload.finishDue?.at ?? null, contactDue: event.payload.contactDue?.at ?? null };
    case 'VerificationRequested':
    case 'CaseDispatched':
    case 'CaseSigned':
    case 'ExtensionRequested':
    case 'ExtensionRefused':
    case 'HoldRequested':
    case 'HoldRefused':
    case 'SupportResultRecorded':
    case 'CallbackTried':
    case 'CallbackUnreachable':
    case 'VoidRequested':
    case 'VoidRefused':
    case 'SupervisionIssued':
    case 'SupervisionReceived':
    case 'SupervisionReplied':
    case 'SupervisionReturned':
    case 'SupervisionClosed':
    case 'NoteAdded':
      return null;
    default:
      return assertNever(event);
  }
}

/** The first events left the contact limit running, and say nothing of it. */
function contactGoesOn({ contactDue }: CaseFacts, moved: { contactDue?: Due | null | undefined }): Partial<CaseFacts> {
  return { contactStoppedSince: null, contactDue: moved.contactDue === undefined ? contactDue : (moved.contactDue?.at ?? null) };
}

/** One step of the fold; throws when a case does not begin with CaseReported. */
export function evolveFacts(facts: CaseFacts | null, event: CaseEvent): CaseFacts {
  if (event.type === 'CaseReported') return begin(event);
  if (facts === null) throw new Error(`a case begins with CaseReported, not ${event.type}`);
  const changed = changes(facts, event);
  return changed === null ? facts : { ...facts, ...changed };
}

/** The facts of one case (events oldest first) up to and including `asOf`; null when it was reported later. */
export function caseFacts(events: Iterable<CaseEvent>, asOf: Instant): CaseFacts | null {
  let facts: CaseFacts | null = null;
  for (const event of events) if (event.meta.at <= asOf) facts = evolveFacts(facts, event);
  return facts;
}

/** The facts of many cases from one stream, in order of case id; only the order within a case matters. */
export function foldFacts(stream: Iterable<{ caseId: CaseId; event: CaseEvent }>, asOf: Instant): CaseFacts[] {
  const cases = new Map<CaseId, CaseFacts>();
  for (const { caseId, event } of stream) {
    if (event.meta.at <= asOf) cases.set(caseId, evolveFacts(cases.get(caseId) ?? null, event));
  }
  return [...cases.values()].sort((a, b) => (a.caseId < b.caseId ? -1 : 1));
}
