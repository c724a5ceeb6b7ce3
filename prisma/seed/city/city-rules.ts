import type { Db } from '#server/platform/db.ts';
import { workCalendar } from '#shared/calendar/calendar-schema.ts';
import type { UnitId, UserId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { defaultScheme } from '#shared/scoring/scheme.ts';
import { scoringScheme } from '#shared/scoring/scoring-schema.ts';
import { namedId } from '../named-id.ts';
import { CITY_TIME_ZONE } from './city-territory.ts';

const EFFECTIVE_FROM = '2014-01';
/** Published records prove closing on time and who found the matter, not contacts or callbacks; those weights alone must be enough for a rank. */
const MIN_RANKED_WEIGHT = 20;

/**
 * Calendar and score scheme of the city. Monday to Friday from 08:30 to 16:30 without any published year, so that whatever is computed
 * by it is marked provisional; the due times of the imported records are the published ones and are never computed.
 */
export async function insertCityRules(db: Db, { districtId, createdBy, now }: { districtId: UnitId; createdBy: UserId; now: Instant }) {
  const createdAt = new Date(now);
  const calendar = workCalendar.parse({
    version: 1,
    timeZone: CITY_TIME_ZONE,
    publishedYears: [],
    days: {},
    officeHours: [{ from: 510, to: 990 }],
    closeOfBusiness: 'officeClose',
  });
  const source = 'Monday to Friday; public holidays are not imported yet';
  await db.calendarVersion.create({
    data: { id: namedId(`calendar ${districtId}`, now), districtId, version: 1, calendar, source, createdAt, createdBy },
  });
  const scheme = scoringScheme.parse({
    ...defaultScheme,
    version: 1,
    effectiveFrom: `${EFFECTIVE_FROM}-01`,
    minRankedWeight: MIN_RANKED_WEIGHT,
  });
  await db.scoreScheme.create({
    data: { id: namedId(`scheme ${districtId}`, now), districtId, version: 1, effectiveFrom: EFFECTIVE_FROM, scheme, createdAt, createdBy },
  });
}
