import { PrismaPg } from '@prisma/adapter-pg';
import { type Prisma, PrismaClient } from './prisma-client/client.ts';

export type Db = PrismaClient;
/** The client inside a transaction. */
export type Tx = Prisma.TransactionClient;

export { Prisma } from './prisma-client/client.ts';

/** How long a transaction may wait for its connection, and how long it may take; milliseconds. */
export const transactionOptions = { maxWait: 10_000, timeout: 20_000 } as const;

/** Opens the pool; `max` connections. */
export function openDb(databaseUrl: string, max = 20): Db {
  return new PrismaClient({
    adapter: new PrismaPg({ connectionString: databaseUrl, max }),
    transactionOptions,
  });
}
