import { PHOTO_MAX_BYTES } from '#shared/files/files-schema.ts';
import { places } from '../fixtures/devices.ts';
import { expect, test } from '../fixtures/journey-test.ts';
import { takePhoto } from '../fixtures/photo.ts';
import { openAct, openActBehind, openFromList } from '../steps/desk-steps.ts';

test('a wrong password is refused without saying which part was wrong', async ({ openSignedOut }) => {
  const { page, watch } = await openSignedOut();
  watch.allow(/status of 401/);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByText('请填写')).toHaveCount(2);
  await page.getByLabel('用户名').fill('hejing');
  await page.getByLabel('密码', { exact: true }).fill('not-the-password');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByText('用户名或密码不对')).toBeVisible();
  await expect(page.getByLabel('用户名')).toHaveValue('hejing');
  await expect(page).toHaveURL(/\/signin/);
});

test('a number that is no phone number is said at the field', async ({ openSignedOut }) => {
  const { page } = await openSignedOut({ device: 'phone' });
  await page.getByRole('radio', { name: '居民' }).check();
  const field = page.getByLabel('手机号');
  await field.fill('12345');
  await page.getByRole('button', { name: '发验证码' }).click();
  await expect(page.getByText('手机号是 11 位数字，请检查')).toBeVisible();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toHaveValue('12345');
});

test('a form says in place what is missing and keeps what was written', async ({ signInAs, stage }) => {
  const { page } = await signInAs('municipalLead', { path: '/d?view=waitingSign' });
  await page
    .getByRole('table', { name: '收件箱' })
    .getByRole('row')
    .filter({ has: page.getByRole('checkbox') })
    .nth(1)
    .click();
  const form = await openAct(page, '提出异议');
  const reason = form.getByLabel('为什么不归本单位');
  await reason.fill('这一段路由镇里养护');
  await form.getByRole('button', { name: '提出异议' }).click();
  await expect(form.getByLabel('依据', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await expect(form.getByText('请填写')).toHaveCount(1);
  await expect(reason).toHaveValue('这一段路由镇里养护');
  await stage(page, 'field-error');
  // closing loses nothing either
  await form.getByRole('button', { name: '先不办，写的留着' }).click();
  const again = await openAct(page, '提出异议');
  await expect(again.getByLabel('为什么不归本单位')).toHaveValue('这一段路由镇里养护');
});

test('when somebody else was faster the words stay, the change is shown, and the act goes on', async ({ signInAs, stage }) => {
  const title = '路面坑洼，王家屋场 4 号';
  const handler = await signInAs('municipalHandler', { path: '/d?view=all' });
  handler.watch.allow(/status of 409/);
  await openFromList(handler.page, title);
  const form = await openActBehind(handler.page, '补充说明');
  await form.getByLabel('补充什么').fill('已约好周五早上修');

  const lead = await signInAs('municipalLead', { path: '/d?view=all' });
  await openFromList(lead.page, title);
  const other = await openAct(lead.page, '补充说明');
  await other.getByLabel('补充什么').fill('材料今天到');
  await other.getByRole('button', { name: '补充说明' }).click();
  await expect(other).toBeHidden();

  await form.getByRole('button', { name: '补充说明' }).click();
  await expect(form.getByText('您写的时候，案子有了变化')).toBeVisible();
  await expect(form.getByText(/补充说明，江涛/)).toBeVisible();
  await expect(form.getByLabel('补充什么')).toHaveValue('已约好周五早上修');
  await stage(handler.page, 'somebody-was-faster');
  await form.getByRole('button', { name: /^看过变化，/ }).click();
  await expect(form).toBeHidden();
});

test('a file that is no photo is refused at once; a broken or too large one is refused by the server', async ({ signInAs, baseURL }) => {
  const { page } = await signInAs('resident', { device: 'phone', path: '/r/new' });
  await page.getByLabel('说一说').fill('河边有一盏灯坏了');
  await page
    .getByLabel('拍照')
    .setInputFiles({ name: 'notes.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('these are words, no picture') });
  await expect(page.getByText('这个文件不是照片，换一张')).toBeVisible();
  await expect(page.getByLabel('说一说')).toHaveValue('河边有一盏灯坏了');

  const upload = (id: string, data: Buffer) =>
    page.request.post(`/files?id=${id}`, { data, headers: { 'content-type': 'image/jpeg', ...(baseURL ? { origin: baseURL } : {}) } });
  const whole = (await takePhoto('灯', { at: places.building2 })).buffer;
  expect((await upload('01a20000-0000-7000-8000-000000000001', whole.subarray(0, 4_000))).status()).toBe(422);
  expect((await upload('01a20000-0000-7000-8000-000000000002', Buffer.alloc(PHOTO_MAX_BYTES + 1, 1))).status()).toBe(413);
});

test('what a photo carries of its taker does not leave the server with the public copy', async ({ signInAs, baseURL }) => {
  const { page } = await signInAs('resident', { device: 'phone' });
  const photo = await takePhoto('灯', { at: places.building2 });
  expect(photo.buffer.includes('Exif')).toBe(true);
  const id = '01a20000-0000-7000-8000-000000000003';
  const sent = await page.request.post(`/files?id=${id}`, {
    data: photo.buffer,
    headers: { 'content-type': 'image/jpeg', ...(baseURL ? { origin: baseURL } : {}) },
  });
  expect(sent.ok()).toBe(true);
  for (const variant of ['thumb', 'full']) {
    const answer = await page.request.get(`/files/${id}/${variant}`);
    expect(answer.ok()).toBe(true);
    expect((await answer.body()).includes('Exif')).toBe(false);
  }
});

test('an address of a case that is not theirs tells the resident nothing', async ({ signInAs }) => {
  const { page, watch } = await signInAs('resident', { device: 'phone' });
  watch.allow(/status of 40[034]/);
  await page.goto('/r/c/01a20000-0000-7000-8000-000000000009');
  await expect(page.getByText('这件事您看不了')).toBeVisible();
});
