import type { Actor } from '#shared/identity/identity-schema.ts';
import type { Locale } from '#shared/kernel/label.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { AuthServices } from './auth/auth-services.ts';
import type { Carriers } from './carriers/carrier.ts';
import type { Cipher } from './cipher.ts';
import type { Db } from './db.ts';
import type { Env } from './env.ts';
import type { Logger } from './logger.ts';
import type { Storage } from './storage.ts';

/** What every command and query may use, whoever calls it. */
export type Platform = {
  env: Env;
  db: Db;
  now: () => Instant;
  log: Logger;
  cipher: Cipher;
  storage: Storage;
  auth: AuthServices;
  carriers: Carriers;
  /** true: the demo's conveniences (development inbox, sign-in hints) exist */
  demo: boolean;
};

/** A request whose sender may be unknown. */
export type RequestCtx = Platform & {
  actor: Actor | null;
  locale: Locale;
  request: { ip: string; userAgent: string; headers: Headers; setCookies: (values: readonly string[]) => void };
};

/** A request (or a seed, an import, a job) of a known actor. */
export type Ctx = Platform & { actor: Actor; locale: Locale };
