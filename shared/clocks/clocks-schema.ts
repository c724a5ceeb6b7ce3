import * as z from 'zod/mini';
import { due } from '../calendar/calendar-schema.ts';
import { role } from '../identity/identity-schema.ts';
import { departmentId, userId } from '../kernel/ids.ts';
import { instant } from '../kernel/time.ts';

/** Who owes what a limit asks for: a department, whoever holds a role over a place, or one person. */
export const limitHolder = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('department'), departmentId }),
  z.object({ kind: z.literal('role'), role, unitPath: z.string() }),
  z.object({ kind: z.literal('user'), userId }),
]);
export type LimitHolder = z.infer<typeof limitHolder>;

/** Where a missed limit climbs: the lead of the department, then the street and the district above `unitPath`. */
export const limitEscalation = z.object({ departmentId: z.nullable(departmentId), unitPath: z.string() });

/**
 * A limit that runs for one aggregate. `key` names it inside the aggregate (`sign`, `acknowledge:<departmentId>`); `from` is its start: a
 * limit that starts anew has marks of its own. While `held` (挂账) nothing fires. `emergency` climbs within minutes.
 */
export const runningLimit = z.object({
  key: z.string().check(z.minLength(1), z.maxLength(80)),
  from: instant,
  due,
  held: z.boolean(),
  emergency: z.boolean(),
  holder: limitHolder,
  escalates: limitEscalation,
});
export type RunningLimit = z.infer<typeof runningLimit>;

/**
 * What a limit does on its way, in this order, each once: reminders at 50 % and 80 %, the due time itself (told to the lead of the unit
 * as well), and the two steps up the chain.
 */
export const limitMarks = ['remind50', 'remind80', 'due100', 'escalateStreet', 'escalateDistrict'] as const;
export const limitMark = z.enum(limitMarks);
export type LimitMark = z.infer<typeof limitMark>;
