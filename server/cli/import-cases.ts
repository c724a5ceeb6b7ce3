import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import cliProgress from 'cli-progress';
import * as z from 'zod';
import type { ImportSummary } from '#shared/interchange/import-summary.ts';
import { recordFlagLabels, recordRefusalLabels } from '#shared/interchange/interchange.i18n.ts';
import { type CaseMapping, caseMapping } from '#shared/interchange/mapping-schema.ts';
import { recordFlags, recordRefusals } from '#shared/interchange/record-problems.ts';
import { systemCtx } from '../modules/cases/index.ts';
import { importCases, type ReadProgress } from '../modules/interchange/index.ts';
import { contentOption, UsageError } from './cli-options.ts';
import { openInstallation } from './open-installation.ts';

const STOPPED = 130;

/** `import -- cases FILE`: streams the file into the installation; Ctrl-C ends it after the batch being written. Answers the exit code. */
export async function importCasesCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { mapping: { type: 'string' }, district: { type: 'string' }, json: { type: 'boolean' }, content: { type: 'string' } },
  });
  const [file] = positionals;
  if (file === undefined || values.mapping === undefined)
    throw new UsageError('Give the file and its mapping: cases FILE.csv[.gz] --mapping FILE.json');
  const mapping = await readMapping(values.mapping);
  const refusedPath = `${file.replace(/(\.csv)?(\.gz)?$/, '')}.refused.csv`;
  const { platform, close } = await openInstallation(contentOption(values.content));
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  process.once('SIGINT', onSignal);
  const bar = process.stderr.isTTY && !values.json ? progressBar() : null;
  try {
    const started = performance.now();
    const summary = await importCases(systemCtx(platform), {
      file,
      mapping,
      districtCode: values.district ?? null,
      refusedPath,
      signal: stop.signal,
      ...(bar ? { onProgress: bar.show } : {}),
    });
    bar?.stop();
    const seconds = (performance.now() - started) / 1000;
    process.stdout.write(values.json ? `${JSON.stringify(summary)}\n` : told(summary, { seconds, refusedPath }));
    return summary.stopped ? STOPPED : 0;
  } finally {
    bar?.stop();
    process.off('SIGINT', onSignal);
    await close();
  }
}

async function readMapping(path: string): Promise<CaseMapping> {
  const parsed = caseMapping.safeParse(JSON.parse(await readFile(path, 'utf8')));
  if (!parsed.success) throw new UsageError(`The mapping ${path} does not hold:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

function progressBar() {
  const bar = new cliProgress.SingleBar(
    { format: '  {bar} {percentage}% · {eta_formatted} left', hideCursor: true, stream: process.stderr },
    cliProgress.Presets.rect,
  );
  bar.start(1, 0);
  return {
    show: ({ bytes, of }: ReadProgress) => {
      bar.setTotal(Math.max(of, 1));
      bar.update(bytes);
    },
    stop: () => bar.stop(),
  };
}

/** The summary in words; the parts of `read` add up to it. */
function told(summary: ImportSummary, { seconds, refusedPath }: { seconds: number; refusedPath: string }): string {
  const { read, created, unchanged, changed, refused, flagged } = summary;
  const lines = [
    `${summary.stopped ? 'Stopped. ' : ''}${read} rows read in ${seconds.toFixed(1)} s`,
    `  ${created} created, ${unchanged} unchanged, ${changed} changed, ${refused} refused`,
    `  of the created ones ${flagged} carry at least one flag:`,
    ...recordFlags.filter((flag) => summary.flags[flag] > 0).map((flag) => `    ${summary.flags[flag]} × ${recordFlagLabels[flag].en}`),
    ...recordRefusals
      .filter((code) => summary.refusals[code] > 0)
      .map((code) => `  ${summary.refusals[code]} × refused: ${recordRefusalLabels[code].en}`),
    `  ${summary.categoriesAdded} categories and ${summary.departmentsAdded} departments added`,
  ];
  if (refused > 0) lines.push(`  refused rows: ${refusedPath}`);
  return `${lines.filter((line) => flagged > 0 || !line.includes('at least one flag')).join('\n')}\n`;
}
