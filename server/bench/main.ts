import { UsageError } from '../cli/cli-options.ts';
import type { Bench } from './bench.ts';
import { lifecycleBench } from './lifecycle/lifecycle-bench.ts';
import { liveBench } from './live/live-bench.ts';
import { remindersBench } from './reminders/reminders-bench.ts';

/** Every bench by the name it is called with. */
const benches: Readonly<Record<string, Bench>> = { lifecycle: lifecycleBench, live: liveBench, reminders: remindersBench };

function help(): string {
  const names = Object.keys(benches);
  const list = names.map((name) => `  ${name.padEnd(12)} ${benches[name]?.says ?? ''}\n`).join('');
  const options = names.map((name) => `\n${name}\n${benches[name]?.help ?? ''}`).join('');
  return `npm run bench -- NAME [options]

Measures the product as it runs: its own server processes, an embedded PostgreSQL in a temporary folder, real requests.
Prints the figures and ends with 1 when a stated target is missed, with 2 when the command is not understood.

${list}${options}`;
}

async function main([name = '', ...args]: readonly string[]): Promise<number> {
  if (name === '' || args.includes('--help') || args.includes('-h') || name.startsWith('-')) {
    process.stdout.write(help());
    return 0;
  }
  const bench = benches[name];
  if (bench === undefined) throw new UsageError(`There is no bench under the name "${name}".`);
  return (await bench.run(args)) ? 0 : 1;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const usage =
      error instanceof UsageError || (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage ? `\n${help()}` : ''}`);
    process.exitCode = usage ? 2 : 1;
  },
);
