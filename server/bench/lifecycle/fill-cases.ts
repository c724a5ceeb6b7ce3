import { seededRandom } from '#prisma/seed/seeded-random.ts';
import { readCalendar } from '#server/modules/calendar/index.ts';
import { DAY } from '#shared/kernel/time.ts';
import { benchPlatform } from '../world/bench-base.ts';
import type { BenchCluster } from '../world/bench-cluster.ts';
import { TEXTS } from '../world/case-texts.ts';
import type { Town } from '../world/town-plan.ts';
import { playHistories } from './case-histories.ts';
import { makeMoulds } from './case-moulds.ts';
import { copyCases } from './copy-cases.ts';
import { storeMoulds } from './store-moulds.ts';

const DAYS = 700;
const MOULDS_MAX = 16_000;
/** Of all cases: what a district has in hand at a time. */
const OPEN_SHARE = 0.004;
const SEED = 20_261_124;

type Filling = { cluster: BenchCluster; databaseUrl: string; town: Town; cases: number; openShare?: number; say: (text: string) => void };

/** Fills a base with so many cases of two years: histories played through the commands, moved in place and time, then multiplied. */
export async function fillCases({ cluster, databaseUrl, town, cases, openShare = OPEN_SHARE, say }: Filling): Promise<void> {
  const started = performance.now();
  const clock = { now: Date.now() };
  const { platform, close } = benchPlatform(cluster, { databaseUrl, clock: () => clock.now });
  try {
    const from = Math.floor(Date.now() / DAY) * DAY - 30 * DAY + 2 * 3_600_000;
    const [community] = town.communities;
    const [text = ''] = TEXTS;
    if (!community) throw new Error('a town without communities');
    const histories = await playHistories({ platform, clock, community, text, from });
    const openCases = Math.round(cases * openShare);
    const copies = Math.floor((cases - openCases) / MOULDS_MAX);
    const { timeZone } = await readCalendar(platform.db, town.districtId);
    const moulds = makeMoulds({ histories, town, timeZone, days: DAYS, cases, openCases, copies, chance: seededRandom(SEED) });
    await storeMoulds(platform, { moulds, districtId: town.districtId });
  } finally {
    await close();
  }
  await copyCases(databaseUrl, say);
  say(`  ${cases} cases filled in ${((performance.now() - started) / 1000).toFixed(0)} s\n`);
}
