import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { useMemo } from 'react';
import type { AppRouter } from '#server/router.ts';
import type { CaseFilters, CaseView } from '#shared/cases/case-queries.ts';
import type { UnitId } from '#shared/kernel/ids.ts';
import type { BoundingBox } from '#shared/kernel/place.ts';
import type { MapPoint } from '../../../map/index.ts';
import { useTRPC } from '../../../platform/index.ts';
import { mapLookOf } from '../../cases-parts/index.ts';

type CaseMap = inferRouterOutputs<AppRouter>['cases']['map'];
type ServerPoint = Extract<CaseMap, { kind: 'points' }>['points'][number];
type Asked = { view: CaseView; filters?: CaseFilters; unitId?: string; box: BoundingBox | null; zoom?: number };

/** The cases of a list inside a box, as marks of the map; `crowded` = too many to draw each, how many there are. */
export function useCasePoints({ view, filters, unitId, box, zoom = 16 }: Asked): { points: MapPoint[]; crowded: number | null } {
  const trpc = useTRPC();
  const asked: [number, number, number, number] = box === null ? [0, 0, 0, 0] : [box[0], box[1], box[2], box[3]];
  const { data } = useQuery(
    trpc.cases.map.queryOptions(
      { ...filters, ...(unitId ? { unitId: unitId as UnitId } : {}), view, box: asked, zoom },
      { enabled: box !== null, placeholderData: keepPreviousData },
    ),
  );
  return useMemo(() => {
    if (data?.kind === 'cells') return { points: [], crowded: data.cells.reduce((sum, { count }) => sum + count, 0) };
    return { points: data?.points.map(markOf) ?? [], crowded: null };
  }, [data]);
}

function markOf({ id, title, caseNo, state, light, at }: ServerPoint): MapPoint {
  const overdue = light === 'red';
  const look = mapLookOf({ state, light });
  return { id, position: at, shape: look.shape, tone: look.tone, overdue, ageDays: 0, label: caseNo ? `${caseNo} ${title}` : title };
}
