import type { Light } from '#shared/clocks/light.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { clockLight, litLook, type PillLook } from '../../cases-parts/index.ts';
import type { WhistleVisit } from '../whistle-types.ts';

/** Shape and colour of a visit while there is time: announced, only owed, or done. */
const calm = {
  expected: { shape: 'half', tone: 'doing' },
  due: { shape: 'ring', tone: 'new' },
  arrived: { shape: 'tick', tone: 'done' },
} as const satisfies Record<WhistleVisit['kind'], PillLook>;

type Timed = Pick<WhistleVisit, 'kind' | 'at' | 'due' | 'soonAt'>;

/** How a visit stands: an appointment that was missed is no breach of the limit yet, but no longer green. */
export function visitStanding({ kind, at, due, soonAt }: Timed, now: Instant): { look: PillLook; light: Light; missed: boolean } {
  if (kind === 'arrived') return { look: calm.arrived, light: 'grey', missed: false };
  const legal = clockLight({ due, soonAt, held: false }, now);
  const missed = kind === 'expected' && now > at;
  const light = missed && legal !== 'red' ? 'yellow' : legal;
  return { look: litLook(calm[kind], light), light, missed };
}

const haste: readonly Light[] = ['red', 'yellow'];

/** The unit a stop is drawn for: the one that is most behind, else the first that is still to come. */
export function mostBehind<T extends Timed>(visits: readonly T[], now: Instant): T | undefined {
  const lit = haste.flatMap((light) => visits.find((visit) => visitStanding(visit, now).light === light) ?? []);
  return lit[0] ?? visits.find(({ kind }) => kind !== 'arrived') ?? visits[0];
}
