import { describe, expect, it } from 'vitest';
import { joinedIn, listed, phrased, sentence, withAside } from './joined-words.ts';

describe('words beside each other', () => {
  it('stand as the language writes them', () => {
    expect([listed(['房管所', '', '城管办'], 'zh'), listed(['Housing', null, 'Works'], 'en')]).toEqual([
      '房管所、城管办',
      'Housing, Works',
    ]);
    expect([phrased(['三方到场。', false, '照片 1 张。'], 'zh'), phrased(['done.', 'photos: 1'], 'en')]).toEqual([
      '三方到场，照片 1 张。',
      'done, photos: 1',
    ]);
    expect([sentence('样本不足', 'zh'), sentence('Small sample', 'en'), sentence('Done.', 'en')]).toEqual([
      '样本不足。',
      'Small sample.',
      'Done.',
    ]);
    expect([withAside('段雪', '房管所', 'zh'), withAside('段雪', 'Housing Office', 'en')]).toEqual([
      '段雪（房管所）',
      '段雪 (Housing Office)',
    ]);
    const [zh, en] = [joinedIn('zh'), joinedIn('en')];
    expect([zh.termed('何静', '看过了'), en.termed('He Jing', 'seen'), en.termed('', 'seen')]).toEqual([
      '何静：看过了',
      'He Jing: seen',
      'seen',
    ]);
    expect([zh.grouped('甲，乙', '丙'), en.grouped('A, B', 'C')]).toEqual(['甲，乙；丙', 'A, B; C']);
  });
});
