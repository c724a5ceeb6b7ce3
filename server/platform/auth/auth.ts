import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { phoneNumber, username } from 'better-auth/plugins';
import type { Cipher } from '../cipher.ts';
import type { Db } from '../db.ts';
import type { Env } from '../env.ts';
import { newId } from '../ids.ts';
import { deliverCode } from './code-delivery.ts';

const DAY_SECONDS = 86_400;
const CODE_SECONDS = 600;

/**
 * Sessions, passwords and one-time codes by better-auth, called from our procedures only; its HTTP routes are not mounted.
 * Where it says phone number we hand it the blind index, so that no phone stands in clear in its tables.
 */
export function createAuth(platform: { db: Db; env: Env; cipher: Cipher }) {
  return betterAuth({
    appName: 'gridwhistle',
    baseURL: platform.env.publicUrl,
    secret: platform.cipher.sessionSecret,
    database: prismaAdapter(platform.db, { provider: 'postgresql' }),
    advanced: {
      database: { generateId: () => newId() },
      cookiePrefix: 'gw',
      useSecureCookies: platform.env.publicUrl.startsWith('https://'),
    },
    emailAndPassword: { enabled: true, autoSignIn: false, minPasswordLength: 10 },
    session: { expiresIn: 30 * DAY_SECONDS, updateAge: DAY_SECONDS },
    user: {
      additionalFields: {
        kind: { type: 'string', defaultValue: 'resident', input: false },
        locale: { type: 'string', defaultValue: 'zh', input: false },
      },
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
    // our own limiter counts per account and per address, across processes
    rateLimit: { enabled: false },
    plugins: [
      username({ minUsernameLength: 3, maxUsernameLength: 40, usernameValidator: (name) => /^[a-z0-9._-]+$/i.test(name) }),
      phoneNumber({
        otpLength: 6,
        expiresIn: CODE_SECONDS,
        allowedAttempts: 5,
        sendOTP: ({ code }) => deliverCode(code),
        signUpOnVerification: { getTempEmail: (blind) => `${blind.toLowerCase()}@phone.invalid`, getTempName: () => '居民' },
      }),
    ],
  });
}

export type Auth = ReturnType<typeof createAuth>;
