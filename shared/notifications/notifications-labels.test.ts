import { describe, expect, it } from 'vitest';
import { channelLabels, noticeKindLabels } from './notifications.i18n.ts';
import { notificationsRefusalLabels } from './notifications-refusals.ts';

describe('words of notices', () => {
  it.each(Object.entries({ channelLabels, noticeKindLabels, notificationsRefusalLabels }))('%s speak both languages', (_name, labels) => {
    const words = Object.values(labels).flatMap(({ zh, en }) => [zh, en]);
    expect(words.length).toBeGreaterThan(0);
    expect(words.filter((word) => word.trim() === '')).toEqual([]);
  });
});
