import { readCalendar } from '#server/modules/calendar/index.ts';
import { type CasePerson, caseWhere, peopleOf } from '#server/modules/cases/index.ts';
import { marksOf } from '#server/modules/clocks/index.ts';
import { type PhotoFacts, photoFacts } from '#server/modules/files/index.ts';
import type { Ctx } from '#server/platform/context.ts';
import type { Db } from '#server/platform/db.ts';
import type { DueExplanation } from '#shared/calendar/due-steps.ts';
import { type RemainingTime, remaining } from '#shared/calendar/remaining.ts';
import { caseScope } from '#shared/cases/cases-policy.ts';
import type { CaseState } from '#shared/cases/cases-schema.ts';
import type { LimitMark } from '#shared/clocks/clocks-schema.ts';
import type { WhistleClockLimit } from '#shared/dispatch/limit-over.ts';
import { runningWhistleLimits } from '#shared/dispatch/running-whistle-limits.ts';
import type { WhistleAction } from '#shared/dispatch/whistle-actions.ts';
import { clockOfLimit, type WhistleClock, whistleClockOf } from '#shared/dispatch/whistle-clock.ts';
import type { WhistleSettings } from '#shared/dispatch/whistle-context.ts';
import { type WhistleDueMove, whistleDueMoves } from '#shared/dispatch/whistle-due-moves.ts';
import type { WhistleEvent } from '#shared/dispatch/whistle-events.ts';
import { availableWhistleActions } from '#shared/dispatch/whistle-lifecycle.ts';
import { ownUnits } from '#shared/dispatch/whistle-policy.ts';
import { judgedUnits, judgingSteps, taskOwners } from '#shared/dispatch/whistle-preconditions.ts';
import { type EvidenceStep, quorumOf, type Requirement, requirementsOf, stepAhead } from '#shared/dispatch/whistle-requirements.ts';
import type { WhistleSnapshot } from '#shared/dispatch/whistle-schema.ts';
import { whistleTransitions } from '#shared/dispatch/whistle-table.ts';
import { beforePurposes } from '#shared/files/photo-purposes.ts';
import type { Role } from '#shared/identity/identity-schema.ts';
import type { CaseId, DepartmentId, FileId, UserId, WhistleId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { limitName } from '#shared/notifications/clock-notices.ts';
import { pathsUp } from '#shared/territory/path.ts';
import { type DoorText, readDoorTexts } from '../door-texts.ts';
import { explainWhistleDue } from '../explain-whistle-due.ts';
import { readWhistleSettings } from '../settings-store.ts';
import { readWhistleHistory, WHISTLE_AGGREGATE } from '../whistle-history.ts';
import { departmentNames } from '../whistle-line.ts';
import { findVisibleWhistle } from './find-visible-whistle.ts';
import { type AnswerOffer, answersOf } from './offer-answers.ts';

/** A mark that a limit reached, of one unit or of the whole whistle (`departmentId` null). */
export type WhistleMark = { limit: WhistleClockLimit; departmentId: DepartmentId | null; mark: LimitMark; firedAt: Instant };

/** Everything the page of a whistle shows. */
export type WhistleDetail = {
  snapshot: WhistleSnapshot;
  districtId: string;
  places: { id: string; level: string; name: string }[];
  departments: { id: DepartmentId; name: { zh: string; en: string }; phone: string | null }[];
  people: CasePerson[];
  /** `moves`: what a new calendar moved, for `WhistleDuesRecomputed` */
  timeline: { event: WhistleEvent; by: CasePerson; moves: readonly WhistleDueMove[] }[];
  /** what the clocks of the whistle did, oldest first */
  marks: WhistleMark[];
  photos: WhistlePhoto[];
  /** cases it is blown over that the person sees; `hiddenCases` counts the others */
  cases: { id: CaseId; caseNo: string | null; title: string; state: CaseState }[];
  hiddenCases: number;
  clock: WhistleClock;
  remaining: RemainingTime | null;
  /** the days of that limit, one by one; null where no legal limit runs or the calendar has changed since */
  explanation: DueExplanation | null;
  /** every limit that runs, those of single units included */
  running: { clock: WhistleClock; remaining: RemainingTime | null }[];
  /** the step it works towards and what that step still needs */
  ahead: { step: EvidenceStep; pieces: Requirement[] } | null;
  quorum: number;
  settings: WhistleSettings;
  allowedActions: WhistleAction[];
  /** for each step of a single unit: the units this person may take it for; for each step that judges one: those this person may judge */
  unitsFor: Partial<Record<WhistleAction, DepartmentId[]>>;
  /** what the form of an answer holds for each unit the person may answer for */
  answers: AnswerOffer[];
  /** for the community: what became of the message to each household that was texted */
  texts: DoorText[];
  /** whose open tasks the person may report on; null = the community's */
  taskOwners: (DepartmentId | null)[];
};

/** A picture in the whistle's file: what it shows, when and where it was taken. */
export type WhistlePhoto = Pick<PhotoFacts, 'id' | 'purpose' | 'capturedAt' | 'lng' | 'lat' | 'accuracyM' | 'exif' | 'uploadedAt'>;

const unitSteps = [
  'acknowledge',
  'object',
  'reportIn',
  'leave',
  'agreePlan',
  'objectPlan',
  'rateWhistle',
  'receiveSupervision',
  'replySupervision',
] as const;

/** One whistle for a party or for the staff of its place. Refuses `notFound`. */
export async function readWhistle(ctx: Ctx, whistleId: WhistleId): Promise<WhistleDetail> {
  const { db, actor } = ctx;
  const { snapshot, districtId } = await findVisibleWhistle(ctx, whistleId);
  const now = ctx.now();
  const [history, marks, calendar, settings, places, photos, cases] = await Promise.all([
    readWhistleHistory(db, whistleId),
    marksOf(db, { aggregateType: WHISTLE_AGGREGATE, aggregateId: whistleId }),
    readCalendar(db, districtId),
    readWhistleSettings(db, { districtId, at: now }),
    db.territoryUnit.findMany({ where: { path: { in: pathsUp(snapshot.scopePath) } }, orderBy: { path: 'asc' } }),
    photosOf(db, snapshot),
    db.case.findMany({
      where: { AND: [{ id: { in: snapshot.caseIds } }, caseWhere(caseScope(actor))] },
      select: { id: true, caseNo: true, title: true, state: true },
      orderBy: { reportedAt: 'asc' },
    }),
  ]);
  const names = await departmentNames(db, departmentIdsIn(snapshot, history));
  const personAt = await peopleOf(db, [...history.map((event) => event.meta.actorId), ...namedIn(snapshot)]);
  const clock = whistleClockOf(snapshot, now);
  const left = ({ due, held }: WhistleClock) => due && !held && remaining({ calendar, due, now });
  const step = stepAhead(snapshot);
  const moves = whistleDueMoves(history);
  return {
    ...{ snapshot, districtId, clock, settings },
    photos: shownPhotos(photos, new Set(cases.map(({ id }) => id))),
    places: places.map(({ id, level, name }) => ({ id, level, name })),
    departments: [...names].map(([id, { zh, en, phone }]) => ({ id: id as DepartmentId, name: { zh, en }, phone })),
    people: namedIn(snapshot).map((userId) => personAt({ userId, at: now, roles: [] })),
    timeline: history.map((event) => ({
      event,
      by: personAt({ userId: event.meta.actorId, at: event.meta.at, roles: rolesBehind(event.type) }),
      moves: moves.get(event.meta.seq) ?? [],
    })),
    marks: marks.map(({ key, mark, firedAt, escalates }) => ({
      ...{ limit: limitName(key) as WhistleClockLimit, departmentId: escalates.departmentId, mark, firedAt },
    })),
    cases: cases.map((row) => ({ ...row, id: row.id as CaseId, state: row.state as CaseState })),
    hiddenCases: snapshot.caseIds.length - cases.length,
    remaining: left(clock) || null,
    explanation: explainWhistleDue(snapshot, { clock, calendar }).explanation,
    running: runningWhistleLimits(snapshot).map((running) => {
      const own = clockOfLimit(running, now);
      return { clock: own, remaining: left(own) || null };
    }),
    ahead: step && { step, pieces: requirementsOf(step, snapshot, settings) },
    quorum: quorumOf(snapshot, settings),
    allowedActions: availableWhistleActions({ snapshot, actor, now, settings }),
    unitsFor: Object.fromEntries([
      ...unitSteps.map((action) => [action, ownUnits(action, actor, snapshot).map((unit) => unit.departmentId)]),
      ...judgingSteps.map((action) => [action, judgedUnits(action, { snapshot, actor }).map((unit) => unit.departmentId)]),
    ]),
    answers: await answersOf(ctx, [{ snapshot, districtId }]),
    texts: await readDoorTexts(ctx, snapshot),
    taskOwners: taskOwners({ snapshot, actor }),
  };
}

/** The whistle's own pictures, and those of its cases; a case that the reader does not see shows how it looked, not from where. */
function shownPhotos(photos: readonly PhotoFacts[], seen: ReadonlySet<string>): WhistlePhoto[] {
  return photos.map(({ id, purpose, caseId, capturedAt, lng, lat, accuracyM, exif, uploadedAt }) => {
    const shown = { id, purpose, uploadedAt };
    if (caseId === null || seen.has(caseId)) return { ...shown, capturedAt, lng, lat, accuracyM, exif };
    const placeless = { lng: null, lat: null, accuracyM: null };
    return { ...shown, ...placeless, capturedAt, exif: { capturedAt: exif.capturedAt, lng: null, lat: null } };
  });
}

async function photosOf(db: Db, { id, caseIds }: WhistleSnapshot): Promise<PhotoFacts[]> {
  const rows = await db.storedFile.findMany({
    // of a case the pictures of the report: how it looked before
    where: { OR: [{ whistleId: id }, { caseId: { in: caseIds }, purpose: { in: [...beforePurposes] } }] },
    orderBy: [{ uploadedAt: 'asc' }, { id: 'asc' }],
    select: { id: true },
  });
  return photoFacts(
    db,
    rows.map((row) => row.id as FileId),
  );
}

function departmentIdsIn(snapshot: WhistleSnapshot, history: readonly WhistleEvent[]): DepartmentId[] {
  const ids = [snapshot.leadUnitId, ...snapshot.supportUnitIds, ...snapshot.units.map(({ departmentId }) => departmentId)];
  for (const event of history) if (event.type === 'UnitSummoned') ids.push(event.payload.unitId);
  return ids;
}

function namedIn(snapshot: WhistleSnapshot): UserId[] {
  const { draftedById, blownById, approvedById, workerIds, extensionAsked, holdAsked, voidAsked, blowAsked, plan, visit } = snapshot;
  const asked = [extensionAsked, holdAsked, voidAsked, blowAsked, plan, visit].map((each) => each?.byId);
  return [...new Set([draftedById, blownById, approvedById, ...workerIds, ...asked].filter((id) => id !== null && id !== undefined))];
}

/** The roles whose action leaves this event: the hat somebody wore when doing it. */
function rolesBehind(type: WhistleEvent['type']): readonly Role[] {
  return Object.values(whistleTransitions).flatMap(({ events, roles }) => (events.includes(type) ? roles : []));
}
