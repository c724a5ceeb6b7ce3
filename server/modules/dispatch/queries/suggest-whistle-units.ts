import { caseWhere, placeReport } from '#server/modules/cases/index.ts';
import { anyOf } from '#server/platform/any-of.ts';
import type { Ctx } from '#server/platform/context.ts';
import { caseScope } from '#shared/cases/cases-policy.ts';
import type { SuggestWhistleUnitsInput } from '#shared/dispatch/whistle-queries.ts';
import { covers, hasRole } from '#shared/identity/actor-policy.ts';
import type { DepartmentId } from '#shared/kernel/ids.ts';
import { DAY } from '#shared/kernel/time.ts';
import { refusalOf } from '../refusals.ts';

/** Why a unit stands where it stands: named by the category of a case, and how often it led or supported near here. */
export type SuggestedUnit = {
  departmentId: DepartmentId;
  name: { zh: string; en: string };
  phone: string | null;
  byCategory: boolean;
  led: number;
  supported: number;
};

const LOOK_BACK = 365 * DAY;
/** Past whistles of the district that are looked at, newest first. */
const PAST = 300;

/** Departments that serve the place: those of the cases' categories first, then by the whistles they were called to in the last year. */
export async function suggestWhistleUnits(ctx: Ctx, input: SuggestWhistleUnitsInput): Promise<SuggestedUnit[]> {
  const { db } = ctx;
  const at = ctx.now();
  if (!hasRole(ctx.actor, 'secretary', 'streetOperator')) throw refusalOf({ code: 'notYourRole' });
  const { placed, districtId } = await placeReport(ctx, db, { point: input.point, unitId: input.placeId, at });
  if (!covers(ctx.actor, placed.scopePath, 'secretary', 'streetOperator')) throw refusalOf({ code: 'placeNotYours' });
  const [departments, cases, past] = await Promise.all([
    db.department.findMany({ where: { kind: 'department' }, orderBy: { code: 'asc' }, include: { unit: { select: { path: true } } } }),
    db.case.findMany({
      where: { AND: [{ id: { in: input.caseIds } }, caseWhere(caseScope(ctx.actor))] },
      select: { categoryScheme: true, categoryCode: true },
    }),
    db.whistle.findMany({
      where: { districtId, blownAt: { gte: new Date(at - LOOK_BACK) } },
      orderBy: { blownAt: 'desc' },
      take: PAST,
      select: { leadUnitId: true, departmentIds: true },
    }),
  ]);
  const categories = await db.category.findMany({
    where: {
      AND: [{ districtId, validTo: null }, anyOf(cases.map(({ categoryScheme: scheme, categoryCode: code }) => ({ scheme, code })))],
    },
    select: { data: true },
  });
  const named = new Set(categories.map(({ data }) => (data as { leadDepartmentId?: string | null } | null)?.leadDepartmentId));
  const called = (id: string, led: boolean) =>
    past.filter(({ leadUnitId, departmentIds }) => departmentIds.includes(id) && (leadUnitId === id) === led).length;
  return departments
    .filter(({ unit }) => placed.scopePath.startsWith(unit.path))
    .map(({ id, nameZh, nameEn, phone }) => ({
      departmentId: id as DepartmentId,
      name: { zh: nameZh, en: nameEn },
      phone,
      byCategory: named.has(id),
      led: called(id, true),
      supported: called(id, false),
    }))
    .sort((a, b) => Number(b.byCategory) - Number(a.byCategory) || b.led + b.supported - (a.led + a.supported));
}
