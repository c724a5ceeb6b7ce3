import * as z from 'zod/mini';
import type { Ctx } from '#server/platform/context.ts';
import type { Prisma } from '#server/platform/db.ts';
import { maskPhone } from '#shared/identity/mask-person.ts';
import { departmentId, userId } from '#shared/kernel/ids.ts';
import { type Page, pageInput } from '#shared/kernel/page.ts';
import { staffWhere } from '../staff-scope.ts';

export const listStaffInput = z.extend(pageInput, {
  search: z._default(z.string().check(z.trim(), z.maxLength(40)), ''),
  /** only those with a post in this department now */
  departmentId: z.optional(departmentId),
  /** only this person */
  userId: z.optional(userId),
});

export type StaffRow = {
  userId: string;
  name: string;
  username: string;
  phoneMasked: string | null;
  active: boolean;
  posts: {
    appointmentId: string;
    role: string;
    unitId: string | null;
    unitName: string | null;
    departmentId: string | null;
    departmentName: { zh: string; en: string } | null;
    deputy: boolean;
    validFrom: number;
    validTo: number | null;
  }[];
};

/** Levels whose names repeat (3栋, 01网格) are told with the unit above. */
function nameOf(unit: { name: string; level: string; parent: { name: string } | null }): string {
  const repeats = unit.level === 'grid' || unit.level === 'building';
  return repeats && unit.parent ? `${unit.parent.name} ${unit.name}` : unit.name;
}

/** Staff in the administrator's scope, by name; search in name and user name. */
export async function listStaff(ctx: Ctx, input: z.infer<typeof listStaffInput>): Promise<Page<StaffRow>> {
  const search = input.search ? { OR: [{ name: { contains: input.search } }, { username: { contains: input.search.toLowerCase() } }] } : {};
  const now = new Date(ctx.now());
  const inForce = { validFrom: { lte: now }, OR: [{ validTo: null }, { validTo: { gt: now } }] };
  const only: Prisma.UserWhereInput = {
    ...(input.userId ? { id: input.userId } : {}),
    ...(input.departmentId ? { appointments: { some: { departmentId: input.departmentId, ...inForce } } } : {}),
  };
  const rows = await ctx.db.user.findMany({
    where: { AND: [staffWhere(ctx.actor), search, only, input.cursor ? { username: { gt: input.cursor } } : {}] },
    orderBy: { username: 'asc' },
    take: input.limit + 1,
    include: {
      appointments: {
        orderBy: { validFrom: 'desc' },
        include: { unit: { select: { name: true, level: true, parent: { select: { name: true } } } }, department: true },
      },
    },
  });
  const page = rows.slice(0, input.limit);
  return {
    rows: page.map((row) => ({
      userId: row.id,
      name: row.name,
      username: row.username ?? '',
      phoneMasked: row.phoneSealed ? maskPhone(ctx.cipher.open(row.phoneSealed)) : null,
      active: row.disabledAt === null,
      posts: row.appointments.map(({ id, role, deputy, unitId, unit, departmentId: departmentOf, department, validFrom, validTo }) => ({
        appointmentId: id,
        role,
        deputy,
        unitId,
        unitName: unit && nameOf(unit),
        departmentId: departmentOf,
        departmentName: department ? { zh: department.nameZh, en: department.nameEn } : null,
        validFrom: validFrom.getTime(),
        validTo: validTo?.getTime() ?? null,
      })),
    })),
    nextCursor: rows.length > input.limit ? (page.at(-1)?.username ?? null) : null,
  };
}
