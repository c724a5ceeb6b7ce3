import { expect, type Page } from '@playwright/test';
import type { PhotoFile } from '../fixtures/photo.ts';

/** Opens a task from today's list. */
export async function openTask(page: Page, verb: '去核实' | '去核查', title: string): Promise<void> {
  await page.getByRole('link', { name: `${verb} ${title}` }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

async function addPhoto(page: Page, photo: PhotoFile): Promise<void> {
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('拍照').setInputFiles(photo);
  await expect(sheet.getByRole('img', { name: '第 1 张照片' })).toBeVisible();
}

/** Says on site whether a report is true. */
export async function answerVerification(page: Page, answer: { photo: PhotoFile; isTrue: '属实' | '不属实'; note: string }): Promise<void> {
  await page.getByRole('button', { name: '答复核实' }).click();
  const sheet = page.getByRole('dialog', { name: '答复核实' });
  await addPhoto(page, answer.photo);
  await sheet.getByRole('radio', { name: answer.isTrue, exact: true }).check();
  await sheet.getByLabel('说明').fill(answer.note);
  await sheet.getByRole('button', { name: '提交' }).click();
  await expect(page.getByText('已送达')).toBeVisible();
}

/** Inspects on site: distance measured, photo taken, passed or sent back. */
export async function inspect(page: Page, answer: { photo: PhotoFile; passed: boolean; words: string }): Promise<void> {
  await page.getByRole('button', { name: '现场核查' }).click();
  const sheet = page.getByRole('dialog', { name: '现场核查' });
  await sheet.getByRole('button', { name: '测距离' }).click();
  await expect(sheet.getByText(/^离案件 .*可以核查$/)).toBeVisible();
  await addPhoto(page, answer.photo);
  await sheet.getByRole('radio', { name: answer.passed ? '办好了，通过' : '没办好，返工' }).check();
  await sheet.getByLabel(answer.passed ? '说明' : '哪里没办好').fill(answer.words);
  await sheet.getByRole('button', { name: '提交' }).click();
  await expect(page.getByText('已送达')).toBeVisible();
}

/** Reports what stands before the camera: shutter, one kind, a word, sent. The eight seconds to undo pass by the device's clock. */
export async function reportFromCamera(page: Page, matter: { category: string; note: string }): Promise<void> {
  await page.getByRole('link', { name: '拍照上报' }).click();
  await expect(page.getByText(/^精度 \d+ 米/)).toBeVisible();
  await page.getByRole('button', { name: '拍照', exact: true }).click();
  await expect(page.getByRole('img', { name: '第 1 张照片' })).toBeVisible();
  const kinds = page.getByRole('region', { name: '是什么事' });
  await kinds.getByRole('button', { name: new RegExp(matter.category) }).click();
  await page.getByLabel('说明').fill(matter.note);
  await page.getByRole('button', { name: '提交' }).click();
  await expect(page).toHaveURL(/\/f\/?$/);
  await page.clock.fastForward(9_000);
  await expect(page.getByText('待发送 1 件')).toBeHidden();
}
