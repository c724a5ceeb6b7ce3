import { expect, type Page, type TestInfo } from '@playwright/test';

/** What the printer would get: pages of A4, kept beside the results; answers how many. */
async function printed(page: Page, { info, name }: { info: TestInfo; name: string }): Promise<number> {
  const paper = (await page.pdf({ path: info.outputPath(`${name}.pdf`), preferCSSPageSize: true, printBackground: true })).toString(
    'latin1',
  );
  const sizes = [...paper.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => [Number(width), Number(height)]);
  expect(sizes.length).toBeGreaterThan(0);
  // 210 × 297 mm in points
  for (const [width = 0, height = 0] of sizes) expect([Math.round(width), Math.round(height)]).toEqual([595, 842]);
  return sizes.length;
}

/** On paper there is nothing to press and nothing to go to. */
async function expectNoControls(page: Page): Promise<void> {
  await expect(page.getByRole('navigation')).toBeHidden();
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('link')).toHaveCount(0);
  await expect(page.getByRole('searchbox')).toHaveCount(0);
}

type Paper = { info: TestInfo; name: string };

/** The record of a whistle on paper has all its parts, with these words in them, every photo loaded and a line to sign for each side. */
export async function expectRecord(
  page: Page,
  paper: Paper & { words: Readonly<Record<string, readonly (string | RegExp)[]>>; photos: number },
) {
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { level: 1, name: '吹哨报到记录单' })).toBeVisible();
  await expectNoControls(page);
  for (const [part, words] of Object.entries(paper.words)) {
    const section = page.getByRole('region', { name: part }).first();
    await expect(section.getByRole('heading', { name: part })).toBeVisible();
    for (const each of words) await expect(section.getByText(each).first(), `${each} under ${part}`).toBeVisible();
  }
  // paper is read on another day
  await expect(page.getByRole('article')).not.toContainText(/今天|昨天|明天/);
  for (const side of ['社区（章）', '主办单位（章）', '街道（章）']) await expect(page.getByText(side)).toBeVisible();
  const pictures = page.getByRole('figure').getByRole('img');
  await expect(pictures).toHaveCount(paper.photos);
  await expect
    .poll(() => pictures.evaluateAll((all) => all.every((each) => each instanceof HTMLImageElement && each.naturalWidth > 0)))
    .toBe(true);
  expect(await printed(page, paper)).toBeGreaterThan(1);
  await page.emulateMedia({ media: null });
}

/** Slips on paper: one a household with its door, its code in halves and the same for a phone to read; none is cut by the end of a page. */
export async function expectSlips(page: Page, { count, perPage, ...paper }: Paper & { count: number; perPage: number }) {
  await page.emulateMedia({ media: 'print' });
  await expectNoControls(page);
  const slips = page.getByRole('region', { name: /^北房 \d+ 号$/ });
  await expect(slips).toHaveCount(count);
  await expect(slips.getByText(/^[2-9A-Z]{5} [2-9A-Z]{5}$/)).toHaveCount(count);
  await expect(slips.getByRole('img', { name: /的二维码$/ })).toHaveCount(count);
  expect(await printed(page, paper)).toBe(Math.ceil(count / perPage));
  await page.emulateMedia({ media: null });
}

/** The paper's page tells a household until when, and one press away why: the rule in words and the days one by one. */
export async function expectWhyThisDay(page: Page, rule: RegExp): Promise<void> {
  await expect(page.getByText(/^最晚 /)).toBeVisible();
  await page.getByRole('button', { name: '为什么是这天' }).click();
  await expect(page.getByText(rule)).toBeVisible();
  await expect(page.getByRole('list', { name: '从收到到到期的每一天' }).getByRole('listitem')).not.toHaveCount(0);
}
