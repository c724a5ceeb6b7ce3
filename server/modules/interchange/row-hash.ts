import { createHash } from 'node:crypto';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import type { Cells } from './read-rows.ts';

/** Hash of the columns the mapping reads: a change elsewhere in the row is none to us. */
export function rowHashOf(cells: Cells, columns: readonly string[]): string {
  const mapped = columns.map((name) => [name, (cells[name] ?? '').trim()]);
  return createHash('sha256').update(canonicalJson(mapped)).digest('hex');
}
