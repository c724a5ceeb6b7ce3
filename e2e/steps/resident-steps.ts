import { expect, type Page } from '@playwright/test';
import type { PhotoFile } from '../fixtures/photo.ts';

/** Reports a matter on the phone as a returning resident: words, photo, where I am, check, sent. Answers the case's id. */
export async function reportMatter(page: Page, matter: { text: string; address: string; photo?: PhotoFile }): Promise<string> {
  await page.getByRole('button', { name: /^我要反映/ }).click();
  await page.getByLabel('说一说').fill(matter.text);
  if (matter.photo) {
    await page.getByLabel('拍照').setInputFiles(matter.photo);
    await expect(page.getByRole('img', { name: '第 1 张照片' })).toBeVisible();
  }
  await page.getByRole('button', { name: /^下一步/ }).click();
  await page.getByRole('button', { name: '用我现在的位置' }).click();
  await expect(page.getByText(/^找到了：/)).toBeVisible();
  await page.getByLabel('具体位置').fill(matter.address);
  await page.getByRole('button', { name: '下一步：看一遍' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '这样说对吗？' })).toBeVisible();
  await expect(page.getByText(matter.text)).toBeVisible();
  await page.getByRole('button', { name: '提交' }).click();
  await expect(page.getByText(/^收到了，编号/)).toBeVisible();
  const id = /\/r\/done\/([0-9a-f-]{36})$/.exec(page.url())?.[1];
  expect(id, 'the receipt carries the case in its address').toBeDefined();
  return id ?? '';
}

/** The line of what happened, as the applicant reads it. */
export function progress(page: Page) {
  return page.getByRole('list', { name: '办到哪一步了' });
}

/** Solved, how satisfied, a word more. */
export async function rate(page: Page, answer: { solved: string; rating: string; words: string }): Promise<void> {
  const solved = page.getByRole('group', { name: '事情解决了吗？' });
  await solved.getByText(answer.solved, { exact: true }).click();
  await page.getByRole('group', { name: '您满意吗？' }).getByText(answer.rating, { exact: true }).click();
  await page.getByLabel('还想说一句').fill(answer.words);
  await page.getByRole('button', { name: '送出评价' }).click();
}
