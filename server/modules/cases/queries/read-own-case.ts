import { readCalendar } from '#server/modules/calendar/index.ts';
import type { PhotoFacts } from '#server/modules/files/index.ts';
import type { Ctx } from '#server/platform/context.ts';
import { availableActions } from '#shared/cases/available-actions.ts';
import { type CaseClock, clockOf } from '#shared/cases/case-clock.ts';
import { type CaseStep, type Holder, holderOf, nextStep } from '#shared/cases/case-holder.ts';
import type { CaseAction } from '#shared/cases/cases-actions.ts';
import type { CaseSnapshot } from '#shared/cases/cases-schema.ts';
import { dueBy } from '#shared/clocks/limit-due.ts';
import type { CaseId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { type AnswerBy, answerBy } from '../answer-by.ts';
import { readHistory } from '../case-history.ts';
import { findCategoryOfCase } from '../category-store.ts';
import { peopleOf, rolesBehind } from '../people-store.ts';
import { caseNotFound } from '../refusals.ts';
import { type ResidentStep, residentStep } from '../resident-step.ts';
import { readCaseSettings } from '../settings-store.ts';
import { departmentsOf } from './case-places.ts';
import { type ReachablePerson, whomToCall } from './duty-of-case.ts';
import { findVisibleCase } from './find-visible-case.ts';
import { photosOfCase } from './photos-of-case.ts';

type Bilingual = { zh: string; en: string };
type Shown = Pick<
  CaseSnapshot,
  'id' | 'version' | 'caseNo' | 'state' | 'kind' | 'title' | 'address' | 'point' | 'reportedAt' | 'closedAt' | 'callback' | 'callbackTries'
>;

export type OwnCase = Shown & {
  description: string;
  category: Bilingual | null;
  steps: ResidentStep[];
  photos: Pick<PhotoFacts, 'id' | 'purpose' | 'uploadedAt' | 'width' | 'height'>[];
  holder: Holder & { until: Instant | null; department: Bilingual | null };
  clock: Pick<CaseClock, 'light' | 'overdue' | 'limit'>;
  nextStep: CaseStep | null;
  answerBy: AnswerBy | null;
  /** the named grid worker, or whoever stands in */
  call: ReachablePerson | null;
  allowedActions: CaseAction[];
};

const shownPhotos: readonly (string | null)[] = ['report', 'feedback'];

/** A case as its applicant sees it: no names but whom to call, no inner dealings. Refuses `notFound` to everybody else. */
export async function readOwnCase(ctx: Ctx, caseId: CaseId): Promise<OwnCase> {
  const { db, actor } = ctx;
  const { snapshot, districtId, description } = await findVisibleCase(ctx, caseId);
  if (snapshot.applicantId !== actor.userId) throw caseNotFound();
  const now = ctx.now();
  const { categoryScheme: scheme, categoryCode: code } = snapshot;
  const [history, category, calendar, photos, call, settings] = await Promise.all([
    readHistory(db, caseId),
    findCategoryOfCase(db, { districtId, scheme, code, at: now }),
    readCalendar(db, districtId),
    photosOfCase(db, caseId),
    whomToCall(ctx, snapshot),
    readCaseSettings(db, { districtId, at: now }),
  ]);
  const personAt = await peopleOf(
    db,
    history.map((event) => event.meta.actorId),
  );
  const departments = await departmentsOf(db, { snapshot, history });
  const holder = holderOf(snapshot);
  const clock = clockOf(snapshot, now);
  return {
    ...shown(snapshot),
    ...{ description, call },
    category: category?.name ?? null,
    steps: history.flatMap((event) => {
      const roles = event.meta.actorId === snapshot.applicantId ? [] : rolesBehind(event.type);
      return residentStep(event, personAt({ userId: event.meta.actorId, at: event.meta.at, roles })) ?? [];
    }),
    photos: photos
      .filter((photo) => shownPhotos.includes(photo.purpose) || photo.ownerId === actor.userId)
      .map(({ id, purpose, uploadedAt, width, height }) => ({ id, purpose, uploadedAt, width, height })),
    holder: {
      ...holder,
      until: clock.nextReviewAt ?? clock.due?.at ?? null,
      department: departments.find((entry) => entry.id === holder.departmentId)?.name ?? null,
    },
    clock: { light: clock.light, overdue: clock.overdue, limit: clock.limit },
    nextStep: nextStep(snapshot),
    answerBy: category && answerBy(snapshot, { category, due: dueBy(calendar) }),
    allowedActions: availableActions({ snapshot, actor, now, settings }),
  };
}

function shown(snapshot: CaseSnapshot): Shown {
  const { id, version, caseNo, state, kind, title, address, point, reportedAt, closedAt, callback, callbackTries } = snapshot;
  return { id, version, caseNo, state, kind, title, address, point, reportedAt, closedAt, callback, callbackTries };
}
