import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ZoneMeasure } from '#shared/dashboards/dashboards-schema.ts';
import { measureBreaks, stepOf } from '#shared/dashboards/measure-steps.ts';
import { HOUR } from '#shared/kernel/time.ts';
import { rateOf } from '#shared/scoring/formula.ts';
import type { MapZone } from '../../../map/index.ts';
import { useTRPC } from '../../../platform/index.ts';
import { areaNumber } from '../area-number.ts';
import type { Overview, OverviewArea } from '../overview-types.ts';

/** A measure of an area in the unit it is coloured by: hundredths (per 100 households, per cent) or whole cases. */
export function measureOf(measure: ZoneMeasure, area: OverviewArea): number | null {
  if (measure === 'overdue') return area.overdue;
  if (measure === 'openPer100') return area.openPer100;
  return area.onTime && rateOf(area.onTime.numerator, area.onTime.denominator);
}

/** `2.18`, `88%`, `3`. */
export function measureText(measure: ZoneMeasure, value: number | null): string {
  if (value === null) return '—';
  if (measure === 'overdue') return String(value);
  const text = (value / 100).toFixed(2);
  return measure === 'onTimeRate' ? `${text.replace(/\.?0+$/u, '')}%` : text;
}

/** With more areas than this a map names those it has room for; their figures are in the table. */
const FIGURES_UP_TO = 20;

/** As fine as a page shows the box at first, and a little finer for a closer look. */
function outlineZoom([west, , east]: readonly [number, number, number, number]): number {
  const width = Math.max(east - west, 0.001);
  return Math.max(8, Math.min(16, Math.round(Math.log2(360 / width)) + 2));
}

/** Open cases per 100 households, where households are known; otherwise what is overdue. */
export function firstMeasure({ areas }: Overview): ZoneMeasure {
  return areas.some(({ openPer100 }) => openPer100 !== null) ? 'openPer100' : 'overdue';
}

const least = { openPer100: 10, onTimeRate: 100, overdue: 1 } as const satisfies Record<ZoneMeasure, number>;

/** The areas of an overview as zones of a map, coloured by the measure; their outlines are those in force now. */
export function useZones(
  overview: Overview | undefined,
  { measure, note }: { measure: ZoneMeasure; note: ((area: OverviewArea) => string) | null },
) {
  const trpc = useTRPC();
  const box = overview?.unit.box ?? null;
  const level = overview?.areas[0]?.level ?? overview?.unit.level ?? 'grid';
  const asked = box === null ? ([0, 0, 0, 0] as [number, number, number, number]) : ([...box] as [number, number, number, number]);
  const { data } = useQuery(
    trpc.territory.boundaries.queryOptions(
      { box: asked, zoom: outlineZoom(asked), levels: [level] },
      { enabled: box !== null, staleTime: HOUR },
    ),
  );
  const areas = overview?.areas;
  const whole = overview?.areas.length === 0 ? overview.unit : null;
  return useMemo(() => {
    const values = (areas ?? []).flatMap((area) => measureOf(measure, area) ?? []);
    const breaks = measureBreaks(values, least[measure]);
    const crowded = (areas ?? []).length > FIGURES_UP_TO;
    const zones = (areas ?? []).flatMap((area): MapZone[] => {
      const outline = data?.boundaries.find(({ unitId }) => unitId === area.id);
      if (!outline) return [];
      const value = measureOf(measure, area);
      const { id, name } = area;
      // figures would lie under the cases of a map that shows many
      const figures = note && !crowded ? { figure: measureText(measure, value), note: note(area) } : {};
      const tag = { badge: crowded ? name : areaNumber(area), ...figures };
      return [{ id, name, geometry: outline.geometry, step: value === null ? null : stepOf(value, breaks), tag }];
    });
    // a unit that is not divided yet is shown as it is
    const undivided = whole && data?.boundaries.find(({ unitId }) => unitId === whole.id);
    if (whole && undivided) zones.push({ id: whole.id, name: whole.name, geometry: undivided.geometry, step: null, own: true });
    return { zones, breaks, known: values.length > 0 };
  }, [areas, data, measure, note, whole]);
}
