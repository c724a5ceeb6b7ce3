import type { Instant } from '#shared/kernel/time.ts';
import type { Db, Prisma, Tx } from './db.ts';

export type AuditEntry = {
  at: Instant;
  actorId: string | null;
  action: string;
  outcome: 'refused' | 'revealed' | 'done' | 'failed';
  code?: string;
  aggregateType?: string;
  aggregateId?: string;
  detail?: Prisma.InputJsonValue;
};

/** Appends one audit line. A refusal is written outside the transaction it ended, so that it stays. */
export async function writeAudit(db: Db | Tx, entry: AuditEntry): Promise<void> {
  const { at, ...rest } = entry;
  await db.auditLine.create({ data: { ...rest, at: new Date(at) } });
}
