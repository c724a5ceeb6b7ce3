import type { Tx } from '#server/platform/db.ts';
import type { UnitLevel } from '#shared/identity/identity-schema.ts';
import { checkCodeUnder, parseCellCode, parseCommunityCode, parseCountyCode, parseStreetCode } from '#shared/territory/codes.ts';
import { pathsUp } from '#shared/territory/path.ts';
import { territoryRefusal } from './territory-refusal.ts';
import type { UnitRow } from './territory-store.ts';

const BLANK_CODE = '000000';

const parsers: Partial<Record<UnitLevel, (code: string) => { ok: boolean }>> = {
  district: parseCountyCode,
  street: parseStreetCode,
  community: parseCommunityCode,
  grid: parseCellCode,
};

/** Official levels carry official codes that begin with the code above (unless the district still has the blank code it was set up with); below the grid a community names as it likes. */
export function codeHolds({ level, code, parent }: { level: UnitLevel; code: string; parent: UnitRow | null }): boolean {
  const parse = parsers[level];
  if (!parse) return true;
  return parse(code).ok && (!parent?.code || parent.code === BLANK_CODE || checkCodeUnder(code, parent.code) === null);
}

/** The unit of this level that has the code: official codes are one of a kind in the district, others below one parent. */
export function findByCode(
  tx: Tx,
  { level, code, parent }: { level: UnitLevel; code: string; parent: UnitRow | null },
): Promise<UnitRow | null> {
  const official = parsers[level] !== undefined;
  const [root] = pathsUp(parent?.path ?? '/');
  const place = official ? (root ? { path: { startsWith: root } } : {}) : { parentId: parent?.id ?? null };
  return tx.territoryUnit.findFirst({ where: { level, code, ...place }, orderBy: { no: 'asc' } });
}

/** Refuses `codeInvalid`, `codeTaken`. */
export async function refuseCode(tx: Tx, given: { level: UnitLevel; code: string; parent: UnitRow | null }): Promise<void> {
  if (!codeHolds(given)) throw territoryRefusal('codeInvalid', { given: given.code });
  const taken = await findByCode(tx, given);
  if (taken) throw territoryRefusal('codeTaken', { given: given.code, name: taken.name });
}
