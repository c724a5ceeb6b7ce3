import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { importCases } from '#server/modules/interchange/index.ts';
import type { Ctx, Platform } from '#server/platform/context.ts';
import type { Db } from '#server/platform/db.ts';
import { systemActor } from '#shared/identity/actor-policy.ts';
import type { ImportSummary } from '#shared/interchange/import-summary.ts';
import { caseMapping } from '#shared/interchange/mapping-schema.ts';
import { keepLivesAt } from '../content-clock.ts';
import { keepSignIns } from '../sign-ins.ts';
import { type CityPost, cityUserId, insertCityPeople, insertCityResident } from './city-people.ts';
import { insertCityRules } from './city-rules.ts';
import { type CityUnits, DISTRICT_CODE, insertCityTerritory } from './city-territory.ts';

const POLYGONS = 'baltimore_neighborhoods.geojson.gz';
const RECORDS = 'baltimore_311_2014_2019.csv.gz';
const MAPPING = join(import.meta.dirname, 'baltimore.mapping.json');

/** The city and its offices stand since before the first record. */
const SINCE = Date.UTC(2013, 11, 1);
const ADMINISTRATOR = 'admin';

/**
 * The demo on public records: Baltimore with its neighbourhoods as communities, its agencies as departments and ten thousand service
 * requests of 2014–2019 as cases with their own times. `folder` holds the two files; nothing of them comes with the product.
 */
export async function fillCity(options: { platform: Platform; folder: string; say: (line: string) => void }): Promise<ImportSummary> {
  const { platform, folder, say } = options;
  const { db } = platform;
  const [polygons, records] = await Promise.all([present(folder, POLYGONS), present(folder, RECORDS)]);
  const now = platform.now();
  const adminId = cityUserId(ADMINISTRATOR, SINCE);

  say('  城市记录 Filling Baltimore …');
  const units = await insertCityTerritory(db, { file: polygons, validFrom: SINCE, drawnBy: adminId });
  await insertCityRules(db, { districtId: units.districtId, createdBy: adminId, now });
  const ctx: Ctx = { ...platform, actor: systemActor(adminId), locale: 'en' };
  const summary = await importCases(ctx, {
    file: records,
    mapping: await readMapping(),
    districtCode: DISTRICT_CODE,
    refusedPath: join(platform.env.dataDir, 'baltimore.refused.csv'),
  });
  say(
    `  ${units.communities} communities; ${summary.read} records read, ${summary.created} cases, ${summary.flagged} of them flagged, ${summary.refused} refused`,
  );

  const staff = await insertCityPeople(platform, {
    posts: await cityPosts(db, units),
    homeUnitId: units.districtId,
    since: SINCE,
    appointedBy: adminId,
  });
  await keepLivesAt(db);
  await keepSignIns(db, [await insertCityResident(platform, { since: SINCE }), ...staff]);
  return summary;
}

/** The mapping of the city's records, which is ours. */
export async function readMapping() {
  return caseMapping.parse(JSON.parse(await readFile(MAPPING, 'utf8')));
}

async function present(folder: string, name: string): Promise<string> {
  const path = join(folder, name);
  await access(path).catch(() => {
    throw new Error(`The folder ${folder} has no file ${name}. The demo on public records needs ${POLYGONS} and ${RECORDS}.`);
  });
  return path;
}

/** One post a role; the secretary's community is the one with the most cases, the department the one that leads the most. */
async function cityPosts(db: Db, { districtId, streetId }: CityUnits): Promise<CityPost[]> {
  const [busy] = await db.case.groupBy({
    by: ['communityId'],
    where: { communityId: { not: null } },
    _count: { _all: true },
    orderBy: { _count: { communityId: 'desc' } },
    take: 1,
  });
  const [lead] = await db.case.groupBy({
    by: ['leadUnitId'],
    where: { leadUnitId: { not: null } },
    _count: { _all: true },
    orderBy: { _count: { leadUnitId: 'desc' } },
    take: 1,
  });
  const community = await db.territoryUnit.findUniqueOrThrow({ where: { id: busy?.communityId ?? '' } });
  const department = await db.department.findUniqueOrThrow({ where: { id: lead?.leadUnitId ?? '' } });
  const city = { unitId: streetId, post: 'City of Baltimore' };
  const own = { unitId: community.id, post: community.name };
  const agency = { departmentId: department.id, post: department.nameEn };
  return [
    { role: 'dispatcher', username: 'dispatcher', name: 'Dana Whitfield', ...own },
    { role: 'secretary', username: 'secretary', name: 'Marcus Ellison', ...own },
    { role: 'streetOperator', username: 'operator', name: 'Ines Calloway', ...city },
    { role: 'departmentHandler', username: 'handler', name: 'Theo Brandt', ...agency },
    { role: 'departmentLead', username: 'lead', name: 'Ruth Okafor', ...agency },
    { role: 'inspector', username: 'inspector', name: 'Paul Serrano', ...city },
    { role: 'callbackOfficer', username: 'callback', name: 'Nora Feldman', ...city },
    { role: 'auditor', username: 'auditor', name: 'Simon Achebe', unitId: districtId, post: 'Baltimore' },
    { role: 'administrator', username: ADMINISTRATOR, name: 'Helen Marsh', unitId: districtId, post: 'Baltimore' },
  ];
}
