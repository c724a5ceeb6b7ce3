import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';
import { defineTexts, type Say, type TimeWords } from '../../platform/index.ts';
import { dueTone, usedShare } from '../cases-parts/due-tone.ts';

type Cases = inferRouterOutputs<AppRouter>['cases'];
export type CaseLine = Cases['list']['rows'][number];
export type CaseDetail = Cases['byId'];

const texts = defineTexts({
  left: { zh: '还剩 {time}', en: '{time} left' },
  late: { zh: '超期 {time}', en: '{time} late' },
  held: { zh: '挂账停表', en: 'On hold' },
});

/** The clock of a row as the kit draws it, by the present minute; null when no limit runs. */
export function dueOf(clock: CaseLine['clock'], { say, time }: { say: Say; time: TimeWords }) {
  const { due, from, held, soonAt } = clock;
  if (!due) return null;
  const { now } = time.writing;
  const used = usedShare({ from: from ?? due.at, due: due.at, now });
  const tone = dueTone({ due: due.at, soonAt, now, held, provisional: due.provisional });
  const remaining = held ? say(texts.held) : say(tone === 'late' ? texts.late : texts.left, { time: time.duration(due.at - now) });
  return { tone, remaining, dueText: time.moment(due.at), usedShare: used };
}
