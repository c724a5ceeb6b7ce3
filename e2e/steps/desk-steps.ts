import { expect, type Locator, type Page } from '@playwright/test';
import type { PhotoFile } from '../fixtures/photo.ts';

/** The case beside the list, or the whole file. */
export function history(page: Page): Locator {
  return page.getByRole('list', { name: '案件经过' });
}

/** Presses an act of the open case and waits for its form; the acts that matter now stand in front. */
export async function openAct(page: Page, act: string): Promise<Locator> {
  await page.getByRole('button', { name: new RegExp(`^${act}`) }).click();
  const form = page.getByRole('dialog', { name: act });
  await expect(form).toBeVisible();
  return form;
}

/** The same for an act that stands behind 更多. */
export async function openActBehind(page: Page, act: string): Promise<Locator> {
  await page.getByRole('button', { name: '更多' }).click();
  await page.getByRole('menuitem', { name: act }).click();
  const form = page.getByRole('dialog', { name: act });
  await expect(form).toBeVisible();
  return form;
}

/** What the button of a form says where it is not the act itself. */
const sendWords: Readonly<Record<string, string>> = {
  请网格员核实: '发给网格员',
  联系诉求人: '记下这次联系',
  处理反馈: '提交反馈，请人核查',
};

/** Sends the open form; it closes and says so. */
export async function send(form: Locator, act: string): Promise<void> {
  await form.getByRole('button', { name: sendWords[act] ?? act, exact: true }).click();
  await expect(form).toBeHidden();
  await expect(form.page().getByText(`${act}，已办`)).toBeVisible();
}

/** Opens a case of the person's list by its title. */
export async function openFromList(page: Page, title: string): Promise<void> {
  await page.getByRole('row', { name: new RegExp(title) }).click();
  await expect(page.getByRole('complementary', { name: '案件' }).getByRole('heading', { name: title }).first()).toBeVisible();
}

export async function sign(page: Page): Promise<void> {
  await page.getByRole('complementary', { name: '案件' }).getByRole('button', { name: /^签收/ }).click();
  await expect(page.getByText('签收，已办')).toBeVisible();
}

/** Sees the applicant's number for a reason that is recorded. */
export async function revealPhone(page: Page, reason: string): Promise<void> {
  await page.getByRole('button', { name: '看电话' }).click();
  const form = page.getByRole('dialog', { name: '看诉求人的姓名和电话' });
  await form.getByLabel('为什么要看').fill(reason);
  await form.getByRole('button', { name: '记下理由，看电话' }).click();
  await expect(form).toBeHidden();
  await expect(page.getByText('已记录您看过')).toBeVisible();
}

export async function contact(page: Page, words: string): Promise<void> {
  const form = await openAct(page, '联系诉求人');
  await form.getByLabel('对方怎么说').fill(words);
  await send(form, '联系诉求人');
}

export async function supportResult(page: Page, words: string): Promise<void> {
  const form = await openAct(page, '填写协办结果');
  await form.getByRole('radio', { name: '办完了' }).check();
  await form.getByLabel('结果').fill(words);
  await send(form, '填写协办结果');
}

export async function feedback(page: Page, answer: { words: string; photo: PhotoFile; yuan?: string }): Promise<void> {
  const form = await openAct(page, '处理反馈');
  await form.getByLabel('怎么办的，办到什么程度').fill(answer.words);
  await form.getByLabel('拍照').setInputFiles(answer.photo);
  await expect(form.getByRole('img', { name: '第 1 张照片' })).toBeVisible();
  if (answer.yuan) await form.getByLabel('花费（元）').fill(answer.yuan);
  await send(form, '处理反馈');
}
