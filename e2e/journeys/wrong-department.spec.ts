import { places } from '../fixtures/devices.ts';
import { expect, test } from '../fixtures/journey-test.ts';
import { history, openAct, openFromList, send, sign } from '../steps/desk-steps.ts';
import { reportFromCamera } from '../steps/field-steps.ts';
import { chooseLead, chooseShownLead, openReport, queue } from '../steps/triage-steps.ts';

const title = '9栋路口的灯三天没亮了';

test('a matter sent to the wrong department goes back, and on to the right one', async ({ signInAs, stage }) => {
  test.setTimeout(150_000);
  const dispatcher = await signInAs('dispatcher', { path: '/d/triage' });
  const street = await signInAs('streetOperator', { path: '/d/objections' });
  await expect(queue(street.page).getByRole('heading', { level: 1 })).toBeVisible();

  await test.step('the grid worker reports with the viewfinder', async () => {
    const worker = await signInAs('gridWorker', { device: 'tablet', at: places.building9 });
    await reportFromCamera(worker.page, { category: '路灯不亮', note: title });
    await stage(worker.page, 'reported');
  });

  await test.step('the dispatcher registers; departments are the street’s to send', async () => {
    const panel = await openReport(dispatcher.page, title);
    await expect(panel.getByRole('radio', { name: /市政设施维护中心/ })).toBeChecked();
    await panel.getByRole('button', { name: /^立案，交街道派遣/ }).click();
    await expect(dispatcher.page.getByText('已立案', { exact: true })).toBeVisible();
    await stage(dispatcher.page, 'registered');
  });

  await test.step('the street sends it to the wrong department', async () => {
    await queue(street.page)
      .getByRole('button', { name: new RegExp(title) })
      .click();
    const form = await openAct(street.page, '派遣');
    await chooseLead(form, '环卫所');
    await form.getByLabel('给单位的话').fill('请看是不是灯具归你们');
    await stage(street.page, 'dispatch-form');
    await send(form, '派遣');
  });

  await test.step('its lead objects with reason and legal basis', async () => {
    const wrong = await signInAs('sanitationLead', { path: '/d?view=waitingSign' });
    await openFromList(wrong.page, title);
    const form = await openAct(wrong.page, '提出异议');
    await form.getByLabel('为什么不归本单位').fill('路灯养护不在环卫职责内');
    await form.getByLabel('依据', { exact: true }).fill('三定方案第四条：路灯由市政设施维护中心养护');
    await send(form, '提出异议');
    await stage(wrong.page, 'objected');
  });

  await test.step('another officer of the street upholds, reading both sides', async () => {
    const reviewer = await signInAs('secondStreetOperator', { path: '/d/objections' });
    const { page } = reviewer;
    await queue(page)
      .getByRole('button', { name: new RegExp(title) })
      .click();
    await expect(page.getByText('三定方案第四条：路灯由市政设施维护中心养护').first()).toBeVisible();
    await stage(page, 'both-sides');
    const form = await openAct(page, '异议成立');
    await form.getByLabel('裁定意见').fill('异议成立，改派市政');
    await send(form, '异议成立');
  });

  await test.step('it is dispatched again, without the released unit, and signed', async () => {
    await queue(street.page)
      .getByRole('button', { name: new RegExp(title) })
      .click();
    const form = await openAct(street.page, '派遣');
    await expect(form.getByRole('radio', { name: /市政设施维护中心/ })).toBeVisible();
    await chooseShownLead(form, '市政设施维护中心');
    await send(form, '派遣');
    const right = await signInAs('municipalHandler');
    await openFromList(right.page, title);
    await sign(right.page);
    const line = history(right.page);
    for (const what of [/^派单异议/, /^异议成立，重新派遣/, /^签收/]) await expect(line.getByRole('heading', { name: what })).toBeVisible();
    await stage(right.page, 'signed');
  });
});

test('an objection that does not hold binds the unit; nobody rules on their own dispatch', async ({ signInAs, stage }) => {
  const disputed = '树枝遮窗，河畔人家 3 栋';
  const { page } = await signInAs('streetOperator', { path: '/d/objections' });
  const panel = page.getByRole('complementary', { name: '案件' });
  const rule = panel.getByRole('button', { name: /^异议不成立/ });

  await queue(page)
    .getByRole('button', { name: /下水道堵了，水岸二期 6 栋/ })
    .click();
  await expect(panel.getByRole('heading', { name: '下水道堵了，水岸二期 6 栋' }).first()).toBeVisible();
  await expect(history(page).getByText('孙岚').first()).toBeVisible();
  await expect(rule).toHaveCount(0);

  await queue(page)
    .getByRole('button', { name: new RegExp(disputed) })
    .click();
  await expect(rule).toBeVisible();
  const form = await openAct(page, '异议不成立');
  await form.getByLabel('裁定意见').fill('树在公共绿地上，由园林所办');
  await send(form, '异议不成立');
  await expect(queue(page).getByRole('button', { name: new RegExp(disputed) })).toHaveCount(0);

  const unit = await signInAs('gardensLead', { path: '/d?view=waitingSign' });
  await openFromList(unit.page, disputed);
  await expect(history(unit.page).getByRole('heading', { name: /^异议不成立，由该单位主办/ })).toBeVisible();
  await expect(unit.page.getByRole('button', { name: /^提出异议/ })).toHaveCount(0);
  await stage(unit.page, 'bound');
});
