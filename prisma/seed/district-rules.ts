import type { Db } from '#server/platform/db.ts';
import { defaultOfficeHours, type WorkCalendar, workCalendar } from '#shared/calendar/calendar-schema.ts';
import type { UnitId, UserId } from '#shared/kernel/ids.ts';
import { DAY, type Instant } from '#shared/kernel/time.ts';
import { monthAt } from '#shared/kernel/zone-time.ts';
import { addMonths } from '#shared/kernel/zone-time-dates.ts';
import { defaultScheme } from '#shared/scoring/scheme.ts';
import { scoringScheme } from '#shared/scoring/scoring-schema.ts';
import { namedId } from './named-id.ts';
import { stateCouncilDays } from './state-council-days.ts';

const TWO_YEARS_IN_MONTHS = 24;

/** The calendar a district starts with: every published year of the State Council's notices and the default office hours. */
export function firstCalendar(timeZone: string): WorkCalendar {
  const { days, publishedYears } = stateCouncilDays();
  return workCalendar.parse({
    version: 1,
    timeZone,
    publishedYears,
    days: Object.fromEntries(days.map((day) => [day.date, day])),
    officeHours: [...defaultOfficeHours],
    closeOfBusiness: 'officeClose',
  });
}

/** 社区职责清单 of the demo: what a community may be asked to do itself. */
export const communityDuties = [
  ['01', '楼道堆物清理', 'Clearing of stairwells'],
  ['02', '公示与逐户告知', 'Notices and telling every household'],
  ['03', '组织居民议事', 'Residents’ meetings'],
  ['04', '环境卫生日', 'Cleaning days'],
  ['05', '政策宣传与入户走访', 'Information and visits'],
  ['06', '志愿服务组织', 'Volunteers'],
  ['07', '邻里纠纷调解', 'Mediation between neighbours'],
  ['08', '独居老人探访', 'Visits to people living alone'],
] as const;

/** Calendar version 1, score scheme version 1 (in force for two years) and the community duty list of a district. */
export async function insertDistrictRules(
  db: Db,
  options: { districtId: UnitId; timeZone: string; createdBy: UserId; now: Instant },
): Promise<WorkCalendar> {
  const { districtId, timeZone, createdBy, now } = options;
  const calendar = firstCalendar(timeZone);
  const createdAt = new Date(now);
  await db.calendarVersion.create({
    data: {
      id: namedId(`calendar ${districtId}`, now),
      districtId,
      version: 1,
      calendar,
      source: '国务院办公厅节假日安排 State Council notices',
      createdAt,
      createdBy,
    },
  });
  await db.communityDuty.createMany({
    data: communityDuties.map(([code, nameZh, nameEn]) => ({
      ...{ id: namedId<string>(`duty ${districtId} ${code}`, now), districtId, code, nameZh, nameEn },
      ...{ basis: '示范区社区职责清单（第一批）', addedBy: createdBy },
      validFrom: new Date(now - 365 * DAY),
    })),
  });
  const effectiveFrom = addMonths(monthAt(timeZone, now), -TWO_YEARS_IN_MONTHS);
  const scheme = scoringScheme.parse({ ...defaultScheme, version: 1, effectiveFrom: `${effectiveFrom}-01` });
  await db.scoreScheme.create({
    data: { id: namedId(`scheme ${districtId}`, now), districtId, version: 1, effectiveFrom, scheme, createdAt, createdBy },
  });
  return calendar;
}
