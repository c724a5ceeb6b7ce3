import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { type CsvError, parse } from 'csv-parse';
import type { RecordRefusal } from '#shared/interchange/record-problems.ts';

export type Cells = Readonly<Record<string, string>>;
/** One row of the file; `line` is the line it ends on, counted from 1. */
export type FileRow = { line: number; cells: Cells } | { line: number; refusal: RecordRefusal };
export type ReadProgress = { bytes: number; of: number };
type Parsed = { record: string[]; info: { lines: number } };

/** A longer record is a quote that was never closed; reading on would need the memory of the whole file. */
const RECORD_LIMIT = 1_000_000;

/** The file does not have what the mapping reads. */
export class FileShapeError extends Error {}

/**
 * Streams a CSV file (`.gz` is unpacked on the way): the reader sets the pace, so that a file of any size needs the memory of a few rows.
 * Throws FileShapeError when a column of the mapping is not in the header; the stream is closed when the reader stops early.
 */
export async function* readRows(
  path: string,
  options: { columns: readonly string[]; onProgress?: (progress: ReadProgress) => void },
): AsyncGenerator<FileRow> {
  const { size } = await stat(path);
  const file = createReadStream(path);
  const unreadable: FileRow[] = [];
  let endless: number | null = null;
  let lastLine = 0;
  const parser = parse({
    bom: true,
    info: true,
    relax_column_count: true,
    // a quote in the middle of a cell is an inch mark, not a fault
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: RECORD_LIMIT,
    on_record: (record: string[], { lines }) => {
      lastLine = lines;
      return record;
    },
    on_skip: (error) => {
      if (error?.code === 'CSV_MAX_RECORD_SIZE') endless ??= lastLine + 1;
      unreadable.push({ line: lastLine + 1, refusal: { code: 'badQuotes', params: { until: linesOf(error) }, field: '', value: '' } });
      return undefined;
    },
  });
  const flow = path.endsWith('.gz') ? pipeline(file, createGunzip(), parser) : pipeline(file, parser);
  // an error of the file ends the loop below as an error of the parser; this keeps the promise from being unhandled
  flow.catch(() => undefined);
  let header: string[] | null = null;
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      if (endless !== null) break;
      yield* unreadable.splice(0);
      if (header === null) {
        header = checkedHeader(record, options.columns);
        continue;
      }
      options.onProgress?.({ bytes: file.bytesRead, of: size });
      yield toRow(record, { header, line: info.lines });
    }
    if (endless !== null)
      throw new FileShapeError(`The quote that opens in line ${endless} is not closed within ${RECORD_LIMIT / 1_000_000} MB.`);
    yield* unreadable.splice(0);
    if (header === null) throw new FileShapeError('The file has no header line.');
    options.onProgress?.({ bytes: size, of: size });
  } finally {
    parser.destroy();
    file.destroy();
  }
}

function checkedHeader(record: readonly string[], columns: readonly string[]): string[] {
  const header = record.map((name) => name.trim());
  const missing = columns.filter((name) => !header.includes(name));
  if (missing.length > 0) throw new FileShapeError(`The file has no column ${missing.map((name) => `"${name}"`).join(', ')}.`);
  return header;
}

function toRow(record: readonly string[], { header, line }: { header: readonly string[]; line: number }): FileRow {
  if (record.length !== header.length) {
    const params = { count: record.length, expected: header.length };
    return { line, refusal: { code: 'wrongColumnCount', params, field: '', value: record.join(',') } };
  }
  return { line, cells: Object.fromEntries(header.map((name, index) => [name, record[index] ?? ''])) };
}

function linesOf(error: CsvError | undefined): number {
  const lines = error !== undefined && 'lines' in error ? error['lines'] : 0;
  return typeof lines === 'number' ? lines : 0;
}
