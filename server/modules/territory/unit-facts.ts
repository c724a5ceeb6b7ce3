import * as z from 'zod/mini';
import { position } from '#shared/kernel/place.ts';
import { isTimeZone } from '#shared/kernel/zone-time.ts';
import { ladder } from '#shared/territory/ladder.ts';
import { unitName } from '#shared/territory/territory-schema.ts';

/** What a unit carries beside its columns. Unknown fields (published figures of a place) stay as they are. */
export const unitFacts = z.looseObject({
  /** district: IANA zone */
  timeZone: z.optional(z.string().check(z.refine(isTimeZone, 'unknownTimeZone'))),
  /** community: its own ladder of holders; absent = the four steps */
  ladder: z.optional(ladder),
  /** historic names and old door numbers */
  aliases: z.optional(z.array(unitName)),
  households: z.optional(z.int()),
  residents: z.optional(z.int()),
  /** household or building drawn as a point */
  point: z.optional(z.nullable(position)),
});
export type UnitFacts = z.infer<typeof unitFacts>;

/** Facts as stored; a shape that does not hold is a fault of the import that wrote it, told with the unit. */
export function readFacts(unitId: string, stored: unknown): UnitFacts {
  const parsed = unitFacts.safeParse(stored);
  if (!parsed.success) throw new Error(`facts of unit ${unitId} do not hold: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
