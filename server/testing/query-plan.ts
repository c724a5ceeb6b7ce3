import { PrismaPg } from '@prisma/adapter-pg';
import { type Prisma, PrismaClient } from '#server/platform/prisma-client/client.ts';
import type { TestPlatform } from './test-platform.ts';

/** A node of what `explain (analyze, format json)` tells. */
type Plan = {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows': number;
  'Rows Removed by Filter'?: number;
  'Actual Loops': number;
  Plans?: Plan[];
};

/** Rows of a table that a plan touched, also those it threw away and those it found in an index alone. */
function touched(plan: Plan, table: string): number {
  const reads =
    plan['Relation Name'] === table || (plan['Node Type'] === 'Bitmap Index Scan' && plan['Index Name']?.startsWith(`${table}_`));
  const own = reads ? (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0)) * plan['Actual Loops'] : 0;
  return own + (plan.Plans ?? []).reduce((sum, part) => sum + touched(part, table), 0);
}

/** A question with the most rows of one of the tables that its plan touched. */
type Touched = { query: string; rows: number };

/** The database on a connection of its own that writes down what it is asked, so that each question can be asked again for its plan. */
export function watchPlans({ databaseUrl }: TestPlatform) {
  const asked: Prisma.QueryEvent[] = [];
  const db = new PrismaClient({
    adapter: new PrismaPg({ connectionString: databaseUrl, max: 4 }),
    log: [{ emit: 'event', level: 'query' }],
  });
  db.$on('query', (event) => asked.push(event));
  return {
    db,
    /** what was asked of the tables since the last call */
    touched: async (tables: readonly string[]): Promise<Touched[]> => {
      const names = new RegExp(`"(${tables.join('|')})"`);
      const selects = asked.splice(0).filter(({ query }) => names.test(query) && /^\s*(select|with)/i.test(query));
      const all: Touched[] = [];
      for (const { query, params } of selects) {
        const values: unknown[] = JSON.parse(params);
        const plans = await db.$queryRawUnsafe<{ 'QUERY PLAN': { Plan: Plan }[] }[]>(`explain (analyze, format json) ${query}`, ...values);
        const [plan] = plans.flatMap((each) => each['QUERY PLAN'][0]?.Plan ?? []);
        if (!plan) throw new Error('no plan');
        all.push({ query, rows: tables.reduce((sum, table) => sum + touched(plan, table), 0) });
      }
      asked.splice(0);
      return all;
    },
    close: () => db.$disconnect(),
  };
}
