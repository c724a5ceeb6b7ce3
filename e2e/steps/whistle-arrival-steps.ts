import { expect, type Locator, type Page } from '@playwright/test';
import { takeStep } from './whistle-steps.ts';

type Place = { latitude: number; longitude: number };

const METRES_PER_DEGREE = 111_195;

/** Where the whistle of the open page lies, as its page is told. */
async function placeOfWhistle(page: Page): Promise<Place> {
  const whistleId = new URL(page.url()).pathname.split('/').at(-1);
  const answer = await page.request.post('/trpc/dispatch.byId?batch=1', { data: { 0: { whistleId } } });
  const [{ result }] = await answer.json();
  const { lat, lng } = result.data.snapshot.point;
  return { latitude: lat, longitude: lng };
}

/** Puts the device so many metres north of a place, as sure of it as `accuracy` says. */
async function standNorthOf(page: Page, { place, metres, accuracy }: { place: Place; metres: number; accuracy: number }): Promise<void> {
  await page.context().grantPermissions(['geolocation']);
  await page.context().setGeolocation({ ...place, latitude: place.latitude + metres / METRES_PER_DEGREE, accuracy });
}

type Stand = { place: Place; metres: number; accuracy: number; verdict: string };

/** Takes the position once in the form of reporting in, and reads in words how it is judged. */
async function takePosition(form: Locator, { verdict, ...stand }: Stand): Promise<void> {
  await standNorthOf(form.page(), stand);
  const said = form.getByRole('status').filter({ hasText: '距现场' });
  // a browser may answer with the fix of a moment ago
  await expect(async () => {
    await form.getByRole('button', { name: /^(取我的位置|再取一次)$/ }).click();
    await expect(said).toHaveText(`距现场 ${stand.metres} 米，误差 ${stand.accuracy} 米：${verdict}`, { timeout: 2_000 });
  }).toPass({ timeout: 20_000 });
}

type Report = { unit: string; stage: (page: Page, name: string) => Promise<void> };

/** A unit reports in by its position: too far and too vague are judged in words, what counts stands on the map inside the circle of 200 m. */
export async function reportByPosition(page: Page, { unit, stage }: Report): Promise<void> {
  const place = await placeOfWhistle(page);
  await takeStep(page, '报到', async (form) => {
    await takePosition(form, { place, metres: 800, accuracy: 12, verdict: '不在场' });
    await takePosition(form, { place, metres: 30, accuracy: 900, verdict: '定位太粗' });
    await stage(page, 'position-judged');
    await takePosition(form, { place, metres: 30, accuracy: 12, verdict: '在场' });
  });
  const visit = page.getByRole('region', { name: /^联合到场查看/ });
  await visit.scrollIntoViewIfNeeded();
  await expect(
    visit
      .getByRole('listitem')
      .filter({ hasText: `${unit}，距 30 米，在场` })
      .last(),
  ).toBeVisible();
  await expect(visit.getByText(/^虚线内 200 米算到场/)).toBeVisible();
  // the circle, dashed
  await expect(visit.locator('path[stroke-dasharray]')).toHaveCount(1);
  await stage(page, 'position-on-map');
}

/** Signs on the pad as a finger does, and sees the signature taken as the one of this number. */
export async function signOnPad(form: Locator, number: number): Promise<void> {
  const pad = form.getByRole('img', { name: /^签字板/ });
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (!box) throw new Error('the pad is not on the page');
  const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const;
  const { mouse } = form.page();
  await mouse.move(...at(0.2, 0.3));
  await mouse.down();
  for (const [x, y] of [
    [0.35, 0.75],
    [0.5, 0.25],
    [0.65, 0.7],
    [0.8, 0.35],
  ] as const)
    await mouse.move(...at(x, y), { steps: 5 });
  await mouse.up();
  await form.getByRole('button', { name: '收下签字' }).click();
  await expect(form.getByRole('img', { name: `第 ${number} 个签字` })).toBeVisible();
}

/** Moves the slider between before and after by keys: its value changes, and with it how much of the second picture is seen. */
export async function slideByKeys(page: Page, name: RegExp): Promise<void> {
  const slider = page.getByRole('slider', { name }).first();
  await slider.scrollIntoViewIfNeeded();
  await expect(slider).toHaveValue('50');
  const shown = () => slider.evaluate((input) => getComputedStyle(input.parentElement?.querySelector('img + img') ?? input).clipPath);
  const before = await shown();
  await slider.focus();
  for (let press = 0; press < 5; press++) await page.keyboard.press('ArrowRight');
  await expect(slider).toHaveValue('55');
  expect(await shown()).not.toBe(before);
}
