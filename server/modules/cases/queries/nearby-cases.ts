import type { Ctx } from '#server/platform/context.ts';
import type { NearbyCasesInput } from '#shared/cases/case-queries.ts';
import { caseScope } from '#shared/cases/cases-policy.ts';
import type { CaseSnapshot } from '#shared/cases/cases-schema.ts';
import { placeReport } from '../place-report.ts';
import { readCaseSettings } from '../settings-store.ts';
import { findDuplicates } from './find-duplicates.ts';

export type NearbyCase = Pick<CaseSnapshot, 'id' | 'caseNo' | 'title' | 'state' | 'address' | 'point' | 'reportedAt'> & {
  distanceM: number;
};

/** Open cases of the same minor code close by, nearest first: "is it the same matter?" */
export async function nearbyCases(ctx: Ctx, input: NearbyCasesInput): Promise<NearbyCase[]> {
  const at = ctx.now();
  const { districtId } = await placeReport(ctx, ctx.db, { point: { ...input.point, accuracyM: null, source: 'pin' }, unitId: null, at });
  const { duplicateRadiusM } = await readCaseSettings(ctx.db, { districtId, at });
  const search = { ...input, scope: caseScope(ctx.actor), radiusM: duplicateRadiusM };
  return (await findDuplicates(ctx.db, search)).map(({ snapshot, distanceM }) => {
    const { id, caseNo, title, state, address, point, reportedAt } = snapshot;
    return { id, caseNo, title, state, address, point, reportedAt, distanceM: Math.round(distanceM) };
  });
}
