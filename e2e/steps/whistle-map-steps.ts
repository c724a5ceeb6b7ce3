import { expect, type Page } from '@playwright/test';

/** A whistle on the secretary's map: in the list beside with who has it, and by keys among the marks, which open it. */
export async function expectOnMap(page: Page, { title, words, holder }: { title: string; words: RegExp; holder: string }): Promise<void> {
  await page.goto('/s/map');
  const row = page.getByRole('region', { name: /^这些哨/ }).getByRole('link', { name: new RegExp(title) });
  await expect(row).toContainText(holder);
  const mark = page.getByRole('list', { name: '图上的记号' }).getByRole('button', { name: new RegExp(title) });
  await expect(mark).toHaveText(words);
  await mark.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await page.goBack();
  await expect(row).toBeVisible();
}
