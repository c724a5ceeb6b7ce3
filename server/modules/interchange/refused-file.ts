import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { recordRefusalLabels } from '#shared/interchange/interchange.i18n.ts';
import type { RecordRefusal } from '#shared/interchange/record-problems.ts';
import { fill } from '#shared/kernel/label.ts';

const SHOWN = 80;

export type RefusedFile = { add: (line: number, refusal: RecordRefusal) => Promise<void>; close: () => Promise<void> };

/** The report of refused rows: line, field, reason, value (shortened). Made with the first refusal; without any there is no file, nor one of an earlier run. */
export async function refusedFile(path: string): Promise<RefusedFile> {
  await rm(path, { force: true });
  let stream: WriteStream | null = null;
  const write = async (cells: readonly (string | number)[]) => {
    stream ??= createWriteStream(path);
    if (!stream.write(`${cells.map(quoted).join(',')}\n`)) await once(stream, 'drain');
  };
  return {
    add: async (line, { code, params, field, value }) => {
      if (stream === null) await write(['line', 'field', 'code', 'reason', 'reason_zh', 'value']);
      const label = recordRefusalLabels[code];
      await write([line, field, code, fill(label.en, params), fill(label.zh, params), shortened(value)]);
    },
    close: async () => {
      if (stream === null) return;
      stream.end();
      await finished(stream);
    },
  };
}

function shortened(value: string): string {
  const characters = Array.from(value.replaceAll(/\s+/g, ' ').trim());
  return characters.length <= SHOWN ? characters.join('') : `${characters.slice(0, SHOWN - 1).join('')}…`;
}

/** A cell that a spreadsheet would take for a formula gets a sign before it, so that opening the report runs nothing. */
function quoted(cell: string | number): string {
  const text = typeof cell === 'number' ? String(cell) : cell.replace(/^([=+\-@\t\r])/, "'$1");
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
