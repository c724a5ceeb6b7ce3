import { useNavigate, useSearch } from '@tanstack/react-router';
import { localDateAt } from '#shared/kernel/zone-time.ts';
import { dayNumber } from '#shared/kernel/zone-time-dates.ts';
import { FIGURE_DAYS_MAX, type FigurePart, figureParts } from '#shared/scoring/whistle-figures-schema.ts';
import { type WhistleMeasureId, whistleMeasureIds } from '#shared/scoring/whistle-measures-schema.ts';
import { useTimeWords } from '../../../platform/index.ts';
import { hrefOf } from '../../dashboards/index.ts';
import { type DayRange, rangeAround, type Span, spanOf } from './figure-period.ts';

/** What the page of figures keeps in its address; `row` null = all of them together. */
export type FigureSearch = DayRange & {
  span: Span;
  by: 'unit' | 'community' | null;
  row: string | null;
  figure: WhistleMeasureId;
  part: FigurePart;
  unit: string | null;
};

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const idIn = (value: unknown) => (typeof value === 'string' && uuid.test(value) ? value : null);

function isDay(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(`${value}T00:00:00Z`));
}

/** Whether the server answers for such a range. */
export function rangeGood({ from, to }: DayRange): boolean {
  if (!isDay(from) || !isDay(to)) return false;
  const days = dayNumber(to) - dayNumber(from) + 1;
  return days >= 1 && days <= FIGURE_DAYS_MAX;
}

/** Reads an address; what is not understood is left out. Without a period it is the quarter of today. */
export function readFigureSearch(raw: Readonly<Record<string, unknown>>, today: string): FigureSearch {
  const { from, to } = raw;
  const asked = isDay(from) && isDay(to) && rangeGood({ from, to }) ? { from, to } : rangeAround('quarter', today);
  return {
    ...asked,
    span: raw['span'] === 'own' ? 'own' : spanOf(asked),
    by: raw['by'] === 'unit' || raw['by'] === 'community' ? raw['by'] : null,
    row: idIn(raw['row']),
    figure: whistleMeasureIds.find((id) => id === raw['figure']) ?? 'reportIn',
    part: figureParts.find((part) => part === raw['part']) ?? 'counted',
    unit: idIn(raw['unit']),
  };
}

/** The state of the page in its address, links that change parts of it, and a way to change them at once. */
export function useFigureSearch(path: string) {
  const { writing } = useTimeWords();
  const raw: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const search = readFigureSearch(raw, localDateAt(writing.timeZone, writing.now));
  const link = (part: Partial<FigureSearch>) => {
    const { span, ...next } = { ...search, ...part };
    const kept = span === 'own' && spanOf(next) !== 'own' ? { span } : {};
    return hrefOf(
      path,
      Object.fromEntries(Object.entries({ ...next, ...kept }).filter(([, value]) => value !== null)) as Record<string, string>,
    );
  };
  const change = (part: Partial<FigureSearch>) => void navigate({ href: link(part), replace: true, resetScroll: false });
  return { search, link, change };
}
