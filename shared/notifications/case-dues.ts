import type { CaseSnapshot } from '../cases/cases-schema.ts';
import type { Instant } from '../kernel/time.ts';
import { toLocal } from '../kernel/zone-time.ts';
import type { NoticeTopic } from './notices.i18n.ts';

type DueKey = 'sign' | 'finish' | 'review' | 'supervision';

/** Which time a sentence names. */
const dueOf: Partial<Record<NoticeTopic, DueKey>> = {
  toSign: 'sign',
  overruled: 'sign',
  registered: 'finish',
  extensionGranted: 'finish',
  extended: 'finish',
  signed: 'finish',
  resumed: 'finish',
  rework: 'finish',
  reopened: 'finish',
  held: 'review',
  heldForUnit: 'review',
  supervised: 'supervision',
};

/** The moment a notice of a case names; null when its sentence names none, or the case has none. */
export function noticeDue(topic: NoticeTopic, { signDue, finishDue, nextReviewAt, supervision }: CaseSnapshot): Instant | null {
  switch (dueOf[topic]) {
    case 'sign':
      return signDue?.at ?? null;
    case 'finish':
      return finishDue?.at ?? null;
    case 'review':
      return nextReviewAt;
    case 'supervision':
      return supervision?.until ?? null;
    default:
      return null;
  }
}

/** `11-20 15:00` on the wall of a zone. */
export function wallTime(timeZone: string, at: Instant): string {
  const { date, minuteOfDay } = toLocal(timeZone, at);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.slice(5)} ${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`;
}
