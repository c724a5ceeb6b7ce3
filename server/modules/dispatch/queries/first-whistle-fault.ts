import type { Db } from '#server/platform/db.ts';
import type { StoredEvent } from '#server/platform/events.ts';
import { replayWhistle } from '#shared/dispatch/evolve-whistle.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { LIVE, replayedMeasures, sameMeasures } from '../measure-store.ts';
import { toWhistleEvent } from '../whistle-history.ts';

/** The first whistle whose row, or what the figures count of it, is not what its events lead to; null when all are. */
export async function firstWhistleFault(
  db: Db,
  chains: readonly (readonly StoredEvent[])[],
): Promise<{ id: string; column: string } | null> {
  const ids = chains.flatMap(([first]) => first?.aggregateId ?? []);
  const rows = new Map(
    (await db.whistle.findMany({ where: { id: { in: ids } }, include: { measures: { where: LIVE } } })).map((row) => [row.id, row]),
  );
  for (const chain of chains) {
    const id = chain[0]?.aggregateId ?? '';
    const row = rows.get(id);
    if (!row) return { id, column: 'row' };
    const events = chain.map(toWhistleEvent);
    const snapshot = replayWhistle(events);
    if (snapshot === null || canonicalJson(snapshot) !== canonicalJson(row.snapshot)) return { id, column: 'snapshot' };
    if (!sameMeasures(row.measures, replayedMeasures({ snapshot, districtId: row.districtId, events }))) return { id, column: 'measures' };
  }
  return null;
}
