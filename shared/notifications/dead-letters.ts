import * as z from 'zod/mini';
import { pageInput } from '../kernel/page.ts';

export const listDeadLettersInput = z.extend(pageInput, { cursor: z.optional(z.uuid()) });
export type ListDeadLettersInput = z.infer<typeof listDeadLettersInput>;

/** What becomes of dead letters: sent once more or thrown away; some, or all that the administrator sees. */
export const deadLettersInput = z.object({
  what: z.enum(['retry', 'discard']),
  which: z.union([z.literal('all'), z.array(z.uuid()).check(z.minLength(1), z.maxLength(200))]),
});
export type DeadLettersInput = z.infer<typeof deadLettersInput>;
