import { expect, type Locator, type Page } from '@playwright/test';
import type { PhotoFile } from '../fixtures/photo.ts';
import { chooseRadio } from './choose-radio.ts';

/** Opens the form of an act of the open whistle: it stands in the bar at the foot, or behind 更多. */
export async function openWhistleAct(page: Page, act: string): Promise<Locator> {
  // what others did a moment ago may still be on its way to this page
  await page.reload();
  const front = page.getByRole('button', { name: act, exact: true });
  const more = page.getByRole('button', { name: '更多' });
  await expect(front.or(more).first()).toBeVisible();
  if (await front.isVisible()) await front.click();
  else {
    await more.click();
    await page.getByRole('menuitem', { name: act, exact: true }).click();
  }
  const form = page.getByRole('dialog', { name: act });
  await expect(form).toBeVisible();
  return form;
}

/** Looks at the whistle anew: what others did a moment ago may still be on its way to the page. */
export async function renew(page: Page, title: string): Promise<void> {
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

/** Takes one step of the whistle through its form: opens it, fills it, sends it, and sees that it is done. */
export async function takeStep(page: Page, act: string, fill: (form: Locator) => Promise<unknown> = async () => undefined): Promise<void> {
  const form = await openWhistleAct(page, act);
  await fill(form);
  await form.getByRole('button', { name: act, exact: true }).click();
  await expect(form).toBeHidden();
  await expect(page.getByText(`${act}，已办`).first()).toBeVisible();
}

/** Chooses a mark of the five. */
export async function mark(form: Locator, what: string, value: number): Promise<void> {
  await chooseRadio(form.getByRole('radiogroup', { name: what }).getByRole('radio', { name: String(value), exact: true }));
}

/** Chooses one of the units that the form offers, by its name. */
export async function chooseUnit(form: Locator, name: string): Promise<void> {
  const field = form.getByLabel('单位', { exact: true });
  const option = field.locator('option').filter({ hasText: name });
  await field.selectOption((await option.getAttribute('value')) ?? '');
}

/** Adds a photo and sees it in the form. */
export async function attach(form: Locator, photo: PhotoFile): Promise<void> {
  await form.getByLabel('拍照').first().setInputFiles(photo);
  await expect(form.getByText('再拍一张').first()).toBeVisible();
}
