import { Readable } from 'node:stream';
import * as z from 'zod/mini';
import type { Ctx } from '#server/platform/context.ts';
import { hasRole } from '#shared/identity/actor-policy.ts';
import { instant } from '#shared/kernel/time.ts';
import { importMapping } from '#shared/territory/territory-schema.ts';
import { importTerritory, type TerritoryImport } from './commands/import-territory.ts';
import { territoryRefusal } from './territory-refusal.ts';

/** A file as a page sends it. Gzipped by the page, some five megabytes of boundaries fit; larger ones go by the command line. */
export const importFileInput = z.object({
  /** GeoJSON FeatureCollection, plain or gzipped */
  dataBase64: z.base64().check(z.maxLength(900_000)),
  mapping: importMapping,
  mode: z.enum(['preview', 'apply']),
  validFrom: z._default(z.nullable(instant), null),
});
export type ImportFileInput = z.infer<typeof importFileInput>;

/** Takes the boundaries of a sent file. Refuses `outsideScope` to all but administrators, before anything is read. */
export async function importFile(ctx: Ctx, { dataBase64, mapping, mode, validFrom }: ImportFileInput): Promise<TerritoryImport> {
  if (!hasRole(ctx.actor, 'administrator')) throw territoryRefusal('outsideScope');
  const file = Readable.from([Buffer.from(dataBase64, 'base64')]);
  return importTerritory(ctx, { file, mapping, mode, ...(validFrom === null ? {} : { validFrom }) });
}
