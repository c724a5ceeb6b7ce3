import { anyOf } from '#server/platform/any-of.ts';
import type { Prisma } from '#server/platform/db.ts';
import { scopeOfPost } from '#shared/cases/cases-policy.ts';
import type { WhistleView } from '#shared/dispatch/whistle-queries.ts';
import { openWhistleStates } from '#shared/dispatch/whistle-schema.ts';
import type { Actor, Post } from '#shared/identity/identity-schema.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { whistleWhere } from './whistle-scope-where.ts';

type Where = Prisma.WhistleWhereInput;

/** The database filter of a named list; the count of a list uses this very filter. */
export function whistleViewWhere(view: WhistleView, { actor, now }: { actor: Actor; now: Instant }): Where {
  const at = new Date(now);
  switch (view) {
    case 'todo':
      return anyOf(actor.posts.flatMap((post) => postTodo(post, actor)));
    case 'approvals':
      return { blowAsked: true };
    case 'objections':
      return { objected: true };
    case 'silent':
      return { silentFrom: { lt: at } };
    case 'overdue':
      return { clockDueAt: { lt: at }, clockLimit: { not: 'review' } };
    case 'dueSoon':
      return { clockSoonAt: { lte: at }, clockDueAt: { gte: at }, clockLimit: { not: 'review' } };
    case 'hot':
      return { OR: [{ hot: true }, { clockDueAt: { lt: at }, clockLimit: { not: 'review' } }] };
    case 'open':
      return { state: { in: [...openWhistleStates] } };
    case 'all':
      return {};
    default:
      return assertNever(view);
  }
}

/** Whistles in which this post owes a step, within what the post alone reaches; nobody judges an own act. */
function postTodo(post: Post, { userId }: Actor): Where[] {
  const part = scopeOfPost(post);
  if (part === null) return [];
  const owed = owedBy(post, userId);
  return owed.length === 0 ? [] : [{ AND: [whistleWhere([part]), anyOf(owed)] }];
}

function owedBy({ role, departmentId }: Post, me: string): Where[] {
  const voiding: Where = { todo: { has: 'voiding' }, voidAskedBy: { not: me } };
  switch (role) {
    case 'secretary':
      return [{ todo: { has: 'secretary' } }, voiding];
    case 'gridWorker':
      return [{ todo: { has: 'gridWorker' } }];
    case 'streetOperator':
      return [{ todo: { has: 'street' } }, { todo: { has: 'ruling' }, NOT: { blewIds: { has: me } } }, voiding];
    case 'departmentHandler':
    case 'departmentLead':
      return departmentId === null ? [] : [{ todo: { has: `unit:${departmentId}` } }];
    default:
      return [];
  }
}
