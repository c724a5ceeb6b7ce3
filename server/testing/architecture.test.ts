import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cruise, type ICruiseResult, type IFlattenedRuleSet } from 'dependency-cruiser';
import { beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../platform/env.ts';

/** Pure libraries that `shared/` may use beside zod. */
const PURE = 'zod|polyclip-ts';
const SERVER_MODULE = '^server/modules/([^/]+)/';
const FEATURE = '^client/features/([^/]+)/';
/** Ready-made cases and people that the tests of several modules share. */
const FIXTURE = '^server/modules/[^/]+/[a-z]+-(?:fixture|walk)\\.ts$';
const TEST = '\\.test\\.tsx?$';

/** Which module may call which; left of it in the order may be called by right. Notifications and live only listen. */
const forbidden: IFlattenedRuleSet['forbidden'] = [
  {
    name: 'shared-is-pure',
    severity: 'error',
    from: { path: '^shared/', pathNot: TEST },
    to: { pathNot: `^shared/|node_modules/(${PURE})/` },
  },
  { name: 'shared-tests-stay-out-of-the-house', severity: 'error', from: { path: '^shared/' }, to: { path: '^(server|client|e2e)/' } },
  {
    name: 'module-through-its-index',
    severity: 'error',
    from: { path: SERVER_MODULE },
    to: { path: SERVER_MODULE, pathNot: `^server/modules/(?:$1/|[^/]+/index\\.ts$)|${FIXTURE}` },
  },
  {
    name: 'fixtures-for-tests-only',
    severity: 'error',
    from: { path: '^(server|prisma|client)/', pathNot: `${TEST}|${FIXTURE}` },
    to: { path: FIXTURE },
  },
  {
    name: 'module-through-its-index-from-outside',
    severity: 'error',
    from: { path: '^(server|prisma|e2e)/', pathNot: '^server/modules/' },
    to: { path: SERVER_MODULE, pathNot: '/index\\.ts$' },
  },
  {
    name: 'platform-knows-no-module',
    severity: 'error',
    from: { path: '^server/platform/', pathNot: TEST },
    to: { path: '^server/(?!platform/)' },
  },
  {
    name: 'http-in-routers-only',
    severity: 'error',
    from: { path: '^server/modules/', pathNot: '(router|routes|endpoint|middleware)(\\.test)?\\.ts$' },
    to: { path: 'node_modules/(@trpc/server|express)/' },
  },
  {
    name: 'prisma-in-stores-and-queries',
    severity: 'error',
    from: { path: '^(server/modules|shared|client)/', pathNot: TEST },
    to: { path: 'server/platform/prisma-client|node_modules/@prisma/' },
  },
  {
    name: 'client-takes-types-from-the-server',
    severity: 'error',
    from: { path: '^client/' },
    to: { path: '^(server|prisma)/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'feature-through-its-index',
    severity: 'error',
    from: { path: FEATURE },
    to: { path: FEATURE, pathNot: '^client/features/(?:$1/|[^/]+/index\\.tsx?$)' },
  },
  {
    name: 'base-knows-no-feature',
    severity: 'error',
    from: { path: '^client/(ui|map|offline|platform)/' },
    to: { path: '^client/(features|entries)/' },
  },
  {
    name: 'light-entries-without-the-desk-kit',
    severity: 'error',
    from: { path: '^client/entries/(field|resident|signin)/' },
    to: { path: 'node_modules/@mantine/|client/ui/desk-kit/', reachable: true },
  },
  {
    name: 'no-cycle',
    severity: 'error',
    from: { pathNot: 'prisma-client' },
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'], pathNot: 'prisma-client' } },
  },
  { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '\\.css$|^virtual:' } },
];

let result: ICruiseResult;
let sources: string[];

async function sourceFiles(folder: string): Promise<string[]> {
  const entries = await readdir(join(projectRoot, folder), { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath, entry.name).slice(projectRoot.length + 1))
    .filter((path) => !/prisma-client|client\/dist|\.results/.test(path));
}

beforeAll(async () => {
  sources = (await Promise.all(['shared', 'server', 'client', 'prisma', 'e2e'].map(sourceFiles))).flat();
  const { output } = await cruise(
    ['shared', 'server', 'client', 'prisma', 'e2e'],
    {
      ruleSet: { forbidden },
      validate: true,
      tsPreCompilationDeps: true,
      tsConfig: { fileName: 'tsconfig.json' },
      baseDir: projectRoot,
      exclude: { path: 'client/dist|prisma-client/internal|\\.results' },
      doNotFollow: { path: 'node_modules|prisma-client' },
      enhancedResolveOptions: {
        exportsFields: ['exports'],
        conditionNames: ['import', 'node', 'default', 'types'],
        extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.css', '.d.ts'],
      },
    },
    { bustTheCache: true },
  );
  result = output as ICruiseResult;
}, 120_000);

describe('architecture', () => {
  it('was read whole: every source file of the house', () => {
    const read = new Set(result.modules.map((module) => module.source));
    expect(sources.length).toBeGreaterThan(100);
    expect(sources.filter((path) => !read.has(path))).toEqual([]);
  });

  it('sees imports, also those by #alias (a checker that resolves nothing must fail)', () => {
    const aliased = result.modules
      .flatMap((module) => module.dependencies)
      .filter((dependency) => dependency.module.startsWith('#shared/') && dependency.resolved.startsWith('shared/'));
    expect(aliased.length).toBeGreaterThan(50);
  });

  it.each(forbidden?.map((rule) => rule.name ?? '') ?? [])('%s', (name) => {
    const broken = result.summary.violations.filter((violation) => violation.rule.name === name).map(({ from, to }) => `${from} → ${to}`);
    expect(broken).toEqual([]);
  });
});

describe('house style', () => {
  const CAP = 400;

  it(`keeps every source file within ${CAP} lines`, async () => {
    const long = await Promise.all(
      sources.map(async (path) => ({ path, lines: (await readFile(join(projectRoot, path), 'utf8')).split('\n').length - 1 })),
    );
    expect(long.filter(({ lines }) => lines > CAP)).toEqual([]);
  });

  it('has no catch-all file', () => {
    expect(sources.filter((path) => /(^|\/)(utils|helpers|common|misc)(\.|\/)/.test(path))).toEqual([]);
  });

  it('keeps clock and chance out of the pure domain', async () => {
    const pure = sources.filter((path) => path.startsWith('shared/') && !path.endsWith('.test.ts'));
    const impure = await Promise.all(
      pure.map(async (path) => ({
        path,
        found: (await readFile(join(projectRoot, path), 'utf8')).match(/Date\.now\(|new Date\(\)|Math\.random|crypto\./)?.[0],
      })),
    );
    expect(pure.length).toBeGreaterThan(30);
    expect(impure.filter(({ found }) => found)).toEqual([]);
  });
});
