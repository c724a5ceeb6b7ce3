import type { Db } from '#server/platform/db.ts';
import { RefusalError } from '#server/platform/errors.ts';

export type District = { id: string; path: string };

/** The district of a code; without a code the only one there is. Refuses with `districtUnknown`, `districtAmbiguous`. */
export async function readDistrict(db: Db, code: string | null): Promise<District> {
  const rows = await db.territoryUnit.findMany({
    where: { level: 'district', ...(code === null ? {} : { code }) },
    orderBy: { no: 'asc' },
    take: 2,
    select: { id: true, path: true },
  });
  const [district, second] = rows;
  if (!district)
    throw new RefusalError({ module: 'interchange', refusal: { code: 'districtUnknown', params: { code: code ?? '' } }, kind: 'notFound' });
  if (second) throw new RefusalError({ module: 'interchange', refusal: { code: 'districtAmbiguous' } });
  return district;
}
