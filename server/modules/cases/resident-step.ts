import type { CaseEvent, CaseEventType } from '#shared/cases/cases-events.ts';
import type { Role } from '#shared/identity/identity-schema.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { CasePerson } from './people-store.ts';

/** One knot of the thread as the applicant sees it: what happened, which post did it (family name only), and the words meant for them. */
export type ResidentStep = {
  seq: number;
  at: Instant;
  type: CaseEventType;
  by: { role: Role; surname: string; department: { zh: string; en: string } | null };
  text: string | null;
};

/** Dealings among the offices that tell the applicant nothing about the matter. */
const inner: readonly CaseEventType[] = [
  'VoidRequested',
  'VoidRefused',
  'HoldRefused',
  'ExtensionRefused',
  'SupervisionIssued',
  'SupervisionReceived',
  'SupervisionReplied',
  'SupervisionReturned',
  'SupervisionClosed',
];

/** The step of an event; null for inner dealings and the staff's own notes. */
export function residentStep(event: CaseEvent, by: CasePerson): ResidentStep | null {
  if (inner.includes(event.type) || (event.type === 'NoteAdded' && !event.payload.fromApplicant)) return null;
  const { seq, at } = event.meta;
  const surname = by.role === 'resident' || by.role === 'system' ? '' : (Array.from(by.name)[0] ?? '');
  return { seq, at, type: event.type, by: { role: by.role, surname, department: by.department }, text: wordsOf(event) };
}

/** What the law or plain decency has told to the applicant: the result, the reason of a refusal, why it takes longer. */
function wordsOf(event: CaseEvent): string | null {
  switch (event.type) {
    case 'FeedbackSubmitted':
    case 'CaseSelfHandled':
      return event.payload.result;
    case 'CaseDeclined':
    case 'CaseDiverted':
      return event.payload.note || null;
    case 'ExtensionRequested':
      return event.payload.reason;
    case 'HoldRequested':
      return event.payload.obstacle;
    case 'CallbackRecorded':
    case 'NoteAdded':
      return event.payload.note || null;
    default:
      return null;
  }
}
