import { expect, type Page } from '@playwright/test';

export type Figure = { numerator: number; denominator: number };

/** Numerator and denominator of one indicator as the page shows them. */
export async function scoreRow(page: Page, indicator: string): Promise<Figure> {
  const row = page.getByRole('row').filter({ has: page.getByRole('button', { name: indicator, exact: true }) });
  const cell = row.getByRole('cell', { name: /^[\d.]+ \/ \d+$/ });
  await expect(cell).toBeVisible();
  const [numerator, denominator] = ((await cell.textContent()) ?? '').split('/').map(Number);
  return { numerator: numerator ?? Number.NaN, denominator: denominator ?? Number.NaN };
}
