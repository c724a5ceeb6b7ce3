import type { Ctx } from '#server/platform/context.ts';
import type { Db, Tx } from '#server/platform/db.ts';
import type { OnBehalfOf } from '#shared/cases/cases-actions.ts';
import type { CaseId, UserId } from '#shared/kernel/ids.ts';

export type Contact = { name: string; phone: string | null };

/** The account with this phone, if the applicant has one. */
export async function accountOfPhone(ctx: Ctx, tx: Tx, phone: string): Promise<UserId | null> {
  const user = await tx.user.findUnique({ where: { phoneNumber: ctx.cipher.blindIndex(phone) }, select: { id: true } });
  return user && (user.id as UserId);
}

/** Seals name and phone of the person a case is reported for. */
export async function sealContact(
  ctx: Ctx,
  tx: Tx,
  { caseId, applicantId, given }: { caseId: CaseId; applicantId: UserId | null; given: OnBehalfOf },
): Promise<void> {
  const { seal, blindIndex } = ctx.cipher;
  await tx.caseApplicant.create({
    data: {
      caseId,
      userId: applicantId,
      nameSealed: given.name === '' ? null : seal(given.name),
      phoneSealed: given.phone === null ? null : seal(given.phone),
      phoneBlind: given.phone === null ? null : blindIndex(given.phone),
    },
  });
}

/** The contact data of a resident's own report come from the account. */
export async function sealOwnContact(ctx: Ctx, tx: Tx, caseId: CaseId): Promise<void> {
  const { userId } = ctx.actor;
  const user = await tx.user.findUnique({ where: { id: userId }, select: { name: true, phoneNumber: true, phoneSealed: true } });
  await tx.caseApplicant.create({
    data: {
      caseId,
      userId,
      nameSealed: user?.name ? ctx.cipher.seal(user.name) : null,
      phoneSealed: user?.phoneSealed ?? null,
      phoneBlind: user?.phoneNumber ?? null,
    },
  });
}

/** Name and phone in clear; null when nobody left any. */
export async function openContact(ctx: Ctx, db: Db | Tx, caseId: CaseId): Promise<Contact | null> {
  const row = await db.caseApplicant.findUnique({ where: { caseId } });
  if (!row || (!row.nameSealed && !row.phoneSealed)) return null;
  return {
    name: row.nameSealed ? ctx.cipher.open(row.nameSealed) : '',
    phone: row.phoneSealed ? ctx.cipher.open(row.phoneSealed) : null,
  };
}
