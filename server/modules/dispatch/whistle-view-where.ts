import { anyOf } from '#server/platform/any-of.ts';
import type { Prisma } from '#server/platform/db.ts';
import { scopeOfPost } from '#shared/cases/cases-policy.ts';
import type { WhistleView } from '#shared/dispatch/whistle-queries.ts';
import { openWhistleStates } from '#shared/dispatch/whistle-schema.ts';
import { marksOfPost, type TodoMark } from '#shared/dispatch/whistle-todo.ts';
import type { Actor, Post } from '#shared/identity/identity-schema.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';
import type { UserId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { whistleWhere } from './whistle-scope-where.ts';

type Where = Prisma.WhistleWhereInput;

/** The database filter of a named list; the count of a list uses this very filter. */
export function whistleViewWhere(view: WhistleView, { actor, now }: { actor: Actor; now: Instant }): Where {
  const at = new Date(now);
  switch (view) {
    case 'todo':
      return anyOf(actor.posts.flatMap((post) => postWhere(post, owedBy(post, { me: actor.userId, at }))));
    case 'waiting':
      return anyOf(actor.posts.flatMap((post) => postWhere(post, waitedFor(post, at))));
    case 'approvals':
      return { blowAsked: true };
    case 'objections':
      return { objected: true };
    case 'silent':
      return { silentFrom: { lt: at } };
    case 'overdue':
      return { clockDueAt: { lt: at } };
    case 'dueSoon':
      return { clockSoonAt: { lte: at }, clockDueAt: { gte: at } };
    case 'hot':
      return { OR: [{ hot: true }, { clockDueAt: { lt: at } }] };
    case 'open':
      return { state: { in: [...openWhistleStates] } };
    case 'all':
      return {};
    default:
      return assertNever(view);
  }
}

/** Whistles of these kinds within what the post alone reaches. */
function postWhere(post: Post, wanted: Where[]): Where[] {
  const part = scopeOfPost(post);
  return part === null || wanted.length === 0 ? [] : [{ AND: [whistleWhere([part]), anyOf(wanted)] }];
}

/** What this post owes; nobody judges an own act. */
function owedBy(post: Post, { me, at }: { me: UserId; at: Date }): Where[] {
  return marksOfPost(post, me).map((mark): Where => {
    const todo = { todo: { has: mark } };
    if (mark === 'voiding') return { ...todo, voidAskedBy: { not: me } };
    if (mark === 'ruling') return { ...todo, NOT: { blewIds: { has: me } } };
    return mark === 'clearing' ? { ...todo, clearDueAt: { lt: at } } : todo;
  });
}

/** What this post will owe by the mere passing of time. */
function waitedFor(post: Post, at: Date): Where[] {
  return post.role === 'streetOperator' ? [{ todo: { has: 'clearing' satisfies TodoMark }, clearDueAt: { gte: at } }] : [];
}
