import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/accessible.ts';
import { places } from '../fixtures/devices.ts';
import { countLoads, expect, test } from '../fixtures/journey-test.ts';
import { takePhoto } from '../fixtures/photo.ts';
import { contact, feedback, history, openAct, openFromList, revealPhone, send, sign, supportResult } from '../steps/desk-steps.ts';
import { answerVerification, inspect, openTask } from '../steps/field-steps.ts';
import { progress, rate, reportMatter } from '../steps/resident-steps.ts';
import { scoreRow } from '../steps/score-steps.ts';
import { chooseShownLead } from '../steps/triage-steps.ts';

const title = '5栋单元门损坏，关不上，夜里谁都能进来';
const at = places.building5;

test('six people bring one matter from the phone to the score', async ({ signInAs, stage }) => {
  test.setTimeout(180_000);
  const broken = await takePhoto('单元门损坏', { at });
  const onSite = await takePhoto('核实现场', { at });
  const still = await takePhoto('门还关不严', { at });
  const halfDone = await takePhoto('换了合页', { at });
  const checked = await takePhoto('门锁验看', { at });
  const done = await takePhoto('装好门锁', { at, sky: '#b9cbd6' });

  const secretary = await signInAs('secretary', { path: '/s/score?month=2026-11' });
  const figures = async () => ({
    resolution: await scoreRow(secretary.page, '解决率'),
    firstPass: await scoreRow(secretary.page, '一次办成率'),
    satisfaction: await scoreRow(secretary.page, '满意率'),
  });
  const before = await figures();
  await stage(secretary.page, 'score-before');

  // the dispatcher's queue is open before anything happens
  const dispatcher = await signInAs('dispatcher', { path: '/d/triage' });
  const queue = dispatcher.page.getByRole('region', { name: '队列' });
  await expect(queue.getByRole('heading', { level: 1 })).toBeVisible();

  const resident = await signInAs('resident', { device: 'phone', at });
  const caseId = await reportMatter(resident.page, { text: title, address: '5栋门口', photo: broken });
  await stage(resident.page, 'receipt');
  await resident.page.getByRole('link', { name: '看进展' }).click();
  const line = progress(resident.page);
  await expect(line.getByRole('heading', { name: /^收到/ })).toBeVisible();
  const residentLoads = countLoads(resident.page);
  const dispatcherLoads = countLoads(dispatcher.page);

  await test.step('the dispatcher asks the grid worker to look', async () => {
    await queue.getByRole('button', { name: new RegExp(title) }).click();
    await stage(dispatcher.page, 'triage');
    const form = await openAct(dispatcher.page, '请网格员核实');
    await form.getByLabel('请网格员看什么').fill('门锁还是合页坏了，影不影响消防');
    await send(form, '请网格员核实');
    await expect(line.getByRole('heading', { name: '请网格员核实' })).toBeVisible();
  });

  await test.step('the grid worker verifies on the tablet', async () => {
    const worker = await signInAs('gridWorker', { device: 'tablet', at });
    await stage(worker.page, 'field-today');
    await openTask(worker.page, '去核实', title);
    await answerVerification(worker.page, { photo: onSite, isTrue: '属实', note: '上合页断了，门关不严' });
    await stage(worker.page, 'field-verified');
  });

  const caseNo = await test.step('the dispatcher registers, sees until when and why, and dispatches', async () => {
    const { page } = dispatcher;
    await queue.getByRole('button', { name: new RegExp(title) }).click();
    const panel = page.getByRole('complementary', { name: '受理' });
    await expect(panel.getByRole('heading', { level: 2, name: title })).toBeVisible();
    await panel.getByRole('button', { name: '怎么算的' }).click();
    const days = panel.getByRole('list', { name: '从收到到到期的每一天' });
    // five working days from Thursday: the day itself does not count, the weekend rests, Thursday next week is the last
    await expect(days.getByRole('listitem')).toHaveText([/26.*不算/, /27.*1/, /28.*休/, /29.*休/, /30.*2/, /1.*3/, /2.*4/, /3.*5/]);
    await stage(page, 'why-this-time');
    await page.keyboard.press('Escape');
    await chooseShownLead(panel, '友谊河物业联合队');
    await panel.getByText('协办单位', { exact: false }).last().click();
    await panel.getByRole('checkbox', { name: '友谊河社区服务队' }).check();
    await stage(page, 'triage-ready');
    await panel.getByRole('button', { name: /^立案并派出/ }).click();
    await expect(page.getByText('已立案并派出')).toBeVisible();
    await expect(line.getByRole('heading', { name: /^派出/ })).toBeVisible();
    const number = await resident.page
      .getByText(/^\D*\d{4}-?\d+/)
      .first()
      .textContent();
    return number ?? '';
  });

  await test.step('the lead signs, calls, and the support reports', async () => {
    const lead = await signInAs('propertyTeam');
    await openFromList(lead.page, title);
    await stage(lead.page, 'lead-inbox');
    await sign(lead.page);
    await expect(line.getByRole('heading', { name: /^签收/ })).toBeVisible();
    await revealPhone(lead.page, '约上门修门的时间');
    await expect(lead.page.getByText('18800002617')).toBeVisible();
    await contact(lead.page, '下午两点上门，家里有人');
    const support = await signInAs('communityTeam');
    await openFromList(support.page, title);
    await supportResult(support.page, '楼道已提示，夜里有人值守');
    await feedback(lead.page, { words: '换了合页', photo: halfDone, yuan: '85' });
    await stage(lead.page, 'lead-feedback');
  });

  await test.step('another grid worker fails it, the lead does it again, then it passes', async () => {
    const neighbour = await signInAs('otherGridWorker', { device: 'tablet', at });
    await openTask(neighbour.page, '去核查', title);
    await inspect(neighbour.page, { photo: still, passed: false, words: '锁舌对不上，还是关不严' });
    await stage(neighbour.page, 'inspection-failed');
    const lead = await signInAs('propertyTeam');
    await openFromList(lead.page, title);
    await expect(history(lead.page).getByRole('heading', { name: /^核查未过，返工/ })).toBeVisible();
    await feedback(lead.page, { words: '门锁重装，开关十次都关得严', photo: done });
    await neighbour.page.goto('/f');
    await openTask(neighbour.page, '去核查', title);
    await inspect(neighbour.page, { photo: checked, passed: true, words: '关得严，锁得上' });
    await stage(neighbour.page, 'inspection-passed');
  });

  await test.step('the resident sees it close without reloading, and rates', async () => {
    await expect(line.getByRole('heading', { name: /^核查通过/ })).toBeVisible();
    await stage(resident.page, 'please-rate');
    await rate(resident.page, { solved: '解决了', rating: '非常满意', words: '修得快，谢谢' });
    await expect(line.getByRole('heading', { name: /^回访评价/ })).toBeVisible();
    await stage(resident.page, 'rated');
    expect(residentLoads()).toBe(0);
    await resident.page.goto('/r/notices');
    await expect(resident.page.getByRole('heading', { name: '通知', exact: true })).toBeVisible();
    await expect(resident.page.getByRole('link', { name: new RegExp(caseNo) }).first()).toBeVisible();
    await expectNoSidewaysScroll(resident.page);
    await expectAccessible(resident.page);
    await stage(resident.page, 'resident-inbox');
    expect(dispatcherLoads()).toBe(0);
  });

  await test.step('the score has moved by this one case, and opens it in two clicks', async () => {
    const { page } = secretary;
    await expect.poll(figures).toEqual({
      resolution: { numerator: before.resolution.numerator + 1, denominator: before.resolution.denominator + 1 },
      firstPass: { numerator: before.firstPass.numerator, denominator: before.firstPass.denominator + 1 },
      satisfaction: { numerator: before.satisfaction.numerator + 1, denominator: before.satisfaction.denominator + 1 },
    });
    await stage(page, 'score-after');
    await page.getByRole('button', { name: '一次办成率', exact: true }).click();
    await page
      .getByRole('row', { name: new RegExp(title) })
      .getByRole('link')
      .click();
    await expect(page).toHaveURL(new RegExp(`/s/c/${caseId}`));
    await expect(page.getByRole('heading', { name: title }).first()).toBeVisible();
    await stage(page, 'case-from-score');
  });
  expect(caseNo).not.toBe('');
});
