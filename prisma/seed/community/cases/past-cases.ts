import type { WorkCalendar } from '#shared/calendar/calendar-schema.ts';
import { isWorkingDay } from '#shared/calendar/working-day.ts';
import type { CaseSource } from '#shared/cases/cases-schema.ts';
import { DAY, type Instant, type LocalMonth } from '#shared/kernel/time.ts';
import { fromLocal, localDateAt, monthAt, monthRange } from '#shared/kernel/zone-time.ts';
import { addDays, addMonths } from '#shared/kernel/zone-time-dates.ts';
import { categoryRow } from '../../categories.ts';
import { type SeededRandom, seededRandom } from '../../seeded-random.ts';
import type { OfficeMoments } from '../office-moments.ts';
import { residentNames } from '../people.ts';
import { type Answer, type Draft, draft, finished } from './draft.ts';
import { matters } from './matters.ts';
import type { Places } from './places.ts';
import { handledToTheEnd, settledOnTheSpot, turnedAway } from './plots.ts';
import type { Story } from './story.ts';

type Stage = { m: OfficeMoments; places: Places; calendar: WorkCalendar };

/**
 * The month whose score the boards show: 50 handled cases, of which 6 late, 3 taken up again, 2 answered late, 31 found before
 * anyone complained; 40 callbacks with 34 solved and 36 satisfied. Beside them 6 turned away.
 */
const scored = { cases: 50, proactive: 31, asked: 40, lateContact: 2 } as const;

/** Office minutes late, one for each late case: 15 hours to 5 days on the wall clock. */
const lateness = [95, 300, 480, 960, 960, 1900] as const;

export function scoredMonth({ m, places, calendar }: Stage): Story[] {
  const month = addMonths(monthAt(calendar.timeZone, m.now), -1);
  const random = seededRandom(20_261_126);
  const days = workingDaysOf(calendar, month).slice(0, 13);
  const scenes = pickScenes(random, { places, community: '友谊河社区', count: scored.cases + 6 });
  let lateContacts = 0;
  const stories = scenes.slice(0, scored.cases).map((scene, index): Story => {
    const proactive = index % scored.cases < scored.proactive;
    const asked = index >= scored.cases - scored.asked;
    const source: CaseSource = proactive ? (asked ? 'visit' : seenOnTheBeat(scene.code)) : index % 2 === 0 ? 'resident' : 'hotline';
    const at = morningOf({ calendar, day: days[(index * 5) % days.length], minute: 515 + ((index * 37) % 190) });
    const d = draft({
      ...{ key: `scored ${index}`, code: scene.code, place: scene.place, at, source, words: scene.words, turn: index },
      ...(asked ? { resident: 1 + ((index * 7) % residentNames.length) } : {}),
    });
    const turn = scored.cases - 1 - index;
    const late = turn < 24 && turn % 4 === 0 ? lateness[turn / 4] : undefined;
    handledToTheEnd(m, d, {
      registerAt: m.after(at, 6 + ((index * 11) % 25)),
      answer: answerOf(turn),
      ...(late === undefined ? {} : { lateBy: late }),
      lateContact: isLong(d) && asked && lateContacts++ < scored.lateContact,
    });
    return finished(d);
  });
  const away = scenes.slice(scored.cases).map((scene, index): Story => {
    const at = morningOf({ calendar, day: days[(index * 4 + 1) % days.length], minute: 560 + index * 23 });
    const d = draft({
      key: `scored away ${index}`,
      code: scene.code,
      place: scene.place,
      at,
      source: 'hotline',
      resident: index + 3,
      words: scene.words,
      turn: index,
    });
    turnedAway(m, d, (['declined', 'diverted', 'void'] as const)[index % 3] ?? 'declined');
    return finished(d);
  });
  return [...stories, ...away];
}

/** Long enough that a first contact after a day still comes before the result. */
const isLong = ({ limits }: Draft) => limits.finish.unit === 'workingDays' && limits.finish.amount >= 5;

/** `turn` counts the asked: 3 not solved, 3 half, 4 dissatisfied (the unsolved ones and one more), the rest content. */
function answerOf(turn: number): Answer {
  if (turn % 13 === 5 && turn < 39) return { solved: 'no', rating: turn === 5 ? 1 : 2 };
  if (turn % 13 === 7 && turn < 39) return { solved: 'partly', rating: turn === 7 ? 2 : 3 };
  return { solved: 'yes', rating: ([5, 4, 5, 5, 3] as const)[turn % 5] ?? 5 };
}

/** Older and younger finished cases around the scored month, and a few of the neighbour communities. */
export function otherPast({ m, places, calendar }: Stage): Story[] {
  const random = seededRandom(4_711);
  const thisMonth = monthAt(calendar.timeZone, m.now);
  const older = workingDaysOf(calendar, addMonths(thisMonth, -2));
  const scenes = pickScenes(random, { places, community: '友谊河社区', count: 46 });
  const before = scenes.slice(0, 26).map((scene, index) => {
    const at = morningOf({ calendar, day: older[(index * 3) % Math.max(1, older.length - 6)], minute: 515 + ((index * 41) % 200) });
    return ended({ m, scene, key: `older ${index}`, at, index });
  });
  // young enough to lie in this month mostly, old enough to be through
  const recent = scenes.slice(26).map((scene, index) => {
    const at = morningBefore(m, calendar, 7 * 480 + index * 190);
    return index % 5 === 4
      ? settled({ m, scene, key: `recent ${index}`, at, index })
      : ended({ m, scene, key: `recent ${index}`, at, index });
  });
  const neighbours = (['高泉社区', '众南社区'] as const).flatMap((community) =>
    pickScenes(random, { places, community, count: 4 }).map((scene, index) =>
      ended({ m, scene, key: `${community} ${index}`, at: morningBefore(m, calendar, (9 + index * 4) * 480), index }),
    ),
  );
  return [...before, ...recent, ...neighbours];
}

type Scene = { code: string; words: number; place: ReturnType<Places['at']> };

function ended({ m, scene, key, at, index }: { m: OfficeMoments; scene: Scene; key: string; at: Instant; index: number }): Story {
  const told = (['resident', null, 'hotline', 'visit', null] as const)[index % 5] ?? null;
  const source = told ?? (index % 5 === 4 && categoryRow(scene.code).physical ? 'patrol' : seenOnTheBeat(scene.code));
  const asked = told !== null;
  const d: Draft = draft({
    ...{ key, code: scene.code, place: scene.place, at, source, words: scene.words, turn: index },
    ...(asked ? { resident: 1 + ((index * 5 + 2) % residentNames.length) } : {}),
  });
  const answer: Answer = { solved: index % 9 === 4 ? 'partly' : 'yes', rating: ([5, 4, 5, 3, 5, 4] as const)[index % 6] ?? 5 };
  handledToTheEnd(m, d, { registerAt: m.after(at, 10 + (index % 7) * 4), answer, rework: index % 16 === 7 });
  return finished(d);
}

/** What a grid worker finds goes with a photo; a quarrel or a question comes up in the residents' council instead. */
function seenOnTheBeat(code: string): CaseSource {
  return categoryRow(code).physical ? 'gridWorker' : 'council';
}

function settled({ m, scene, key, at, index }: { m: OfficeMoments; scene: Scene; key: string; at: Instant; index: number }): Story {
  const code = index % 2 === 0 ? '11002' : 'fire.corridorClutter';
  const d = draft({ key, code, place: scene.place, at, source: 'gridWorker', words: scene.words, turn: index });
  settledOnTheSpot(m, d, index % 2 === 0 ? '当场清走，地面扫净。' : '和住户一起搬走，楼道畅通。');
  return finished(d);
}

/** Matters by how often they happen, buildings evenly over the estates; limits short enough to end in the month. */
function pickScenes(random: SeededRandom, { places, community, count }: { places: Places; community: string; count: number }): Scene[] {
  const usual = matters.filter(({ code }) => ['normal', 'inquiry'].includes(categoryRow(code).urgency));
  const bag = usual.flatMap((entry) => Array.from({ length: entry.weight }, () => entry));
  const sites = places.sites(community);
  return Array.from({ length: count }, () => {
    const { code } = random.pick(bag);
    const { estate, building } = random.pick(sites);
    return { code, words: random.between(0, 2), place: places.at(estate, building, random.between(-3, 3)) };
  });
}

function workingDaysOf(calendar: WorkCalendar, month: LocalMonth): string[] {
  const { t0, t1 } = monthRange(calendar.timeZone, month);
  const count = Math.round((t1 - t0) / DAY);
  return Array.from({ length: count }, (_, index) => addDays(`${month}-01`, index)).filter((day) => isWorkingDay(calendar, day));
}

function morningOf({ calendar, day, minute }: { calendar: WorkCalendar; day: string | undefined; minute: number }): Instant {
  if (day === undefined) throw new RangeError('a month without working days');
  return fromLocal(calendar.timeZone, { date: day, minute });
}

/** The morning of the working day that lies so many office minutes back: a first contact within a day then stays on the same day. */
function morningBefore(m: OfficeMoments, calendar: WorkCalendar, minutes: number): Instant {
  const at = m.before(minutes);
  return morningOf({ calendar, day: localDateAt(calendar.timeZone, at), minute: 520 + (minutes % 170) });
}
