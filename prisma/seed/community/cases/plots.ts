import { shareOf } from '#shared/cases/limits.ts';
import { type Instant, MINUTE } from '#shared/kernel/time.ts';
import type { OfficeMoments } from '../office-moments.ts';
import { cast } from './cast.ts';
import { type Answer, callback, contact, type Draft, dispatch, feedback, inspectFail, inspectPass, register, sign } from './draft.ts';
import { act } from './story.ts';

/** Office minutes from the registration to each early step; never more than a share of the whole limit. */
const early = { dispatch: [9, 0.03], sign: [26, 0.08], contact: [41, 0.12] } as const;

/** Registers, dispatches, signs and contacts in good time; returns a function that gives the moment of a share of the finish limit. */
export function takenUp(m: OfficeMoments, d: Draft, options: { registerAt: Instant; lateContact?: boolean }): (share: number) => Instant {
  const { registerAt } = options;
  const whole = Math.max(30, m.between(registerAt, m.due(d.limits.finish, registerAt)));
  const step = ([minutes, share]: readonly [number, number]) => m.after(registerAt, Math.min(minutes, share * whole));
  register(d, registerAt);
  dispatch(d, step(early.dispatch));
  sign(d, step(early.sign));
  if (options.lateContact) contact(d, m.after(m.due(d.limits.contact, registerAt), 50));
  else contact(d, step(early.contact));
  return (share) => m.after(registerAt, share * whole);
}

export type Ending = {
  registerAt: Instant;
  answer: Answer;
  /** closed this many office minutes after it was due; 0 = in time */
  lateBy?: number;
  rework?: boolean;
  lateContact?: boolean;
  /** office minutes from closing to the callback */
  askedAfter?: number;
};

/** From registration to the callback. */
export function handledToTheEnd(m: OfficeMoments, d: Draft, ending: Ending): void {
  const { registerAt, answer, lateBy = 0, rework = false } = ending;
  const at = takenUp(m, d, { registerAt, ...(ending.lateContact ? { lateContact: true } : {}) });
  const base = ending.lateContact ? 0.36 : 0.2;
  const spread = (d.turn % 5) * 0.05;
  if (rework) {
    feedback(d, at(base + 0.05));
    inspectFail(d, at(base + 0.16));
  }
  const due = m.due(d.limits.finish, registerAt);
  const [fedBack, closed] =
    lateBy > 0 ? [m.after(due, lateBy * 0.6), m.after(due, lateBy)] : [at(base + 0.2 + spread), at(base + 0.35 + spread)];
  feedback(d, fedBack);
  inspectPass(d, closed);
  const askedAt = m.after(closed, ending.askedAfter ?? 180 + (d.turn % 4) * 120);
  callback(d, askedAt, answer);
  if (answer.solved === 'no' && d.hasApplicant) takenUpAgain(m, d, askedAt);
}

/** The product reopens what is not solved; after the second closing nobody answers the phone any more. */
function takenUpAgain(m: OfficeMoments, d: Draft, askedAt: Instant): void {
  const at = askedAt + MINUTE;
  d.acts.push(act({ at, by: 'system', action: 'reopen', input: { ground: 'notSolved', reason: '诉求人回访时表示没有解决' } }));
  const whole = m.between(at, m.due(shareOf(d.limits.finish, 0.5), at));
  feedback(d, m.after(at, whole * 0.3), '返工：重新处理，请诉求人一起看过。');
  const closed = m.after(at, whole * 0.6);
  inspectPass(d, closed);
  unreachable(
    d,
    [120, 500, 900].map((minutes) => m.after(closed, minutes)),
  );
}

/** Three tries, then the callback ends without an answer. */
export function unreachable(d: Draft, tries: readonly Instant[]): void {
  const by = cast.callbackOfficer;
  for (const at of tries) d.acts.push(act({ at, by, action: 'tryCallback', input: { way: 'phone' } }));
  const last = tries.at(-1);
  if (last !== undefined) d.acts.push(act({ at: last + MINUTE, by, action: 'markUnreachable', input: {} }));
}

/** The grid worker settles it on the spot; another pair of eyes closes it. */
export function settledOnTheSpot(m: OfficeMoments, d: Draft, result: string): void {
  const { at, place } = d.opening;
  d.acts.push(
    act({
      at: m.after(at, 18),
      by: cast.gridWorker(place),
      action: 'selfHandle',
      input: { result, beforePhotoIds: [], afterPhotoIds: [] },
      shot: 'after',
    }),
  );
  const closed = m.after(at, 75);
  d.acts.push(act({ at: closed, by: cast.inspector(d.turn), action: 'inspectPass', input: { note: '当日复看，已清理' }, shot: 'check' }));
}

/** Not for this house: declined, told another way, or void after a second look. */
export function turnedAway(m: OfficeMoments, d: Draft, how: 'declined' | 'diverted' | 'void'): void {
  const { at, place } = d.opening;
  const by = cast.dispatcher(place, d.turn);
  if (how === 'declined') {
    d.acts.push(
      act({ at: m.after(at, 22), by, action: 'decline', input: { reason: 'alreadySettled', note: '当天已由物业处理，电话告知' } }),
    );
  } else if (how === 'diverted') {
    d.acts.push(act({ at: m.after(at, 15), by, action: 'divert', input: { exit: 'serviceProvider', note: '属户内维修，已告知维修电话' } }));
  } else {
    d.acts.push(act({ at: m.after(at, 20), by, action: 'requestVoid', input: { reason: 'withdrawn', note: '反映人来电撤回' } }));
    d.acts.push(act({ at: m.after(at, 55), by: cast.secretary(place), action: 'approveVoid', input: {} }));
  }
}
