import * as z from 'zod/mini';
import { userId } from './ids.ts';
import { instant } from './time.ts';

/** Fields that every domain event has; `seq` counts from 1 inside one aggregate, `v` is the version of the payload's shape. */
export const eventMeta = z.object({ seq: z.int(), at: instant, actorId: userId, v: z.int() });
