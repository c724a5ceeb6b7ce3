import { expectAccessible } from '../fixtures/accessible.ts';
import { expect, test } from '../fixtures/journey-test.ts';
import type { PersonKey } from '../fixtures/people.ts';

/** Whoever comes to pages that are not theirs is told so, and shown the way to their own. */
const strangers: readonly { who: PersonKey; path: string; told: string }[] = [
  { who: 'resident', path: '/d', told: '您没有工作台的职务' },
  { who: 'resident', path: '/f', told: '这里是网格员的页面' },
  { who: 'resident', path: '/s', told: '这里由社区和街道使用' },
  { who: 'resident', path: '/a/people', told: '这里由管理员使用' },
  { who: 'dispatcher', path: '/a/territory', told: '这里由管理员使用' },
  { who: 'municipalHandler', path: '/s', told: '这里由社区和街道使用' },
  { who: 'municipalHandler', path: '/f', told: '这里是网格员的页面' },
  { who: 'auditor', path: '/a/people', told: '这里由管理员使用' },
];

test('pages of others say whose they are', async ({ signInAs }) => {
  for (const { who, path, told } of strangers) {
    await test.step(`${who} at ${path}`, async () => {
      const { page } = await signInAs(who, { path });
      await expect(page.getByRole('heading', { level: 1, name: told })).toBeVisible();
      await expectAccessible(page);
      await page.close();
    });
  }
});

test('who is not signed in is asked to sign in and comes back to the page', async ({ openSignedOut }) => {
  for (const path of ['/d/triage', '/s/score', '/a/calendar']) {
    const { page } = await openSignedOut({ path, allow: /status of 401/ });
    await page.getByRole('link', { name: '去登录' }).click();
    await expect(page).toHaveURL(new RegExp(`/signin\\?next=${encodeURIComponent(path)}`));
    await page.close();
  }
  const { page } = await openSignedOut({ path: '/f', device: 'tablet', allow: /status of 401/ });
  await expect(page.getByRole('heading', { level: 1, name: '登录' })).toBeVisible();
  await page.getByLabel('用户名').fill('chenxiaoman');
  await page.getByLabel('密码', { exact: true }).fill('wangge-2026');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: '陈小满' })).toBeVisible();
});

test('an address that leads nowhere says so', async ({ openSignedOut, signInAs }) => {
  const nowhere = await openSignedOut({ path: '/no/such/page', allow: /status of 404/ });
  await expect(nowhere.page.getByRole('heading', { level: 1, name: '没有这一页' })).toBeVisible();
  for (const [who, path] of [
    ['resident', '/r/nothing'],
    ['gridWorker', '/f/nothing'],
    ['dispatcher', '/d/nothing'],
    ['secretary', '/s/nothing'],
    ['administrator', '/a/nothing'],
  ] as const) {
    const { page } = await signInAs(who, { path });
    await expect(page.getByRole('heading', { level: 1, name: '没有这一页' })).toBeVisible();
    await page.getByRole('link', { name: '回到首页' }).click();
    await expect(page).not.toHaveURL(/nothing/);
    await page.close();
  }
});
