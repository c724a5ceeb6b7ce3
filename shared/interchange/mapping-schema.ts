import * as z from 'zod/mini';
import { caseKind, caseSource, urgency } from '../cases/cases-schema.ts';
import { isTimeZone } from '../kernel/zone-time.ts';

const column = z.string().check(z.minLength(1), z.maxLength(120));
const label = z.object({ zh: z.string().check(z.minLength(1)), en: z.string().check(z.minLength(1)) });

/** How far a record had come when it was published; the import leaves no case in a state its record does not prove. */
export const importedStates = ['reported', 'registered', 'dispatched', 'inProgress', 'closed'] as const;
const stateTarget = z.object({ state: z.enum(importedStates), duplicate: z._default(z.boolean(), false) });

const degrees = (limit: number) => z.number().check(z.gte(-limit), z.lte(limit));

/**
 * How the columns of a file of case records are to be read (`npm run import -- cases FILE --mapping FILE.json`). Texts in `{braces}` of a
 * template are column names. Unknown keys are refused, so that a misspelt one is not silently ignored.
 */
export const caseMapping = z.strictObject({
  /** short name of the source; together with the record's own id it is the key under which a record is imported once */
  source: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{1,39}$/)),
  /** who published the records; stands as the author of the imported history, and is the attribution */
  publisher: z.string().check(z.minLength(1), z.maxLength(120)),
  /** IANA zone of the file's wall-clock times */
  timeZone: z.string().check(z.refine(isTimeZone, 'unknownTimeZone')),
  id: column,
  createdAt: column,
  /** last change of state; the time of taking into work where the state says so */
  stateAt: z.optional(column),
  /** the published due time; kept as it is and never computed anew */
  dueAt: z.optional(column),
  closedAt: z.optional(column),
  address: z.optional(column),
  /** name of a unit of level community, checked against the polygon that holds the point */
  neighbourhood: z.optional(column),
  point: z.optional(
    z.strictObject({
      lng: column,
      lat: column,
      /** west, south, east, north: a point outside is kept and flagged */
      box: z.optional(z.tuple([degrees(180), degrees(90), degrees(180), degrees(90)])),
      /** points that mean "unknown"; such a record counts as one without a point */
      placeholders: z._default(z.array(z.tuple([degrees(180), degrees(90)])), []),
      /** how near to a placeholder still is the placeholder, degrees */
      placeholderWithin: z._default(z.number().check(z.gte(0), z.lte(0.1)), 0.0005),
    }),
  ),
  category: z.strictObject({
    column,
    /** the custom scheme into which unknown types are taken */
    scheme: z.string().check(z.regex(/^[a-z0-9][A-Za-z0-9-]{1,39}$/)),
    /** published types by their name in the file; others keep the published name in both languages */
    names: z._default(z.record(z.string(), label), {}),
    /** text that ends the group part of a type, `SW-Trash` → `SW`; groups become the upper level */
    groupEnd: z.optional(z.string().check(z.minLength(1), z.maxLength(5))),
    groups: z._default(z.record(z.string(), label), {}),
    /** the published limit of a type is the time from creation to the due time of its records, in calendar hours */
    limitFromDue: z._default(z.boolean(), false),
  }),
  kind: z.strictObject({
    otherwise: caseKind,
    rules: z._default(z.array(z.strictObject({ typeContains: z.string().check(z.minLength(2)), kind: caseKind })), []),
  }),
  urgency: z._default(urgency, 'normal'),
  state: z.strictObject({
    column: z.optional(column),
    values: z._default(z.record(z.string(), stateTarget), {}),
    otherwise: z.optional(stateTarget),
  }),
  channel: z.strictObject({ column: z.optional(column), values: z._default(z.record(z.string(), caseSource), {}), otherwise: caseSource }),
  agency: z.optional(
    z.strictObject({
      column,
      /** departments get the codes PREFIX-1, PREFIX-2 … in the order of their first record */
      codePrefix: z.string().check(z.regex(/^[A-Z0-9]{2,12}$/)),
      names: z._default(z.record(z.string(), label), {}),
    }),
  ),
  /** longer text of the case, e.g. `Request {request_number}` */
  text: z._default(z.string().check(z.maxLength(1000)), ''),
});
export type CaseMapping = z.infer<typeof caseMapping>;
export type StateTarget = z.infer<typeof stateTarget>;
export type ImportedState = (typeof importedStates)[number];

/** Every column a mapping reads, each once: all must be in the header of the file. */
export function columnsOf(mapping: CaseMapping): string[] {
  const { id, createdAt, stateAt, dueAt, closedAt, address, neighbourhood, point, category, state, channel, agency, text } = mapping;
  const named = [id, createdAt, stateAt, dueAt, closedAt, address, neighbourhood, point?.lng, point?.lat];
  const grouped = [
    category.column,
    state.column,
    channel.column,
    agency?.column,
    ...[...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
  ];
  return [...new Set([...named, ...grouped].filter((name) => name !== undefined))];
}
