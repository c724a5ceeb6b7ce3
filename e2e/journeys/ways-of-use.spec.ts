import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/accessible.ts';
import { expect, test } from '../fixtures/journey-test.ts';
import { queue } from '../steps/triage-steps.ts';

test('the duty desk works by the keyboard alone', async ({ signInAs, stage }) => {
  const { page } = await signInAs('dispatcher', { path: '/d/triage' });
  const panel = page.getByRole('complementary', { name: '受理' });
  const current = panel.getByRole('heading', { level: 2 });
  await expect(current).toBeVisible();
  const first = (await current.textContent()) ?? '';
  await page.keyboard.press('j');
  await expect(current).not.toHaveText(first);
  await page.keyboard.press('k');
  await expect(current).toHaveText(first);
  // the report that waits for a first look: chosen by keys, lead by letter, registered by Enter
  const title = '小区门口有人卖活鸡，地上都是水';
  for (let step = 0; step < 10 && (await current.textContent()) !== title; step += 1) {
    const before = (await current.textContent()) ?? '';
    await page.keyboard.press('j');
    await expect(current).not.toHaveText(before);
  }
  await expect(current).toHaveText(title);
  await expect(panel.getByRole('radio').nth(1)).toBeVisible();
  await page.keyboard.press('b');
  await expect(panel.getByRole('radio').nth(1)).toBeChecked();
  await page.keyboard.press('a');
  await expect(panel.getByRole('radio').nth(0)).toBeChecked();
  await page.keyboard.press('v');
  await expect(page.getByRole('dialog', { name: '请网格员核实' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^已立案/)).toBeVisible();
  await expect(queue(page).getByRole('button', { name: new RegExp(title) })).toHaveCount(0);
  await stage(page, 'keyboard');
  await page.keyboard.press('/');
  await expect(page.getByRole('combobox', { name: '编号、地点、事情' })).toBeFocused();
});

test('every page changes to English and remembers it', async ({ signInAs, openSignedOut }) => {
  const door = await openSignedOut();
  await door.page.getByRole('button', { name: 'English' }).click();
  await expect(door.page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await expect(door.page.locator('html')).toHaveAttribute('lang', 'en');

  const resident = await signInAs('resident', { device: 'phone' });
  await resident.page.getByRole('button', { name: 'English' }).click();
  await expect(resident.page.getByRole('heading', { level: 1, name: 'What would you like to tell us?' })).toBeVisible();
  await resident.page.reload();
  await expect(resident.page.getByRole('heading', { level: 1, name: 'What would you like to tell us?' })).toBeVisible();
  await expectNoSidewaysScroll(resident.page);

  const secretary = await signInAs('secretary');
  await secretary.page.getByRole('button', { name: '切换到英文' }).click();
  await expect(secretary.page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  await expectNoSidewaysScroll(secretary.page);
});

test('the large print has large targets, large letters and says it plainly', async ({ openSignedOut, stage }) => {
  const { page } = await openSignedOut({ device: 'phone', path: '/r' });
  await page.getByRole('button', { name: '长辈版' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'elder');
  for (const path of ['/r', '/r/new', '/r/new/where', '/r/my']) {
    await test.step(path, async () => {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
      const small = await page
        .locator('button:visible, a:visible, select:visible, textarea:visible, input:not([type="file"]):visible')
        .evaluateAll((targets) =>
          targets
            .map((target) => ({
              words: target.getAttribute('aria-label') ?? target.textContent?.trim() ?? '',
              box: target.getBoundingClientRect(),
            }))
            .filter(({ box }) => box.width > 1 && (Math.round(box.height) < 60 || Math.round(box.width) < 60))
            .map(({ words, box }) => `${words} ${Math.round(box.width)}×${Math.round(box.height)}`),
        );
      expect(small, 'targets below 60×60').toEqual([]);
      const letters = await page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
      expect(letters).toBeGreaterThanOrEqual(24);
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
      await stage(page, `elder${path.replaceAll('/', '-')}`);
    });
  }
});

test('every number of the overview equals the list it opens', async ({ signInAs }) => {
  const { page } = await signInAs('secretary');
  const tiles = page.getByRole('region', { name: '五个数' }).getByRole('link');
  await expect(tiles).toHaveCount(5);
  for (const name of ['超期', '今日新增', '待受理、待派', '重复诉求']) {
    await test.step(name, async () => {
      const tile = tiles.filter({ hasText: name });
      const shown = Number(/\d+/.exec((await tile.textContent()) ?? '')?.[0]);
      await tile.click();
      const sum = page
        .getByRole('main')
        .getByText(/^\d+ 件/)
        .first();
      await expect(sum).toHaveText(new RegExp(`^${shown} 件`));
      if (name !== '重复诉求') {
        const rows = page.getByRole('table', { name: '案件列表' }).getByRole('row', { name: /^选中|\d{4}-\d{4}|—/ });
        await expect(rows).toHaveCount(shown);
      }
      await page.goto('/s');
    });
  }
  await test.step('满意率', async () => {
    const tile = tiles.filter({ hasText: '满意率' });
    const [, satisfied] = /(\d+) \/ \d+/.exec((await tile.textContent()) ?? '') ?? [];
    await tile.click();
    await expect(page.getByRole('heading', { level: 2, name: new RegExp(`${satisfied} 件$`) })).toBeVisible();
  });
});
