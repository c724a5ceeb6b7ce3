import type { RunningLimit } from '../clocks/clocks-schema.ts';
import { evolveWhistle } from './evolve-whistle.ts';
import { recomputedWhistleDues } from './recomputed-whistle-dues.ts';
import { runningWhistleLimits } from './running-whistle-limits.ts';
import { unitDuties } from './unit-duties.ts';
import { limitsOfWhistle, watchedLimit } from './whistle-clock.ts';
import { defaultWhistleSettings } from './whistle-context.ts';
import { whistleDuesDiffer } from './whistle-due-moves.ts';
import { WHISTLE_EVENT_VERSION, type WhistleEvent } from './whistle-events.ts';
import { requirementsOf } from './whistle-requirements.ts';
import { sampleWhistleContext } from './whistle-samples.ts';
import type { WhistleSnapshot } from './whistle-schema.ts';
import { todoOf } from './whistle-todo.ts';

/** Laws of the limits of a whistle, written apart from the code that keeps them, for tests on random walks. */

/**
 * Owed without a limit, and why: nobody waits for a draft; the secretary is reminded for the grid workers; whoever gave the order is
 * reminded for the street, which may judge the reply as well; households listed after the opinions were complete are heard before the plan is confirmed, which has a limit.
 */
function withoutLimit(mark: string, whistle: WhistleSnapshot): boolean {
  const { state } = whistle;
  const unheard = requirementsOf('approvePlan', whistle, defaultWhistleSettings).some(
    ({ ok, code }) => !ok && (code === 'opinionsMissing' || code === 'householdsMissing'),
  );
  if (mark === 'gridWorker' || mark === 'judging') return true;
  return mark === 'secretary' && (state === 'drafted' || (state === 'opinionsCollected' && unheard));
}

/** Whom a limit reminds, as a mark of the list of who owes. */
function markOf({ key, holder }: RunningLimit): string {
  if (holder.kind === 'department') return `unit:${holder.departmentId}`;
  if (holder.kind === 'user') return `person:${holder.userId}`;
  const [limit = ''] = key.split(':');
  if (limit === 'ruling') return 'ruling';
  if (limit === 'void') return 'voiding';
  return holder.role === 'streetOperator' ? 'street' : 'secretary';
}

/**
 * `silent`: who owes a step and holds no limit that runs; `bothered`: who is reminded and owes nothing; `doubled`: limits without a due
 * time or with the key of another, and a limit nearer than the one that lists show.
 */
export function limitFaults(whistle: WhistleSnapshot): { silent: string[]; bothered: string[]; doubled: string[] } {
  const limits = limitsOfWhistle(whistle);
  const holders = new Set(limits.map(markOf));
  const owing: readonly string[] = todoOf(whistle, defaultWhistleSettings);
  // the end of the plan is the lead's while others work, the clearing the street's while others rate
  const standing = whistle.state === 'executing' ? `unit:${whistle.leadUnitId}` : whistle.state === 'fedBack' ? 'street' : null;
  const nearest = watchedLimit(whistle)?.due?.at ?? Number.POSITIVE_INFINITY;
  const keys = limits.map(({ key }) => key);
  return {
    // what the street does once the clearing is over has the limit of the clearing
    silent: owing.filter((mark) => !holders.has(mark === 'clearing' ? 'street' : mark) && !withoutLimit(mark, whistle)),
    bothered: [...holders].filter((mark) => !owing.includes(mark) && mark !== standing),
    doubled: [
      ...runningWhistleLimits(whistle).flatMap(({ limit, due }) => (due === null ? [limit] : [])),
      ...limits.filter(({ key, due }, i) => keys.indexOf(key) !== i || due.at < nearest).map(({ key }) => key),
    ],
  };
}

/** A unit is asked for a step exactly while it owes one by name: the units of which that is not so. */
export function dutyFaults(whistle: WhistleSnapshot): string[] {
  const asked: readonly string[] = todoOf(whistle, defaultWhistleSettings);
  return whistle.units.flatMap(({ departmentId }) => {
    const duties = unitDuties(whistle, departmentId, defaultWhistleSettings).map(({ action }) => action);
    return duties.length > 0 === asked.includes(`unit:${departmentId}`) ? [] : [`${departmentId} ${duties.join(' ')}`];
  });
}

/** Whether the very calendar that its limits were counted by moves any of them. */
export function movedByItsOwnCalendar(whistle: WhistleSnapshot, history: readonly WhistleEvent[]): boolean {
  const payload = recomputedWhistleDues({ snapshot: whistle, history }, sampleWhistleContext());
  const meta = { seq: whistle.version + 1, at: whistle.lastEventAt, actorId: whistle.draftedById, v: WHISTLE_EVENT_VERSION };
  return whistleDuesDiffer(whistle, evolveWhistle(whistle, { type: 'WhistleDuesRecomputed', payload, meta }));
}
