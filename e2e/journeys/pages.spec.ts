import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/accessible.ts';
import { type Device, places } from '../fixtures/devices.ts';
import { expect, test } from '../fixtures/journey-test.ts';
import type { PersonKey } from '../fixtures/people.ts';

type Visit = { path: string; heading: string | RegExp };
type Round = { who: PersonKey | null; devices: readonly Device[]; visits: readonly Visit[] };

/** Every page of every audience, for the person whose work it is, on the devices it is made for. */
const rounds: Readonly<Record<string, Round>> = {
  'signing in': { who: null, devices: ['phone', 'desktop'], visits: [{ path: '/signin', heading: '登录' }] },
  'the resident': {
    who: 'resident',
    devices: ['phone'],
    visits: [
      { path: '/r', heading: '您想说什么事？' },
      { path: '/r/new', heading: '是什么事？' },
      { path: '/r/new/where', heading: '在什么地方？' },
      { path: '/r/new/check', heading: '这样说对吗？' },
      { path: '/r/my', heading: '我反映过的' },
    ],
  },
  'the grid worker': {
    who: 'gridWorker',
    devices: ['tablet', 'tabletUpright'],
    visits: [
      { path: '/f', heading: '陈小满' },
      { path: '/f/new', heading: '拍一张看得清位置的' },
      { path: '/f/new/what', heading: '是什么事？' },
      { path: '/f/new/where', heading: '是在这里吗？' },
      { path: '/f/map', heading: '地图' },
      { path: '/f/me', heading: '我的' },
    ],
  },
  'the dispatcher': {
    who: 'dispatcher',
    devices: ['desktop', 'tablet'],
    visits: [
      { path: '/d/triage', heading: '待受理' },
      { path: '/d/new', heading: '登记来电' },
      { path: '/d?view=open', heading: /在办/ },
    ],
  },
  'the department': {
    who: 'municipalHandler',
    devices: ['desktop', 'tablet'],
    visits: [
      { path: '/d', heading: '待我办' },
      { path: '/d?view=all', heading: '全部' },
      { path: '/d/w', heading: '待我办' },
      { path: '/d/visits', heading: '到场日程' },
    ],
  },
  'the street': {
    who: 'streetOperator',
    devices: ['desktop'],
    visits: [
      { path: '/d/objections', heading: '待派遣' },
      { path: '/d/w?view=open', heading: '在办' },
      { path: '/d/board', heading: '吹哨看板' },
    ],
  },
  'the callback officer': { who: 'callbackOfficer', devices: ['desktop'], visits: [{ path: '/d/callbacks', heading: '待回访' }] },
  'the auditor': { who: 'auditor', devices: ['desktop'], visits: [{ path: '/a/audit', heading: '谁看过、谁办过' }] },
  'the secretary': {
    who: 'secretary',
    devices: ['desktop', 'tablet'],
    visits: [
      { path: '/s', heading: '今天' },
      { path: '/s/repeats', heading: '重复诉求' },
      { path: '/s/cases', heading: /在办/ },
      { path: '/s/map', heading: '地图' },
      { path: '/s/score', heading: /^10月/ },
    ],
  },
  'the administrator': {
    who: 'administrator',
    devices: ['desktop'],
    visits: [
      { path: '/a/territory', heading: '泊罗市' },
      { path: '/a/people', heading: '人员' },
      { path: '/a/categories', heading: '选一个小类' },
      { path: '/a/calendar', heading: /2026/ },
      { path: '/a/audit', heading: '谁看过、谁办过' },
    ],
  },
};

async function arrive(page: Page, { path, heading }: Visit): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1, name: heading }).first()).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

for (const [who, round] of Object.entries(rounds)) {
  test(`pages of ${who}`, async ({ signInAs, openSignedOut, stage }) => {
    test.setTimeout(120_000);
    for (const device of round.devices) {
      const opening = { device, at: places.building2, path: '/healthz' };
      const { page } = round.who === null ? await openSignedOut(opening) : await signInAs(round.who, opening);
      for (const visit of round.visits) {
        await test.step(`${visit.path} on ${device}`, async () => {
          await arrive(page, visit);
          await expectNoSidewaysScroll(page);
          await expectAccessible(page);
          await stage(page, `${device}${visit.path.replaceAll(/\W+/g, '-')}`);
        });
      }
      await page.close();
    }
  });
}
