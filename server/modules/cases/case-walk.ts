import { RefusalError } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import { type CaseFixture, lampPoint, type Person, report, streetLamp } from '#server/testing/case-fixture.ts';
import { availableActions } from '#shared/cases/available-actions.ts';
import { defaultCaseSettings } from '#shared/cases/case-settings.ts';
import type { CaseAction, CaseCommand } from '#shared/cases/cases-actions.ts';
import { solved } from '#shared/cases/cases-schema.ts';
import type { CaseId } from '#shared/kernel/ids.ts';
import { DAY, HOUR } from '#shared/kernel/time.ts';
import { findCase } from './case-store.ts';
import { performCaseAction } from './commands/perform-case-action.ts';

/** One random step: after some time one of the things open to anybody is done on one of the cases. */
export type Step = { pick: number; caseIndex: number; hours: number };
type Chosen = { person: Person; action: CaseAction };

const points = [
  lampPoint,
  { ...lampPoint, lng: 112.9051 },
  { ...lampPoint, lng: 112.915 },
  { ...lampPoint, lat: 27.815 },
  { ...lampPoint, lng: 113.5 },
];

/** Reports by residents and grid workers in every grid, outside all of them and without a point. */
export async function seedCases(at: CaseFixture, count: number): Promise<CaseId[]> {
  const ids: CaseId[] = [];
  for (let index = 0; index < count; index += 1) {
    const point = points[index % points.length] ?? null;
    const category = { categoryCode: index % 7 === 3 ? '03001' : streetLamp.code };
    if (index % 6 === 5) ids.push(await at.submit('dispatcher', { source: 'hotline', point: null, unitId: null, ...category }));
    else if (index % 3 === 2)
      ids.push(await at.submit('southGridWorker', { source: 'gridWorker', point, photoIds: [await at.photo('southGridWorker')] }));
    else ids.push(await at.submit(index % 2 === 0 ? 'resident' : 'neighbour', { point, ...category }));
  }
  return ids;
}

/** Ends and side ways, taken seldom, so that most cases come a long way. */
const seldom: readonly CaseAction[] = ['decline', 'divert', 'requestVoid', 'approveVoid', 'addNote', 'supervise', 'requestVerification'];

/** Takes one step; a refusal (evidence that does not hold) is a legal outcome. Answers what was tried. */
export async function takeStep(at: CaseFixture, ids: readonly CaseId[], step: Step): Promise<CaseAction | null> {
  at.test.clock.advance(step.hours * HOUR);
  const caseId = ids[step.caseIndex % ids.length];
  const stored = caseId && (await findCase(at.test.platform.db, caseId));
  if (!stored) return null;
  const { snapshot } = stored;
  const open: Chosen[] = at.actors.flatMap(({ person, actor }) =>
    availableActions({ snapshot, actor, now: at.test.clock.now, settings: defaultCaseSettings }).map((action) => ({ person, action })),
  );
  const likely = step.pick % 6 === 0 ? open : open.filter(({ action }) => !seldom.includes(action));
  const chosen = likely[step.pick % Math.max(1, likely.length)];
  if (chosen === undefined) return null;
  const command = await commandFor(at, { ...chosen, caseId, version: snapshot.version, pick: step.pick });
  try {
    await performCaseAction(await at.as(chosen.person), command);
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
  }
  return chosen.action;
}

type Wanted = Chosen & { caseId: CaseId; version: number; pick: number };

async function commandFor(at: CaseFixture, { action, person, caseId, version, pick }: Wanted): Promise<CaseCommand> {
  const on = { caseId, expectedVersion: version, requestId: newId<ReturnType<typeof report>['requestId']>() };
  const photo = async () => [await at.photo(person)];
  const { works, sanitation, northTeam } = at.departments;
  const now = at.test.clock.now;
  const even = pick % 2 === 0;
  const evidence = { documentIds: [], position: lampPoint };
  switch (action) {
    case 'submit':
      return { action, input: report() };
    case 'answerVerification':
      return { action, input: { ...on, isTrue: pick % 4 !== 0, note: '', photoIds: await photo() } };
    case 'register': {
      const { scheme: categoryScheme, code: categoryCode } = streetLamp;
      const unitId = at.units.n2.id;
      const where = { point: null, address: null, unitId: even ? null : unitId };
      return {
        action,
        input: {
          ...on,
          kind: 'report',
          urgency: even ? 'normal' : 'urgent',
          categoryScheme,
          categoryCode,
          ...where,
          duplicateOfId: null,
          notDuplicate: true,
        },
      };
    }
    case 'decline':
      return { action, input: { ...on, reason: 'notWithinScope', note: '' } };
    case 'divert':
      return { action, input: { ...on, exit: 'petitionOffice', note: '' } };
    case 'selfHandle':
      return { action, input: { ...on, result: '办好', beforePhotoIds: [], afterPhotoIds: await photo() } };
    case 'dispatch': {
      const leadUnitId = person.includes('ispatcher') ? northTeam : works;
      return { action, input: { ...on, leadUnitId, supportUnitIds: leadUnitId === works && even ? [sanitation] : [], note: '' } };
    }
    case 'object':
      return { action, input: { ...on, reason: '不归', legalBasis: '条例' } };
    case 'upholdObjection':
    case 'overruleObjection':
      return { action, input: { ...on, ruling: '裁定' } };
    case 'contact':
      return { action, input: { ...on, way: 'phone', outcome: 'reached', note: '', contactAt: now } };
    case 'requestExtension':
      return { action, input: { ...on, reason: '配件', limit: { amount: 2, unit: 'workingDays' } } };
    case 'requestHold':
      return { action, input: { ...on, obstacle: '停电', nextReviewAt: now + 5 * DAY } };
    case 'refuseExtension':
    case 'refuseHold':
      return { action, input: { ...on, reason: '不同意' } };
    case 'recordSupportResult':
      return { action, input: { ...on, unitId: sanitation, done: even, text: '协办' } };
    case 'submitFeedback':
      return { action, input: { ...on, result: '办结', photoIds: await photo(), costFen: null } };
    case 'inspectPass':
      return { action, input: { ...on, note: '', photoIds: await photo(), ...evidence } };
    case 'inspectFail':
      return { action, input: { ...on, reason: '没好', photoIds: await photo(), ...evidence } };
    case 'tryCallback':
      return { action, input: { ...on, way: 'phone' } };
    case 'recordCallback':
      return { action, input: { ...on, solved: solved.parse(even ? 'no' : 'yes'), rating: even ? 1 : 5, note: '' } };
    case 'reopen':
      return { action, input: { ...on, ground: even ? 'notSolved' : 'complaintVerified', reason: '没办好' } };
    case 'requestVoid':
      return { action, input: { ...on, reason: 'testData', note: '测试' } };
    case 'supervise':
      return { action, input: { ...on, level: 'normal', until: now + DAY, recipient: '市政', note: '' } };
    case 'replySupervision':
      return { action, input: { ...on, text: '已安排', photoIds: [] } };
    case 'returnSupervision':
      return { action, input: { ...on, reason: '没写明哪天' } };
    case 'addNote':
      return { action, input: { ...on, note: '补充', photoIds: [] } };
    case 'requestVerification':
    case 'refuseVoid':
    case 'closeSupervision':
      return { action, input: { ...on, note: '' } };
    default:
      return { action, input: on };
  }
}
