import type { UnitLevel } from '#shared/identity/identity-schema.ts';
import type { UnitId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { UnitKind } from '#shared/territory/territory-schema.ts';
import type { UnitRow } from './territory-store.ts';
import { readFacts, type UnitFacts } from './unit-facts.ts';

export type Unit = {
  id: UnitId;
  level: UnitLevel;
  kind: UnitKind | null;
  code: string | null;
  name: string;
  aliases: readonly string[];
  parentId: UnitId | null;
  path: string;
  version: number;
  validFrom: Instant;
  validTo: Instant | null;
  facts: UnitFacts;
};

export function toUnit(row: UnitRow): Unit {
  const facts = readFacts(row.id, row.facts);
  return {
    id: row.id as UnitId,
    level: row.level as UnitLevel,
    kind: row.kind as UnitKind | null,
    code: row.code,
    name: row.name,
    aliases: facts.aliases ?? [],
    parentId: row.parentId as UnitId | null,
    path: row.path,
    version: row.version,
    validFrom: row.validFrom.getTime(),
    validTo: row.validTo?.getTime() ?? null,
    facts,
  };
}
