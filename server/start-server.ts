import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Content, contentClock, databaseName, fillDatabase, signInSheet } from '#prisma/seed/fill-database.ts';
import { createApp } from './app.ts';
import { ensureClientBuilt } from './client-build.ts';
import { createFilled, type DatabaseServer, databaseExists, migrateAll, openDatabaseServer } from './database.ts';
import { jobTasks } from './job-tasks.ts';
import { askForUnwatched } from './modules/cases/index.ts';
import { startClocks } from './modules/clocks/index.ts';
import { askForMissing } from './modules/dispatch/index.ts';
import type { Clock } from './platform/clock.ts';
import { openDb } from './platform/db.ts';
import { type Env, readEnv } from './platform/env.ts';
import { startJobs } from './platform/jobs.ts';
import { openServices } from './services.ts';

export type RunningServer = { address: string; stop: () => Promise<void> };

const DRAIN_MS = 1_500;

/** Brings everything up: database, migrations, demo content, client, queue, HTTP; then says where and how to sign in. What is up when a later step fails is ended again. */
export async function startServer(options: {
  content: Content;
  say: (line: string) => void;
  env?: Env;
  clock?: Clock;
}): Promise<RunningServer> {
  const { content, say } = options;
  const env = options.env ?? readEnv();
  const endings: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const end of endings.splice(0).reverse()) await end();
  };
  try {
    const database = await openDatabaseServer(env);
    endings.push(database.stop);
    const [databaseUrl] = await Promise.all([preparedDatabase({ ...options, database, env }), ensureClientBuilt()]);
    const clock = options.clock ?? (await clockOf(databaseUrl, content));
    const services = await openServices({ env, databaseUrl, demo: content.kind !== 'empty', clock });
    endings.push(services.close);
    const jobs = await startJobs({ databaseUrl, ...jobTasks(services.platform), log: services.platform.log });
    endings.push(() => jobs.stop());
    await askForMissing(services.platform);
    await askForUnwatched(services.platform);
    endings.push(startClocks(services.platform).stop);
    const http = await listen(createApp(services), env);
    endings.push(() => closeHttp(http));
    const { port } = http.address() as AddressInfo;
    const address = env.publicUrl === `http://localhost:${env.port}` ? `http://localhost:${port}` : env.publicUrl;
    say(await signInSheet({ address, platform: services.platform, content }));
    return { address, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function clockOf(databaseUrl: string, content: Content): Promise<Clock> {
  const db = openDb(databaseUrl, 1);
  try {
    return await contentClock(db, content);
  } finally {
    await db.$disconnect();
  }
}

async function preparedDatabase(options: {
  database: DatabaseServer;
  content: Content;
  env: Env;
  say: (line: string) => void;
  clock?: Clock;
}): Promise<string> {
  const { database, content } = options;
  if (!database.embedded) {
    const url = database.url('');
    await migrateAll(url);
    await fillDatabase({ ...options, databaseUrl: url });
    return url;
  }
  const name = databaseName(content);
  if (!(await databaseExists(database, name))) {
    await createFilled(database, name, async (databaseUrl) => {
      await migrateAll(databaseUrl);
      await fillDatabase({ ...options, databaseUrl });
    });
    return database.url(name);
  }
  await migrateAll(database.url(name));
  return database.url(name);
}

function listen(app: ReturnType<typeof createApp>, env: Env): Promise<Server> {
  return new Promise((done, fail) => {
    const server = app.listen(env.port, env.host);
    server.once('listening', () => done(server));
    server.once('error', (error: NodeJS.ErrnoException) => {
      fail(error.code === 'EADDRINUSE' ? new Error(`Port ${env.port} is in use. Set PORT to another one.`) : error);
    });
  });
}

/** Running requests may finish for a moment; live streams and idle connections are cut. */
async function closeHttp(server: Server): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()));
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  await closed;
  clearTimeout(timer);
}
