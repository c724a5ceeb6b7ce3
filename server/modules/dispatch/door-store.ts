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
