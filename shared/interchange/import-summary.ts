import { type RecordFlag, type RecordRefusalCode, recordFlags, recordRefusals } from './record-problems.ts';

/**
 * What an import did. `read` = `created` + `unchanged` + `changed` + `refused`; `flagged` counts those of `created` that carry at least one
 * flag, and `flags` how often each occurs. `stopped`: ended by request before the end of the file; what was counted is in the database.
 */
export type ImportSummary = {
  source: string;
  read: number;
  created: number;
  unchanged: number;
  changed: number;
  refused: number;
  flagged: number;
  flags: Record<RecordFlag, number>;
  refusals: Record<RecordRefusalCode, number>;
  categoriesAdded: number;
  departmentsAdded: number;
  stopped: boolean;
};

/** A summary to count on. */
export function emptySummary(source: string): ImportSummary {
  return {
    source,
    read: 0,
    created: 0,
    unchanged: 0,
    changed: 0,
    refused: 0,
    flagged: 0,
    flags: zeroes(recordFlags),
    refusals: zeroes(recordRefusals),
    categoriesAdded: 0,
    departmentsAdded: 0,
    stopped: false,
  };
}

/** Whether every row read went somewhere. */
export function addsUp({ read, created, unchanged, changed, refused, flagged }: ImportSummary): boolean {
  return read === created + unchanged + changed + refused && flagged <= created;
}

function zeroes<K extends string>(keys: readonly K[]): Record<K, number> {
  return Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
}
