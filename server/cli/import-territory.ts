import { createReadStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { fill } from '#shared/kernel/label.ts';
import { findingLabels } from '#shared/territory/territory.i18n.ts';
import { territoryImportLabels } from '#shared/territory/territory-import.i18n.ts';
import { type ImportMapping, importMapping } from '#shared/territory/territory-schema.ts';
import { systemCtx } from '../modules/cases/index.ts';
import { importTerritory, type TerritoryImport } from '../modules/territory/index.ts';
import type { Db } from '../platform/db.ts';
import { contentOption, UsageError } from './cli-options.ts';
import { openInstallation } from './open-installation.ts';

const options = {
  level: { type: 'string' },
  parent: { type: 'string' },
  'parent-property': { type: 'string' },
  'name-property': { type: 'string', default: 'name' },
  'code-property': { type: 'string' },
  'code-prefix': { type: 'string' },
  'code-digits': { type: 'string', default: '3' },
  from: { type: 'string' },
  apply: { type: 'boolean' },
  json: { type: 'boolean' },
  content: { type: 'string' },
} as const;

const SHOWN = 20;

/** `import -- territory FILE`: previews the boundaries of a file feature by feature, or applies them. Answers the exit code. */
export async function importTerritoryCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
  const [file] = positionals;
  if (file === undefined || values.level === undefined)
    throw new UsageError('Give the file and the level of its units: territory FILE.geojson[.gz] --level community');
  const validFrom = values.from === undefined ? null : Date.parse(`${values.from}T00:00:00Z`);
  if (Number.isNaN(validFrom)) throw new UsageError('--from is a date, YYYY-MM-DD');
  const { platform, close } = await openInstallation(contentOption(values.content));
  try {
    const mapping = await mappingOf(platform.db, { ...values, level: values.level });
    const mode = values.apply ? 'apply' : 'preview';
    const report = await importTerritory(systemCtx(platform), {
      file: createReadStream(file),
      mapping,
      mode,
      ...(validFrom === null ? {} : { validFrom }),
    });
    process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : told(report));
    return 0;
  } finally {
    await close();
  }
}

type Given = {
  level: string;
  parent?: string | undefined;
  'parent-property'?: string | undefined;
  'name-property': string;
  'code-property'?: string | undefined;
  'code-prefix'?: string | undefined;
  'code-digits': string;
};

async function mappingOf(db: Db, given: Given): Promise<ImportMapping> {
  const parent = await parentOf(db, given);
  const code =
    given['code-property'] === undefined
      ? { from: 'generated', prefix: given['code-prefix'] ?? given.parent ?? '', digits: Number(given['code-digits']) }
      : { from: 'property', property: given['code-property'] };
  const parsed = importMapping.safeParse({ level: given.level, kind: null, nameProperty: given['name-property'], code, parent });
  if (!parsed.success) throw new UsageError(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
  return parsed.data;
}

async function parentOf(db: Db, given: Given): Promise<unknown> {
  if (given['parent-property'] !== undefined) return { from: 'property', property: given['parent-property'] };
  if (given.parent === undefined) return { from: 'place' };
  const unit = await db.territoryUnit.findFirst({ where: { code: given.parent, validTo: null }, select: { id: true } });
  if (!unit) throw new UsageError(`There is no unit with the code ${given.parent}.`);
  return { from: 'fixed', unitId: unit.id };
}

function told(report: TerritoryImport): string {
  const { applied, read, created, renamed, redrawn, unchanged, repaired, refused, refusedCount, findings } = report;
  const lines = [
    `${read} features read: ${created} new, ${renamed} renamed, ${redrawn} redrawn, ${unchanged} as they were, ${refusedCount} refused`,
    ...(repaired > 0 ? [`  ${repaired} rings closed or repeated positions dropped`] : []),
    ...refused
      .slice(0, SHOWN)
      .map(
        ({ index, field, reason, params }) => `  refused feature ${index + 1}, ${field}: ${fill(territoryImportLabels[reason].en, params)}`,
      ),
    ...more(refusedCount),
    `${findings.length} findings of the checks`,
    ...findings.slice(0, SHOWN).map(({ code, severity, params }) => `  ${severity}: ${fill(findingLabels[code].en, params)}`),
    ...more(findings.length),
    applied ? 'Applied.' : 'Nothing was changed; --apply makes it so.',
  ];
  return `${lines.join('\n')}\n`;
}

function more(count: number): string[] {
  return count > SHOWN ? [`  … and ${count - SHOWN} more (--json lists them)`] : [];
}
