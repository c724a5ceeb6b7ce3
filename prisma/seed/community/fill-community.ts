import type { Platform } from '#server/platform/context.ts';
import { DAY } from '#shared/kernel/time.ts';
import { insertCategories } from '../categories.ts';
import { insertDistrictRules } from '../district-rules.ts';
import { demoGeography } from '../geography/demo-geography.ts';
import { keepSignIns } from '../sign-ins.ts';
import { demoStories } from './cases/demo-stories.ts';
import { demoPlaces } from './cases/places.ts';
import { playStories } from './cases/play-stories.ts';
import { demoSignIns } from './demo-sign-ins.ts';
import { insertDepartments } from './departments.ts';
import { demoPeople, insertPeople } from './insert-people.ts';
import { DEMO_TIME_ZONE, insertTerritory } from './insert-territory.ts';
import { officeMoments } from './office-moments.ts';
import { demoWhistles } from './whistles/demo-whistles.ts';
import { playWhistles } from './whistles/play-whistles.ts';

/** The town was drawn this long before the demo begins. */
const DRAWN_DAYS_AGO = 730;

/**
 * The made-up town with 友谊河社区 in its middle: territory, people, categories, calendar, scheme and three months of cases, which
 * went through the real commands. The same `now` gives the same content.
 */
export async function fillCommunity(options: { platform: Platform; say: (line: string) => void }): Promise<void> {
  const { platform, say } = options;
  const { db } = platform;
  const now = platform.now();
  const drawnAt = now - DRAWN_DAYS_AGO * DAY;
  const geography = demoGeography();
  const unitOf = (level: 'district' | 'street' | 'community') => {
    const unit = geography.units.find((entry) => entry.level === level);
    if (!unit) throw new Error(`the demo town has no ${level}`);
    return unit;
  };
  const district = unitOf('district');
  const people = demoPeople(geography.units, now);
  const administrator = people.posts.find(({ role }) => role === 'administrator');
  if (!administrator) throw new Error('the demo has no administrator');

  say('  示例社区 Filling the demo community, once, for about 20 seconds …');
  await insertTerritory(db, { geography, validFrom: drawnAt, drawnBy: administrator.userId });
  const units = { district: district.id, street: unitOf('street').id, community: unitOf('community').id };
  const departments = await insertDepartments(db, { at: drawnAt, units });
  await insertPeople(platform, { people, departments, homeUnitId: district.id, appointedBy: administrator.userId, now });
  await insertCategories(db, { districtId: district.id, departments, validFrom: drawnAt });
  const calendar = await insertDistrictRules(db, {
    districtId: district.id,
    timeZone: DEMO_TIME_ZONE,
    createdBy: administrator.userId,
    now,
  });
  await playStories({ platform, people, departments }, demoStories({ units: geography.units, calendar, now }));
  const moments = officeMoments(calendar, now);
  await playWhistles({ platform, people, departments }, demoWhistles({ places: demoPlaces(geography.units), moments }));
  await keepSignIns(db, demoSignIns(people));
}
