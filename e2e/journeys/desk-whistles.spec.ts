import type { Locator, Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/accessible.ts';
import { expect, test } from '../fixtures/journey-test.ts';
import { chooseRadio } from '../steps/choose-radio.ts';
import { takeStep } from '../steps/whistle-steps.ts';

const silent = '围墙开裂倾斜，墙下是上学路';
const disputed = '雨水井反水，车库进水';
const asked = '公厕下水堵塞，夜间无灯';

async function expectSound(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
}

const column = (page: Page, stage: string) => page.getByRole('region', { name: stage, exact: true });
const card = (place: Page | Locator, title: string) => place.getByRole('listitem').filter({ hasText: title });

async function middleOf(part: Locator): Promise<{ x: number; y: number }> {
  const box = await part.boundingBox();
  if (!box) throw new Error('it is not on the page');
  return { x: box.x + box.width / 2, y: box.y + Math.min(60, box.height / 2) };
}

test('a department answers its whistles at once, from the one list of everything that waits for it', async ({ signInAs, stage }) => {
  const { page } = await signInAs('municipalLead', { path: '/d?view=todo' });
  const rows = page.getByRole('row');
  await expect(rows.filter({ hasText: silent })).toContainText('应哨');
  await expectSound(page);
  await stage(page, 'inbox');

  await test.step('the count of the rail is the number of rows, of cases and whistles together', async () => {
    const count = await page
      .getByRole('link', { name: /^待我办/ })
      .getByText(/^\d+$/)
      .textContent();
    await expect(page.locator('tr[data-row]')).toHaveCount(Number(count));
  });

  await test.step('a whistle opens beside the list as a case does, follows the keys, and goes by Escape', async () => {
    const beside = page.getByRole('complementary', { name: '吹哨' });
    await rows.filter({ hasText: silent }).click();
    await expect(beside.getByRole('heading', { name: silent })).toBeVisible();
    await expect(beside.getByRole('heading', { name: '为什么吹哨' })).toBeVisible();
    await expect(beside.getByRole('button', { name: '应哨' })).toBeVisible();
    await expect(page).toHaveURL(/[?&]w=[0-9a-f-]{36}/);
    await expectSound(page);
    await stage(page, 'beside');
    await page.reload();
    await expect(beside.getByRole('heading', { name: silent })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(beside).toBeHidden();
  });

  await test.step('two whistles are ticked by key and answered with one form', async () => {
    for (const title of [silent, disputed]) await rows.filter({ hasText: title }).getByRole('checkbox').check();
    await page.keyboard.press('1');
    const form = page.getByRole('dialog', { name: '应哨 2 件' });
    await expect(form.getByLabel('谁负责')).toHaveValue('江涛');
    await form.getByRole('button', { name: '应哨 2 件' }).click();
    await expect(form.getByText('电话号码 5 到 20 位')).toBeVisible();
    await form.getByLabel('办公电话').fill('0730-2221100');
    // the next working morning, within the limit to report in
    await expect(form.getByLabel(new RegExp(silent))).toHaveValue('2026-11-27T09:30');
    await expectAccessible(page);
    await stage(page, 'form');
    await form.getByRole('button', { name: '应哨 2 件' }).click();
    const outcome = page.getByRole('dialog', { name: '应哨结果' });
    await expect(outcome.getByText('办成 2 件，没成 0 件')).toBeVisible();
    await expect(outcome.getByText('市政设施维护中心已应哨')).toHaveCount(2);
    await outcome.getByRole('button', { name: '看过了' }).last().click();
  });

  await test.step('they owe the coming now, and the next form knows the contact', async () => {
    await expect(rows.filter({ hasText: silent })).toContainText('报到');
    await page.goto('/d/w');
    await expect(rows.filter({ hasText: disputed })).toContainText('报到');
    await expectSound(page);
    await stage(page, 'list');
  });

  await test.step('a link to the answer says by whom it was given, and where the whistle stands', async () => {
    await rows.filter({ hasText: silent }).click();
    await page.waitForURL(/\/d\/w\/[0-9a-f-]{36}$/);
    await page.goto(`${page.url()}?do=acknowledge`);
    await expect(page.getByText(/“应哨”已由市政设施维护中心 江涛在 .+ 办了。/)).toBeVisible();
    await expect(page.getByText(/现在是“.+”，由.+办。/)).toBeVisible();
  });
});

test('the board carries a card by mouse, finger and keys, and says why another goes back', async ({ signInAs, stage }) => {
  const { page } = await signInAs('streetOperator', { path: '/d/board' });
  const drafted = column(page, '起草');
  await expect(card(drafted, asked)).toBeVisible();
  await expectSound(page);

  await test.step('a card goes back where the step is somebody else’s', async () => {
    const from = await middleOf(card(page, silent));
    const to = await middleOf(column(page, '已到场·征求意见'));
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 8 });
    await stage(page, 'refused');
    await page.mouse.up();
    await expect(page.getByText(/“报到”由.+办，不由你办/).last()).toBeVisible();
    await expect(card(column(page, '已到场·征求意见'), silent)).toHaveCount(0);
    await expect(page).toHaveURL(/\/d\/board$/);
  });

  await test.step('by keys it is told what a column would do, and Escape puts it back', async () => {
    await card(drafted, asked).getByRole('link', { name: asked }).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
    await expect(page.getByText('“已吹哨·待应哨”：批准吹哨')).toBeVisible();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByText(/“已应哨·待报到”：不能从/)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(card(drafted, asked)).toBeVisible();
  });

  await test.step('a finger lifts it by a long press and puts it where the lifecycle allows', async () => {
    const tablet = await signInAs('streetOperator', { device: 'tablet', path: '/d/board' });
    const from = await middleOf(card(tablet.page, asked));
    const to = await middleOf(column(tablet.page, '已吹哨·待应哨'));
    const hand = await tablet.page.context().newCDPSession(tablet.page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: { x: number; y: number }) =>
      hand.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] });
    await touch('touchStart', from);
    await expect(tablet.page.getByText('“起草”：原处')).toBeVisible();
    for (let step = 1; step <= 6; step++) {
      await touch('touchMove', { x: from.x + ((to.x - from.x) * step) / 6, y: from.y + ((to.y - from.y) * step) / 6 });
    }
    await expect(tablet.page.getByText('“已吹哨·待应哨”：批准吹哨')).toBeVisible();
    await stage(tablet.page, 'carried');
    await touch('touchEnd');
    await expect(tablet.page.getByText(/批准吹哨，已办。现在是“已吹哨·待应哨”，等.+办。/).first()).toBeVisible();
    await expect(card(column(tablet.page, '已吹哨·待应哨'), asked)).toBeVisible();
    await expectSound(tablet.page);
  });

  await test.step('filters stand in the address and the columns count by them', async () => {
    await page.getByRole('button', { name: '只看重点盯办' }).click();
    await expect(page).toHaveURL(/view=hot/);
    await expect(page.getByText(/^重点盯办 \d+ 件$/)).toBeVisible();
    await expect(card(page, asked)).toHaveCount(0);
  });
});

test('the visits of a day are a numbered route, and the secretary sees the whistles on the overview', async ({ signInAs, stage }) => {
  for (const device of ['desktop', 'tabletUpright', 'phone'] as const) {
    const { page } = await signInAs('streetOperator', { device, path: '/d/visits' });
    await page.getByRole('button', { name: '后一天' }).click();
    await expect(page).toHaveURL(/day=2026-11-27$/);
    await expect(page.getByRole('link', { name: new RegExp(disputed) })).toBeVisible();
    await expect(page.getByText(/^11月27日.*处，\d+ 个到场$/)).toBeVisible();
    await expectSound(page);
    await stage(page, `visits-${device}`);
    await page.goto('/d/visits?day=2026-11-28');
    await expect(page.getByText('这一天没有到场')).toBeVisible();
    await page.close();
  }
  const { page } = await signInAs('secretary', { path: '/s' });
  const line = page.getByRole('region', { name: '吹哨' });
  const open = line.getByRole('link', { name: /在办$/ });
  const count = (await open.textContent())?.match(/\d+/)?.[0];
  await open.click();
  await expect(page.getByRole('heading', { level: 1, name: '在办' })).toBeVisible();
  await expect(page.locator('tr[data-row]')).toHaveCount(Number(count));
  await expect(page.getByRole('navigation', { name: '主要页面' }).getByRole('link', { name: '吹哨' })).toHaveAttribute(
    'aria-current',
    'page',
  );
  await expectSound(page);
});

test('a unit without a position reports in by the six digits of the secretary’s tablet', async ({ signInAs, stage }) => {
  const unit = await signInAs('municipalHandler', { path: '/d/w?view=all' });
  await unit.page.getByRole('row').filter({ hasText: silent }).click();
  await unit.page.waitForURL(/\/d\/w\/[0-9a-f-]{36}$/);
  const path = new URL(unit.page.url()).pathname.replace('/d/', '/s/');
  const tablet = await signInAs('secretary', { device: 'tablet', path: `${path}/visit` });
  const digits = await tablet.page
    .getByText(/^\d{3}\s?\d{3}$/)
    .first()
    .textContent();
  await takeStep(unit.page, '报到', async (form) => {
    await chooseRadio(form.getByRole('radio', { name: '用到场码' }));
    await form.getByLabel('六位到场码').fill((digits ?? '').replace(/\s/g, ''));
    await stage(unit.page, 'code');
  });
  const arrived = tablet.page.getByRole('listitem').filter({ hasText: '市政设施维护中心' });
  await expect(arrived).toContainText('到场码');
  await stage(tablet.page, 'tablet');
});
