import type { SeededRandom } from '#prisma/seed/seeded-random.ts';
import { caseNumber } from '#shared/cases/case-number.ts';
import type { CaseEvent } from '#shared/cases/cases-events.ts';
import type { CaseSnapshot } from '#shared/cases/cases-schema.ts';
import { replayCase } from '#shared/cases/evolve-case.ts';
import { titleOf } from '#shared/cases/title-of.ts';
import type { CaseId } from '#shared/kernel/ids.ts';
import { DAY, type Instant } from '#shared/kernel/time.ts';
import { newId } from '../../platform/ids.ts';
import { TEXTS } from '../world/case-texts.ts';
import { GRID_DEGREES, type Town, type TownCommunity, type TownGrid } from '../world/town-plan.ts';
import type { CaseHistory } from './case-histories.ts';

/** A history at another place and time, with other words and people: its own case, and the pattern of `copies` more. */
export type CaseMould = { snapshot: CaseSnapshot; description: string; events: CaseEvent[]; copies: number };

type Moulding = {
  histories: readonly CaseHistory[];
  town: Town;
  timeZone: string;
  days: number;
  cases: number;
  openCases: number;
  copies: number;
  chance: SeededRandom;
};

/** Moulds for so many cases: the finished ones spread over `days` and copied, the open ones of the last weeks each of its own. */
export function makeMoulds({ histories, town, timeZone, days, cases, openCases, copies, chance }: Moulding): CaseMould[] {
  const [ended, open] = [histories.filter((history) => history.ended), histories.filter((history) => !history.ended)];
  const patterns = Math.max(1, Math.round((cases - openCases) / (copies + 1)));
  // a number that no other mould has stands where each copy's own number goes
  let sequence = 10_000_000;
  const make = (history: CaseHistory, shift: number, own: number) => {
    sequence += 1;
    return mouldOf(history, { town, timeZone, shift, sequence, copies: own, chance });
  };
  return [
    ...Array.from({ length: patterns }, () => make(weighted(ended, chance), -Math.floor(chance.next() * days) * DAY, copies)),
    ...Array.from({ length: openCases }, () => make(weighted(open, chance), Math.floor(chance.next() * 28) * DAY, 0)),
  ];
}

function weighted(histories: readonly CaseHistory[], chance: SeededRandom): CaseHistory {
  let left = chance.next() * histories.reduce((sum, { share }) => sum + share, 0);
  for (const history of histories) {
    left -= history.share;
    if (left < 0) return history;
  }
  return chance.pick(histories);
}

type Other = { town: Town; timeZone: string; shift: number; sequence: number; copies: number; chance: SeededRandom };

function mouldOf(history: CaseHistory, { town, timeZone, shift, sequence, copies, chance }: Other): CaseMould {
  const community = chance.pick(town.communities);
  const grid = chance.pick(community.grids);
  const aside = () => (chance.next() - 0.5) * GRID_DEGREES * 0.9;
  const description = chance.pick(TEXTS);
  const registeredAt = history.events.find(({ type }) => type === 'CaseRegistered')?.meta.at;
  const caseNo = registeredAt === undefined ? null : caseNumber({ at: registeredAt + shift, timeZone, sequence });
  const texts = new Map([
    ...placesOf(history.plan.community, history.grid, { community, grid }),
    ...peopleOf(history.plan.community, community),
    [history.caseId, newId<CaseId>((history.events[0]?.meta.at ?? 0) + shift)],
    [titleOf(history.plan.text), titleOf(description)],
  ]);
  const point = { ...history.plan.point, lng: grid.center.lng + aside(), lat: grid.center.lat + aside() };
  const events = history.events.map((event) => moved(event, { texts, shift, point, caseNo }) as CaseEvent);
  const snapshot = replayCase(events);
  if (!snapshot) throw new Error('a history without events');
  return { snapshot, description, events, copies };
}

type Home = { community: TownCommunity; grid: TownGrid };

function placesOf(community: TownCommunity, grid: TownGrid, to: Home): [string, string][] {
  return [
    [community.id, to.community.id],
    [grid.id, to.grid.id],
    [grid.path, to.grid.path],
    [community.team, to.community.team],
    [community.department, to.community.department],
  ];
}

/** A resident has cases, but not all cases of a community: each mould has its own. */
function peopleOf(from: TownCommunity, to: TownCommunity): [string, string][] {
  const staff = Object.entries(from.people).map(([hand, { userId }]): [string, string] => [
    userId,
    to.people[hand as keyof typeof to.people].userId,
  ]);
  return [...staff, [from.people.resident.userId, newId()]];
}

type Move = { texts: ReadonlyMap<string, string>; shift: number; point: { lng: number; lat: number }; caseNo: string | null };

/** Instants are the only numbers of that size in an event. */
const OLDEST: Instant = Date.parse('2001-01-01T00:00:00Z');

function moved(value: unknown, move: Move): unknown {
  if (typeof value === 'string') return move.texts.get(value) ?? value;
  if (typeof value === 'number') return value > OLDEST ? value + move.shift : value;
  if (Array.isArray(value)) return value.map((item) => moved(item, move));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      if (key === 'caseNo') return [key, move.caseNo];
      if (key === 'point' && item !== null) return [key, { ...(item as object), ...move.point }];
      return [key, moved(item, move)];
    }),
  );
}
