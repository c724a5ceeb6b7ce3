import { readCalendar } from '#server/modules/calendar/index.ts';
import { caseWhere, placeReport, readDutyCodes, readTargets } from '#server/modules/cases/index.ts';
import { photoFacts } from '#server/modules/files/index.ts';
import type { Ctx } from '#server/platform/context.ts';
import type { Tx } from '#server/platform/db.ts';
import { caseNumberMonth } from '#shared/cases/case-number.ts';
import { caseScope } from '#shared/cases/cases-policy.ts';
import type { FilePhoto } from '#shared/dispatch/judge-pair.ts';
import type { WhistleCommand, WhistleInput } from '#shared/dispatch/whistle-actions.ts';
import { noWhistleFacts, type WhistleContext, type WhistleFacts, type WhistleSettings } from '#shared/dispatch/whistle-context.ts';
import { whistleDatesBy } from '#shared/dispatch/whistle-dates.ts';
import type { WhistleSnapshot } from '#shared/dispatch/whistle-schema.ts';
import { takenAt, takenFrom } from '#shared/files/photo-evidence.ts';
import { papers } from '#shared/files/photo-purposes.ts';
import { distanceM } from '#shared/kernel/geometry/measure.ts';
import type { DepartmentId, FileId } from '#shared/kernel/ids.ts';
import { localDateAt } from '#shared/kernel/zone-time.ts';
import { isAttendanceCode } from './attendance-code.ts';
import { readWhistleSettings } from './settings-store.ts';
import { photosOfWhistle } from './whistle-photos.ts';
import { drawWhistleSequence } from './whistle-store.ts';

type Asked = { command: WhistleCommand; snapshot: WhistleSnapshot | null; districtId: string | null };
export type LookedUp = { context: WhistleContext; districtId: string; settings: WhistleSettings };

/** Everything a decision on a whistle reads, looked up in the caller's transaction. */
export async function lookUpWhistle(ctx: Ctx, tx: Tx, asked: Asked): Promise<LookedUp> {
  const now = ctx.now();
  const { command, snapshot } = asked;
  const matter = command.action === 'draft' || command.action === 'revise' ? await placeMatter(ctx, tx, command.input) : null;
  const districtId = asked.districtId ?? matter?.districtId;
  if (districtId === undefined) throw new Error('a whistle without a district');
  const calendar = await readCalendar(tx, districtId);
  const settings = await readWhistleSettings(tx, { districtId, at: now });
  const context: WhistleContext = {
    ...noWhistleFacts,
    ...matter?.facts,
    ...(await factsOf(ctx, tx, { command, snapshot, districtId })),
    unknownFileIds: await unknownFiles(tx, command, ctx.actor.userId),
    now,
    settings,
    ...whistleDatesBy(calendar),
    today: localDateAt(calendar.timeZone, now),
    calendarVersion: calendar.version,
  };
  if (command.action === 'draft') {
    const month = caseNumberMonth(now, calendar.timeZone);
    context.whistleNo = `W${month}-${String(await drawWhistleSequence(tx, { districtId, month })).padStart(2, '0')}`;
  }
  return { context, districtId, settings };
}

/** Where the matter lies, who serves that place, and which of the named cases the person may not name. */
async function placeMatter(ctx: Ctx, tx: Tx, input: WhistleInput<'draft'> | WhistleInput<'revise'>) {
  const at = ctx.now();
  const { placed, districtId } = await placeReport(ctx, tx, { point: input.point, unitId: input.placeId, at });
  const targets = await readTargets(tx, { ids: [input.leadUnitId, ...input.supportUnitIds], scopePath: placed.scopePath });
  const caseIds = [...new Set(input.caseIds)];
  const open = { state: { notIn: ['declined', 'diverted', 'void', 'closed', 'reviewed'] } };
  const known = await tx.case.count({ where: { AND: [{ id: { in: caseIds } }, open, caseWhere(caseScope(ctx.actor))] } });
  return { districtId: districtId as string, facts: { placed, targets, unknownCases: caseIds.length - known } };
}

type FactsAsked = { command: WhistleCommand; snapshot: WhistleSnapshot | null; districtId: string };

async function factsOf(ctx: Ctx, tx: Tx, { command, snapshot, districtId }: FactsAsked): Promise<Partial<WhistleFacts>> {
  if (snapshot === null) return {};
  const { scopePath, point } = snapshot;
  const targets = async (ids: readonly (DepartmentId | null)[]) => ({
    targets: await readTargets(tx, { ids: ids.filter((id) => id !== null), scopePath }),
  });
  switch (command.action) {
    case 'upholdObjection':
      return targets([command.input.replacementUnitId]);
    case 'summonSupport':
      return targets([command.input.unitId]);
    case 'reportIn': {
      const { position, code } = command.input;
      const away = position && point && distanceM([position.lng, position.lat], [point.lng, point.lat]);
      const asked = { secret: ctx.env.secretKey, whistleId: snapshot.id, at: ctx.now() };
      return { distanceM: away, codeGood: code === null ? null : isAttendanceCode(code, asked) };
    }
    case 'proposePlan':
      return { dutyCodes: await readDutyCodes(tx, { districtId, at: ctx.now() }) };
    case 'complete':
      return { ownPhotos: await ownPhotos(tx, snapshot) };
    default:
      return {};
  }
}

/** Pictures of the matter in the file of the whistle or of a case it is blown over; the same picture sent again is none. */
async function ownPhotos(tx: Tx, { id, caseIds }: WhistleSnapshot): Promise<FilePhoto[]> {
  const where = { OR: [{ whistleId: id }, { caseId: { in: [...caseIds] } }], purpose: { notIn: [...papers] } };
  const rows = await tx.storedFile.findMany({ where, select: { id: true } });
  const facts = await photoFacts(
    tx,
    rows.map((row) => row.id as FileId),
  );
  const first = new Map(facts.toSorted((a, b) => b.uploadedAt - a.uploadedAt).map((photo) => [photo.sha256, photo.id]));
  const originals = facts.filter((photo) => first.get(photo.sha256) === photo.id);
  return originals.map((photo) => ({
    ...{ id: photo.id, takenAt: takenAt(photo), from: takenFrom(photo) },
    ...{ purpose: photo.purpose, filedAt: photo.uploadedAt },
  }));
}

/** Files of an action that do not exist, belong to somebody else or serve already. */
async function unknownFiles(tx: Tx, command: WhistleCommand, actorId: string): Promise<FileId[]> {
  const ids = photosOfWhistle(command).flatMap((use) => use.ids);
  const facts = await photoFacts(tx, ids);
  const usable = new Set(
    facts.filter((photo) => photo.ownerId === actorId && photo.caseId === null && photo.whistleId === null).map(({ id }) => id),
  );
  return ids.filter((id) => !usable.has(id));
}
