import type { Page } from '@playwright/test';
import { places } from '../fixtures/devices.ts';
import { expect, test } from '../fixtures/journey-test.ts';
import { takePhoto } from '../fixtures/photo.ts';
import { attach, chooseUnit, mark, takeStep } from '../steps/whistle-steps.ts';

const title = '28 号院地面起皮坑洼，雨天积水进屋';

test('28号院: blown, disputed, joined on site, heard, planned, done twice, told, rated and cleared', async ({
  signInAs,
  openSignedOut,
  stage,
}) => {
  test.setTimeout(300_000);
  const before = await takePhoto('院门朝北 修前', { at: places.building5 });
  const poor = await takePhoto('院门朝北 还积水', { at: places.building5 });
  const after = await takePhoto('院门朝北 修后', { at: places.building5, sky: '#b9cbd6' });

  const secretary = await signInAs('secretary', { path: '/s/w/new' });
  const { page: office } = secretary;
  const path = await test.step('the secretary drafts it and asks the street', async () => {
    await office.getByLabel('一句话标题').fill(title);
    await office.getByLabel('为什么社区自己办不了').fill('地面归房管，渣土归执法，社区没有经费和资质');
    await office.getByLabel('地点', { exact: true }).fill('四环胡同 28 号院');
    await office.getByLabel('面积（m²）').fill('1500');
    await office.getByLabel('受益人数').fill('70');
    await office.getByRole('button', { name: /^全部 \d+ 个单位/ }).click();
    await office.getByRole('radiogroup', { name: '房管所怎么参加' }).getByText('主办').click();
    await office.getByRole('radiogroup', { name: '综合执法大队怎么参加' }).getByText('协办').click();
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

  const street = await signInAs('streetOperator', { path });
  await takeStep(street.page, '批准吹哨');
  await stage(street.page, 'blown');

  await test.step('the lead objects and is overruled by somebody else of the street', async () => {
    const lead = await signInAs('housingLead', { path });
    await takeStep(lead.page, '提异议', async (form) => {
      await form.getByLabel('为什么不归本单位').fill('院内道路产权不明');
      await form.getByLabel('依据').fill('《公有住房管理办法》第三条');
    });
    await expect(street.page.getByRole('button', { name: '驳回异议', exact: true })).toHaveCount(0);
    const other = await signInAs('secondStreetOperator', { path });
    await stage(other.page, 'objection');
    await takeStep(other.page, '驳回异议', (form) => form.getByLabel('裁定意见').fill('直管公房院落，由房管所主办到底'));
    await lead.page.close();
  });

  const housing = await signInAs('housingHandler', { path });
  const support = await signInAs('enforcementHandler', { path });
  const acknowledge = (page: Page, person: string, phone: string) =>
    takeStep(page, '应哨', async (form) => {
      await form.getByLabel('谁来').fill(person);
      await form.getByLabel('工作电话').fill(phone);
    });
  await acknowledge(housing.page, '段雪', '18800002643');
  await acknowledge(support.page, '雷鸣', '18800002645');
  await stage(housing.page, 'answered');

  const tablet = await signInAs('secretary', { device: 'tablet', path: `${path.replace('/d/', '/s/')}/visit` });
  await test.step('both come: one by the code on the tablet, one by the word of the secretary; the visit is recorded', async () => {
    const code =
      (
        await tablet.page
          .getByText(/^\d{3}\s?\d{3}$/)
          .first()
          .textContent()
      )?.replace(/\s/g, '') ?? '';
    await stage(tablet.page, 'visit-code');
    await takeStep(housing.page, '报到', async (form) => {
      await form.getByRole('radio', { name: '用到场码' }).check({ force: true });
      await form.getByLabel('六位到场码').fill(code);
    });
    await takeStep(office, '确认到场', async (form) => {
      await chooseUnit(form, '综合执法大队');
      await form.getByLabel('怎么看到它来的').fill('当面见到雷鸣，手机没有信号');
    });
    await takeStep(tablet.page, '列受影响住户', (form) =>
      form.getByLabel('受影响住户').fill(Array.from({ length: 26 }, (_, no) => `北房 ${no + 1} 号`).join('\n')),
    );
    await takeStep(tablet.page, '记录联合查看', async (form) => {
      await form.getByLabel('查看纪要').fill('三方到场。地面起皮，最深处 6 厘米，雨天积水进屋。枣树保留。');
      await attach(form, before);
      await form.getByLabel(/不能手写的/).fill('何静');
      await form.getByRole('button', { name: '用打字的姓名签' }).click();
      await expect(form.getByRole('img', { name: '第 1 个签字' })).toBeVisible();
    });
    await stage(tablet.page, 'visit-recorded');
  });

  const code = await test.step('households are heard: by visit, and one by the code on its slip', async () => {
    await office.goto(`${path.replace('/d/', '/s/')}/slips`);
    await office.getByRole('button', { name: '取各户的码' }).click();
    const first =
      (await office
        .getByText(/^[2-9A-Z]{10}$|^[2-9A-Z]{5} [2-9A-Z]{5}$/)
        .first()
        .textContent()) ?? '';
    await stage(office, 'slips');
    await office.goto(path.replace('/d/', '/s/'));
    for (const [no, words] of ['枣树要留着', '白天干，晚上让人睡觉'].entries()) {
      await takeStep(office, '记意见', async (form) => {
        await form.getByLabel('哪一户').selectOption({ label: `北房 ${no + 2} 号` });
        await form.getByRole('radio', { name: '有条件同意' }).check({ force: true });
        await form.getByLabel('说了什么').fill(words);
      });
    }
    const door = await openSignedOut({ device: 'phone', path: `/r/w#${first.replace(/\s/g, '')}` });
    await expect(door.page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await door.page.getByRole('radio', { name: '同意', exact: true }).check({ force: true });
    await door.page.getByLabel('说一句').fill('早该修了，孩子轮椅出不去');
    await door.page.getByRole('button', { name: '送出意见' }).click();
    await expect(door.page.getByText('已记下您家的意见')).toBeVisible();
    await stage(door.page, 'door-opinion');
    await takeStep(office, '意见收齐');
    return first.replace(/\s/g, '');
  });

  await test.step('the lead plans, the support agrees, the secretary confirms', async () => {
    await takeStep(housing.page, '拟方案', async (form) => {
      await form.getByRole('button', { name: '加一项' }).click();
      await form.getByLabel(/做什么/).fill('铺透水砖，装排水箅子');
      await form.getByLabel('元', { exact: true }).fill('172500');
      await form.getByLabel('钱从哪来').selectOption({ label: '部门经费' });
      await form.getByLabel('数量').fill('1500 m²');
    });
    await takeStep(support.page, '同意方案');
    await stage(office, 'plan');
    await takeStep(office, '确认方案');
  });

  const finish = async (words: string, photo: typeof after) => {
    await takeStep(housing.page, '报任务完成', async (form) => {
      await form.getByLabel('哪一项').selectOption({ index: 1 });
      await form.getByLabel(/怎么做的/).fill(words);
      await attach(form, photo);
    });
    await takeStep(housing.page, '报完工', async (form) => {
      await form.getByLabel('第 1 对：修前').selectOption({ index: 1 });
      await form.getByLabel('第 1 对：修后').selectOption({ index: 1 });
      await form.getByLabel('机位').fill('院门朝北');
    });
  };
  await test.step('the work is done, refused once, done again and accepted by somebody else', async () => {
    await takeStep(housing.page, '开工');
    await finish('铺好了', poor);
    await takeStep(office, '验收不合格', async (form) => {
      await form.getByLabel('哪里没做好').fill('东厢门口还积水');
      await form.getByRole('checkbox', { name: /铺透水砖/ }).check();
      await attach(form, poor);
    });
    await stage(office, 'refused');
    await finish('东厢门口补坡，试水不积', after);
    await takeStep(office, '验收合格', (form) => attach(form, after));
    await stage(office, 'accepted');
  });

  await test.step('every household is told, one answers by its code, both sides rate, the street clears', async () => {
    await takeStep(office, '告知住户');
    await takeStep(office, '完成反馈', (form) =>
      form.getByLabel('结果', { exact: true }).fill('院子修好了：地面重铺，加了排水口，枣树留着。'),
    );
    const door = await openSignedOut({ device: 'phone', path: `/r/w#${code}` });
    await door.page.getByRole('radio', { name: '解决了' }).check({ force: true });
    await door.page.getByRole('button', { name: '送出', exact: true }).click();
    await expect(door.page.getByText('您家的回话已记下')).toBeVisible();
    await stage(door.page, 'door-answer');
    for (const unit of ['房管所', '综合执法大队']) {
      await takeStep(office, '评单位', async (form) => {
        await chooseUnit(form, unit);
        for (const what of ['到场', '作为', '结果']) await mark(form, what, 5);
      });
    }
    for (const { page } of [housing, support]) {
      await takeStep(page, '评这一哨', async (form) => {
        for (const what of ['该不该吹', '说没说清']) await mark(form, what, 4);
      });
    }
    const other = await signInAs('secondStreetOperator', { path });
    await stage(other.page, 'ready-to-clear');
    await takeStep(other.page, '销账');
    await expect(other.page.getByText('已销账').first()).toBeVisible();
    await stage(other.page, 'cleared');
  });
});
