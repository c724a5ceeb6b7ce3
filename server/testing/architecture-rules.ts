import { cruise, type ICruiseResult, type IFlattenedRuleSet } from 'dependency-cruiser';

type ArchitectureRule = NonNullable<IFlattenedRuleSet['forbidden']>[number] & { name: string };

/** The trees of the house. */
export const trees = ['shared', 'server', 'client', 'prisma', 'e2e'] as const;

/** Pure libraries that `shared/` may use beside zod. */
const PURE = 'zod|polyclip-ts';
const SERVER_MODULE = '^server/modules/([^/]+)/';
const FEATURE = '^client/features/([^/]+)/';
/** Parts made to be shared: each file is its own surface, so that a light page takes only what it draws. */
const PARTS = '[^/]+-(?:parts|words)/';
/** Ready-made towns, cases and people that the tests of several modules share. */
const FIXTURE = '^server/(?:testing/|modules/[^/]+/(?:[a-z]+-(?:fixture|walk)|testing-[a-z]+)\\.ts$)';
const TEST = '\\.test\\.tsx?$';

/** Which module may call which; left of it in the order may be called by right. Notifications and live only listen. */
export const architectureRules: ArchitectureRule[] = [
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
    to: { path: FEATURE, pathNot: `^client/features/(?:$1/|${PARTS}|[^/]+/index\\.tsx?$)` },
  },
  {
    name: 'parts-know-no-page',
    severity: 'error',
    from: { path: `^client/features/${PARTS}` },
    to: { path: `^client/features/(?!${PARTS})` },
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

/** Reads every import below a root that is laid out like the house and says which rules are broken. */
export async function readArchitecture(baseDir: string): Promise<ICruiseResult> {
  const { output } = await cruise(
    [...trees],
    {
      ruleSet: { forbidden: architectureRules },
      validate: true,
      tsPreCompilationDeps: true,
      tsConfig: { fileName: 'tsconfig.json' },
      baseDir,
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
  if (typeof output === 'string') throw new Error(output);
  return output;
}
