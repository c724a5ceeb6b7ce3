import type { Db } from '#server/platform/db.ts';
import type { StoredEvent } from '#server/platform/events.ts';
import { replayWhistle } from '#shared/dispatch/evolve-whistle.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { toWhistleEvent } from '../whistle-history.ts';

/** The first whistle whose row is not what its events lead to; null when all are. */
export async function firstWhistleFault(
  db: Db,
  chains: readonly (readonly StoredEvent[])[],
): Promise<{ id: string; column: string } | null> {
  const ids = chains.flatMap(([first]) => first?.aggregateId ?? []);
  const rows = new Map(
    (await db.whistle.findMany({ where: { id: { in: ids } }, select: { id: true, snapshot: true } })).map((row) => [row.id, row]),
  );
  for (const chain of chains) {
    const id = chain[0]?.aggregateId ?? '';
    const row = rows.get(id);
    if (!row) return { id, column: 'row' };
    if (canonicalJson(replayWhistle(chain.map(toWhistleEvent))) !== canonicalJson(row.snapshot)) return { id, column: 'snapshot' };
  }
  return null;
}
