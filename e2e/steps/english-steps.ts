import { expect, type Page } from '@playwright/test';

/** Whatever the product says itself is in English: headings, buttons, links, labels, column heads. What people wrote stays as it is. */
export async function expectEnglish(page: Page, written: readonly string[]): Promise<void> {
  const said = await page
    .locator('h1, h2, h3, button, a, dt, legend, label, thead th, figcaption, small, [role="status"]')
    .filter({ visible: true })
    .allInnerTexts();
  const left = said
    .map((words) => written.reduce((rest, each) => rest.replaceAll(each, ''), words))
    .filter((words) => /\p{Script=Han}/u.test(words));
  expect(left, `words of ${new URL(page.url()).pathname} that are not English`).toEqual([]);
}
