import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/accessible.ts';
import type { Device } from '../fixtures/devices.ts';
import { expect, test } from '../fixtures/journey-test.ts';
import type { PersonKey } from '../fixtures/people.ts';
import { chooseRadio } from '../steps/choose-radio.ts';

/** Opens the chosen figure of a row and answers with the number it counts; the list behind holds exactly as many rows. */
async function openFigure(page: Page, { row, figure }: { row: RegExp; figure: string }): Promise<number> {
  const line = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: row }) });
  const link = line.getByRole('link', { name: figure });
  const said = (await link.locator('small').first().textContent()) ?? '';
  // `11 / 12`, or `4 件` where marks are counted
  const counted = Number(said.match(/\d+/g)?.at(-1));
  await link.click();
  const behind = page.getByRole('region', { name: /^全部/ }).first();
  await expect(behind.getByRole('heading', { name: `全部 ${counted} 件` })).toBeVisible();
  await expect(behind.getByRole('table').locator('tbody tr')).toHaveCount(counted);
  return counted;
}

test('a number of the secretary opens exactly its whistles, and from there the whistle', async ({ signInAs }) => {
  const { page } = await signInAs('secretary', { path: '/s/w' });
  await page.getByRole('link', { name: '考评' }).click();
  await expect(page.getByRole('heading', { name: '吹哨考评' })).toBeVisible();
  expect(await openFigure(page, { row: /^房管所$/, figure: '应哨及时率' })).toBeGreaterThan(2);
  await expect(page.getByRole('heading', { name: /^房管所\s*应哨及时率$/ })).toBeVisible();
  await chooseRadio(page.getByRole('radio', { name: '按社区' }));
  expect(await openFigure(page, { row: /^友谊河社区$/, figure: '到场及时率' })).toBeGreaterThan(4);
  const number = page.getByRole('table').last().getByRole('link').first();
  const whistleNo = (await number.textContent()) ?? '';
  await number.click();
  await expect(page.getByText(whistleNo).first()).toBeVisible();
  expect(new URL(page.url()).pathname).toMatch(/^\/s\/w\/[0-9a-f-]{36}$/);
});

test('a department sees its own part; a period without whistles says so; the table can be taken away', async ({ signInAs }) => {
  const { page } = await signInAs('housingLead', { path: '/d/w/figures' });
  const own = await openFigure(page, { row: /^合计$/, figure: '应哨及时率' });
  expect(own).toBeGreaterThan(2);
  await expect(page.getByRole('rowheader')).toHaveText(['合计', '友谊河社区']);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出 CSV' }).click();
  expect((await download).suggestedFilename()).toMatch(/^whistle-figures-\d.*\.csv$/);
  await chooseRadio(page.getByRole('radio', { name: '年', exact: true }));
  await page.getByRole('button', { name: '前一段' }).click();
  await expect(page.getByText('2025 年')).toBeVisible();
  await expect(page.getByText('这段时间没有哨')).toBeVisible();
});

const looked: readonly [PersonKey, string, readonly Device[]][] = [
  ['secretary', '/s/w/figures', ['desktop', 'tablet', 'tabletUpright', 'phone']],
  ['secretary', '/s/w/figures?by=community&figure=blown', ['desktop']],
  ['streetOperator', '/d/w/figures', ['desktop', 'tablet']],
  ['housingLead', '/d/w/figures?figure=called&part=missed', ['desktop', 'phone']],
];
for (const [who, path, devices] of looked) {
  for (const device of devices) {
    test(`${path} is whole and accessible for the ${who} on the ${device}`, async ({ signInAs }) => {
      const { page } = await signInAs(who, { path, device });
      await expect(page.getByRole('heading', { name: '吹哨考评' })).toBeVisible();
      await expect(page.getByRole('table').first()).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    });
  }
}

test('a grid worker is told whose figures these are', async ({ signInAs }) => {
  const { page } = await signInAs('gridWorker', { path: '/s/w/figures', allow: /404|notFound|NOT_FOUND/ });
  await expect(page.getByText('看不到这里的考评')).toBeVisible();
});
