import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm';
import pg from 'pg';
import { projectRoot } from './env.ts';

const schemaDir = join(projectRoot, 'prisma/schema');
const migrationsDir = join(projectRoot, 'prisma/migrations');

/** Applies the migrations that the database does not have yet; answers their names. Safe to call from several processes at once. */
export async function applyMigrations(databaseUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(hashtext('gridwhistle.migrate'))");
    if (await upToDate(client)) return [];
    const engine = await openEngine(databaseUrl);
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: await readMigrations(),
      filters: { externalTables: [], externalEnums: [] },
    });
    return appliedMigrationNames;
  } finally {
    await client.end();
  }
}

/** The common start: every migration stands applied with the same checksum, so the engine need not be loaded. */
async function upToDate(client: pg.Client): Promise<boolean> {
  const table = await client.query("select to_regclass('_prisma_migrations') as name");
  if (!table.rows[0]?.name) return false;
  const applied = await client.query(
    'select migration_name, checksum from _prisma_migrations where finished_at is not null and rolled_back_at is null',
  );
  const known = new Map(applied.rows.map((row: { migration_name: string; checksum: string }) => [row.migration_name, row.checksum]));
  const { migrationDirectories } = await readMigrations();
  return migrationDirectories.every((directory) => {
    const content = directory.migrationFile.content;
    return content.tag === 'ok' && known.get(directory.path) === createHash('sha256').update(content.value).digest('hex');
  });
}

/** The SQL that leads from the migrations to the schema; empty when they agree. Replays the migrations in a scratch database on the same server. */
export async function pendingSql(databaseUrl: string): Promise<string> {
  const engine = await openEngine(databaseUrl);
  const { stdout } = await engine.diff({
    from: { tag: 'migrations', ...(await readMigrations()) },
    to: { tag: 'schemaDatamodel', files: (await readSchema()).map(([path, content]) => ({ path, content })) },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  return (stdout ?? '').includes('-- This is an empty migration') ? '' : (stdout ?? '');
}

async function readSchema(): Promise<[string, string][]> {
  const files = (await readdir(schemaDir)).filter((name) => name.endsWith('.prisma')).sort();
  return Promise.all(files.map(async (name): Promise<[string, string]> => [name, await readFile(join(schemaDir, name), 'utf8')]));
}

async function readMigrations(): Promise<MigrationList> {
  const names = (await readdir(migrationsDir, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const directories = names.sort().map(async (path) => ({
    path,
    migrationFile: {
      path: 'migration.sql',
      content: { tag: 'ok' as const, value: await readFile(join(migrationsDir, path, 'migration.sql'), 'utf8') },
    },
  }));
  return {
    baseDir: migrationsDir,
    lockfile: {
      path: 'migration_lock.toml',
      content: await readFile(join(migrationsDir, 'migration_lock.toml'), 'utf8').catch(() => null),
    },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(directories),
  };
}

/** The schema engine as WebAssembly: the same engine as the CLI's, but nothing to download. */
async function openEngine(databaseUrl: string): Promise<SchemaEngine> {
  const bg = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const wasmFile = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm')
    .replace(/schema_engine\.js$/, 'schema_engine_bg.wasm');
  const { instance } = await WebAssembly.instantiate(await readFile(wasmFile), { './schema_engine_bg.js': bg as never });
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: raise } });
  const glue = bg as unknown as { __wbg_set_wasm: (exports: WebAssembly.Exports) => void; SchemaEngine: typeof SchemaEngine };
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports['__wbindgen_start'] as (() => void) | undefined)?.();
  const factory = bindMigrationAwareSqlAdapterFactory(adapterFactory(databaseUrl));
  return glue.SchemaEngine.new({ datamodels: await readSchema() }, () => undefined, factory);
}

/** The engine reports a panic through this global; without it the reason is lost. */
function raise(message: string): never {
  throw new Error(`schema engine: ${message}`);
}

/**
 * PrismaPg made fit for migrations, also in the scratch database that it would otherwise open by itself:
 * catalog columns readable, and a script sent whole (the adapter cuts it at every semicolon, also inside a function).
 */
function adapterFactory(databaseUrl: string): SqlMigrationAwareDriverAdapterFactory {
  const connect = async (url: string) => {
    const pool = catalogPool(url);
    const adapter = await new PrismaPg(pool).connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query);
      const characters = characterColumns.get(result.rows) ?? [];
      return {
        ...result,
        columnTypes: result.columnTypes.map((type, index) => (characters.includes(index) ? ColumnTypeEnum.Character : type)),
      };
    };
    adapter.executeScript = async (script) => void (await pool.query(script));
    adapter.dispose = () => pool.end();
    return adapter;
  };
  const { provider, adapterName } = new PrismaPg({ connectionString: databaseUrl });
  return {
    provider,
    adapterName,
    connect: () => connect(databaseUrl),
    connectToShadowDb: async () => {
      const name = `gridwhistle_scratch_${randomUUID().replaceAll('-', '')}`;
      const main = await connect(databaseUrl);
      await main.executeScript(`create database ${name}`);
      const url = new URL(databaseUrl);
      url.pathname = `/${name}`;
      const scratch = await connect(url.toString());
      const closeScratch = scratch.dispose;
      scratch.dispose = async () => {
        await closeScratch();
        await main.executeScript(`drop database if exists ${name} with (force)`);
        await main.dispose();
      };
      return scratch;
    },
  };
}

const CHAR_OID = 18;
const TEXT_OID = 25;

/** Which columns of a result were of the internal type "char", by the array of its rows. */
const characterColumns = new WeakMap<object, number[]>();

/** The engine reads catalog columns of the internal type "char", which the driver adapter refuses: it gets them as text, and the engine as characters. */
function catalogPool(databaseUrl: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 4, idleTimeoutMillis: 500, allowExitOnIdle: true });
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...given: unknown[]) => unknown;
    const asText = (...given: unknown[]) => {
      const done = given.at(-1);
      if (typeof done !== 'function') return (query(...given) as Promise<pg.QueryResult>).then(readable);
      return query(...given.slice(0, -1), (error: unknown, answer: pg.QueryResult | undefined) => done(error, readable(answer)));
    };
    Object.assign(client, { query: asText });
  });
  return pool;
}

function readable(answer: pg.QueryResult | undefined): pg.QueryResult | undefined {
  const characters = (answer?.fields ?? []).flatMap((field, index) => (field.dataTypeID === CHAR_OID ? [index] : []));
  if (!answer || characters.length === 0) return answer;
  characterColumns.set(answer.rows, characters);
  for (const field of answer.fields) if (field.dataTypeID === CHAR_OID) field.dataTypeID = TEXT_OID;
  return answer;
}
