import { openAuth } from './platform/auth/auth-services.ts';
import { openCarriers } from './platform/carriers/open-carriers.ts';
import { createCipher } from './platform/cipher.ts';
import { type Clock, systemClock } from './platform/clock.ts';
import type { Platform } from './platform/context.ts';
import { openDb } from './platform/db.ts';
import type { Env } from './platform/env.ts';
import { type LiveHub, openLiveHub } from './platform/live.ts';
import { createLogger } from './platform/logger.ts';
import { folderStorage } from './platform/storage.ts';

export type PlatformOptions = { env: Env; databaseUrl: string; demo: boolean; clock?: Clock };
export type OpenPlatform = { platform: Platform; close: () => Promise<void> };

/** The parts that need only the database: enough for commands run by seeds, imports and tests. */
export function openPlatform(options: PlatformOptions): OpenPlatform {
  const { env, databaseUrl, demo } = options;
  const now = options.clock ?? systemClock;
  const log = createLogger(env.logLevel);
  const db = openDb(databaseUrl);
  const cipher = createCipher(env.secretKey);
  const auth = openAuth({ db, env, cipher, now, demo, databaseUrl, log });
  return {
    platform: {
      env,
      demo,
      db,
      now,
      log,
      cipher,
      auth,
      carriers: openCarriers({ env, db, now, demo }),
      storage: folderStorage(`${env.dataDir}/files`),
    },
    close: async () => {
      await auth.close();
      await db.$disconnect();
    },
  };
}

/** Everything one server process holds open. */
export type Services = OpenPlatform & { liveHub: LiveHub };

/** Opens the services; `close` ends them in reverse order. */
export async function openServices(options: PlatformOptions): Promise<Services> {
  const { platform, close } = openPlatform(options);
  const liveHub = await openLiveHub({ databaseUrl: options.databaseUrl, log: platform.log });
  return {
    platform,
    liveHub,
    close: async () => {
      await liveHub.close();
      await close();
    },
  };
}
