import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

const dist = new URL('../../client/dist/', import.meta.url);
const KB = 1024;

/** What a page may load before its first screen, compressed: scripts and styles of the entry with everything they import at once. */
const budgets = {
  resident: { js: 100, css: 10 },
  field: { js: 110, css: 10 },
  signin: { js: 110, css: 10 },
  desk: { js: 220, css: 20 },
  admin: { js: 260, css: 20 },
} as const;

type Chunk = { file: string; css?: string[]; imports?: string[] };

/** Everything the page fetches before it can draw; what is imported later, on the way to another screen, does not count. */
function atOnce(manifest: Readonly<Record<string, Chunk>>, start: string): { js: string[]; css: string[] } {
  const seen = new Set<string>();
  const js = new Set<string>();
  const css = new Set<string>();
  const visit = (key: string) => {
    const chunk = manifest[key];
    if (!chunk || seen.has(key)) return;
    seen.add(key);
    js.add(chunk.file);
    for (const file of chunk.css ?? []) css.add(file);
    for (const next of chunk.imports ?? []) visit(next);
  };
  visit(start);
  return { js: [...js], css: [...css] };
}

const compressed = (files: readonly string[]) =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length, 0) / KB;

test('the administrator’s page has the styles of the parts it takes from the kit', () => {
  const manifest: Record<string, Chunk> = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));
  const styles = atOnce(manifest, 'entries/admin/index.html').css.map((file) => readFileSync(new URL(file, dist), 'utf8'));
  expect(styles.some((text) => text.includes('--mantine-color-body:var(--sheet)'))).toBe(true);
});

// the server built the pages before it answered the first request of this run
for (const [entry, budget] of Object.entries(budgets)) {
  test(`the ${entry} page stays light`, () => {
    const manifest: Record<string, Chunk> = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));
    const { js, css } = atOnce(manifest, `entries/${entry}/index.html`);
    expect(js.length, `${entry} is built`).toBeGreaterThan(0);
    expect(compressed(js), `KB of scripts in ${js.join(', ')}`).toBeLessThanOrEqual(budget.js);
    expect(compressed(css), `KB of styles in ${css.join(', ')}`).toBeLessThanOrEqual(budget.css);
  });
}
