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

/** Keeps the phones that households of the whistle gave, sealed, in one statement; a door listed again with another phone has the last one. */
export async function keepPhones(
  ctx: Pick<Ctx, 'cipher'>,
  tx: Tx,
  door: { whistleId: WhistleId; households: readonly Given[] },
): Promise<void> {
  const phones = new Map(door.households.flatMap(({ id, phone }) => (phone === undefined ? [] : [[id, phone] as const])));
  if (phones.size === 0) return;
  const sealed = [...phones.values()].map((phone) => ctx.cipher.seal(phone));
  await tx.$executeRaw`
    update "whistle_door" d set "phone_sealed" = g."phone"
    from unnest(${[...phones.keys()]}::uuid[], ${sealed}::bytea[]) g("id", "phone")
    where d."household_id" = g."id" and d."whistle_id" = ${door.whistleId}::uuid`;
}

/** Nobody is called about a whistle that is over. */
export async function forgetPhones(tx: Tx, whistleId: WhistleId): Promise<void> {
  await tx.whistleDoor.updateMany({ where: { whistleId }, data: { phoneSealed: null } });
}

/** How a household is told the result: its phone and the code of its page. */
export type DoorContact = { phone: string; code: string; whistleId: WhistleId };

/** The contacts of the households that gave a phone. */
export async function readDoorContacts(
  { cipher }: Pick<Platform, 'cipher'>,
  db: Db | Tx,
  householdIds: readonly string[],
): Promise<Map<string, DoorContact>> {
  const rows = await db.whistleDoor.findMany({ where: { householdId: { in: [...householdIds] }, phoneSealed: { not: null } } });
  return new Map(
    rows.flatMap(({ householdId, phoneSealed, codeSealed, whistleId }) =>
      phoneSealed === null
        ? []
        : [[householdId, { phone: cipher.open(phoneSealed), code: cipher.open(codeSealed), whistleId: whistleId as WhistleId }]],
    ),
  );
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
