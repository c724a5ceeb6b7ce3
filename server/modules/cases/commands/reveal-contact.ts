import { writeAudit } from '#server/platform/audit.ts';
import type { Ctx } from '#server/platform/context.ts';
import type { RevealContactInput } from '#shared/cases/case-queries.ts';
import { maySeeContact } from '#shared/cases/cases-policy.ts';
import { type Contact, openContact } from '../contact-store.ts';
import { findVisibleCase } from '../queries/find-visible-case.ts';
import { auditRefusals, refusalOf } from '../refusals.ts';

/**
 * Shows name and phone of an applicant in clear, once, to those whom `maySeeContact` names; who looked, at which case and why is written
 * before the answer leaves. Refuses `notFound`, `contactHidden`, `noApplicant`.
 */
export async function revealContact(ctx: Ctx, { caseId, why }: RevealContactInput): Promise<Contact> {
  return auditRefusals(ctx, {
    action: 'revealContact',
    caseId,
    work: async () => {
      const { snapshot } = await findVisibleCase(ctx, caseId);
      const now = ctx.now();
      if (!maySeeContact({ actor: ctx.actor, snapshot, now })) throw refusalOf({ code: 'contactHidden' });
      const contact = await openContact(ctx, ctx.db, caseId);
      if (!contact) throw refusalOf({ code: 'noApplicant' });
      await writeAudit(ctx.db, {
        at: now,
        actorId: ctx.actor.userId,
        action: 'cases.revealContact',
        outcome: 'revealed',
        aggregateType: 'case',
        aggregateId: caseId,
        detail: { why },
      });
      return contact;
    },
  });
}
