import type { Db, Tx } from '#server/platform/db.ts';
import type { CaseScope } from '#shared/cases/cases-policy.ts';
import { type CaseSnapshot, openStates } from '#shared/cases/cases-schema.ts';
import { distanceM, metresPerDegree } from '#shared/kernel/geometry/measure.ts';
import type { CaseId } from '#shared/kernel/ids.ts';
import { caseWhere } from '../case-scope-where.ts';
import { snapshotOf } from '../case-store.ts';

export type DuplicateSearch = {
  scope: CaseScope;
  point: { lng: number; lat: number };
  radiusM: number;
  categoryScheme: string;
  categoryCode: string;
  /** the case itself */
  except: CaseId | null;
};

const MAX = 20;

/** Open cases of the same minor code within the radius that the person may see, nearest first. */
export async function findDuplicates(db: Db | Tx, search: DuplicateSearch): Promise<{ snapshot: CaseSnapshot; distanceM: number }[]> {
  const { scope, point, radiusM, categoryScheme, categoryCode, except } = search;
  const per = metresPerDegree(point.lat);
  // the box is a little wider than the circle; the great-circle distance decides
  const [dLng, dLat] = [(radiusM * 1.01) / Math.max(1, per.lng), (radiusM * 1.01) / per.lat];
  const rows = await db.case.findMany({
    where: {
      AND: [
        caseWhere(scope),
        {
          categoryScheme,
          categoryCode,
          state: { in: [...openStates] },
          lng: { gte: point.lng - dLng, lte: point.lng + dLng },
          lat: { gte: point.lat - dLat, lte: point.lat + dLat },
          ...(except === null ? {} : { id: { not: except } }),
        },
      ],
    },
    select: { snapshot: true },
    take: 500,
  });
  return rows
    .map(snapshotOf)
    .flatMap((snapshot) =>
      snapshot.point ? [{ snapshot, distanceM: distanceM([point.lng, point.lat], [snapshot.point.lng, snapshot.point.lat]) }] : [],
    )
    .filter((found) => found.distanceM <= radiusM)
    .sort((a, b) => a.distanceM - b.distanceM)
    .slice(0, MAX);
}
