import type { Labels } from '../kernel/label.ts';
import type { DutyLineProblem } from './duty-list.ts';

/** Why a line of a pasted list is not taken, and what to do. */
export const dutyLineProblemLabels: Labels<DutyLineProblem> = {
  codeMissing: { zh: '缺编号', en: 'The code is missing' },
  nameMissing: { zh: '缺事项名称', en: 'The name is missing' },
  basisMissing: { zh: '缺依据：写明文件名称', en: 'The basis is missing: name the document' },
  tooLong: { zh: '太长：编号 20 字，事项 60 字，依据 200 字以内', en: 'Too long: code 20, name 60, basis 200 characters at most' },
  unreadable: {
    zh: '分不清列：一行是 编号、事项、依据、英文名，用逗号或制表符隔开',
    en: 'Columns unclear: code, name, basis, English name, by comma or tab',
  },
  codeRepeated: { zh: '这个编号在上面已经有了', en: 'The code stands in a line above' },
  codeTaken: { zh: '这个编号已在清单里，先停用旧的', en: 'The code is on the list; end the old item first' },
  listTooLong: { zh: '一次最多 500 条', en: '500 items at a time' },
};
