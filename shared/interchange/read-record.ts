import { textLimits } from '../cases/cases-actions.ts';
import type { CaseKind, CaseSource } from '../cases/cases-schema.ts';
import { fill } from '../kernel/label.ts';
import type { CasePoint } from '../kernel/place.ts';
import { storableText } from '../kernel/storable-text.ts';
import { HOUR, type Instant } from '../kernel/time.ts';
import { parseWallClock } from '../kernel/zone-time.ts';
import type { CaseMapping, ImportedState, StateTarget } from './mapping-schema.ts';
import type { RecordFlag, RecordRefusal, RecordRefusalCode } from './record-problems.ts';

/** One published record, read by a mapping; times are instants, the place is not yet resolved. */
export type ImportedRecord = {
  externalId: string;
  createdAt: Instant;
  stateAt: Instant | null;
  dueAt: Instant | null;
  closedAt: Instant | null;
  state: ImportedState;
  /** the state as published */
  stateText: string;
  type: string;
  /** published limit in minutes of the wall clock; null when the mapping does not ask for it or there is none */
  limitMinutes: number | null;
  kind: CaseKind;
  source: CaseSource;
  agency: string | null;
  neighbourhood: string | null;
  point: CasePoint | null;
  address: string;
  text: string;
  flags: RecordFlag[];
};
export type ReadRecord = { ok: true; record: ImportedRecord } | { ok: false; refusal: RecordRefusal };
type Cells = Readonly<Record<string, string>>;

/** A clock that was a little behind is forgiven and flagged; a record closed longer than this before its creation is refused. */
const CLOCK_TOLERANCE = HOUR;
const DESCRIPTION_LIMIT = textLimits.text;

/** Reads one row; the first thing that cannot be understood refuses it. */
export function readRecord(cells: Cells, mapping: CaseMapping): ReadRecord {
  const cell = (name: string | undefined) => (name === undefined ? '' : (cells[name] ?? '').trim());
  const bad = (code: RecordRefusalCode, field: string): ReadRecord => ({ ok: false, refusal: { code, field, value: cells[field] ?? '' } });

  for (const name of [mapping.id, mapping.createdAt, mapping.category.column]) if (cell(name) === '') return bad('missingField', name);
  const unsound = Object.keys(cells).find((name) => cells[name]?.includes('\u0000'));
  if (unsound !== undefined) return bad('badText', unsound);

  const times = readTimes(cell, mapping);
  if ('field' in times) return bad('badTime', times.field);
  const { createdAt, stateAt, dueAt, closedAt } = times;
  const stateText = cell(mapping.state.column);
  const target = targetOf(stateText, mapping);
  if (target === null) return bad('unknownState', mapping.state.column ?? '');
  const closed = target.state === 'closed';
  if (closed && closedAt === null) return bad('closedWithoutTime', mapping.closedAt ?? mapping.state.column ?? '');
  if (closed && closedAt !== null && closedAt < createdAt - CLOCK_TOLERANCE) return bad('closedBeforeCreated', mapping.closedAt ?? '');

  const flags: RecordFlag[] = [];
  const point = readPoint(cell, mapping, flags);
  if (stateAt !== null && stateAt < createdAt) flags.push('statusBeforeCreated');
  if (closed && closedAt !== null && closedAt < createdAt) flags.push('closedBeforeCreated');
  if (!closed && closedAt !== null) flags.push('closingTimeIgnored');
  if (target.duplicate) flags.push('duplicate');
  const type = cell(mapping.category.column);
  const address = cell(mapping.address);
  const text = fill(mapping.text, Object.fromEntries(Object.entries(cells).map(([name, value]) => [name, value.trim()])));
  if (address.length > textLimits.address || text.length > DESCRIPTION_LIMIT) flags.push('textShortened');

  return {
    ok: true,
    record: {
      externalId: cell(mapping.id),
      createdAt,
      stateAt: stateAt === null ? null : Math.max(stateAt, createdAt),
      dueAt,
      closedAt: closed && closedAt !== null ? Math.max(closedAt, createdAt) : null,
      state: target.state,
      stateText,
      type,
      limitMinutes: limitMinutes(cell, mapping),
      kind: mapping.kind.rules.find((rule) => type.includes(rule.typeContains))?.kind ?? mapping.kind.otherwise,
      source: mapping.channel.values[cell(mapping.channel.column)] ?? mapping.channel.otherwise,
      agency: cell(mapping.agency?.column) || null,
      neighbourhood: cell(mapping.neighbourhood) || null,
      point,
      address: storableText(address.slice(0, textLimits.address)),
      text: storableText(text.slice(0, DESCRIPTION_LIMIT)),
      flags,
    },
  };
}

type Cell = (name: string | undefined) => string;
type Times = Pick<ImportedRecord, 'createdAt' | 'stateAt' | 'dueAt' | 'closedAt'>;

function readTimes(cell: Cell, mapping: CaseMapping): Times | { field: string } {
  const times: Times = { createdAt: 0, stateAt: null, dueAt: null, closedAt: null };
  for (const key of ['createdAt', 'stateAt', 'dueAt', 'closedAt'] as const) {
    const name = mapping[key];
    const text = cell(name);
    if (name === undefined || text === '') continue;
    const at = parseWallClock(mapping.timeZone, text);
    if (at === null) return { field: name };
    times[key] = at;
  }
  return times;
}

function targetOf(text: string, { state }: CaseMapping): StateTarget | null {
  return state.values[text] ?? state.otherwise ?? null;
}

function readPoint(cell: Cell, mapping: CaseMapping, flags: RecordFlag[]): CasePoint | null {
  if (mapping.point === undefined) return null;
  const { lng: lngColumn, lat: latColumn, box, placeholders, placeholderWithin } = mapping.point;
  const [lngText, latText] = [cell(lngColumn), cell(latColumn)];
  if (lngText === '' || latText === '') {
    flags.push('noPoint');
    return null;
  }
  const [lng, lat] = [Number(lngText), Number(latText)];
  if (!(Math.abs(lng) <= 180 && Math.abs(lat) <= 90)) {
    flags.push('badPoint');
    return null;
  }
  if (placeholders.some(([x, y]) => Math.abs(x - lng) <= placeholderWithin && Math.abs(y - lat) <= placeholderWithin)) {
    flags.push('placeholderPoint');
    return null;
  }
  if (box && (lng < box[0] || lat < box[1] || lng > box[2] || lat > box[3])) flags.push('outsideCity');
  return { lng, lat, accuracyM: null, source: 'import' };
}

/** Difference of the wall clocks, so that 96 hours stay 96 hours over a change of the clock. */
function limitMinutes(cell: Cell, mapping: CaseMapping): number | null {
  if (!mapping.category.limitFromDue) return null;
  const from = parseWallClock('UTC', cell(mapping.createdAt));
  const to = parseWallClock('UTC', cell(mapping.dueAt));
  return from === null || to === null || to < from ? null : Math.round((to - from) / 60_000);
}
