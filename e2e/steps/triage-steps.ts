import { expect, type Locator, type Page } from '@playwright/test';
import { chooseRadio } from './choose-radio.ts';

export function queue(page: Page): Locator {
  return page.getByRole('region', { name: '队列' });
}

/** Opens one report of the queue; answers the panel with the three questions. */
export async function openReport(page: Page, title: string): Promise<Locator> {
  await queue(page)
    .getByRole('button', { name: new RegExp(title) })
    .click();
  const panel = page.getByRole('complementary', { name: '受理' });
  await expect(panel.getByRole('heading', { level: 2, name: title })).toBeVisible();
  return panel;
}

/** Chooses the lead among the units that are shown. */
export async function chooseShownLead(units: Locator, name: string): Promise<void> {
  await chooseRadio(units.getByRole('radio', { name: new RegExp(name) }));
}

/** Chooses the lead in a list of units, also one that is not suggested. */
export async function chooseLead(units: Locator, name: string): Promise<void> {
  await units.getByText(/^全部 \d+ 个单位$/).click();
  await chooseShownLead(units, name);
}
