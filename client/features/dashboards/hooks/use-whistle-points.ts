import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { whistleStateLabels } from '#shared/dispatch/whistle.i18n.ts';
import type { WhistleFilters, WhistleView } from '#shared/dispatch/whistle-queries.ts';
import type { BoundingBox } from '#shared/kernel/place.ts';
import type { MapPoint } from '../../../map/index.ts';
import { useJoined, useLabel, useTimeWords, useTRPC } from '../../../platform/index.ts';
import { clockLight, lightWord } from '../../cases-parts/index.ts';
import { whistleMapLook } from '../../dispatch-parts/index.ts';

type Asked = { list: WhistleList | null; box: BoundingBox | null };
type WhistleList = { view: WhistleView; filters: WhistleFilters };

/** The whistles of a list inside a box, as marks of the map; `crowded` = too many to draw each, how many there are. */
export function useWhistlePoints({ list, box }: Asked): { points: MapPoint[]; crowded: number | null } {
  const trpc = useTRPC();
  const say = useLabel();
  const { phrased } = useJoined();
  const { writing } = useTimeWords();
  const asked: [number, number, number, number] = box === null ? [0, 0, 0, 0] : [box[0], box[1], box[2], box[3]];
  const { data } = useQuery(
    trpc.dispatch.map.queryOptions(
      { ...list?.filters, view: list?.view ?? 'open', box: asked },
      { enabled: box !== null && list !== null, placeholderData: keepPreviousData },
    ),
  );
  return useMemo(() => {
    const found = list === null ? undefined : data;
    const points = (found?.points ?? []).map(({ id, at, state, due, soonAt, whistleNo, title }): MapPoint => {
      const light = clockLight({ due: due === null ? null : { at: due }, soonAt, held: false }, writing.now);
      const haste = lightWord(light);
      const label = `${whistleNo} ${title} ${phrased(say(whistleStateLabels[state]), haste && say(haste))}`;
      return { id, position: at, ageDays: 12, label, ...whistleMapLook({ state, light }) };
    });
    return { points, crowded: found && found.points.length < found.count ? found.count : null };
  }, [list, data, say, phrased, writing.now]);
}
