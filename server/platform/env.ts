import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod';

export const projectRoot = resolve(import.meta.dirname, '../..');

const webAddress = z.url({ protocol: /^https?$/ });
const whole = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(4180),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres:// or postgresql://')
    .optional(),
  PUBLIC_URL: z.url().optional(),
  SECRET_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, 'must be 64 hexadecimal digits (32 bytes)')
    .optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must start with smtp:// or smtps://')
    .optional(),
  MAIL_FROM: z.string().default('网格哨 Gridwhistle <no-reply@localhost>'),
  GATEWAY_SMS_URL: webAddress.optional(),
  GATEWAY_WECOM_URL: webAddress.optional(),
  GATEWAY_SECRET: z.string().min(32, 'must have 32 characters or more').optional(),
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
});
/** Who sends through a gateway signs, and who signs has the secret. */
const schema = whole.refine(
  ({ GATEWAY_SMS_URL, GATEWAY_WECOM_URL, GATEWAY_SECRET }) => GATEWAY_SECRET || !(GATEWAY_SMS_URL || GATEWAY_WECOM_URL),
  {
    error: 'is needed for GATEWAY_SMS_URL and GATEWAY_WECOM_URL',
    path: ['GATEWAY_SECRET'],
  },
);

export type Env = {
  port: number;
  host: string;
  /** absolute; holds the embedded database, files and the key */
  dataDir: string;
  databaseUrl: string | null;
  publicUrl: string;
  secretKey: string;
  logLevel: z.infer<typeof schema>['LOG_LEVEL'];
  trustProxy: number;
  /** null = no e-mail */
  mail: { url: string; from: string } | null;
  /** null = neither SMS nor WeCom goes out, and nobody may send receipts */
  gateway: { secret: string; sms: string | null; wecom: string | null } | null;
};

/** Reads the configuration; throws one error that names every wrong variable. Creates the data folder and, once, its key file. */
export function readEnv(source: Readonly<Record<string, string | undefined>> = process.env): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The configuration is wrong:\n${lines.join('\n')}`);
  }
  const raw = parsed.data;
  const dataDir = resolve(raw.DATA_DIR ?? join(projectRoot, '.data'));
  mkdirSync(dataDir, { recursive: true });
  return {
    port: raw.PORT,
    host: raw.HOST,
    dataDir,
    databaseUrl: raw.DATABASE_URL ?? null,
    publicUrl: raw.PUBLIC_URL ?? `http://localhost:${raw.PORT}`,
    secretKey: raw.SECRET_KEY ?? keptKey(dataDir),
    logLevel: raw.LOG_LEVEL,
    trustProxy: raw.TRUST_PROXY,
    mail: raw.SMTP_URL ? { url: raw.SMTP_URL, from: raw.MAIL_FROM } : null,
    gateway: raw.GATEWAY_SECRET
      ? { secret: raw.GATEWAY_SECRET, sms: raw.GATEWAY_SMS_URL ?? null, wecom: raw.GATEWAY_WECOM_URL ?? null }
      : null,
  };
}

/** Without SECRET_KEY the key is made once and kept beside the data it protects, readable by its owner only. */
function keptKey(dataDir: string): string {
  const file = join(dataDir, 'secret.key');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const key = randomBytes(32).toString('hex');
  writeFileSync(file, `${key}\n`, { mode: 0o600, flag: 'wx' });
  return key;
}
