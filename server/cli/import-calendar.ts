import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { unitId } from '#shared/kernel/ids.ts';
import { type CalendarImport, importCalendar } from '../modules/calendar/index.ts';
import { systemCtx } from '../modules/cases/index.ts';
import { readDistrict } from '../modules/interchange/index.ts';
import { contentOption, UsageError } from './cli-options.ts';
import { openInstallation } from './open-installation.ts';

/** `import -- calendar FILE`: previews the years of a calendar file, or takes them into a new version. Answers the exit code. */
export async function importCalendarCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { district: { type: 'string' }, apply: { type: 'boolean' }, content: { type: 'string' } },
  });
  const [file] = positionals;
  if (file === undefined) throw new UsageError('Give the file: calendar FILE.json');
  const text = await readFile(file, 'utf8');
  const { platform, close } = await openInstallation(contentOption(values.content));
  try {
    const district = await readDistrict(platform.db, values.district ?? null);
    const done = await importCalendar(systemCtx(platform), {
      districtId: unitId.parse(district.id),
      text,
      mode: values.apply ? 'apply' : 'preview',
      expectedVersion: null,
    });
    process.stdout.write(told(done));
    return done.refused.length > 0 && done.years.length === 0 ? 1 : 0;
  } finally {
    await close();
  }
}

function told({ applied, version, years, refused, diff }: CalendarImport): string {
  const lines = [
    `${years.length === 0 ? 'No year could be read.' : `Years read: ${years.join(', ')}`}`,
    ...refused.map(
      ({ year, problems }) =>
        `  refused ${year ?? ''}: ${problems.map(({ code, index, detail }) => `${code}${index === null ? '' : ` in day ${index + 1}`} ${detail}`).join('; ')}`,
    ),
    `  ${diff.days.length} days differ from what is in force${diff.addedYears.length > 0 ? `, new: ${diff.addedYears.join(', ')}` : ''}`,
    applied ? `Applied as version ${version}.` : `Nothing was changed; in force is version ${version}.`,
  ];
  return `${lines.join('\n')}\n`;
}
