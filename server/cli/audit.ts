import { parseArgs } from 'node:util';
import { type ChainReport, verifyChains } from '../modules/interchange/index.ts';
import { contentOption, UsageError } from './cli-options.ts';
import { openInstallation } from './open-installation.ts';

const HELP = `npm run audit -- verify [--case NUMBER] [--replay] [--content community|city|empty]

Walks the hash chain of every case (or of the one with this number), computes each hash anew and names the first broken link.
  --replay   also replays every history and holds the case's row against it
  --content  which content of the embedded database, when it has more than one
Ends with 1 when something is broken, with 2 when the command is not understood.
`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { case: { type: 'string' }, replay: { type: 'boolean' }, content: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  if (positionals.length !== 1 || positionals[0] !== 'verify') throw new UsageError('Say what to do: verify');
  const { platform, close } = await openInstallation(contentOption(values.content));
  try {
    const report = await verifyChains(platform.db, {
      replay: values.replay ?? false,
      ...(values.case === undefined ? {} : { caseNo: values.case }),
    });
    if (report === null) throw new UsageError(`There is no case ${values.case}.`);
    process.stdout.write(`${told(report)}\n`);
    return report.broken === null && report.fault === null ? 0 : 1;
  } finally {
    await close();
  }
}

const reasons = {
  gap: 'an event before it is missing',
  previous: 'it does not follow the event before it',
  content: 'its content is not what was written',
} as const satisfies Record<NonNullable<ChainReport['broken']>['reason'], string>;

function told({ chains, events, replayed, broken, fault }: ChainReport): string {
  if (broken !== null) return `Broken: ${broken.aggregateType} ${broken.aggregateId}, event ${broken.seq}: ${reasons[broken.reason]}.`;
  if (fault !== null) {
    const name = `case ${fault.caseNo ?? fault.caseId}`;
    if (fault.column === 'row') return `Broken: ${name} has a history, but no row.`;
    if (fault.column === 'history') return `Broken: ${name} has a row, but no history.`;
    return `Broken: ${name}: the row's ${fault.column} is not what its events lead to.`;
  }
  const rows = replayed === null ? '' : `; ${replayed} case rows equal their replay`;
  return `Ok: ${chains} chains, ${events} events${rows}.`;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const usage = error instanceof UsageError;
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage ? `\n${HELP}` : ''}`);
    process.exitCode = usage ? 2 : 1;
  },
);
