import { caseColumns } from '#server/modules/cases/index.ts';
import type { Db } from '#server/platform/db.ts';
import type { StoredEvent } from '#server/platform/events.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { foldStored } from './fold-stored.ts';

/** The first row that is not what its events lead to; `column` `row` = the row is missing, `history` = the events are. */
export type RowFault = { of: 'case' | 'whistle'; id: string; no: string | null; column: string };

/** Holds the rows of whole case histories against their replay. */
export async function firstRowFault(db: Db, chains: readonly (readonly StoredEvent[])[]): Promise<RowFault | null> {
  const ids = chains.flatMap(([first]) => first?.aggregateId ?? []);
  const rows = await db.case.findMany({ where: { id: { in: ids } } });
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const chain of chains) {
    const caseId = chain[0]?.aggregateId ?? '';
    const row = byId.get(caseId);
    if (row === undefined) return { of: 'case', id: caseId, no: null, column: 'row' };
    const { districtId, description } = row;
    const expected = caseColumns(foldStored(null, chain), { districtId, description });
    const actual: Readonly<Record<string, unknown>> = row;
    const column = Object.entries(expected).find(([name, value]) => textOf(value) !== textOf(actual[name]))?.[0];
    if (column !== undefined) return { of: 'case', id: caseId, no: row.caseNo, column };
  }
  return null;
}

function textOf(value: unknown): string {
  if (value === undefined) return 'undefined';
  return canonicalJson(value instanceof Date ? value.getTime() : value);
}
