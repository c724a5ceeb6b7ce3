import { anyOf } from '#server/platform/any-of.ts';
import type { Prisma } from '#server/platform/db.ts';
import { scopeOfPost } from '#shared/cases/cases-policy.ts';
import { openStates } from '#shared/cases/cases-schema.ts';
import type { Actor, Post } from '#shared/identity/identity-schema.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { caseWhere } from './case-scope-where.ts';

type Where = Prisma.CaseWhereInput;

/** Cases in which one of the person's posts owes the next step: each post within what that post alone reaches. */
export function todoWhere(actor: Actor, now: Instant): Where {
  return anyOf(actor.posts.flatMap((post) => postTodo({ post, actor, now })));
}

function postTodo({ post, actor, now }: { post: Post; actor: Actor; now: Instant }): Where[] {
  const me = actor.userId;
  if (post.role === 'resident') return [{ applicantId: me, state: 'closed', clockLimit: 'callback' }];
  const part = scopeOfPost(post);
  const owed = owedBy({ post, now, actor });
  if (part === null || owed.length === 0) return [];
  return [{ AND: [caseWhere([part]), anyOf(owed)] }];
}

function owedBy({ post: { role, departmentId }, actor, now }: { post: Post; actor: Actor; now: Instant }): Where[] {
  const me = actor.userId;
  const units = actor.posts.flatMap((post) => post.departmentId ?? []);
  // nobody judges a case of an own unit, whatever other post they hold
  const foreign: Where = units.length === 0 ? {} : { NOT: { departmentIds: { hasSome: units } } };
  const judged = (...parts: Where[]): Where[] => parts.map((part) => ({ AND: [part, foreign] }));
  const lead: Where = { leadUnitId: departmentId };
  // who handled it may not inspect it
  const inspection = judged({ state: 'feedback', NOT: { handlerIds: { has: me } } });
  switch (role) {
    case 'dispatcher':
      return [{ state: { in: ['reported', 'registered'] } }, ...judged(...asked(me, 'voidAskedBy')), unanswered(me, { leadUnitId: null })];
    case 'gridWorker':
      return [{ state: 'verifying', reporterId: { not: me } }, ...inspection, unanswered(me, { leadUnitId: null })];
    case 'inspector':
      return inspection;
    case 'departmentHandler':
      return [
        { ...lead, state: { in: ['dispatched', 'inProgress'] } },
        { state: 'inProgress', waitingSupportIds: { has: departmentId } },
        unanswered(me, lead),
      ];
    case 'departmentLead':
      return [{ ...lead, ...reviewDue(now) }, unanswered(me, lead)];
    case 'secretary':
      return [
        ...judged(...asked(me, 'holdAskedBy', 'voidAskedBy'), { ...replied, supervisedById: me }),
        reviewDue(now),
        unanswered(me, { leadUnitId: null }),
      ];
    case 'streetOperator':
      return [
        { state: 'registered' },
        ...judged(
          { state: 'objected', NOT: { barredReviewerIds: { has: me } } },
          ...asked(me, 'extensionAskedBy', 'holdAskedBy', 'voidAskedBy'),
          replied,
        ),
        reviewDue(now),
      ];
    case 'callbackOfficer':
      return judged({ state: 'closed', clockLimit: 'callback' });
    default:
      return [];
  }
}

// an ended case is nobody's to-do; said to the database, so that the index of states serves every part of the list
const open: Where = { state: { in: [...openStates] } };

/** A supervision that these people have to sign for or answer; nobody answers an own one. */
function unanswered(me: string, whose: Where): Where {
  return { ...open, ...whose, supervisionState: { in: ['issued', 'received'] }, supervisedById: { not: me } };
}

/** A supervision whose reply waits to be judged: by whoever ordered it, or by the street. */
const replied: Where = { ...open, supervisionState: 'replied' };

function reviewDue(now: Instant): Where {
  return { state: 'onHold', nextReviewAt: { lte: new Date(now) } };
}

const decidedIn = { extensionAskedBy: ['inProgress'], holdAskedBy: ['inProgress'], voidAskedBy: [...openStates] };

/** Requests of others that can be decided now; nobody decides on an own one. */
function asked(me: string, ...columns: (keyof typeof decidedIn)[]): Where[] {
  return columns.map((column) => ({ state: { in: decidedIn[column] }, [column]: { not: me } }));
}
