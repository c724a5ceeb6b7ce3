import { readCalendar } from '#server/modules/calendar/index.ts';
import type { Ctx } from '#server/platform/context.ts';
import type { Tx } from '#server/platform/db.ts';
import { answerOfRepeat } from '#server/platform/performed-requests.ts';
import { inTransaction, isUniqueViolation } from '#server/platform/transaction.ts';
import { noCaseFacts } from '#shared/cases/case-context.ts';
import type { CaseInput } from '#shared/cases/cases-actions.ts';
import { decideCase } from '#shared/cases/cases-lifecycle.ts';
import { dueBy } from '#shared/clocks/limit-due.ts';
import type { CaseId } from '#shared/kernel/ids.ts';
import { unknownFiles } from '../case-facts.ts';
import { findCase } from '../case-store.ts';
import { findReportable } from '../category-store.ts';
import { accountOfPhone, sealContact, sealOwnContact } from '../contact-store.ts';
import type { PerformedAction } from '../performed-action.ts';
import { placeReport } from '../place-report.ts';
import { auditRefusals, refusalOf } from '../refusals.ts';
import { readCaseSettings } from '../settings-store.ts';
import { writeDecision } from '../write-decision.ts';

/**
 * Reports a case (lifecycles D1, row 1): places it, starts the accept limit, seals the applicant's contact data. The case id comes from
 * the reporter's device; a repeat of the request answers with the first result. Refuses with the codes of shared/cases.
 */
export async function submitCase(ctx: Ctx, input: CaseInput<'submit'>): Promise<PerformedAction> {
  const work = () => inTransaction(ctx, (tx) => submitIn(ctx, tx, input));
  return auditRefusals(ctx, {
    action: 'submit',
    caseId: input.caseId,
    work: () => work().catch((error: unknown) => secondLook(error, work)),
  });
}

/** Two devices that made the same case id at once: the later one now finds the case of the first. */
function secondLook<T>(error: unknown, work: () => Promise<T>): Promise<T> {
  if (isUniqueViolation(error)) return work();
  throw error;
}

async function submitIn(ctx: Ctx, tx: Tx, input: CaseInput<'submit'>): Promise<PerformedAction> {
  const { actor } = ctx;
  const repeat = await answerOfRepeat(tx, 'cases', { requestId: input.requestId, actorId: actor.userId });
  if (repeat) return { caseId: repeat.aggregateId as CaseId, version: repeat.version };
  if (await findCase(tx, input.caseId)) throw refusalOf({ code: 'alreadyReported' });
  const now = ctx.now();
  const { placed, districtId } = await placeReport(ctx, tx, { point: input.point, unitId: input.unitId, at: now });
  const category = await findReportable(tx, { districtId, scheme: input.categoryScheme, code: input.categoryCode, at: now });
  if (!category) throw refusalOf({ code: 'categoryUnknown' });
  const phone = input.onBehalfOf?.phone ?? null;
  const command = { action: 'submit', input } as const;
  const decision = decideCase({
    snapshot: null,
    command,
    actor,
    context: {
      ...noCaseFacts,
      now,
      category,
      due: dueBy(await readCalendar(tx, districtId)),
      settings: await readCaseSettings(tx, { districtId, at: now }),
      placed,
      applicantId: phone === null ? null : await accountOfPhone(ctx, tx, phone),
      unknownFileIds: await unknownFiles(tx, { command, actorId: actor.userId }),
    },
  });
  if (!decision.ok) throw refusalOf(decision.refusal);
  const extras = { districtId, description: input.text };
  const snapshot = await writeDecision(ctx, tx, { before: null, extras, command, events: decision.events, at: now });
  if (input.source === 'resident') await sealOwnContact(ctx, tx, input.caseId);
  else if (input.onBehalfOf)
    await sealContact(ctx, tx, { caseId: input.caseId, applicantId: snapshot.applicantId, given: input.onBehalfOf });
  return { caseId: snapshot.id, version: snapshot.version };
}
