import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { architectureRules, readArchitecture, trees } from './architecture-rules.ts';

/** One breach per rule: the file that breaks it and what it imports. `beside` = another file the breach needs. */
const breaches: Readonly<Record<string, { file: string; imports: string; beside?: Readonly<Record<string, string>> }>> = {
  'shared-is-pure': { file: 'shared/cases/reads-disk.ts', imports: 'node:fs' },
  'shared-tests-stay-out-of-the-house': { file: 'shared/cases/knows-server.test.ts', imports: '../../server/router.ts' },
  'module-through-its-index': { file: 'server/modules/cases/reaches-in.ts', imports: '../files/inner.ts' },
  'fixtures-for-tests-only': { file: 'server/modules/cases/ships-a-fixture.ts', imports: './ready-fixture.ts' },
  'module-through-its-index-from-outside': { file: 'server/reaches-in.ts', imports: './modules/files/inner.ts' },
  'platform-knows-no-module': { file: 'server/platform/knows-cases.ts', imports: '../modules/files/index.ts' },
  'http-in-routers-only': { file: 'server/modules/cases/answers-http.ts', imports: 'express' },
  'prisma-in-stores-and-queries': { file: 'server/modules/cases/talks-sql.ts', imports: '@prisma/client' },
  'client-takes-types-from-the-server': { file: 'client/map/runs-server.ts', imports: '../../server/router.ts' },
  'feature-through-its-index': { file: 'client/features/cases/reaches-in.ts', imports: '../people/inner.ts' },
  'parts-know-no-page': { file: 'client/features/cases-parts/knows-page.ts', imports: '../people/index.ts' },
  'base-knows-no-feature': { file: 'client/ui/knows-people.ts', imports: '../features/people/index.ts' },
  'light-entries-without-the-desk-kit': {
    file: 'client/entries/field/main.ts',
    imports: '../../ui/passes-on.ts',
    beside: { 'client/ui/passes-on.ts': "import '@mantine/core';" },
  },
  'no-cycle': {
    file: 'server/modules/cases/egg.ts',
    imports: './hen.ts',
    beside: { 'server/modules/cases/hen.ts': "import './egg.ts';" },
  },
  resolvable: { file: 'client/map/imports-nothing.ts', imports: './not-there.ts' },
};

/** What every rule leaves alone: a surface, a type, a part made for all, a fixture in a test. */
const sound: Readonly<Record<string, string>> = {
  'shared/cases/pure.ts': "import 'zod';",
  'server/router.ts': "import './modules/cases/index.ts';\nexport type Router = 1;",
  'server/modules/cases/index.ts': "import '../files/index.ts';",
  'server/modules/cases/router.ts': "import 'express';",
  'server/modules/cases/ready-fixture.ts': "import '../../testing/town.ts';",
  'server/modules/cases/cases.test.ts': "import './ready-fixture.ts';",
  'server/modules/files/index.ts': "import './inner.ts';",
  'server/modules/files/inner.ts': 'export {};',
  'server/testing/town.ts': "import '../modules/files/index.ts';",
  'server/platform/db.ts': "import '@prisma/client';",
  'client/platform/api.ts': "import type { Router } from '../../server/router.ts';\nexport type Api = Router;",
  'client/features/people/index.ts': "import './inner.ts';",
  'client/features/people/inner.ts': "import '../cases-parts/pill.ts';",
  'client/features/cases-parts/pill.ts': "import '../../platform/api.ts';",
  'client/ui/desk-kit/kit.ts': "import '@mantine/core';",
  'client/entries/desk/main.ts': "import '../../ui/desk-kit/kit.ts';",
  'prisma/seed.ts': "import '../server/modules/files/index.ts';",
  'e2e/journey.ts': 'export {};',
};
const libraries = ['express', '@prisma/client', '@mantine/core', 'zod'] as const;

let root: string;
let broken: { rule: string; file: string }[];
let read: string[];

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'architecture-'));
  const write = async (path: string, text: string) => {
    await mkdir(join(root, dirname(path)), { recursive: true });
    await writeFile(join(root, path), text);
  };
  await write('tsconfig.json', '{ "compilerOptions": { "module": "NodeNext", "allowImportingTsExtensions": true, "noEmit": true } }');
  await write('package.json', '{ "type": "module" }');
  for (const library of libraries) {
    await write(`node_modules/${library}/package.json`, JSON.stringify({ name: library, type: 'module', exports: './index.js' }));
    await write(`node_modules/${library}/index.js`, 'export {};');
  }
  for (const [path, text] of Object.entries(sound)) await write(path, text);
  for (const { file, imports, beside = {} } of Object.values(breaches)) {
    await write(file, `import '${imports}';`);
    for (const [path, text] of Object.entries(beside)) await write(path, text);
  }
  const { modules, summary } = await readArchitecture(root);
  read = modules.map(({ source }) => source);
  broken = summary.violations.map(({ rule, from }) => ({ rule: rule.name, file: from }));
}, 60_000);
afterAll(() => rm(root, { recursive: true, force: true }));

describe('the rules of the house, on a small house that breaks each of them once', () => {
  it('has a breach for every rule', () => {
    expect(Object.keys(breaches).sort()).toEqual(architectureRules.map(({ name }) => name).sort());
  });

  it('reads the whole house', () => {
    for (const tree of trees) expect(read.some((path) => path.startsWith(`${tree}/`))).toBe(true);
    expect(Object.keys(sound).filter((path) => !read.includes(path))).toEqual([]);
  });

  it.each(Object.entries(breaches))('%s is seen', (name, { file }) => {
    expect(broken.filter(({ rule }) => rule === name).map((found) => found.file)).toContain(file);
  });

  it('sound files are left alone', () => {
    expect(broken.filter(({ file }) => file in sound)).toEqual([]);
  });
});
