import { DAY, type Instant, MINUTE } from '#shared/kernel/time.ts';
import type { OfficeMoments } from '../office-moments.ts';
import { cast } from './cast.ts';
import { contact, type Draft, dispatch, draft, feedback, inspectFail, inspectPass, type Opening, register, sign } from './draft.ts';
import { takenUp } from './plots.ts';
import { act } from './story.ts';

/** A case that is still on its way: what is left out of the opening is the time, which follows from where it stands. */
export type Begun = Omit<Opening, 'at'>;
type Tell = (m: OfficeMoments, begun: Begun) => Draft;

/** Office minutes between the word and the registration. */
const WAIT = 14;
/** Office minutes after which a case is signed and its applicant contacted. */
const TAKEN_UP = 90;
const INSPECTION = { amount: 1, unit: 'workingDays' } as const;

/** `minutes` of office time before an instant that is itself past. */
function earlier(m: OfficeMoments, at: Instant, minutes: number): Instant {
  return m.before(m.between(at, m.now) + minutes);
}

/** Reported so many office minutes ago, nobody has looked yet. */
export const reported =
  (minutes: number): Tell =>
  (m, begun) =>
    draft({ ...begun, at: m.before(minutes) });

export const verifying =
  (minutes: number): Tell =>
  (m, begun) => {
    const d = draft({ ...begun, at: m.before(minutes) });
    const by = cast.dispatcher(begun.place, d.turn);
    d.acts.push(
      act({ at: m.before(minutes - 10), by, action: 'requestVerification', input: { note: '请到现场看看是否属实、有没有危险' } }),
    );
    return d;
  };

export const registered =
  (minutes: number): Tell =>
  (m, begun) => {
    const d = draft({ ...begun, at: m.before(minutes + WAIT) });
    register(d, m.before(minutes));
    return d;
  };

/** Sent to its unit; `share` of the sign limit is used. */
export const dispatched =
  (share: readonly [number, number]): Tell =>
  (m, begun) => {
    const sample = draft({ ...begun, at: m.now });
    const sentAt = m.startedSo(sample.limits.sign, share);
    const d = draft({ ...begun, at: earlier(m, sentAt, WAIT + 8) });
    register(d, earlier(m, sentAt, 8));
    dispatch(d, sentAt);
    return d;
  };

/** Sent to its unit so many office minutes ago. */
export const sentOff =
  (minutes: number): Tell =>
  (m, begun) => {
    const d = draft({ ...begun, at: m.before(minutes + WAIT + 8) });
    register(d, m.before(minutes + 8));
    dispatch(d, m.before(minutes));
    return d;
  };

/** Taken up so many office minutes ago. */
export const takenUpSince =
  (minutes: number): Tell =>
  (m, begun) => {
    const registerAt = m.before(minutes);
    const d = draft({ ...begun, at: m.before(minutes + WAIT) });
    takenUp(m, d, { registerAt });
    return d;
  };

export const objected =
  (reason: string, legalBasis: string): Tell =>
  (m, begun) => {
    const d = sentOff(70)(m, begun);
    d.acts.push(act({ at: m.before(12), by: cast.lead(d.lead), action: 'object', input: { reason, legalBasis } }));
    return d;
  };

/** In hand; `share` of the finish limit is used, above 1 it is overdue. */
export const inProgress =
  (share: readonly [number, number], then?: (m: OfficeMoments, d: Draft, registeredAt: Instant) => void): Tell =>
  (m, begun) => {
    const sample = draft({ ...begun, at: m.now });
    const registerAt = m.startedSo(sample.limits.finish, share, TAKEN_UP);
    const d = draft({ ...begun, at: earlier(m, registerAt, WAIT) });
    takenUp(m, d, { registerAt });
    then?.(m, d, registerAt);
    return d;
  };

/** An emergency of today, by the clock on the wall: taken up within minutes, contacted within half an hour. */
export const emergency =
  (minutesAgo: number): Tell =>
  (m, begun) => {
    const at = (minutes: number) => m.now - (minutesAgo - minutes) * MINUTE;
    const d = draft({ ...begun, at: at(0) });
    register(d, at(3));
    dispatch(d, at(5));
    sign(d, at(9));
    contact(d, at(17), '已到现场，先围挡');
    return d;
  };

/** Sent back by the inspector when `share` of the rework's time is used now. */
export const sentBack =
  (share: readonly [number, number], reason: string, then?: (m: OfficeMoments, d: Draft) => void): Tell =>
  (m, begun) => {
    const failedAt = m.startedSo({ amount: 3, unit: 'workingDays' }, share);
    const registerAt = earlier(m, failedAt, 1100);
    const d = draft({ ...begun, at: earlier(m, registerAt, WAIT) });
    takenUp(m, d, { registerAt });
    feedback(d, earlier(m, failedAt, 200));
    inspectFail(d, failedAt, reason);
    then?.(m, d);
    return d;
  };

/** Waits for the inspector; `share` of the inspection's time is used. */
export const fedBack =
  (share: readonly [number, number]): Tell =>
  (m, begun) => {
    const fedBackAt = m.startedSo(INSPECTION, share);
    const sample = draft({ ...begun, at: m.now });
    const whole = m.between(fedBackAt, m.due(sample.limits.finish, fedBackAt));
    const registerAt = earlier(m, fedBackAt, Math.min(900, whole * 0.4));
    const d = draft({ ...begun, at: earlier(m, registerAt, WAIT) });
    takenUp(m, d, { registerAt });
    feedback(d, fedBackAt);
    return d;
  };

/** On the ledger (挂账) for some days; the clock stands still. */
export const held =
  (obstacle: string): Tell =>
  (m, begun) => {
    const registerAt = m.before(12 * 480);
    const d = draft({ ...begun, at: earlier(m, registerAt, WAIT) });
    takenUp(m, d, { registerAt });
    const askedAt = m.after(registerAt, 1000);
    const nextReviewAt = m.due({ amount: 15, unit: 'naturalDays' }, m.now);
    const limited = Math.min(nextReviewAt, askedAt + 29 * DAY);
    d.acts.push(act({ at: askedAt, by: cast.lead(d.lead), action: 'requestHold', input: { obstacle, nextReviewAt: limited } }));
    d.acts.push(act({ at: m.after(askedAt, 70), by: cast.secretary(begun.place), action: 'approveHold', input: {} }));
    return d;
  };

/** Closed lately, the callback is still owed. */
export const closed =
  (minutes: number): Tell =>
  (m, begun) => {
    const sample = draft({ ...begun, at: m.now });
    const whole = m.between(m.now, m.due(sample.limits.finish, m.now));
    const closedAt = m.before(minutes);
    const registerAt = earlier(m, closedAt, whole * 0.7);
    const d = draft({ ...begun, at: earlier(m, registerAt, WAIT) });
    takenUp(m, d, { registerAt });
    feedback(d, earlier(m, closedAt, whole * 0.2));
    inspectPass(d, closedAt);
    return d;
  };

export const supervised =
  (level: 'normal' | 'urgent' | 'final', minutesAgo: number, note: string) =>
  (m: OfficeMoments, d: Draft): void => {
    const until = m.due({ amount: 1, unit: 'workingDays' }, m.now);
    const input = { level, until, recipient: '经办单位负责人', note };
    d.acts.push(act({ at: m.before(minutesAgo), by: cast.secretary(d.opening.place), action: 'supervise', input }));
  };

export const asksExtension =
  (reason: string, granted: boolean) =>
  (m: OfficeMoments, d: Draft, registeredAt: Instant): void => {
    const limit = { amount: 3, unit: 'workingDays' } as const;
    const at = m.after(registeredAt, 0.7 * m.between(registeredAt, m.now));
    d.acts.push(act({ at, by: cast.handler(d.lead), action: 'requestExtension', input: { reason, limit } }));
    if (granted) d.acts.push(act({ at: m.after(at, 20), by: cast.streetOperator(d.turn), action: 'grantExtension', input: {} }));
  };

export const asksHold =
  (obstacle: string) =>
  (m: OfficeMoments, d: Draft): void => {
    const nextReviewAt = m.due({ amount: 20, unit: 'naturalDays' }, m.now);
    d.acts.push(act({ at: m.before(25), by: cast.lead(d.lead), action: 'requestHold', input: { obstacle, nextReviewAt } }));
  };

export const noted =
  (minutesAgo: number, note: string) =>
  (m: OfficeMoments, d: Draft): void => {
    d.acts.push(act({ at: m.before(minutesAgo), by: cast.handler(d.lead), action: 'addNote', input: { note } }));
  };
