import { namesOf } from '#server/modules/identity/index.ts';
import type { Ctx } from '#server/platform/context.ts';
import type { Tx } from '#server/platform/db.ts';
import type { Role } from '#shared/identity/identity-schema.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { isSinglePost, roleFits } from './holder-roles.ts';
import { recordChange } from './record-change.ts';
import { territoryRefusal } from './territory-refusal.ts';
import { findUnit, type UnitRow } from './territory-store.ts';
import { lockAdministered } from './unit-scope.ts';

export type NewPost = {
  appointmentId: string;
  userId: string;
  role: Role;
  unitId: string | null;
  departmentId: string | null;
  deputy: boolean;
  validFrom: Instant;
  validTo: Instant | null;
};

/** The unit of a post, locked, so that two appointments to one post come one after the other. Refuses `roleNotOfUnit` and by scope. */
export async function lockPostUnit(ctx: Ctx, tx: Tx, post: Pick<NewPost, 'role' | 'unitId' | 'departmentId'>): Promise<UnitRow> {
  const ofDepartment = post.role === 'departmentHandler' || post.role === 'departmentLead';
  if (!ofDepartment) {
    if (post.unitId === null) throw territoryRefusal('roleNotOfUnit');
    const unit = await lockAdministered(ctx, tx, { unitId: post.unitId, expectedVersion: null });
    if (!roleFits(post.role, unit.level as Parameters<typeof roleFits>[1])) throw territoryRefusal('roleNotOfUnit');
    return unit;
  }
  const department = post.departmentId ? await tx.department.findUnique({ where: { id: post.departmentId } }) : null;
  if (!department) throw territoryRefusal('notFound');
  return lockAdministered(ctx, tx, { unitId: department.unitId, expectedVersion: null });
}

/** Whoever holds a single post in any part of the new one's time. */
export async function refuseHolderPresent(tx: Tx, post: NewPost): Promise<void> {
  if (post.deputy || post.unitId === null || !isSinglePost(post.role)) return;
  const holder = await tx.appointment.findFirst({
    where: {
      unitId: post.unitId,
      role: post.role,
      deputy: false,
      ...(post.validTo === null ? {} : { validFrom: { lt: new Date(post.validTo) } }),
      OR: [{ validTo: null }, { validTo: { gt: new Date(post.validFrom) } }],
    },
  });
  if (!holder) return;
  const names = await namesOf(tx, [holder.userId]);
  throw territoryRefusal('holderPresent', { name: names.get(holder.userId) ?? '' });
}

/** Refuses `personUnknown`. */
export async function insertPost(
  ctx: Ctx,
  tx: Tx,
  { post, unit, action }: { post: NewPost; unit: UnitRow; action: string },
): Promise<void> {
  const person = await tx.user.findUnique({ where: { id: post.userId }, select: { disabledAt: true } });
  if (!person || person.disabledAt) throw territoryRefusal('personUnknown');
  const { appointmentId: id, validFrom, validTo, unitId, departmentId, ...rest } = post;
  const inDepartment = post.role === 'departmentHandler' || post.role === 'departmentLead';
  const seat = inDepartment ? { unitId: null, departmentId } : { unitId, departmentId: null };
  const span = { validFrom: new Date(validFrom), validTo: validTo === null ? null : new Date(validTo) };
  await tx.appointment.create({ data: { id, ...rest, ...seat, ...span, appointedBy: ctx.actor.userId } });
  const detail = { appointmentId: id, userId: post.userId, role: post.role, deputy: post.deputy, validFrom, validTo };
  await recordChange(ctx, tx, { action, topic: 'people', unit, personId: post.userId, detail });
}

/** Ends one post; the line stays in the history. */
export async function endPost(
  ctx: Ctx,
  tx: Tx,
  { post, unit, at, action }: { post: { id: string; userId: string }; unit: UnitRow; at: Instant; action: string },
): Promise<void> {
  await tx.appointment.update({ where: { id: post.id }, data: { validTo: new Date(at), endedBy: ctx.actor.userId } });
  const detail = { appointmentId: post.id, userId: post.userId, validTo: at };
  await recordChange(ctx, tx, { action, topic: 'people', unit, personId: post.userId, detail });
}

/** The unit a stored post belongs to: its own or its department's. */
export async function unitOfPost(tx: Tx, post: { unitId: string | null; departmentId: string | null }): Promise<UnitRow> {
  const department = post.departmentId ? await tx.department.findUnique({ where: { id: post.departmentId } }) : null;
  const unitId = post.unitId ?? department?.unitId;
  const unit = unitId ? await findUnit(tx, unitId) : null;
  if (!unit) throw territoryRefusal('notFound');
  return unit;
}
