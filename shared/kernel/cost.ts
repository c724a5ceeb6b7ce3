import * as z from 'zod/mini';

/** Money in fen: at most a thousand million yuan. */
export const costFen = z.int().check(z.gte(0, 'outOfRange'), z.lte(100_000_000_000, 'outOfRange'));
