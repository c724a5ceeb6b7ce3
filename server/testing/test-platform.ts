import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import type { Instant } from '#shared/kernel/time.ts';
import { readEnv } from '../platform/env.ts';
import { type OpenPlatform, openPlatform } from '../services.ts';
import { TEMPLATE } from './postgres-setup.ts';

export type TestPlatform = OpenPlatform & {
  databaseUrl: string;
  clock: { now: Instant; set: (at: Instant) => void; advance: (ms: number) => void };
};

/** A database of its own, copied from the template, and a clock that stands until it is moved. Close it in `afterAll`. */
export async function openTestPlatform(options: { now?: Instant } = {}): Promise<TestPlatform> {
  const { url, dataDir } = inject('postgres');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asAdmin(url, `create database ${name} template ${TEMPLATE}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  const clock = {
    now: options.now ?? Date.parse('2026-11-26T01:42:00Z'),
    set: (at: Instant) => {
      clock.now = at;
    },
    advance: (ms: number) => {
      clock.now += ms;
    },
  };
  const env = readEnv({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' });
  const open = openPlatform({ env, databaseUrl: own.toString(), demo: true, clock: () => clock.now });
  return {
    ...open,
    clock,
    databaseUrl: own.toString(),
    close: async () => {
      await open.close();
      await asAdmin(url, `drop database if exists ${name} with (force)`);
    },
  };
}

async function asAdmin(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
