import { caseWhere, placeReport } from '#server/modules/cases/index.ts';
import { anyOf } from '#server/platform/any-of.ts';
import type { Ctx } from '#server/platform/context.ts';
import { caseScope } from '#shared/cases/cases-policy.ts';
import { compareGrounds, countPast, type MatterPlace, type Nearness, noPast, type UnitGrounds } from '#shared/dispatch/rank-units.ts';
import type { SuggestWhistleUnitsInput } from '#shared/dispatch/whistle-queries.ts';
import { covers, hasRole } from '#shared/identity/actor-policy.ts';
import type { CaseId, DepartmentId } from '#shared/kernel/ids.ts';
import { pathsUp } from '#shared/territory/path.ts';
import { readPastWhistles } from '../past-whistles.ts';
import { refusalOf } from '../refusals.ts';

/** A unit that serves the place, with what speaks for calling it. */
export type SuggestedUnit = UnitGrounds & { departmentId: DepartmentId; name: { zh: string; en: string }; phone: string | null };

/** Departments that serve the place, by their grounds: see `compareGrounds`. Refuses what lies outside the asker's territory. */
export async function suggestWhistleUnits(ctx: Ctx, input: SuggestWhistleUnitsInput): Promise<SuggestedUnit[]> {
  const { db } = ctx;
  const at = ctx.now();
  if (!hasRole(ctx.actor, 'secretary', 'streetOperator')) throw refusalOf({ code: 'notYourRole' });
  const { placed, districtId } = await placeReport(ctx, db, { point: input.point, unitId: input.placeId, at });
  if (!covers(ctx.actor, placed.scopePath, 'secretary', 'streetOperator')) throw refusalOf({ code: 'placeNotYours' });
  const [departments, streetPath, classes] = await Promise.all([
    db.department.findMany({
      where: { kind: 'department', unit: { path: { in: pathsUp(placed.scopePath) } } },
      orderBy: { code: 'asc' },
      include: { unit: { select: { level: true } } },
    }),
    streetOf(ctx, placed.scopePath),
    classesOf(ctx, input.caseIds),
  ]);
  const place: MatterPlace = { communityId: placed.communityId, streetPath };
  const [named, whistles] = await Promise.all([
    leadsOf(ctx, districtId, classes),
    readPastWhistles(db, { districtId, place, at, classes, whistleType: input.whistleType }),
  ]);
  const past = countPast(whistles, place);
  return departments
    .map((row): SuggestedUnit => {
      const departmentId = row.id as DepartmentId;
      const calls = past.get(departmentId) ?? { past: noPast(), led: 0 };
      const name = { zh: row.nameZh, en: row.nameEn };
      return { ...calls, departmentId, name, phone: row.phone, byCategory: named.has(row.id), serves: servesOf(row.unit.level) };
    })
    .sort(compareGrounds);
}

/** A unit of a grid or a building serves no more than its community. */
function servesOf(level: string): Nearness {
  return level === 'district' || level === 'street' ? level : 'community';
}

async function streetOf({ db }: Ctx, scopePath: string): Promise<string | null> {
  const street = await db.territoryUnit.findFirst({ where: { level: 'street', path: { in: pathsUp(scopePath) } }, select: { path: true } });
  return street?.path ?? null;
}

/** Classes of the named cases the person may see. */
async function classesOf({ db, actor }: Ctx, caseIds: readonly CaseId[]) {
  if (caseIds.length === 0) return [];
  const cases = await db.case.findMany({
    where: { AND: [{ id: { in: [...caseIds] } }, caseWhere(caseScope(actor))] },
    distinct: ['categoryScheme', 'categoryCode'],
    select: { categoryScheme: true, categoryCode: true },
  });
  return cases.map(({ categoryScheme: scheme, categoryCode: code }) => ({ scheme, code }));
}

/** Units those classes name in this district. */
async function leadsOf({ db }: Ctx, districtId: string, classes: readonly { scheme: string; code: string }[]): Promise<Set<string>> {
  const categories = await db.category.findMany({
    where: { AND: [{ districtId, validTo: null }, anyOf(classes)] },
    select: { data: true },
  });
  return new Set(categories.flatMap(({ data }) => (data as { leadDepartmentId?: string | null } | null)?.leadDepartmentId ?? []));
}
