import { anyOf } from '#server/platform/any-of.ts';
import type { Db } from '#server/platform/db.ts';
import type { MatterPlace, PastWhistle } from '#shared/dispatch/rank-units.ts';
import type { WhistleType } from '#shared/dispatch/whistle-schema.ts';
import type { DepartmentId, UnitId } from '#shared/kernel/ids.ts';
import { DAY, type Instant } from '#shared/kernel/time.ts';

const LOOK_BACK = 365 * DAY;
/** Newest whistles that are looked at: of the community, of each other community of the street, of the district. */
const most = { community: 200, neighbour: 30, district: 200 } as const;

type Class = { scheme: string; code: string };
type Asked = {
  districtId: string;
  place: MatterPlace;
  at: Instant;
  /** classes of the cases; without any, the type of the whistle says what is alike */
  classes: readonly Class[];
  whistleType: WhistleType | null;
};
type Row = { id: string; communityId: string | null; unitPath: string; whistleType: string; leadUnitId: string; departmentIds: string[] };

/**
 * Whistles of the last year that say whom to call: of each nearness the newest, each part read off its own index up to a fixed number, so
 * that a busy community elsewhere cannot push those of this one out, and no part grows with the years.
 */
export async function readPastWhistles(db: Db, asked: Asked): Promise<PastWhistle[]> {
  const { districtId, place, at } = asked;
  const since = new Date(at - LOOK_BACK);
  const neighbours = place.streetPath === null ? [] : await communitiesBelow(db, place.streetPath);
  const parts = await Promise.all([
    place.communityId === null ? [] : newestOf(db, { communityIds: [place.communityId], since, take: most.community }),
    newestOf(db, { communityIds: neighbours.filter((id) => id !== place.communityId), since, take: most.neighbour }),
    db.whistle.findMany({
      where: { districtId, blownAt: { gte: since }, state: { notIn: [...idle] } },
      orderBy: { blownAt: 'desc' },
      take: most.district,
      select: { id: true, communityId: true, unitPath: true, whistleType: true, leadUnitId: true, departmentIds: true },
    }),
  ]);
  const rows: Row[] = parts.flat();
  const alike = await alikeIn(db, rows, asked);
  return rows.map((row) => toPast(row, alike(row)));
}

function toPast({ id, unitPath, communityId, leadUnitId, departmentIds }: Row, alike: boolean): PastWhistle {
  const ids = departmentIds as DepartmentId[];
  return { id, unitPath, communityId: communityId as UnitId | null, leadUnitId: leadUnitId as DepartmentId, departmentIds: ids, alike };
}

/** What was called off says nothing about whom to call. */
const idle = ['withdrawn', 'void'] as const;

async function communitiesBelow(db: Db, path: string): Promise<string[]> {
  const rows = await db.territoryUnit.findMany({
    where: { level: 'community', validTo: null, path: { startsWith: path } },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

type Newest = { communityIds: readonly string[]; since: Date; take: number };

/** The newest whistles of each of these communities. */
async function newestOf(db: Db, { communityIds, since, take }: Newest): Promise<Row[]> {
  if (communityIds.length === 0) return [];
  return db.$queryRaw<Row[]>`
    select w."id", w."community_id" as "communityId", w."unit_path" as "unitPath", w."whistle_type" as "whistleType",
      w."lead_unit_id" as "leadUnitId", w."department_ids" as "departmentIds"
    from unnest(${[...communityIds]}::uuid[]) as c("id")
    cross join lateral (
      select * from "whistle"
      where "community_id" = c."id" and "blown_at" >= ${since} and "state" not in ('withdrawn', 'void')
      order by "blown_at" desc
      limit ${take}
    ) w`;
}

/** Whether a past whistle was about the same kind of matter. */
async function alikeIn(db: Db, rows: readonly Row[], { classes, whistleType }: Asked): Promise<(row: Row) => boolean> {
  if (classes.length === 0) return (row) => row.whistleType === whistleType;
  const ids = [...new Set(rows.map(({ id }) => id))];
  const links = await db.caseWhistle.findMany({ where: { whistleId: { in: ids } }, select: { whistleId: true, caseId: true } });
  const cases = await db.case.findMany({
    where: {
      AND: [
        { id: { in: links.map(({ caseId }) => caseId) } },
        anyOf(classes.map(({ scheme, code }) => ({ categoryScheme: scheme, categoryCode: code }))),
      ],
    },
    select: { id: true },
  });
  const known = new Set(cases.map(({ id }) => id));
  const alike = new Set(links.flatMap(({ whistleId, caseId }) => (known.has(caseId) ? [whistleId] : [])));
  return (row) => alike.has(row.id);
}
