import { readCalendar } from '#server/modules/calendar/index.ts';
import { marksOf } from '#server/modules/clocks/index.ts';
import type { PhotoFacts } from '#server/modules/files/index.ts';
import type { Ctx } from '#server/platform/context.ts';
import { type RemainingTime, remaining } from '#shared/calendar/remaining.ts';
import { type CaseClock, clockOf } from '#shared/cases/case-clock.ts';
import { type CaseStep, type Holder, holderOf, nextStep } from '#shared/cases/case-holder.ts';
import type { CaseSettings } from '#shared/cases/case-settings.ts';
import type { CaseAction } from '#shared/cases/cases-actions.ts';
import type { CaseEvent } from '#shared/cases/cases-events.ts';
import { caseScope, maySeeContact } from '#shared/cases/cases-policy.ts';
import type { CaseCategory, CaseSnapshot } from '#shared/cases/cases-schema.ts';
import { type DueMove, dueMoves } from '#shared/cases/recomputed-dues.ts';
import type { CaseLimit } from '#shared/cases/running-limits.ts';
import type { LimitMark } from '#shared/clocks/clocks-schema.ts';
import { maskName, maskPhone } from '#shared/identity/mask-person.ts';
import type { CaseId, UserId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { caseAggregate, readHistory } from '../case-history.ts';
import { caseWhere } from '../case-scope-where.ts';
import { snapshotOf } from '../case-store.ts';
import { findCategoryOfCase } from '../category-store.ts';
import { type Contact, openContact } from '../contact-store.ts';
import { type CaseDueExplanation, explainCaseDue } from '../explain-case-due.ts';
import { offeredActions } from '../offered-actions.ts';
import { type CasePerson, peopleOf, rolesBehind } from '../people-store.ts';
import { caseNotFound } from '../refusals.ts';
import { readCaseSettings } from '../settings-store.ts';
import { type CaseDepartment, type CasePlace, departmentsOf, placesOf } from './case-places.ts';
import { type DutyPerson, dutyOfCase } from './duty-of-case.ts';
import { findStaffCase } from './find-visible-case.ts';
import { photosOfCase } from './photos-of-case.ts';

/** A mark that a limit of the case reached: when it was planned and when it happened. */
export type CaseMark = { limit: CaseLimit; mark: LimitMark; plannedAt: Instant; firedAt: Instant };

export type CaseDetail = {
  snapshot: CaseSnapshot;
  description: string;
  category: CaseCategory | null;
  places: CasePlace[];
  departments: CaseDepartment[];
  people: CasePerson[];
  duty: DutyPerson[];
  photos: PhotoFacts[];
  /** `moves`: what a new calendar moved, for `DueRecomputed` */
  timeline: { event: CaseEvent; by: CasePerson; moves: readonly DueMove[] }[];
  /** what the clocks of the case did, oldest first */
  marks: CaseMark[];
  clock: CaseClock;
  remaining: RemainingTime | null;
  explanation: CaseDueExplanation | null;
  /** `until`: the running limit, or the day of review of a held case; `person` where one is known by name */
  holder: Holder & { until: Instant | null; person: string | null };
  nextStep: CaseStep | null;
  allowedActions: CaseAction[];
  /** always masked; `mayReveal` says whether asking for it in clear will be answered */
  contact: { name: string; phone: string | null; mayReveal: boolean } | null;
  duplicateOf: { id: CaseId; caseNo: string | null; title: string } | null;
  duplicates: number;
  /** what the district set: how close an inspector must be, how often to call back */
  settings: CaseSettings;
};

/** Everything a desk or a tablet shows of one case. Refuses `notFound`, also to residents: their own view is `readOwnCase`. */
export async function readCase(ctx: Ctx, caseId: CaseId): Promise<CaseDetail> {
  const { db } = ctx;
  const { snapshot, districtId, description } = await findStaffCase(ctx, caseId);
  const now = ctx.now();
  const { categoryScheme: scheme, categoryCode: code } = snapshot;
  const [history, marks, category, calendar, places, duty, photos, contact, duplicates, settings] = await Promise.all([
    readHistory(db, caseId),
    marksOf(db, caseAggregate(caseId)),
    findCategoryOfCase(db, { districtId, scheme, code, at: now }),
    readCalendar(db, districtId),
    placesOf(db, snapshot),
    dutyOfCase(ctx, snapshot),
    photosOfCase(db, caseId),
    openContact(ctx, db, caseId),
    db.case.count({ where: { AND: [{ duplicateOfId: caseId }, caseWhere(caseScope(ctx.actor))] } }),
    readCaseSettings(db, { districtId, at: now }),
  ]);
  const personAt = await peopleOf(db, [...history.map((event) => event.meta.actorId), ...namedIn(snapshot)]);
  const clock = clockOf(snapshot, now);
  const moves = dueMoves(history);
  return {
    ...{ snapshot, description, category, places, duty, photos, clock, duplicates, settings },
    departments: await departmentsOf(db, { snapshot, history }),
    people: namedIn(snapshot).map((userId) => personAt({ userId, at: now, roles: [] })),
    timeline: history.map((event) => ({
      event,
      by: personAt({ userId: event.meta.actorId, at: event.meta.at, roles: rolesBehind(event.type) }),
      moves: moves.get(event.meta.seq) ?? [],
    })),
    marks: marks.map(({ key, mark, firedAt, plannedAt }) => ({ limit: key as CaseLimit, mark, firedAt, plannedAt })),
    remaining: clock.due && remaining({ calendar, due: clock.due, now, heldSince: snapshot.heldAt }),
    explanation: clock.limit && category && explainCaseDue({ snapshot, category, calendar }, clock.limit),
    holder: holderWithName(snapshot, { clock, duty, personAt: (userId) => personAt({ userId, at: now, roles: [] }).name }),
    nextStep: nextStep(snapshot),
    allowedActions: await offeredActions(ctx, { snapshot, category, settings }),
    contact: contact && { ...masked(contact), mayReveal: maySeeContact({ actor: ctx.actor, snapshot, now }) },
    duplicateOf: await originalOf(ctx, snapshot.duplicateOfId),
  };
}

/** The id behind the number people say on the phone. Refuses `notFound`. */
export async function findCaseNo(ctx: Ctx, caseNo: string): Promise<CaseId> {
  const row = await ctx.db.case.findFirst({ where: { AND: [{ caseNo }, caseWhere(caseScope(ctx.actor))] }, select: { id: true } });
  if (!row) throw caseNotFound();
  return row.id as CaseId;
}

function masked({ name, phone }: Contact): Contact {
  return { name: maskName(name), phone: phone === null ? null : maskPhone(phone) };
}

function namedIn(snapshot: CaseSnapshot): UserId[] {
  const { reporterId, firstDispatcherId, signedById, handlerIds, extensionAsked, holdAsked, voidAsked, supervision } = snapshot;
  const asking = [extensionAsked?.byId, holdAsked?.byId, voidAsked?.byId];
  const supervising = [supervision?.byId, supervision?.receivedById, supervision?.reply?.byId];
  const ids = [reporterId, firstDispatcherId, signedById, ...handlerIds, ...asking, ...supervising];
  return [...new Set(ids.filter((id): id is UserId => id !== null && id !== undefined))];
}

type Named = { clock: CaseClock; duty: readonly DutyPerson[]; personAt: (userId: UserId) => string };

function holderWithName(snapshot: CaseSnapshot, { clock, duty, personAt }: Named): CaseDetail['holder'] {
  const holder = holderOf(snapshot);
  const until = clock.nextReviewAt ?? clock.due?.at ?? null;
  if (holder.kind === 'leadUnit' && snapshot.signedById) return { ...holder, until, person: personAt(snapshot.signedById) };
  const worker = holder.kind === 'gridWorker' ? duty.find(({ role }) => role === 'gridWorker') : undefined;
  return { ...holder, until, person: worker?.name ?? null };
}

async function originalOf(ctx: Ctx, id: CaseId | null): Promise<CaseDetail['duplicateOf']> {
  if (id === null) return null;
  const row = await ctx.db.case.findFirst({
    where: { AND: [{ id }, caseWhere(caseScope(ctx.actor))] },
    select: { id: true, snapshot: true },
  });
  if (!row) return null;
  const { caseNo, title } = snapshotOf(row);
  return { id, caseNo, title };
}
