import * as z from 'zod/mini';
import { requestId, unitId } from '../kernel/ids.ts';
import { storable } from '../kernel/storable-text.ts';
import { optionalText, written } from '../kernel/written-text.ts';

/** An item of the community duty list (社区职责清单): what a community may be asked, and the document that says so. */
export const dutyItem = z.object({ code: written(20), nameZh: written(60), nameEn: optionalText(120), basis: written(200) });
export type DutyItem = z.infer<typeof dutyItem>;

/** In force now, or with every item that was. */
export const listDutiesInput = z.object({ districtId: unitId, ended: z._default(z.boolean(), false) });

export const addDutyInput = z.object({ districtId: unitId, requestId, ...dutyItem.shape });
export type AddDutyInput = z.infer<typeof addDutyInput>;

export const endDutyInput = z.object({ districtId: unitId, requestId, dutyId: z.uuid(), reason: written(200) });
export type EndDutyInput = z.infer<typeof endDutyInput>;

const LONGEST_LIST = 500;

/** A pasted list, and the codes its author saw it bring in: an import that would bring in others is refused. */
export const importDutiesInput = z.object({
  districtId: unitId,
  requestId,
  text: z.string().check(storable(), z.maxLength(200_000, 'tooLong')),
  codes: z.array(z.string().check(z.maxLength(20))).check(z.minLength(1), z.maxLength(LONGEST_LIST)),
});
export type ImportDutiesInput = z.infer<typeof importDutiesInput>;

/** Why a line of a pasted list is not taken. */
export const dutyLineProblems = [
  'codeMissing',
  'nameMissing',
  'basisMissing',
  'tooLong',
  'unreadable',
  'codeRepeated',
  'codeTaken',
  'listTooLong',
] as const;
export type DutyLineProblem = (typeof dutyLineProblems)[number];
/** `line` counts from 1, as the author sees the text. */
export type RefusedDutyLine = { line: number; problem: DutyLineProblem; text: string };

/**
 * Reads a pasted list: one item a line as code, name, basis and, if there is one, the English name; columns by tab (as a spreadsheet
 * copies them), comma or ，. Empty lines and a line of headings are passed over; a line that cannot be taken stops no other.
 */
export function readDutyLines(text: string, inForce: readonly string[]): { items: DutyItem[]; refused: RefusedDutyLine[] } {
  const items: DutyItem[] = [];
  const refused: RefusedDutyLine[] = [];
  const taken = new Set(inForce);
  const own = new Set<string>();
  let headed = false;
  for (const [index, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const cells = cellsOf(raw);
    if (cells.every((cell) => cell === '')) continue;
    if (isHeading(cells)) {
      headed = true;
      continue;
    }
    // under headings, as our own export has them, what stands further right is known to be something else
    const read = readLine(headed ? cells.slice(0, 4) : cells);
    const problem = typeof read === 'string' ? read : barred(read.code, { taken, own, count: items.length });
    if (typeof read === 'string' || problem !== null) {
      refused.push({ line: index + 1, problem: problem ?? 'unreadable', text: raw.trim().slice(0, 80) });
      continue;
    }
    own.add(read.code);
    items.push(read);
  }
  return { items, refused };
}

type Known = { taken: ReadonlySet<string>; own: ReadonlySet<string>; count: number };

function barred(code: string, { taken, own, count }: Known): DutyLineProblem | null {
  if (own.has(code)) return 'codeRepeated';
  if (taken.has(code)) return 'codeTaken';
  return count >= LONGEST_LIST ? 'listTooLong' : null;
}

function readLine(cells: readonly string[]): DutyItem | DutyLineProblem {
  const [code = '', nameZh = '', basis = '', nameEn = '', ...rest] = cells;
  if (rest.some((cell) => cell !== '')) return 'unreadable';
  if (code === '') return 'codeMissing';
  if (nameZh === '') return 'nameMissing';
  if (basis === '') return 'basisMissing';
  const item = dutyItem.safeParse({ code, nameZh, nameEn, basis });
  if (item.success) return item.data;
  return item.error.issues.some(({ message }) => message === 'tooLong') ? 'tooLong' : 'unreadable';
}

const headings: readonly string[] = ['code', '编号', '编码', '代码', '序号'];
const isHeading = ([first = '']: readonly string[]) => headings.includes(first.toLowerCase());

/** Cells of one line; a quoted cell (RFC 4180) may hold separators and doubled quotes. */
function cellsOf(line: string): string[] {
  const separators = line.includes('\t') ? '\t' : ',，';
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const sign = line.charAt(at);
    if (quoted && sign === '"' && line.charAt(at + 1) === '"') {
      cell += sign;
      at += 1;
    } else if (sign === '"' && (quoted || cell.trim() === '')) quoted = !quoted;
    else if (!quoted && separators.includes(sign)) {
      cells.push(cell.trim());
      cell = '';
    } else cell += sign;
  }
  return [...cells, cell.trim()];
}
