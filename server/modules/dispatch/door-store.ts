import { randomInt } from 'node:crypto';
import type { Ctx, Platform, RequestCtx } from '#server/platform/context.ts';
import type { Db, Tx } from '#server/platform/db.ts';
import type { WhistleId } from '#shared/kernel/ids.ts';

/** Letters and digits that nobody mixes up when reading them off paper. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const LENGTH = 10;

function newCode(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}

/** What somebody typed, as a code is stored: without gaps and dashes, in capitals. */
function plainCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, '');
}

/** Gives every new household its code; one that has one keeps it. */
export async function makeDoors(ctx: Pick<Ctx, 'cipher'>, tx: Tx, door: { whistleId: WhistleId; householdIds: readonly string[] }) {
  const data = door.householdIds.map((householdId) => {
    const code = newCode();
    return { householdId, whistleId: door.whistleId, codeBlind: ctx.cipher.blindIndex(code), codeSealed: ctx.cipher.seal(code) };
  });
  await tx.whistleDoor.createMany({ data, skipDuplicates: true });
}

type Given = { id: string; phone?: string | undefined };

/** Keeps the phones that households gave, sealed; a door listed again with another phone has the last one. */
export async function keepPhones(
  ctx: Pick<Ctx, 'cipher'>,
  tx: Tx,
  door: { whistleId: WhistleId; households: readonly Given[] },
): Promise<void> {
  const { whistleId, households } = door;
  for (const { id, phone } of households)
    if (phone !== undefined)
      await tx.whistleDoor.updateMany({ where: { householdId: id, whistleId }, data: { phoneSealed: ctx.cipher.seal(phone) } });
}

/** Nobody is called about a whistle that is over. */
export async function forgetPhones(tx: Tx, whistleId: WhistleId): Promise<void> {
  await tx.whistleDoor.updateMany({ where: { whistleId }, data: { phoneSealed: null } });
}

/** Where a household is told the result: its phone and the code of its page; null when it gave none. */
export async function readDoorContact(
  ctx: Pick<Platform, 'cipher'>,
  db: Db | Tx,
  householdId: string,
): Promise<{ phone: string; code: string; whistleId: WhistleId } | null> {
  const row = await db.whistleDoor.findUnique({ where: { householdId } });
  if (!row?.phoneSealed) return null;
  return { phone: ctx.cipher.open(row.phoneSealed), code: ctx.cipher.open(row.codeSealed), whistleId: row.whistleId as WhistleId };
}

/** The household behind a code; null for any other. Guesses are counted per code, under its keyed hash, and per address. */
export async function findDoor(ctx: Pick<RequestCtx, 'cipher' | 'db' | 'auth' | 'request'>, typed: string) {
  const codeBlind = ctx.cipher.blindIndex(plainCode(typed));
  await ctx.auth.limits.take('door', { account: codeBlind, ip: ctx.request.ip });
  const door = await ctx.db.whistleDoor.findUnique({ where: { codeBlind } });
  return door && { whistleId: door.whistleId as WhistleId, householdId: door.householdId };
}

/** The codes of a whistle, to print the slips. */
export async function readDoors(ctx: Pick<Platform, 'cipher'>, db: Db, whistleId: WhistleId): Promise<Map<string, string>> {
  const rows = await db.whistleDoor.findMany({ where: { whistleId } });
  return new Map(rows.map((row) => [row.householdId, ctx.cipher.open(row.codeSealed)]));
}
