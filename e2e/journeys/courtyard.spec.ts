import type { Page } from '@playwright/test';
import { expectNoSidewaysScroll } from '../fixtures/accessible.ts';
import { devices, places } from '../fixtures/devices.ts';
import { expect, movedTest, wallClock } from '../fixtures/moved-test.ts';
import { type PhotoFile, takePhoto } from '../fixtures/photo.ts';
import { chooseRadio } from '../steps/choose-radio.ts';
import { expectEnglish } from '../steps/english-steps.ts';
import { reportByPosition, signOnPad, slideByKeys } from '../steps/whistle-arrival-steps.ts';
import { expectMark, noticeRow } from '../steps/whistle-clock-steps.ts';
import { expectOnMap } from '../steps/whistle-map-steps.ts';
import { expectRecord, expectSlips, expectWhyThisDay } from '../steps/whistle-paper-steps.ts';
import { fillTask } from '../steps/whistle-plan-steps.ts';
import { attach, chooseUnit, mark, renew, takeStep } from '../steps/whistle-steps.ts';

const title = '28 号院地面起皮坑洼，雨天积水进屋';
const lead = '房管所';
const support = '城市管理办公室';

const test = movedTest('2026-11-20T09:10');

test('28号院: blown on a Friday, disputed, one unit silent to the district, joined on site, planned, done twice and cleared', async ({
  signInAs,
  openSignedOut,
  moveTo,
  stage,
}, info) => {
  test.setTimeout(420_000);
  const shot = (caption: string, on: string, sky?: string) =>
    takePhoto(caption, { at: places.building5, on: wallClock(on), ...(sky ? { sky } : {}) });
  const secretary = await signInAs('secretary', { path: '/s/w/new' });
  const { page: office } = secretary;

  const path = await test.step('09:10: the secretary drafts it and asks the street', async () => {
    await office.getByLabel('一句话标题').fill(title);
    await office.getByLabel('为什么社区自己办不了').fill('地面归房管，渣土归城管，社区没有经费和资质');
    await office.getByLabel('地点', { exact: true }).fill('四环胡同 28 号院');
    await office.getByLabel('面积（m²）').fill('1500');
    await office.getByLabel('受益人数').fill('70');
    await office.getByRole('button', { name: /^全部 \d+ 个单位/ }).click();
    await office
      .getByRole('radiogroup', { name: `${lead}怎么参加` })
      .getByText('主办')
      .click();
    await office
      .getByRole('radiogroup', { name: `${support}怎么参加` })
      .getByText('协办')
      .click();
    // the cross stays, the map moves under it
    await office.mouse.move(1040, 420);
    await office.mouse.down();
    await office.mouse.move(1080, 350, { steps: 6 });
    await office.mouse.up();
    await expect(office.getByText(/^已对准/)).toBeVisible();
    await stage(office, 'draft');
    await office.getByRole('button', { name: '报街道，吹哨' }).click();
    await office.waitForURL(/\/s\/w\/[0-9a-f-]{36}$/);
    await expect(office.getByRole('heading', { level: 1, name: title })).toBeVisible();
    return new URL(office.url()).pathname.replace('/s/', '/d/');
  });
  const parties = (page: Page) => page.getByRole('region', { name: /^各方/ });

  const street = await signInAs('streetOperator', { path });
  await test.step('the street approves at once: answers by 14:40, arrival by Tuesday 18:00', async () => {
    await takeStep(street.page, '批准吹哨');
    await expect(parties(street.page).getByText('今天 14:40 前')).toHaveCount(2);
    await expect(parties(street.page).getByText('11月24日 18:00 前')).toHaveCount(2);
    await stage(street.page, 'blown');
  });

  const other = await signInAs('secondStreetOperator', { path });
  const housing = await signInAs('housingHandler', { path });
  await test.step('10:05: the lead objects; 11:00: somebody else of the street overrules, and its clock runs from there', async () => {
    await moveTo('2026-11-20T10:05');
    const objector = await signInAs('housingLead', { path });
    await takeStep(objector.page, '提异议', async (form) => {
      await form.getByLabel('为什么不归本单位').fill('院内道路产权不明');
      await form.getByLabel('依据').fill('《公有住房管理办法》第三条');
    });
    await street.page.reload();
    await expect(street.page.getByText('异议：院内道路产权不明')).toBeVisible();
    await expect(street.page.getByRole('button', { name: '驳回异议', exact: true })).toHaveCount(0);
    await moveTo('2026-11-20T11:00');
    await renew(other.page, title);
    await expect(other.page.getByText('异议：院内道路产权不明')).toBeVisible();
    await stage(other.page, 'objection');
    await takeStep(other.page, '驳回异议', (form) => form.getByLabel('裁定意见').fill('直管公房院落，由房管所主办到底'));
    await expect(parties(other.page).getByText('今天 16:30 前')).toHaveCount(1);
    await expect(parties(other.page).getByText('今天 14:40 前')).toHaveCount(1);
    await objector.page.close();
    await takeStep(housing.page, '应哨', async (form) => {
      await form.getByLabel('谁来').fill('段雪');
      await form.getByLabel('工作电话').fill('18800002643');
    });
  });

  const silent = await signInAs('cityHandler', { path: '/d/notices' });
  await test.step('the support stays silent: reminded at 50 and 80 %, its lead told at 14:40, the street on Monday, the district that evening', async () => {
    const rings = (inboxes: readonly Page[], [before, at]: readonly [string, string], words: RegExp) =>
      expectMark({ moveTo, title, inboxes, words, before, at });
    await rings([silent.page], ['2026-11-20T11:09', '2026-11-20T11:10'], /用时过半，11-20 14:40 到期/);
    await rings([silent.page], ['2026-11-20T13:51', '2026-11-20T13:52'], /快到期，请在 11-20 14:40 前办/);
    await stage(silent.page, 'reminded');
    const boss = await signInAs('cityLead', { path: '/d/notices' });
    await rings([silent.page, boss.page], ['2026-11-20T14:39', '2026-11-20T14:40'], /到期未办，请马上办/);
    await stage(boss.page, 'due');
    await boss.page.close();
    const inboxes = [
      await signInAs('streetOperator', { path: '/d/notices' }),
      await signInAs('secondStreetOperator', { path: '/d/notices' }),
    ];
    await rings(
      inboxes.map(({ page }) => page),
      ['2026-11-23T09:09', '2026-11-23T09:10'],
      /超期未办，已上报/,
    );
    for (const { page } of inboxes) {
      await stage(page, 'street-told');
      await page.close();
    }
    await renew(office, title);
    const history = office.getByRole('region', { name: '经过' });
    await expect(history.getByRole('listitem').filter({ hasText: '应哨：用时过半，已提醒' })).toContainText('11月20日 11:10');
    await expect(history.getByRole('listitem').filter({ hasText: '应哨：用时八成，已提醒' })).toContainText('11月20日 13:52');
    await expect(history.getByRole('listitem').filter({ hasText: '应哨：到期，已告知单位负责人' })).toContainText('11月20日 14:40');
    await expect(history.getByRole('listitem').filter({ hasText: '上报街道' })).toContainText('今天 09:10');
    await expect(history.getByRole('listitem').filter({ hasText: '上报区里' })).toHaveCount(0);
    await stage(office, 'escalated');
    await expectOnMap(office, { title, words: /已吹哨·待应哨，超期/, holder: support });
    await stage(office, 'on-map');
    await office.goto(path.replace('/d/', '/s/'));
    const district = await signInAs('administrator', { path: '/a/notices' });
    await rings([district.page], ['2026-11-23T17:59', '2026-11-23T18:00'], /超期未办，已上报/);
    await stage(district.page, 'district-told');
    await district.page.close();
    await office.reload();
    await expect(history.getByRole('listitem').filter({ hasText: '上报区里' })).toContainText('今天 18:00');
  });

  await test.step('Tuesday: it answers late, from the row of its inbox', async () => {
    await moveTo('2026-11-24T09:00');
    await silent.page.reload();
    await noticeRow(silent.page, { title, words: /到期未办/ }).click();
    const form = silent.page.getByRole('dialog', { name: '应哨' });
    await form.getByLabel('谁来').fill('于薇');
    await form.getByLabel('工作电话').fill('18800002665');
    await form.getByRole('button', { name: '应哨', exact: true }).click();
    await expect(silent.page.getByText('应哨，已办').first()).toBeVisible();
    await expect(parties(silent.page).getByText(/^\S*\s?已超/)).toHaveCount(1);
    await stage(silent.page, 'answered');
  });
  const city = silent;

  const tablet = await signInAs('secretary', { device: 'tablet', path: `${path.replace('/d/', '/s/')}/visit` });
  await test.step('both come on Tuesday: one by the code on the tablet, one by the word of the secretary; the visit is recorded', async () => {
    await moveTo('2026-11-24T10:00');
    await tablet.page.reload();
    const digits = await tablet.page
      .getByText(/^\d{3}\s?\d{3}$/)
      .first()
      .textContent();
    expect(digits?.replace(/\s/g, '')).toMatch(/^\d{6}$/);
    await stage(tablet.page, 'visit-code');
    await reportByPosition(housing.page, { unit: lead, stage });
    await takeStep(office, '确认到场', async (form) => {
      await chooseUnit(form, support);
      await form.getByLabel('怎么看到它来的').fill('当面见到于薇，手机没有信号');
    });
    await moveTo('2026-11-24T10:40');
    await takeStep(tablet.page, '列受影响住户', (form) =>
      form.getByLabel('受影响住户').fill(Array.from({ length: 26 }, (_, no) => `北房 ${no + 1} 号`).join('\n')),
    );
    await takeStep(tablet.page, '记录联合查看', async (form) => {
      await form.getByLabel('查看纪要').fill('三方到场。地面起皮，最深处 6 厘米，雨天积水进屋。枣树保留。');
      await attach(form, await shot('院门朝北 修前', '2026-11-24T10:20'));
      await form.getByLabel(/不能手写的/).fill('何静');
      await form.getByRole('button', { name: '用打字的姓名签' }).click();
      await expect(form.getByRole('img', { name: '第 1 个签字' })).toBeVisible();
      await signOnPad(form, 2);
      await stage(tablet.page, 'signed');
    });
    await expect(parties(office).getByText('11月24日')).toHaveCount(0);
    await stage(tablet.page, 'visit-recorded');
    await tablet.page.setViewportSize(devices.tabletUpright.viewport);
    await expectNoSidewaysScroll(tablet.page);
    await stage(tablet.page, 'visit-upright');
    await tablet.page.close();
  });

  const code = await test.step('households are heard: by visit, and one by the code on its slip', async () => {
    await moveTo('2026-11-25T15:00');
    await office.goto(`${path.replace('/d/', '/s/')}/slips`);
    await office.getByRole('button', { name: '取各户的码' }).click();
    const slip = office.getByRole('region', { name: '北房 1 号' });
    const own = (await slip.getByText(/^[2-9A-Z]{5} [2-9A-Z]{5}$/).textContent())?.replace(' ', '') ?? '';
    await stage(office, 'slips');
    await expectSlips(office, { info, name: 'slips', count: 26, perPage: 8 });
    await office.goto(path.replace('/d/', '/s/'));
    for (const [no, words] of ['枣树要留着', '白天干，晚上让人睡觉'].entries()) {
      await takeStep(office, '记意见', async (form) => {
        await form.getByLabel('哪一户').selectOption({ label: `北房 ${no + 2} 号` });
        await chooseRadio(form.getByRole('radio', { name: '有条件同意' }));
        await form.getByLabel('说了什么').fill(words);
      });
    }
    const door = await openSignedOut({ device: 'phone', path: `/r/w#${own}` });
    await expect(door.page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expectWhyThisDay(door.page, /起 5 个工作日，/);
    await stage(door.page, 'door');
    await door.page.getByRole('button', { name: '收起' }).click();
    await chooseRadio(door.page.getByRole('radio', { name: '同意', exact: true }));
    await door.page.getByLabel('说一句').fill('早该修了，孩子轮椅出不去');
    await door.page.getByRole('button', { name: '送出意见' }).click();
    await expect(door.page.getByText('已记下您家的意见')).toBeVisible();
    await stage(door.page, 'door-opinion');
    await door.page.getByRole('button', { name: '长辈版' }).click();
    await expectNoSidewaysScroll(door.page);
    await stage(door.page, 'door-large-print');
    await door.page.close();
    await takeStep(office, '意见收齐');
    return own;
  });

  await test.step('the lead plans, the support disagrees, the second draft is compared with the first and stands', async () => {
    await moveTo('2026-11-26T09:00');
    await takeStep(housing.page, '拟方案', async (form) => {
      await form.getByRole('button', { name: '加一项' }).click();
      await fillTask(form, 1, { what: '清旧面层、运渣土', who: support, from: '2026-12-03', to: '2026-12-04', yuan: '18000' });
      await fillTask(form, 1, { source: '部门经费', quantity: '1500 m²' });
      await form.getByRole('button', { name: '加一项' }).click();
      await fillTask(form, 2, { what: '抹水泥面', from: '2026-12-05', to: '2026-12-15', yuan: '96000', source: '部门经费' });
    });
    await takeStep(city.page, '不同意方案', (form) => form.getByLabel('哪里不同意').fill('水泥面不透水，雨天还要积水；渣土由街道出钱运'));
    await stage(office, 'plan-disputed');
    await moveTo('2026-11-26T14:00');
    await takeStep(housing.page, '拟方案', async (form) => {
      await fillTask(form, 1, { source: '街道经费' });
      await fillTask(form, 2, { what: '找坡，铺透水砖', yuan: '172500', to: '2026-12-14', quantity: '1500 m²' });
      await form.getByRole('button', { name: '加一项' }).click();
      await fillTask(form, 3, {
        what: '装排水箅子',
        from: '2026-12-05',
        to: '2026-12-08',
        yuan: '26400',
        source: '部门经费',
        quantity: '4 处',
      });
    });
    await takeStep(city.page, '同意方案');
    await renew(office, title);
    await office.getByRole('button', { name: '与第 1 稿比' }).click();
    const comparison = office.getByRole('region', { name: '第 1 稿改成第 2 稿' }).first();
    await expect(comparison).toContainText('加 1 项，去 0 项，改 2 项');
    await expect(comparison).toContainText('合计 114 000 元 → 216 900 元，多 102 900 元');
    await expect(comparison).toContainText(`${support}不同意第 1 稿：水泥面不透水`);
    await expect(comparison.getByRole('row').nth(1)).toHaveText(/改了清旧面层、运渣土.*原来：部门经费.*现在：街道经费/);
    await expect(comparison.getByRole('row').nth(2)).toHaveText(/改了原来：抹水泥面.*现在：找坡，铺透水砖.*原来：96 000.*现在：172 500/);
    await expect(comparison.getByRole('row').nth(3)).toHaveText(/新加装排水箅子/);
    await comparison.scrollIntoViewIfNeeded();
    await stage(office, 'plan');
    await takeStep(office, '确认方案');
    await expect(office.getByText('方案已定', { exact: true }).first()).toBeVisible();
    await stage(office, 'planned');
  });

  const finish = async (words: string, photo: PhotoFile) => {
    await takeStep(housing.page, '报任务完成', async (form) => {
      await form.getByLabel('哪一项').selectOption({ index: 1 });
      await form.getByLabel(/怎么做的/).fill(words);
      await attach(form, photo);
    });
  };
  const complete = () =>
    takeStep(housing.page, '报完工', async (form) => {
      await form.getByLabel('第 1 对：修前').selectOption({ index: 1 });
      const afterwards = form.getByLabel('第 1 对：修后');
      const newest = afterwards.getByRole('option', { name: /今天/ }).last();
      await afterwards.selectOption((await newest.getAttribute('value')) ?? '');
      await form.getByLabel('机位').fill('院门朝北');
    });
  await test.step('the work is done, refused once, done again and accepted by somebody else', async () => {
    await moveTo('2026-12-03T09:00');
    await takeStep(housing.page, '开工');
    await stage(office, 'executing');
    await moveTo('2026-12-14T16:00');
    await takeStep(city.page, '报任务完成', async (form) => {
      await form.getByLabel('哪一项').selectOption({ index: 1 });
      await form.getByLabel(/怎么做的/).fill('清完，运走 62 车');
      await attach(form, await shot('清面层后', '2026-12-04T16:00'));
    });
    const poor = await shot('院门朝北 还积水', '2026-12-14T15:30');
    await finish('铺好了', poor);
    await finish('装了 4 处', await shot('箅子', '2026-12-08T15:30'));
    await complete();
    await moveTo('2026-12-15T09:00');
    await takeStep(office, '验收不合格', async (form) => {
      await form.getByLabel('哪里没做好').fill('东厢门口还积水');
      await form.getByRole('checkbox', { name: /铺透水砖/ }).check();
      await attach(form, await shot('东厢门口 积水', '2026-12-15T08:50'));
    });
    await stage(office, 'refused');
    await moveTo('2026-12-17T15:00');
    const good = await shot('院门朝北 修后', '2026-12-17T14:30', '#b9cbd6');
    await finish('东厢门口补坡，试水不积', good);
    await complete();
    await takeStep(office, '验收合格', async (form) => attach(form, await shot('东厢门口 不积水', '2026-12-17T14:50')));
    await slideByKeys(office, /院门朝北/);
    await stage(office, 'accepted');
  });

  await test.step('every household is told, one answers by its code, both sides rate, the street clears', async () => {
    await moveTo('2026-12-18T10:00');
    await takeStep(office, '告知住户');
    await takeStep(office, '完成反馈', (form) =>
      form.getByLabel('结果', { exact: true }).fill('院子修好了：地面重铺，加了排水口，枣树留着。'),
    );
    const door = await openSignedOut({ device: 'phone', path: `/r/w#${code}` });
    await slideByKeys(door.page, /比一比修前和修后/);
    await chooseRadio(door.page.getByRole('radio', { name: '解决了' }));
    await door.page.getByRole('checkbox', { name: '谢谢来办这件事的人' }).check();
    await stage(door.page, 'door-result');
    await door.page.getByRole('button', { name: '送出', exact: true }).click();
    await expect(door.page.getByText('您家的回话已记下')).toBeVisible();
    await stage(door.page, 'door-answer');
    for (const unit of [lead, support]) {
      await takeStep(office, '评单位', async (form) => {
        await chooseUnit(form, unit);
        for (const what of ['到场', '作为', '结果']) await mark(form, what, unit === lead ? 5 : 4);
      });
    }
    for (const { page } of [housing, city]) {
      await takeStep(page, '评这一哨', async (form) => {
        for (const what of ['该不该吹', '说没说清']) await mark(form, what, 4);
      });
    }
    await moveTo('2026-12-21T09:00');
    await renew(other.page, title);
    await stage(other.page, 'ready-to-clear');
    await takeStep(other.page, '销账');
    await expect(other.page.getByText('已销账').first()).toBeVisible();
    await stage(other.page, 'cleared');
  });

  await test.step('the record on paper', async () => {
    await office.goto(`${path.replace('/d/', '/s/')}/print`);
    await expectRecord(office, {
      ...{ info, name: 'record', photos: 9 },
      words: {
        基本情况: ['现在由谁办', '不计时', '2026年11月20日 周五 09:10', '1500 m²，受益 70 人，26 户', title, 'W2611-09', '何静'],
        各单位应哨和到场: ['11月24日 周二 09:00（限 11月20日 周五 14:40）', '定位签到，距现场 30 米，在场', '当面见到于薇，手机没有信号'],
        联合查看: ['11月24日 周二 10:00–10:40', '枣树保留'],
        听取意见和告知: ['听取意见 3 户，共 26 户；告知结果 26 户', '1 户道谢', '3 条', '同意 1、有条件同意 2'],
        方案: ['216 900', '街道经费'],
        互评: ['到场 5，作为 5，结果 5', '到场 4，作为 4，结果 4'],
        经过: ['11月23日 周一 18:00', '上报区里', '应哨：到期，已告知单位负责人', '验收不合格'],
        修前修后: [/^修前 \d+月\d+日/, /^修后 12月17日/, '院门朝北'],
        照片: ['验收'],
        签字: [],
      },
    });
  });

  await test.step('the same in English', async () => {
    await office.goto(path.replace('/d/', '/s/'));
    await office.getByRole('button', { name: '切换到英文' }).click();
    const words = [
      title,
      lead,
      support,
      '友谊河社区',
      '何静',
      '孙岚',
      '段雪',
      '于薇',
      '四环胡同 28 号院',
      '院门朝北',
      ...[1, 2, 3].map((no) => `北房 ${no} 号`),
    ];
    await expect(office.getByRole('heading', { name: 'What residents say' })).toBeVisible();
    await stage(office, 'english');
    await expectEnglish(office, words);
    await office.getByRole('button', { name: 'Compare with draft 1' }).click();
    await office.getByRole('heading', { name: 'History' }).scrollIntoViewIfNeeded();
    await stage(office, 'english-history');
    await office.goto(`${path.replace('/d/', '/s/')}/visit`);
    await expect(office.getByRole('heading', { name: /^Who is here/ })).toBeVisible();
    await stage(office, 'english-visit');
    await expectEnglish(office, words);
    await office.goto(`${path.replace('/d/', '/s/')}/print`);
    await expect(office.getByRole('heading', { level: 1, name: 'Record of a whistle' })).toBeVisible();
    await stage(office, 'english-record');
    const door = await openSignedOut({ device: 'phone', path: '/r' });
    await door.page.getByRole('button', { name: 'English' }).click();
    await door.page.goto(`/r/w#${code}`);
    await expect(door.page.getByRole('heading', { name: 'The result' })).toBeVisible();
    await stage(door.page, 'english-door');
    await expectEnglish(door.page, words);
  });
});
