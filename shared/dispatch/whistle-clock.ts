import type { Due } from '../calendar/calendar-schema.ts';
import type { LimitHolder, RunningLimit } from '../clocks/clocks-schema.ts';
import { type Light, lightOf, soonAtOf } from '../clocks/light.ts';
import type { DepartmentId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import type { RunningWhistleLimit, WhistleClockLimit, WhistleHolder } from './limit-over.ts';
import { runningWhistleLimits } from './running-whistle-limits.ts';
import type { WhistleSnapshot } from './whistle-schema.ts';

/** The limit to watch: the nearest that runs; null when none does. */
export function watchedLimit(snapshot: WhistleSnapshot): RunningWhistleLimit | null {
  const order = (a: RunningWhistleLimit, b: RunningWhistleLimit) =>
    (a.due?.at ?? Number.POSITIVE_INFINITY) - (b.due?.at ?? Number.POSITIVE_INFINITY);
  return runningWhistleLimits(snapshot).sort(order)[0] ?? null;
}

/** The limit to watch as pages show it; grey while nothing runs. */
export type WhistleClock = {
  limit: WhistleClockLimit | null;
  holder: WhistleHolder | null;
  departmentId: DepartmentId | null;
  from: Instant | null;
  due: Due | null;
  soonAt: Instant | null;
  light: Light;
  overdue: boolean;
  /** 挂账: the plan's clocks stand still, the day of review runs */
  held: boolean;
};

/** One running limit with its light. */
export function clockOfLimit({ limit, holder, departmentId, from, due }: RunningWhistleLimit, now: Instant): WhistleClock {
  const soonAt = due === null ? null : soonAtOf({ from, due });
  const light = lightOf({ due: due?.at ?? null, soonAt, now });
  return { limit, holder, departmentId, from, due, soonAt, light, overdue: light === 'red', held: limit === 'review' };
}

/** The unit that owes the step; null where the limit is only about one. */
export function owingUnit({ holder, departmentId }: Pick<WhistleClock, 'holder' | 'departmentId'>): DepartmentId | null {
  return holder === 'unit' || holder === 'lead' ? departmentId : null;
}

const idle: WhistleClock = {
  ...{ limit: null, holder: null, departmentId: null, from: null, due: null, soonAt: null, light: 'grey', overdue: false, held: false },
};

/** The limit to watch of a whistle, with its light. */
export function whistleClockOf(snapshot: WhistleSnapshot, now: Instant): WhistleClock {
  const watched = watchedLimit(snapshot);
  return watched === null ? idle : clockOfLimit(watched, now);
}

function limitHolderOf(running: RunningWhistleLimit, { scopePath: unitPath, units }: WhistleSnapshot): LimitHolder {
  const { holder } = running;
  const order = holder === 'issuer' ? units.find((unit) => unit.departmentId === running.departmentId)?.supervision : null;
  if (order) return { kind: 'user', userId: order.byId };
  const departmentId = owingUnit(running);
  if (departmentId !== null) return { kind: 'department', departmentId };
  return { kind: 'role', role: holder === 'community' ? 'secretary' : 'streetOperator', unitPath };
}

/** `finish`, `acknowledge:<unit>`, `task:<unit>:<day>`; what the community itself owes by a day stands under its word. */
function keyOf({ limit, departmentId, day }: RunningWhistleLimit): string {
  const owner = departmentId ?? (day === null ? null : 'community');
  return [limit, owner, day].filter((part) => part !== null).join(':');
}

/** The running limits as the clocks watch them; a unit's own stand under its id. */
export function limitsOfWhistle(snapshot: WhistleSnapshot): RunningLimit[] {
  const { scopePath, whistleType } = snapshot;
  return runningWhistleLimits(snapshot).flatMap((running): RunningLimit[] => {
    const { from, due } = running;
    if (due === null) return [];
    return [
      {
        key: keyOf(running),
        ...{ from, due, held: false, emergency: whistleType === 'emergency' },
        holder: limitHolderOf(running, snapshot),
        // what the street owes of a unit is no step that unit missed
        escalates: { departmentId: owingUnit(running), unitPath: scopePath },
      },
    ];
  });
}

/** The nearest own limit of every unit that owes one. */
export function unitClocks(snapshot: WhistleSnapshot, now: Instant): Map<DepartmentId, WhistleClock> {
  const clocks = new Map<DepartmentId, WhistleClock>();
  for (const running of runningWhistleLimits(snapshot)) {
    const { departmentId, limit, holder } = running;
    if (departmentId === null || holder === 'issuer' || limit === 'plan' || limit === 'finish') continue;
    const known = clocks.get(departmentId);
    if (known?.due && running.due && known.due.at <= running.due.at) continue;
    clocks.set(departmentId, clockOfLimit(running, now));
  }
  return clocks;
}
