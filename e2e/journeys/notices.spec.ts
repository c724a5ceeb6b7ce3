import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/accessible.ts';
import { places } from '../fixtures/devices.ts';
import { countLoads, expect, test } from '../fixtures/journey-test.ts';
import { send } from '../steps/desk-steps.ts';
import { reportFromCamera } from '../steps/field-steps.ts';
import { chooseLead, openReport } from '../steps/triage-steps.ts';

const title = '2栋门口的井盖一踩就响';

test('a notice rings while the page stays open, opens the act to do, and leaves when it is done', async ({
  signInAs,
  openSignedOut,
  stage,
}) => {
  test.setTimeout(150_000);
  const dispatcher = await signInAs('dispatcher', { path: '/d/notices' });
  const street = await signInAs('streetOperator', { path: '/d/notices' });
  const handler = await signInAs('municipalHandler', { path: '/d/notices' });
  const lead = await signInAs('municipalLead', { device: 'phone', path: '/d/notices' });
  const loads = countLoads(handler.page);
  const row = (page: typeof handler.page) => page.getByRole('link', { name: new RegExp(title) });

  await test.step('the report rings at the dispatcher, whose row opens the triage', async () => {
    const worker = await signInAs('gridWorker', { device: 'tablet', at: places.building2 });
    await reportFromCamera(worker.page, { category: '井盖缺损', note: title });
    await expect(row(dispatcher.page)).toBeVisible();
    await stage(dispatcher.page, 'dispatcher');
    await row(dispatcher.page).click();
    await expect(dispatcher.page).toHaveURL(/\/d\/triage/);
    const panel = await openReport(dispatcher.page, title);
    await panel.getByRole('button', { name: /^立案，交街道派遣/ }).click();
    await expect(dispatcher.page.getByText('已立案', { exact: true })).toBeVisible();
  });

  await test.step('the street opens the form to dispatch from its row', async () => {
    await row(street.page).click();
    const form = street.page.getByRole('dialog', { name: '派遣' });
    await expect(form).toBeVisible();
    await chooseLead(form, '市政设施维护中心');
    await send(form, '派遣');
  });

  await test.step('the handler’s bell and list agree, and the row leads to the one act', async () => {
    const { page } = handler;
    await expect(row(page)).toBeVisible();
    expect(loads()).toBe(0);
    const bell = page.getByRole('link', { name: /^通知，\d+ 条未读$/ });
    const unread = Number(/(\d+)/.exec((await bell.getAttribute('aria-label')) ?? '')?.[1]);
    await expect(page.getByRole('list').getByRole('link')).toHaveCount(unread);
    await stage(page, 'handler');
    await expectAccessible(page);
    await row(page).click();
    await expect(page).toHaveURL(/\/d\/c\/.+\?do=sign$/);
    await expect(page.getByText('请您办这一步')).toBeVisible();
    await stage(page, 'act');
    await page.getByRole('button', { name: '签收' }).first().click();
    await expect(page.getByText('签收，已办')).toBeVisible();
    await expect(page.getByText('请您办这一步')).toBeHidden();
    const link = page.url();
    await page.goto(link);
    await expect(page.getByText(/“签收”已由.+办了。/)).toBeVisible();

    // the same link on a device where nobody is signed in comes back to the act afterwards
    const stranger = await openSignedOut({ path: new URL(link).pathname + new URL(link).search });
    await expect(stranger.page.getByRole('link', { name: '去登录' })).toHaveAttribute('href', /next=.*%3Fdo%3Dsign$/);
  });

  await test.step('the lead reads it on a phone', async () => {
    const { page } = lead;
    await expect(row(page)).toBeVisible();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await stage(page, 'lead-phone');
    await page.getByRole('button', { name: '全部标为已读' }).click();
    await expect(page.getByText('没有未读通知')).toBeVisible();
    await expect(page.getByRole('link', { name: '通知', exact: true })).toBeVisible();
  });

  await test.step('the lead says how to be told', async () => {
    const { page } = lead;
    await page.getByRole('button', { name: '怎么通知我' }).click();
    await page.getByRole('checkbox', { name: '进展 短信' }).check();
    await page.getByLabel('邮箱').fill('jiangtao');
    await page.getByRole('button', { name: '保存设置' }).click();
    await expect(page.getByText('邮箱写得不对')).toBeVisible();
    await page.getByLabel('邮箱').fill('jiangtao@example.cn');
    await page.getByLabel('从', { exact: true }).fill('21:30');
    await page.getByRole('checkbox', { name: '不急的邮件每天合成一封' }).check();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await stage(page, 'settings-phone');
    await page.getByRole('button', { name: '保存设置' }).click();
    await expect(page.getByText('设置已保存')).toBeVisible();
    await page.reload();
    await page.getByRole('button', { name: '怎么通知我' }).click();
    await expect(page.getByRole('checkbox', { name: '进展 短信' })).toBeChecked();
    await expect(page.getByLabel('邮箱')).toHaveValue('jiangtao@example.cn');
    await expect(page.getByLabel('从', { exact: true })).toHaveValue('21:30');
    await expect(page.getByLabel('几点发')).toHaveValue('08:00');
  });

  await test.step('the field, the secretary and the administrator have theirs', async () => {
    const field = await signInAs('gridWorker', { device: 'tablet', path: '/f/notices' });
    await expect(field.page.getByRole('heading', { name: '通知', exact: true })).toBeVisible();
    await expectAccessible(field.page);
    await stage(field.page, 'field');
    const secretary = await signInAs('secretary', { path: '/s/notices' });
    await expect(secretary.page.getByRole('heading', { name: '通知', exact: true })).toBeVisible();
    await expectAccessible(secretary.page);
    await stage(secretary.page, 'secretary');
    const admin = await signInAs('administrator', { path: '/a/notices' });
    await expect(admin.page.getByRole('heading', { name: '通知', exact: true })).toBeVisible();
    await expectAccessible(admin.page);
    await stage(admin.page, 'admin');
    await admin.page.getByRole('link', { name: '消息' }).click();
    await expect(admin.page.getByRole('heading', { name: '没送到的消息' })).toBeVisible();
    await expect(admin.page.getByText('都送到了')).toBeVisible();
    await expectAccessible(admin.page);
    await stage(admin.page, 'deliveries');
  });
});
