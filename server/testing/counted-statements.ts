import { PrismaPg } from '@prisma/adapter-pg';
import { transactionOptions } from '../platform/db.ts';
import { PrismaClient } from '../platform/prisma-client/client.ts';
import type { TestPlatform } from './test-platform.ts';

/** The platform on a connection of its own whose statements are written down, each as soon as it ran. */
export function countedStatements({ platform, databaseUrl }: TestPlatform) {
  const statements: string[] = [];
  const db = new PrismaClient({
    adapter: new PrismaPg({ connectionString: databaseUrl, max: 2 }),
    transactionOptions,
    log: [{ emit: 'event', level: 'query' }],
  });
  db.$on('query', ({ query }) => statements.push(query));
  return { platform: { ...platform, db }, statements, close: () => db.$disconnect() };
}
