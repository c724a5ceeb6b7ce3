import { parseArgs } from 'node:util';
import { startServer } from './start-server.ts';

const HELP = `网格哨 Gridwhistle

  npm start                          embedded PostgreSQL and the made-up demo community
  npm start -- --demo FOLDER         the same with the public records of a city in FOLDER
  npm start -- --no-demo             nothing but an administrator (set DATABASE_URL for your own server)

Environment: PORT, HOST, DATA_DIR, DATABASE_URL, PUBLIC_URL, SECRET_KEY, LOG_LEVEL, TRUST_PROXY (see README.md).
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { demo: { type: 'string' }, 'no-demo': { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const content = values['no-demo']
    ? { kind: 'empty' as const }
    : values.demo
      ? { kind: 'city' as const, folder: values.demo }
      : { kind: 'community' as const };
  const server = await startServer({ content, say: (line) => process.stdout.write(`${line}\n`) });
  let ending = false;
  const end = (signal: NodeJS.Signals) => {
    if (ending) return;
    ending = true;
    server.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${signal}: ${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
