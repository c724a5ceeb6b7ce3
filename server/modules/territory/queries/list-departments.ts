import * as z from 'zod/mini';
import type { Ctx } from '#server/platform/context.ts';
import type { DepartmentId, UnitId } from '#shared/kernel/ids.ts';
import { unitId } from '#shared/kernel/ids.ts';
import { districtOf, homeDistrict } from './district-of.ts';

export const departmentsInput = z.object({ districtId: z.optional(unitId) });
export type DepartmentsInput = z.infer<typeof departmentsInput>;

export type DepartmentRow = {
  id: DepartmentId;
  code: string;
  name: { zh: string; en: string };
  kind: 'department' | 'communityTeam';
  unit: { id: UnitId; name: string; path: string };
  phone: string | null;
  members: number;
};

/** Departments and community teams of a district, by kind and code. */
export async function listDepartments(ctx: Ctx, input: DepartmentsInput): Promise<DepartmentRow[]> {
  const district = await (input.districtId ? districtOf(ctx.db, input.districtId) : homeDistrict(ctx.db, ctx.actor));
  const now = new Date(ctx.now());
  const rows = await ctx.db.department.findMany({
    where: { unit: { path: { startsWith: district.path } } },
    orderBy: [{ kind: 'desc' }, { code: 'asc' }],
    take: 2_000,
    include: {
      unit: { select: { id: true, name: true, path: true } },
      _count: { select: { appointments: { where: { validFrom: { lte: now }, OR: [{ validTo: null }, { validTo: { gt: now } }] } } } },
    },
  });
  return rows.map((row) => ({
    id: row.id as DepartmentId,
    code: row.code,
    name: { zh: row.nameZh, en: row.nameEn },
    kind: row.kind === 'communityTeam' ? 'communityTeam' : 'department',
    unit: { ...row.unit, id: row.unit.id as UnitId },
    phone: row.phone,
    members: row._count.appointments,
  }));
}
