import type { Refusal } from '../kernel/decision.ts';

/** Why a row is refused. Labels in interchange.i18n.ts. */
export const recordRefusals = [
  'wrongColumnCount',
  'badQuotes',
  'badText',
  'missingField',
  'badTime',
  'unknownState',
  'closedWithoutTime',
  'closedBeforeCreated',
  'factChanged',
  'handledHere',
  'notForward',
] as const;
export type RecordRefusalCode = (typeof recordRefusals)[number];

/** One refused row: the field at fault, the reason, and the value found there (shortened where it is shown). */
export type RecordRefusal = Refusal<RecordRefusalCode> & { field: string; value: string };

/** What is odd about a record that is taken all the same. */
export const recordFlags = [
  'noPoint',
  'badPoint',
  'placeholderPoint',
  'outsideCity',
  'outsideUnits',
  'onBorder',
  'neighbourhoodMismatch',
  'neighbourhoodUnknown',
  'statusBeforeCreated',
  'closedBeforeCreated',
  'closingTimeIgnored',
  'duplicate',
  'textShortened',
] as const;
export type RecordFlag = (typeof recordFlags)[number];
