import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/accessible.ts';
import { type Device, devices } from '../fixtures/devices.ts';
import { expect, movedTest } from '../fixtures/moved-test.ts';
import { fillTask } from '../steps/whistle-plan-steps.ts';
import { openWhistleAct, takeStep } from '../steps/whistle-steps.ts';

const test = movedTest('2026-11-20T09:10');
const pages = { '/a/duties': '社区职责清单', '/a/whistle-settings': '吹哨规则', '/a/case-settings': '案件规则' } as const;
const parties = (page: Page) => page.getByRole('region', { name: /^各方/ });

/** Changes figures by their labels, sees what that changes, and saves it with a reason. */
async function saveRules(page: Page, group: string, figures: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(figures))
    await page.getByRole('region', { name: group }).getByLabel(label, { exact: true }).fill(value);
  await page.getByRole('button', { name: '看看会改什么' }).click();
  const dialog = page.getByRole('dialog');
  for (const label of Object.keys(figures)) await expect(dialog.getByRole('rowheader', { name: label })).toBeVisible();
  await dialog.getByLabel('为什么改').fill('区社会工作部第 12 号通知');
  await dialog.getByRole('button', { name: /^保存第 \d+ 版$/ }).click();
  await expect(page.getByText(/^第 \d+ 版已保存$/)).toBeVisible();
}

test('the administrator keeps the duty list and the rules: the next plan and the next whistle go by them', async ({ signInAs, stage }) => {
  test.setTimeout(240_000);
  const { page: admin } = await signInAs('administrator', { path: '/a/duties', allow: /status of 409/ });

  await test.step('a pasted list brings what can be taken and names the line that cannot', async () => {
    await admin.getByRole('button', { name: '导入' }).click();
    const dialog = admin.getByRole('dialog', { name: '导入职责清单' });
    await dialog
      .getByLabel('把清单贴在这里')
      .fill('编号,事项,依据\n09,小广告清除,区清单第 9 条\n01,重复的,区清单\n10,公示栏更新,区清单第 10 条');
    await expect(dialog.getByText('1 行没有收，其余照常导入')).toBeVisible();
    await expect(dialog.getByRole('listitem').filter({ hasText: '第 3 行' })).toContainText('这个编号已在清单里');
    await stage(admin, 'import');
    await dialog.getByRole('button', { name: '导入 2 条' }).click();
    await expect(admin.getByRole('row', { name: /^10 公示栏更新/ })).toBeVisible();
    await admin.getByRole('button', { name: '加一条' }).click();
    const form = admin.getByRole('dialog', { name: '加一条社区职责' });
    await form.getByLabel('编号').fill('09');
    await form.getByLabel('事项').fill('楼道灯报修');
    await form.getByLabel('依据').fill('区清单第 11 条');
    await form.getByRole('button', { name: '加进清单' }).click();
    await expect(form.getByText('编号 09 已在清单里，先停用旧的')).toBeVisible();
    await form.getByLabel('编号').fill('11');
    await form.getByRole('button', { name: '加进清单' }).click();
    await expect(admin.getByRole('row', { name: /^11 楼道灯报修/ })).toBeVisible();
  });

  await test.step('a task that an ended item named is refused while the plan is still being written', async () => {
    const { page: lead } = await signInAs('gardensHandler', { path: '/d/w?view=open', allow: /status of 409/ });
    await lead.getByText('大树压屋，枯枝掉落').first().click();
    await expect(lead.getByRole('heading', { level: 1, name: /^大树压屋/ })).toBeVisible();
    const form = await openWhistleAct(lead, '拟方案');
    await form.getByRole('button', { name: '加一项' }).click();
    await fillTask(form, 1, { what: '逐户说明修剪安排', from: '2026-11-23', to: '2026-11-25' });
    const row = form.getByRole('group', { name: '第 1 项', exact: true });
    const community = row.getByLabel('谁做').locator('option').filter({ hasText: '职责清单内' });
    await row.getByLabel('谁做').selectOption((await community.getAttribute('value')) ?? '');
    await row.getByLabel('职责清单哪一条').selectOption('03');
    await admin.getByRole('button', { name: '停用 03 组织居民议事' }).click();
    const ending = admin.getByRole('dialog', { name: /^停用 03/ });
    await ending.getByLabel('为什么停用').fill('改由街道组织');
    await ending.getByRole('button', { name: '停用这一条' }).click();
    await expect(admin.getByText('已停用 03')).toBeVisible();
    await expect(row.getByLabel('职责清单哪一条').locator('option:checked')).toHaveText('03（已停用）');
    await form.getByRole('button', { name: '拟方案', exact: true }).click();
    await expect(form.getByText('第 1 项不在社区职责清单内，不能派给社区')).toBeVisible();
    await stage(lead, 'refused');
    await row.getByLabel('职责清单哪一条').selectOption('10');
    await form.getByRole('button', { name: '拟方案', exact: true }).click();
    await expect(lead.getByText('拟方案，已办').first()).toBeVisible();
    await admin.getByRole('button', { name: '包括已停用' }).click();
    await expect(admin.getByRole('row', { name: /^03 组织居民议事/ })).toContainText('已停用：改由街道组织（郑凯）');
    await lead.close();
  });

  const wall = '围墙开裂倾斜，墙下是上学路';
  const { page: street } = await signInAs('streetOperator', { path: '/d/w?view=open' });
  await street.getByText(wall).first().click();
  const before = await parties(street).textContent();

  await test.step('limits are changed, and the page says that what was blown keeps its own', async () => {
    await admin.goto('/a/whistle-settings');
    await expect(admin.getByText(/已经吹的哨按吹哨时的时限算到销账/)).toBeVisible();
    await saveRules(admin, '时限（普通哨）', { 应哨: '2', 到场: '1' });
    await stage(admin, 'whistle-rules');
    await admin.goto('/a/case-settings');
    await saveRules(admin, '上报和核查', { 核查离现场最远: '200' });
    await stage(admin, 'case-rules');
  });

  await test.step('the next whistle is due by them, the one before stays', async () => {
    const { page: office } = await signInAs('secretary', { path: '/s/w/new' });
    await office.getByLabel('一句话标题').fill('井盖下沉，雨天积水');
    await office.getByLabel('为什么社区自己办不了').fill('管网归市政，社区没有资质');
    await office.getByLabel('地点', { exact: true }).fill('方家坪小区 5 栋前');
    await office.getByRole('button', { name: /^全部 \d+ 个单位/ }).click();
    await office.getByRole('radiogroup', { name: '房管所怎么参加' }).getByText('主办').click();
    await office.mouse.move(1040, 420);
    await office.mouse.down();
    await office.mouse.move(1080, 350, { steps: 6 });
    await office.mouse.up();
    await expect(office.getByText(/^已对准/)).toBeVisible();
    await office.getByRole('button', { name: '报街道，吹哨' }).click();
    await office.waitForURL(/\/s\/w\/[0-9a-f-]{36}$/);
    await street.goto(new URL(office.url()).pathname.replace('/s/', '/d/'));
    await takeStep(street, '批准吹哨');
    await expect(parties(street).getByText('今天 11:10 前')).toHaveCount(1);
    await expect(parties(street).getByText('11月23日 18:00 前')).toHaveCount(1);
    await stage(street, 'next-whistle');
    await street.goto('/d/w?view=open');
    await street.getByText(wall).first().click();
    await expect(parties(street)).toBeVisible();
    expect(await parties(street).textContent()).toBe(before);
    await office.goto('/s/duties');
    await expect(office.getByRole('row', { name: /^11 楼道灯报修/ })).toBeVisible();
    await expect(office.getByRole('button', { name: /停用/ })).toHaveCount(1);
    await expectAccessible(office);
  });

  await test.step('the pages hold on every device', async () => {
    for (const device of Object.keys(devices) as Device[]) {
      const { page } = await signInAs('administrator', { device, path: '/a/duties' });
      for (const [path, title] of Object.entries(pages)) {
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
        await expect(page.getByRole('heading', { level: 2 }).or(page.getByRole('table')).first()).toBeVisible();
        await expectNoSidewaysScroll(page);
        await expectAccessible(page);
        await stage(page, `${device}${path.replaceAll('/', '-')}`);
      }
      await page.close();
    }
  });
});
