import type pg from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { RefusalError } from '../errors.ts';

/** What is counted against guessing. */
type LimitKind = 'password' | 'code' | 'codeCheck' | 'door' | 'attendance';

export type SignInLimits = {
  /** Counts one try for the account and for the address, where one is known; refuses when either is used up. No key is a secret: keys are stored. */
  take: (kind: LimitKind, keys: { account: string; ip?: string }) => Promise<void>;
  /** After success the account starts anew. */
  forgive: (kind: LimitKind, account: string) => Promise<void>;
};

const MINUTE = 60;

/** Tries allowed: [points, window in seconds, lock in seconds] per account and per address. */
const rules = {
  password: { account: [5, 15 * MINUTE, 15 * MINUTE], ip: [100, 15 * MINUTE, 15 * MINUTE] },
  code: { account: [5, 60 * MINUTE, 60 * MINUTE], ip: [60, 60 * MINUTE, 60 * MINUTE] },
  /** codes of affected households: many neighbours may share one address */
  door: { account: [300, 15 * MINUTE, 15 * MINUTE], ip: [600, 15 * MINUTE, 15 * MINUTE] },
  /** the six digits on a secretary's tablet: per person and whistle */
  attendance: { account: [10, 15 * MINUTE, 15 * MINUTE], ip: [600, 15 * MINUTE, 15 * MINUTE] },
  codeCheck: { account: [8, 15 * MINUTE, 15 * MINUTE], ip: [200, 15 * MINUTE, 15 * MINUTE] },
} as const;

/** Lock-out that all processes share: counters live in PostgreSQL. */
export function createSignInLimits(pool: pg.Pool): SignInLimits {
  const limiter = (name: string, [points, duration, blockDuration]: readonly [number, number, number]) =>
    new RateLimiterPostgres({
      storeClient: pool,
      storeType: 'pool',
      tableName: 'rate_limit',
      tableCreated: true,
      keyPrefix: name,
      points,
      duration,
      blockDuration,
      clearExpiredByTimeout: false,
    });
  const limiters = Object.fromEntries(
    Object.entries(rules).map(([kind, rule]) => [
      kind,
      { account: limiter(`${kind}.account`, rule.account), ip: limiter(`${kind}.ip`, rule.ip) },
    ]),
  ) as Record<keyof typeof rules, { account: RateLimiterPostgres; ip: RateLimiterPostgres }>;
  return {
    take: async (kind, keys) => {
      for (const side of ['ip', 'account'] as const) {
        try {
          const key = keys[side];
          if (key !== undefined) await limiters[kind][side].consume(key.slice(0, 120));
        } catch (rejected) {
          if (!(rejected instanceof RateLimiterRes)) throw rejected;
          const minutes = Math.max(1, Math.ceil(rejected.msBeforeNext / 60_000));
          throw new RefusalError({ module: 'identity', refusal: { code: 'tooManyTries', params: { minutes } }, kind: 'tooMany' });
        }
      }
    },
    forgive: async (kind, account) => {
      await limiters[kind].account.delete(account.slice(0, 120));
    },
  };
}
