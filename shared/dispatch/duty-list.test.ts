import { describe, expect, it } from 'vitest';
import { type DutyLineProblem, readDutyLines } from './duty-list.ts';

const taken = ['01'];
const item = (code: string, nameZh: string, basis: string, nameEn = '') => ({ code, nameZh, nameEn, basis });

describe('a pasted duty list', () => {
  it.each([
    ['commas', '09,小广告清除,清单第9条', item('09', '小广告清除', '清单第9条')],
    ['tabs, as a spreadsheet copies', '09\t小广告清除\t清单第9条\tPosters', item('09', '小广告清除', '清单第9条', 'Posters')],
    ['full-width commas', '09，小广告清除，清单第9条', item('09', '小广告清除', '清单第9条')],
    ['quoted cells', '"09","张贴, 清除","依据 ""一"""', item('09', '张贴, 清除', '依据 "一"')],
    ['spaces around', '  09 , 小广告清除 , 清单 ', item('09', '小广告清除', '清单')],
    ['an empty last cell', '09,小广告清除,清单,', item('09', '小广告清除', '清单')],
    ['a comma within tabs', '09\t小广告,清除\t清单', item('09', '小广告,清除', '清单')],
  ])('takes a line with %s', (_, text, expected) => {
    expect(readDutyLines(text, taken)).toEqual({ items: [expected], refused: [] });
  });

  it.each<[DutyLineProblem, string]>([
    ['codeMissing', ',小广告清除,清单'],
    ['nameMissing', '09,,清单'],
    ['basisMissing', '09,小广告清除'],
    ['tooLong', `09,${'长'.repeat(61)},清单`],
    ['tooLong', `${'9'.repeat(21)},小广告清除,清单`],
    ['unreadable', '09,小广告清除,清单,Posters,多一列'],
    ['codeTaken', '01,楼道堆物清理,清单'],
  ])('refuses %s and keeps going', (problem, line) => {
    const { items, refused } = readDutyLines(`${line}\n10,好的,清单`, taken);
    expect(refused).toEqual([{ line: 1, problem, text: line.slice(0, 80) }]);
    expect(items.map(({ code }) => code)).toEqual(['10']);
  });

  it('counts lines as the author sees them and refuses the second of two equal codes', () => {
    const { items, refused } = readDutyLines('\uFEFF编号,事项,依据\r\n\r\n09,一,清单\r\n09,二,清单\r\n', taken);
    expect(items).toEqual([item('09', '一', '清单')]);
    expect(refused).toEqual([{ line: 4, problem: 'codeRepeated', text: '09,二,清单' }]);
  });

  it('passes over what stands right of the four columns only under headings', () => {
    expect(readDutyLines('编号,事项,依据,英文名,生效\n09,一,清单,One,2026-11-24', taken).refused).toEqual([]);
    expect(readDutyLines('09,一,清单,One,2026-11-24', taken).items).toEqual([]);
  });

  it('takes 500 items and names each further line', () => {
    const text = Array.from({ length: 502 }, (_, no) => `n${no},事项,清单`).join('\n');
    const { items, refused } = readDutyLines(text, []);
    expect(items).toHaveLength(500);
    expect(refused.map(({ line, problem }) => [line, problem])).toEqual([
      [501, 'listTooLong'],
      [502, 'listTooLong'],
    ]);
  });
});
