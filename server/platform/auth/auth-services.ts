import pg from 'pg';
import type { Cipher } from '../cipher.ts';
import type { Clock } from '../clock.ts';
import type { Db } from '../db.ts';
import type { Env } from '../env.ts';
import type { Logger } from '../logger.ts';
import { type Auth, createAuth } from './auth.ts';
import { createSignInLimits, type SignInLimits } from './sign-in-limits.ts';

/** Sessions and passwords, and counters against guessing. */
export type AuthServices = { sessions: Auth; limits: SignInLimits; close: () => Promise<void> };

export function openAuth(options: {
  db: Db;
  env: Env;
  cipher: Cipher;
  now: Clock;
  demo: boolean;
  databaseUrl: string;
  log: Logger;
}): AuthServices {
  const pool = new pg.Pool({ connectionString: options.databaseUrl, max: 4, idleTimeoutMillis: 10_000, allowExitOnIdle: true });
  pool.on('error', (error) => options.log.warn({ err: error }, 'connection lost'));
  return { sessions: createAuth(options), limits: createSignInLimits(pool), close: () => pool.end() };
}
