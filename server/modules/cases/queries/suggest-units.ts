import type { Ctx } from '#server/platform/context.ts';
import type { CaseId, DepartmentId } from '#shared/kernel/ids.ts';
import { DAY } from '#shared/kernel/time.ts';
import { findCategoryOfCase } from '../category-store.ts';
import { findStaffCase } from './find-visible-case.ts';

/** `led`: of the last cases of this minor code; `accuracy`: share of them that no objection took from the unit, null without any. */
export type SuggestedUnit = {
  departmentId: DepartmentId;
  name: { zh: string; en: string };
  kind: 'department' | 'communityTeam';
  /** named by the category */
  isDefault: boolean;
  led: number;
  accuracy: number | null;
  /** it disputed this very case and was right */
  released: boolean;
};

const LOOK_BACK = 365 * DAY;
/** So many of the last cases of a class say who usually leads it; the answer costs the same whatever the district has behind it. */
const SAMPLE = 300;

/** Units that could lead a case: those that serve its place, the category's own first, then by what they led before. Refuses `notFound`. */
export async function suggestUnits(ctx: Ctx, caseId: CaseId): Promise<SuggestedUnit[]> {
  const { db } = ctx;
  const { snapshot, districtId } = await findStaffCase(ctx, caseId);
  const { categoryScheme, categoryCode } = snapshot;
  const now = ctx.now();
  const past = { districtId, categoryScheme, categoryCode, registeredAt: { gte: new Date(now - LOOK_BACK) }, id: { not: caseId } };
  const [category, departments, lately] = await Promise.all([
    findCategoryOfCase(db, { districtId, scheme: categoryScheme, code: categoryCode, at: now }),
    db.department.findMany({ orderBy: { code: 'asc' }, include: { unit: { select: { path: true } } } }),
    db.case.findMany({
      where: past,
      orderBy: { registeredAt: 'desc' },
      take: SAMPLE,
      select: { leadUnitId: true, objectedUnitIds: true },
    }),
  ]);
  const near = departments.filter(({ unit }) => snapshot.scopePath.startsWith(unit.path));
  const units = near.map((row): SuggestedUnit => {
    const id = row.id as DepartmentId;
    const right = lately.filter((other) => other.leadUnitId === id).length;
    // an overruled objection leaves the unit as the lead; any other lead means that the objection was upheld
    const wrong = lately.filter((other) => other.leadUnitId !== id && other.objectedUnitIds.includes(id)).length;
    return {
      departmentId: id,
      name: { zh: row.nameZh, en: row.nameEn },
      kind: row.kind === 'communityTeam' ? 'communityTeam' : 'department',
      isDefault: category?.leadDepartmentId === id,
      led: right,
      accuracy: right + wrong === 0 ? null : right / (right + wrong),
      released: snapshot.objectedUnitIds.includes(id) && snapshot.leadUnitId !== id,
    };
  });
  return units.sort((a, b) => rank(b) - rank(a));
}

function rank({ released, isDefault, led, accuracy }: SuggestedUnit): number {
  return (released ? -1e6 : 0) + (isDefault ? 1e5 : 0) + led * (accuracy ?? 0);
}
