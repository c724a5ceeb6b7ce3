import type { Ctx } from '#server/platform/context.ts';
import { availableActions } from '#shared/cases/available-actions.ts';
import type { CaseSettings } from '#shared/cases/case-settings.ts';
import type { CaseAction } from '#shared/cases/cases-actions.ts';
import type { CaseCategory, CaseSnapshot } from '#shared/cases/cases-schema.ts';
import { verifiesFrom } from '#shared/cases/verification.ts';
import { peopleInPost } from './people-in-post.ts';

/** The acts a page of one case offers: those allowed, without what its category never allows or a grid worker in post has to do. */
export async function offeredActions(
  ctx: Ctx,
  { snapshot, category, settings }: { snapshot: CaseSnapshot; category: CaseCategory | null; settings: CaseSettings },
): Promise<CaseAction[]> {
  const at = ctx.now();
  const { actor } = ctx;
  const allowed = availableActions({ snapshot, actor, now: at, settings });
  const { scopePath } = snapshot;
  const asked = allowed.includes('answerVerification');
  const verifierIds = asked ? await peopleInPost(ctx.db, { role: 'gridWorker', scopePath, at }) : [];
  const answers = asked && verifiesFrom({ snapshot, actor, verifierIds }) !== null;
  // nobody takes photos for a refusal
  return allowed.filter((action) => {
    if (action === 'selfHandle') return category?.selfHandling === true;
    return action !== 'answerVerification' || answers;
  });
}
