import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';
import { defineTexts, type Say, type TimeWords } from '../../platform/index.ts';
import type { DueTone } from '../cases-parts/due-tone.ts';

type Cases = inferRouterOutputs<AppRouter>['cases'];
export type CaseLine = Cases['list']['rows'][number];
export type CaseDetail = Cases['byId'];

const texts = defineTexts({
  left: { zh: '还剩 {time}', en: '{time} left' },
  late: { zh: '超期 {time}', en: '{time} late' },
  held: { zh: '挂账停表', en: 'On hold' },
});

const tones = { green: 'green', yellow: 'soon', red: 'late', grey: 'held' } as const satisfies Record<CaseLine['clock']['light'], DueTone>;

/** The clock of a row as the kit draws it, by the present minute; null when no limit runs. */
export function dueOf(clock: CaseLine['clock'], { say, time }: { say: Say; time: TimeWords }) {
  const { due, from, held } = clock;
  if (!due) return null;
  const { now } = time.writing;
  const late = !held && now > due.at;
  const used = from === null ? 0 : Math.min(1, Math.max(0, (now - from) / Math.max(1, due.at - from)));
  const light = held ? 'grey' : late ? 'red' : used >= 0.8 ? 'yellow' : 'green';
  const tone: DueTone = light === 'green' && due.provisional ? 'provisional' : tones[light];
  const remaining = held ? say(texts.held) : say(late ? texts.late : texts.left, { time: time.duration(due.at - now) });
  return { tone, remaining, dueText: time.moment(due.at), usedShare: used };
}
