import { readCalendar } from '#server/modules/calendar/index.ts';
import type { Ctx } from '#server/platform/context.ts';
import type { Tx } from '#server/platform/db.ts';
import { answerOfRepeat } from '#server/platform/performed-requests.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { type CaseContext, type CaseFacts, noCaseFacts } from '#shared/cases/case-context.ts';
import type { CaseCommand } from '#shared/cases/cases-actions.ts';
import { decideCase } from '#shared/cases/cases-lifecycle.ts';
import { caseScope, caseVisible, scopeFacts } from '#shared/cases/cases-policy.ts';
import type { CaseSnapshot } from '#shared/cases/cases-schema.ts';
import { unitsOf } from '#shared/cases/own-unit-guard.ts';
import { dueBy } from '#shared/clocks/limit-due.ts';
import type { CaseId } from '#shared/kernel/ids.ts';
import { countReportPhotos, distanceBetween, drawCaseNumber, readTargets, unknownFiles } from '../case-facts.ts';
import { findCase, lockCase, type StoredCase } from '../case-store.ts';
import { findCategoryOfCase, findReportable } from '../category-store.ts';
import { readDutyCodes } from '../duty-codes.ts';
import { peopleInPost } from '../people-in-post.ts';
import type { PerformedAction } from '../performed-action.ts';
import { placeReport } from '../place-report.ts';
import { findDuplicates } from '../queries/find-duplicates.ts';
import { auditRefusals, caseNotFound, refusalOf } from '../refusals.ts';
import { readCaseSettings } from '../settings-store.ts';
import { countOpenWhistles } from '../whistle-links.ts';
import { writeDecision } from '../write-decision.ts';
import { submitCase } from './submit-case.ts';

type ActionOnCase = Exclude<CaseCommand, { action: 'submit' }>;

/**
 * Performs one action of lifecycles D1 on a case: locks the row, looks up the facts, lets `decideCase` decide and writes what follows in
 * the same transaction. A repeat of the request answers with the first result. Refuses `notFound` for what the person may not see,
 * else with the codes of shared/cases; a refusal leaves one audit line and no other trace.
 */
export async function performCaseAction(ctx: Ctx, command: CaseCommand): Promise<PerformedAction> {
  if (command.action === 'submit') return submitCase(ctx, command.input);
  const work = () => inTransaction(ctx, (tx) => performIn(ctx, tx, command));
  return auditRefusals(ctx, { action: command.action, caseId: command.input.caseId, work });
}

async function performIn(ctx: Ctx, tx: Tx, command: ActionOnCase): Promise<PerformedAction> {
  const { actor } = ctx;
  const { caseId, requestId } = command.input;
  const repeat = await answerOfRepeat(tx, 'cases', { requestId, actorId: actor.userId });
  if (repeat) return { caseId: repeat.aggregateId as CaseId, version: repeat.version };
  const stored = await lockCase(tx, caseId);
  if (!stored || !caseVisible(caseScope(actor), scopeFacts(stored.snapshot))) throw caseNotFound();
  const { facts, districtId } = await lookUp(ctx, tx, { stored, command });
  const now = ctx.now();
  const context: CaseContext = {
    ...noCaseFacts,
    ...facts,
    now,
    category: await categoryOf(tx, { snapshot: stored.snapshot, command, districtId, at: now }),
    due: dueBy(await readCalendar(tx, districtId)),
    settings: await readCaseSettings(tx, { districtId, at: now }),
    unknownFileIds: await unknownFiles(tx, { command, actorId: actor.userId }),
  };
  const decision = decideCase({ snapshot: stored.snapshot, command, actor, context });
  if (!decision.ok) throw refusalOf(decision.refusal);
  const extras = { districtId, description: stored.description };
  const after = await writeDecision(ctx, tx, { before: stored.snapshot, extras, command, events: decision.events, at: now });
  return { caseId, version: after.version };
}

type Question = { snapshot: CaseSnapshot; command: ActionOnCase; districtId: string; at: number };

async function categoryOf(tx: Tx, { snapshot, command, districtId, at }: Question) {
  if (command.action === 'register') {
    const { categoryScheme: scheme, categoryCode: code } = command.input;
    const category = await findReportable(tx, { districtId, scheme, code, at });
    if (!category) throw refusalOf({ code: 'categoryUnknown' });
    return category;
  }
  const { categoryScheme: scheme, categoryCode: code } = snapshot;
  const category = await findCategoryOfCase(tx, { districtId, scheme, code, at });
  if (!category) throw new Error(`case ${snapshot.id} has a category that never existed: ${scheme} ${code}`);
  return category;
}

type Facts = { facts: Partial<CaseFacts>; districtId: string };

/** The facts each action needs, and the district the case belongs to afterwards. */
async function lookUp(ctx: Ctx, tx: Tx, { stored, command }: { stored: StoredCase; command: ActionOnCase }): Promise<Facts> {
  const { snapshot, districtId } = stored;
  const at = ctx.now();
  switch (command.action) {
    case 'register':
      return registrationFacts(ctx, tx, { stored, input: command.input });
    case 'selfHandle':
      return {
        facts: { caseNo: await drawCaseNumber(tx, { districtId, at }), reportPhotoCount: await countReportPhotos(tx, snapshot.id) },
        districtId,
      };
    case 'dispatch': {
      const ids = [command.input.leadUnitId, ...command.input.supportUnitIds];
      const targets = await readTargets(tx, { ids, scopePath: snapshot.scopePath });
      return { facts: { targets, dutyCodes: await readDutyCodes(tx, { districtId, at }) }, districtId };
    }
    case 'submitFeedback':
      return { facts: { openWhistles: await countOpenWhistles(tx, snapshot.id) }, districtId };
    case 'object': {
      const asked = { role: 'streetOperator', scopePath: snapshot.scopePath, at, outside: unitsOf(snapshot) } as const;
      return { facts: { reviewerIds: await peopleInPost(tx, asked) }, districtId };
    }
    case 'answerVerification':
      return { facts: { verifierIds: await peopleInPost(tx, { role: 'gridWorker', scopePath: snapshot.scopePath, at }) }, districtId };
    case 'inspectPass':
    case 'inspectFail':
      return { facts: { distanceM: distanceBetween(command.input.position, snapshot.point) }, districtId };
    default:
      return { facts: {}, districtId };
  }
}

type Registration = { stored: StoredCase; input: Extract<ActionOnCase, { action: 'register' }>['input'] };

async function registrationFacts(ctx: Ctx, tx: Tx, { stored, input }: Registration): Promise<Facts> {
  const at = ctx.now();
  const point = input.point ?? stored.snapshot.point;
  const moved = input.point !== null || input.unitId !== null;
  const place = moved ? await placeReport(ctx, tx, { point, unitId: input.unitId, at }) : null;
  const districtId = place?.districtId ?? stored.districtId;
  const { categoryScheme, categoryCode } = input;
  const near = point && {
    ...{ point, categoryScheme, categoryCode },
    ...{
      scope: caseScope(ctx.actor),
      radiusM: (await readCaseSettings(tx, { districtId, at })).duplicateRadiusM,
      except: stored.snapshot.id,
    },
  };
  const found = near ? await findDuplicates(tx, near) : [];
  const duplicates = found.map((duplicate) => duplicate.snapshot.id);
  const named = input.duplicateOfId;
  if (named !== null && !duplicates.includes(named) && (await isVisible(ctx, tx, named))) duplicates.push(named);
  return { facts: { placed: place?.placed ?? null, duplicates, caseNo: await drawCaseNumber(tx, { districtId, at }) }, districtId };
}

async function isVisible(ctx: Ctx, tx: Tx, id: CaseSnapshot['id']): Promise<boolean> {
  const other = await findCase(tx, id);
  return other !== null && caseVisible(caseScope(ctx.actor), scopeFacts(other.snapshot));
}
