import { UsageError } from './cli-options.ts';
import { importCalendarCommand } from './import-calendar.ts';
import { importCasesCommand } from './import-cases.ts';
import { importTerritoryCommand } from './import-territory.ts';

const HELP = `npm run import -- territory FILE.geojson[.gz] --level LEVEL [--parent CODE] [--apply] [--json]
  Boundaries of one level (district, street, community, grid, estate, building). Previews feature by feature; --apply makes it so.
  --parent           code of the unit they all belong to; --parent-property names it feature by feature; without both the place decides
  --name-property    property with the name ("name")
  --code-property    property with the code; without it codes are made: --code-prefix (the parent's code) and --code-digits (3)
  --from             date from which the boundaries hold (today)

npm run import -- cases FILE.csv[.gz] --mapping FILE.json [--district CODE] [--json]
  Case records with their own times. Run twice it changes nothing. Refused rows go to FILE.refused.csv (line, field, reason, value).
  --mapping   which column means what (see prisma/seed/city/baltimore.mapping.json for an example)
  --district  code of the district, when there is more than one
  --json      the summary as JSON; read = created + unchanged + changed + refused, flagged is a part of created

npm run import -- calendar FILE.json [--district CODE] [--apply]
  Days off and worked weekends of a year. Shows what would change; --apply makes it so.

All: --content community|city|empty   which content of the embedded database, when it has more than one
     DATABASE_URL, DATA_DIR           the same as for npm start; a running server may stay up
`;

const commands: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  cases: importCasesCommand,
  calendar: importCalendarCommand,
  territory: importTerritoryCommand,
};

async function main([name = '', ...args]: readonly string[]): Promise<number> {
  if (name === '' || args.includes('--help') || args.includes('-h') || name.startsWith('-')) {
    process.stdout.write(HELP);
    return 0;
  }
  const command = commands[name];
  if (command === undefined) throw new UsageError(`There is nothing to import under the name "${name}".`);
  return command(args);
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const usage =
      error instanceof UsageError || (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage ? `\n${HELP}` : ''}`);
    process.exitCode = usage ? 2 : 1;
  },
);
