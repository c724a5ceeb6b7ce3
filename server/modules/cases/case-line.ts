import type { Ctx } from '#server/platform/context.ts';
import type { Prisma } from '#server/platform/db.ts';
import { availableActions } from '#shared/cases/available-actions.ts';
import { type CaseClock, clockOf } from '#shared/cases/case-clock.ts';
import { type CaseStep, type Holder, holderOf, nextStep } from '#shared/cases/case-holder.ts';
import type { CaseAction } from '#shared/cases/cases-actions.ts';
import type { CaseSnapshot } from '#shared/cases/cases-schema.ts';
import type { FileId } from '#shared/kernel/ids.ts';
import { snapshotOf } from './case-store.ts';
import { type CaseNames, namesForCases } from './queries/case-names.ts';
import { firstPhotos } from './queries/first-photos.ts';
import { caseSettingsIn } from './settings-store.ts';

export const lineColumns = {
  id: true,
  districtId: true,
  clockDueAt: true,
  reportedAt: true,
  lastEventAt: true,
  snapshot: true,
} as const satisfies Prisma.CaseSelect;
type LineRow = Prisma.CaseGetPayload<{ select: typeof lineColumns }>;

/** One row of a list: enough to draw it and to act on it without opening it. */
export type CaseLine = Pick<
  CaseSnapshot,
  | 'id'
  | 'version'
  | 'state'
  | 'caseNo'
  | 'kind'
  | 'source'
  | 'urgency'
  | 'title'
  | 'address'
  | 'point'
  | 'placement'
  | 'categoryScheme'
  | 'categoryCode'
  | 'gridId'
  | 'communityId'
  | 'leadUnitId'
  | 'reportedAt'
  | 'lastEventAt'
  | 'reworkCount'
  | 'reopenCount'
  | 'duplicateOfId'
  | 'supervision'
  | 'livelihood'
> & {
  provisional: boolean;
  /** what waits for somebody's decision */
  asked: ('extension' | 'hold' | 'void')[];
  names: CaseNames;
  /** the first photo of the report, as a small picture of the matter */
  photoId: FileId | null;
  clock: CaseClock;
  holder: Holder;
  nextStep: CaseStep | null;
  allowedActions: CaseAction[];
};

/** Rows of a list with the names they show, looked up at once. */
export async function toLines(ctx: Ctx, rows: readonly LineRow[]): Promise<CaseLine[]> {
  const cases = rows.map((row) => ({ snapshot: snapshotOf(row), districtId: row.districtId }));
  const now = ctx.now();
  const [nameOf, photoOf, settingsOf] = await Promise.all([
    namesForCases(ctx.db, cases),
    firstPhotos(
      ctx.db,
      cases.map(({ snapshot }) => snapshot.id),
    ),
    caseSettingsIn(ctx.db, { districtIds: cases.map(({ districtId }) => districtId), at: now }),
  ]);
  return cases.map(({ snapshot, districtId }) => ({
    ...shown(snapshot),
    provisional: clockOf(snapshot, now).due?.provisional ?? false,
    asked: askedOf(snapshot),
    names: nameOf({ snapshot, districtId }),
    photoId: photoOf.get(snapshot.id) ?? null,
    clock: clockOf(snapshot, now),
    holder: holderOf(snapshot),
    nextStep: nextStep(snapshot),
    allowedActions: availableActions({ snapshot, actor: ctx.actor, now, settings: settingsOf(districtId) }),
  }));
}

function shown(snapshot: CaseSnapshot) {
  const { id, version, state, caseNo, kind, source, urgency, title, address, point, placement } = snapshot;
  const { categoryScheme, categoryCode, gridId, communityId, leadUnitId, reportedAt, lastEventAt } = snapshot;
  const { reworkCount, reopenCount, duplicateOfId, supervision, livelihood } = snapshot;
  return {
    ...{ id, version, state, caseNo, kind, source, urgency, title, address, point, placement },
    ...{ categoryScheme, categoryCode, gridId, communityId, leadUnitId, reportedAt, lastEventAt },
    ...{ reworkCount, reopenCount, duplicateOfId, supervision, livelihood },
  };
}

function askedOf({ extensionAsked, holdAsked, voidAsked }: CaseSnapshot): CaseLine['asked'] {
  const asked: CaseLine['asked'] = [];
  if (extensionAsked) asked.push('extension');
  if (holdAsked) asked.push('hold');
  if (voidAsked) asked.push('void');
  return asked;
}
