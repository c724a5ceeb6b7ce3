import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ICruiseResult } from 'dependency-cruiser';
import { beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../platform/env.ts';
import { architectureRules, readArchitecture, trees } from './architecture-rules.ts';

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
  sources = (await Promise.all(trees.map(sourceFiles))).flat();
  result = await readArchitecture(projectRoot);
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

  it.each(architectureRules.map(({ name }) => name))('%s', (name) => {
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

  it('joins computed conditions with anyOf only: an empty OR inside an AND matches every row', async () => {
    const ours = sources.filter(
      (path) => path.startsWith('server/') && path !== 'server/platform/any-of.ts' && !path.startsWith('server/testing/'),
    );
    const texts = await Promise.all(ours.map(async (path) => ({ path, text: await readFile(join(projectRoot, path), 'utf8') })));
    const computed = /\bOR: (?:[A-Za-z(]|\[\.\.\.[^\]]*\])/;
    expect(computed.test('where: { OR: parts }') && computed.test('{ OR: [...parts] }')).toBe(true);
    expect(texts.filter(({ text }) => computed.test(text)).map(({ path }) => path)).toEqual([]);
  });
});
