import type { RequestCtx } from '#server/platform/context.ts';
import { type CaseCategory, caseCategory } from '#shared/cases/cases-schema.ts';
import { boxAround } from '#shared/kernel/geometry/bounding-box.ts';
import type { BoundingBox } from '#shared/kernel/place.ts';

/** A minor class as somebody who reports needs it. */
export type ReportableCategory = Pick<CaseCategory, 'scheme' | 'code' | 'name' | 'defaultKind' | 'selfHandling' | 'physical'> & {
  /** name of the major class */
  group: { zh: string; en: string };
  photoRequired: boolean;
};
export type ReportCommunity = { id: string; name: string; box: BoundingBox | null };
export type ReportForm = { categories: ReportableCategory[]; communities: ReportCommunity[]; demo: boolean };

/** Kinds of matters and communities of the installation's first district. Public: nothing in here is about a person. */
export async function readReportForm(ctx: RequestCtx): Promise<ReportForm> {
  const district = await ctx.db.territoryUnit.findFirst({
    where: { level: 'district' },
    orderBy: { no: 'asc' },
    select: { id: true, path: true },
  });
  if (!district) return { categories: [], communities: [], demo: ctx.demo };
  const [categories, communities] = await Promise.all([readCategories(ctx, district.id), readCommunities(ctx, district.path)]);
  return { categories, communities, demo: ctx.demo };
}

async function readCategories(ctx: RequestCtx, districtId: string): Promise<ReportableCategory[]> {
  const now = new Date(ctx.now());
  const rows = await ctx.db.category.findMany({
    where: { districtId, validFrom: { lte: now }, OR: [{ validTo: null }, { validTo: { gt: now } }] },
    orderBy: [{ sort: 'asc' }],
    select: { scheme: true, code: true, parentCode: true, data: true },
  });
  const major = new Map(
    rows.filter((row) => row.parentCode === null).map((row) => [`${row.scheme} ${row.code}`, caseCategory.parse(row.data)]),
  );
  return rows.flatMap((row): ReportableCategory[] => {
    const group = row.parentCode === null ? undefined : major.get(`${row.scheme} ${row.parentCode}`);
    if (!group) return [];
    const { scheme, code, name, defaultKind, selfHandling, physical, photoRequired } = caseCategory.parse(row.data);
    return [{ scheme, code, name, defaultKind, selfHandling, physical, group: group.name, photoRequired: photoRequired.report }];
  });
}

async function readCommunities(ctx: RequestCtx, districtPath: string): Promise<ReportCommunity[]> {
  const rows = await ctx.db.territoryUnit.findMany({
    where: { level: 'community', path: { startsWith: districtPath }, OR: [{ validTo: null }, { validTo: { gt: new Date(ctx.now()) } }] },
    orderBy: [{ code: 'asc' }, { no: 'asc' }],
    take: 500,
    select: {
      id: true,
      name: true,
      boundaries: { where: { validTo: null }, select: { west: true, south: true, east: true, north: true } },
    },
  });
  return rows.map(({ id, name, boundaries }) => ({
    id,
    name,
    box: boundaries
      .map(({ west, south, east, north }): BoundingBox => [west, south, east, north])
      .reduce<BoundingBox | null>((around, box) => (around ? boxAround(around, box) : box), null),
  }));
}
