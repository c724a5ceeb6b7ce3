import { expect, type Page } from '@playwright/test';

/** A notice of the inbox about one matter, with these words. */
export function noticeRow(page: Page, { title, words }: { title: string; words: RegExp }) {
  return page.getByRole('link', { name: new RegExp(title) }).filter({ hasText: words });
}

type Mark = {
  moveTo: (wall: string) => Promise<void>;
  title: string;
  /** inboxes that ring, each on its own page */
  inboxes: readonly Page[];
  words: RegExp;
  /** the minute before, and the instant itself */
  before: string;
  at: string;
};

/** A mark fires at its instant and not the minute before: each inbox is looked at anew before, and rings by itself at the instant. */
export async function expectMark({ moveTo, title, inboxes, words, before, at }: Mark): Promise<void> {
  await moveTo(before);
  for (const page of inboxes) {
    await page.reload();
    const inbox = page.getByRole('region', { name: '通知', exact: true });
    await expect(inbox.getByRole('listitem').or(inbox.getByText('没有未读通知')).first()).toBeVisible();
    await expect(noticeRow(page, { title, words })).toHaveCount(0);
  }
  await moveTo(at);
  for (const page of inboxes) await expect(noticeRow(page, { title, words })).toHaveCount(1);
}
