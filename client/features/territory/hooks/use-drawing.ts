import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { UnitLevel } from '#shared/identity/identity-schema.ts';
import type { MultiPolygon } from '#shared/kernel/place.ts';
import { crossesItself } from '../../../map/index.ts';
import { defineTexts, useLabel, useTRPCClient } from '../../../platform/index.ts';
import { cornersAt, type Drawing, drawingOf, geometryOf, type RingAddress, withCorners } from '../boundary-draft.ts';

const texts = defineTexts({
  corner: { zh: '第 {n} 个角：拖动，或用方向键移动；Delete 删掉', en: 'Corner {n}: drag, or move with the arrows; Delete removes it' },
  middle: { zh: '在第 {n} 条边上加一个角', en: 'Add a corner on side {n}' },
});

export type DrawnUnit = { unitId: string; parentId: string | null; level: UnitLevel; geometry: MultiPolygon | null };

/** Long enough not to ask while a corner is still being moved. */
const pause = 350;

/** The boundary being drawn: its rings, what the map needs to edit one of them, and what the server says of it. */
export function useDrawing(unit: DrawnUnit) {
  const say = useLabel();
  const client = useTRPCClient();
  const [drawing, setDrawing] = useState<Drawing>(() => drawingOf(unit.geometry));
  const [address, setAddress] = useState<RingAddress>({ polygon: 0, ring: 0 });
  const [origin] = useState(drawing);
  const geometry = useMemo(() => geometryOf(drawing), [drawing]);
  const corners = cornersAt(drawing, address);
  const edit = useMemo(
    () => ({
      corners,
      onChange: (next: typeof corners) => setDrawing((before) => withCorners(before, address, next)),
      words: { corner: (n: number) => say(texts.corner, { n }), middle: (n: number) => say(texts.middle, { n }) },
    }),
    [corners, address, say],
  );
  const [settled, setSettled] = useState(geometry);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(geometry), pause);
    return () => clearTimeout(timer);
  }, [geometry]);
  const { unitId, parentId, level } = unit;
  const check = useQuery({
    queryKey: ['try-boundary', unitId, settled],
    queryFn: () => (settled ? client.territory.tryBoundary.mutate({ unitId, parentId, level, geometry: settled }) : null),
    enabled: settled !== null,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    retry: false,
  });
  return {
    drawing,
    address,
    setAddress,
    corners,
    setCorners: edit.onChange,
    edit,
    geometry,
    crossed: crossesItself(corners),
    dirty: drawing !== origin,
    checking: settled !== geometry || check.isFetching,
    findings: geometry && check.data ? check.data.findings : [],
    blocked: check.data?.blocked ?? false,
    checkError: check.error,
  };
}
export type DrawingState = ReturnType<typeof useDrawing>;
