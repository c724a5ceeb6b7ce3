import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type FileFault, rebuildMeasures, verifyWhistleFile } from '../modules/dispatch/index.ts';
import { type ChainReport, type MonthsReport, verifyChains, verifyMonths } from '../modules/interchange/index.ts';
import { contentOption, UsageError } from './cli-options.ts';
import { openInstallation } from './open-installation.ts';

const HELP = `npm run audit -- verify [--case NUMBER] [--replay] [--content community|city|empty]
       npm run audit -- verify FILE.zip
       npm run audit -- rebuild [--content community|city|empty]

Walks the hash chain of every case and whistle (or of the one case with this number), computes each hash anew and names the first broken link.
Then holds every closed month, of the figures of whistles and of the scores of communities, against its hash and names the first that was changed.
With a file: checks the exported file of a whistle by itself, without a database: every piece, the chain of events, the state they lead to.
Rebuild writes what the figures of whistles count anew from the events; run twice it changes nothing.
  --replay   also replays every history and holds the row, and what the figures count, against it
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
  const [verb, file, ...more] = positionals;
  if ((verb !== 'verify' && verb !== 'rebuild') || more.length > 0 || (verb === 'rebuild' && file !== undefined)) {
    throw new UsageError('Say what to do: verify, verify FILE.zip, or rebuild');
  }
  if (file !== undefined) return verifyFile(file);
  const { platform, close } = await openInstallation(contentOption(values.content));
  try {
    if (verb === 'rebuild') {
      process.stdout.write(`Ok: ${await rebuildMeasures(platform)} whistles measured anew.\n`);
      return 0;
    }
    const report = await verifyChains(platform.db, {
      replay: values.replay ?? false,
      ...(values.case === undefined ? {} : { caseNo: values.case }),
    });
    if (report === null) throw new UsageError(`There is no case ${values.case}.`);
    process.stdout.write(`${told(report)}\n`);
    const whole = report.broken === null && report.fault === null;
    if (!whole || values.case !== undefined) return whole ? 0 : 1;
    const months = await verifyMonths(platform.db);
    process.stdout.write(`${toldMonths(months)}\n`);
    return months.fault === null ? 0 : 1;
  } finally {
    await close();
  }
}

async function verifyFile(path: string): Promise<number> {
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null) throw new UsageError(`There is no file ${path}.`);
  const answer = verifyWhistleFile(bytes);
  const { ok } = answer;
  const said = ok
    ? `Ok: ${answer.report.whistleNo}, ${answer.report.files} files, ${answer.report.events} events, and the state they lead to.`
    : `Broken: ${answer.piece || path}: ${faults[answer.fault]}.`;
  process.stdout.write(`${said}\n`);
  return ok ? 0 : 1;
}

const reasons = {
  gap: 'an event before it is missing',
  previous: 'it does not follow the event before it',
  content: 'its content is not what was written',
} as const satisfies Record<NonNullable<ChainReport['broken']>['reason'], string>;

const faults = {
  ...reasons,
  notAnArchive: 'it is not a zip archive',
  missing: 'it is missing',
  changed: 'its content is not what the manifest says',
  unlisted: 'the manifest does not know it',
  state: 'it is not what the events lead to',
} as const satisfies Record<FileFault['fault'], string>;

function told({ chains, events, replayed, broken, fault }: ChainReport): string {
  if (broken !== null) return `Broken: ${broken.aggregateType} ${broken.aggregateId}, event ${broken.seq}: ${reasons[broken.reason]}.`;
  if (fault !== null) {
    const name = `${fault.of} ${fault.no ?? fault.id}`;
    if (fault.column === 'row') return `Broken: ${name} has a history, but no row.`;
    if (fault.column === 'history') return `Broken: ${name} has a row, but no history.`;
    return `Broken: ${name}: the row's ${fault.column} is not what its events lead to.`;
  }
  const rows = replayed === null ? '' : `; ${replayed} rows equal their replay`;
  return `Ok: ${chains} chains, ${events} events${rows}.`;
}

function toldMonths({ checked, fault }: MonthsReport): string {
  if (fault === null) return `Ok: ${checked} closed months are as they were closed.`;
  const of = fault.of === 'score' ? 'the score' : 'the figures of whistles';
  return `Broken: ${of} of ${fault.unit}, ${fault.month}: not what the month was closed with.`;
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
