import type { WorkCalendar } from '../calendar/calendar-schema.ts';
import { shiftByHold } from '../calendar/hold-shift.ts';
import { usedUpAt } from '../calendar/remaining.ts';
import { closeOfDay } from '../calendar/working-day.ts';
import { dueBy } from '../clocks/limit-due.ts';
import type { WhistleContext } from './whistle-context.ts';

/** What a whistle asks of a working calendar; the days of a plan count by the working day. */
export function whistleDatesBy(calendar: WorkCalendar): Pick<WhistleContext, 'due' | 'closeOf' | 'marked' | 'shift'> {
  return {
    due: dueBy(calendar),
    closeOf: (date) => closeOfDay(calendar, date),
    marked: (due, from, holds) => {
      const used = { calendar, unit: 'workingDays', from, due: due.at, holds } as const;
      return { ...due, halfAt: usedUpAt({ ...used, percent: 50 }), soonAt: usedUpAt({ ...used, percent: 80 }) };
    },
    shift: (due, hold, startedAt) => shiftByHold({ calendar, due, hold, unit: 'workingDays', startedAt }),
  };
}
