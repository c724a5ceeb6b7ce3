import * as z from 'zod/mini';
import { namesOf } from '#server/modules/identity/index.ts';
import { districtOf, homeDistrict } from '#server/modules/territory/index.ts';
import type { Ctx } from '#server/platform/context.ts';
import { covers } from '#shared/identity/actor-policy.ts';
import { unitId } from '#shared/kernel/ids.ts';
import { findHeads } from '../calendar-store.ts';
import { missingYears } from '../missing-years.ts';
import { readCalendar } from './read-calendar.ts';

/** Without a district: the one the person works in. */
export const districtInput = z.object({ districtId: z.optional(unitId) });
export type DistrictInput = z.infer<typeof districtInput>;

const VERSIONS_SHOWN = 20;

/** The calendar in force with its rules, its history and the years it still misses. Who imported it is told to the district's staff. */
export async function readCurrentCalendar(ctx: Ctx, input: DistrictInput) {
  const district = await (input.districtId ? districtOf(ctx.db, input.districtId) : homeDistrict(ctx.db, ctx.actor));
  const calendar = await readCalendar(ctx.db, district.id);
  const staff = ctx.actor.posts.some(({ unitPath }) => unitPath?.startsWith(district.path));
  const heads = await findHeads(ctx.db, { districtId: district.id, take: VERSIONS_SHOWN });
  const names = await namesOf(ctx.db, staff ? heads.map((head) => head.createdBy) : []);
  const { version, timeZone, publishedYears, officeHours, closeOfBusiness } = calendar;
  return {
    district: { id: district.id, name: district.name },
    version,
    timeZone,
    publishedYears,
    officeHours,
    closeOfBusiness,
    missingYears: missingYears(calendar, ctx.now()),
    mayImport: covers(ctx.actor, district.path, 'administrator'),
    versions: heads.map((head) => ({
      version: head.version,
      source: head.source,
      at: head.createdAt.getTime(),
      by: names.get(head.createdBy) ?? null,
    })),
  };
}
