import { firstWhistleFault } from '#server/modules/dispatch/index.ts';
import type { Db } from '#server/platform/db.ts';
import { type BrokenLink, type EventRow, firstBrokenLink, fromRow, type StoredEvent } from '#server/platform/events.ts';
import type { RowFault } from '../replay-case-row.ts';
import { firstRowFault } from '../replay-case-row.ts';

const PAGE = 2_000;

export type ChainReport = {
  chains: number;
  events: number;
  /** rows of cases and whistles held against the replay of their events; null = not asked for */
  replayed: number | null;
  broken: BrokenLink | null;
  fault: RowFault | null;
};
type Options = {
  /** one case by its number; every chain otherwise */
  caseNo?: string;
  replay: boolean;
  onProgress?: (events: number) => void;
};

/**
 * Walks the hash chains of the event log in the order of their keys, a page at a time, and stops at the first broken link. With `replay`
 * each row of a case or a whistle must also be what its events lead to, and no case may be without a history. Null = there is no case of that number.
 */
export async function verifyChains(db: Db, { caseNo, replay, onProgress }: Options): Promise<ChainReport | null> {
  const only = caseNo === undefined ? null : await db.case.findFirst({ where: { caseNo }, select: { id: true } });
  if (caseNo !== undefined && only === null) return null;
  const report: ChainReport = { chains: 0, events: 0, replayed: replay ? 0 : null, broken: null, fault: null };
  for await (const chains of chainPages(db, only?.id ?? null)) {
    for (const chain of chains) {
      report.chains += 1;
      report.events += chain.length;
      report.broken = firstBrokenLink(chain);
      if (report.broken !== null) return report;
    }
    if (replay) {
      const cases = chains.filter(([first]) => first?.aggregateType === 'case');
      report.fault = await firstRowFault(db, cases);
      if (report.fault !== null) return report;
      const whistles = chains.filter(([first]) => first?.aggregateType === 'whistle');
      const fault = await firstWhistleFault(db, whistles);
      report.fault = fault && { of: 'whistle', id: fault.id, no: null, column: fault.column };
      if (report.fault !== null) return report;
      report.replayed = (report.replayed ?? 0) + cases.length + whistles.length;
    }
    onProgress?.(report.events);
  }
  if (replay) report.fault = await caseWithoutHistory(db, only?.id ?? null);
  return report;
}

/** Whole chains, page by page: the last one of a page waits for its rest on the next. */
async function* chainPages(db: Db, aggregateId: string | null): AsyncGenerator<StoredEvent[][]> {
  let open: StoredEvent[] = [];
  let last: EventRow | undefined;
  for (;;) {
    const rows = await readPage(db, { aggregateId, last });
    const chains: StoredEvent[][] = [];
    for (const event of rows.map(fromRow)) {
      const [first] = open;
      if (first && (first.aggregateId !== event.aggregateId || first.aggregateType !== event.aggregateType)) {
        chains.push(open);
        open = [];
      }
      open.push(event);
    }
    last = rows.at(-1);
    const end = rows.length < PAGE;
    if (end && open.length > 0) chains.push(open);
    if (chains.length > 0) yield chains;
    if (end) return;
  }
}

/** The next page behind the last event, in the order of the unique key. */
async function readPage(db: Db, { aggregateId, last }: { aggregateId: string | null; last: EventRow | undefined }): Promise<EventRow[]> {
  return db.domainEvent.findMany({
    where: {
      ...(aggregateId === null ? {} : { aggregateId }),
      ...(last
        ? {
            OR: [
              { aggregateType: { gt: last.aggregateType } },
              { aggregateType: last.aggregateType, aggregateId: { gt: last.aggregateId } },
              { aggregateType: last.aggregateType, aggregateId: last.aggregateId, seq: { gt: last.seq } },
            ],
          }
        : {}),
    },
    orderBy: [{ aggregateType: 'asc' }, { aggregateId: 'asc' }, { seq: 'asc' }],
    take: PAGE,
  });
}

async function caseWithoutHistory(db: Db, id: string | null): Promise<RowFault | null> {
  const rows = await db.$queryRaw<{ id: string; caseNo: string | null }[]>`
    select c."id", c."case_no" as "caseNo" from "case" c
    where (${id}::uuid is null or c."id" = ${id}::uuid)
      and not exists (select from "domain_event" e where e."aggregate_type" = 'case' and e."aggregate_id" = c."id" and e."seq" = 1)
    order by c."id" limit 1`;
  const [row] = rows;
  return row ? { of: 'case', id: row.id, no: row.caseNo, column: 'history' } : null;
}
