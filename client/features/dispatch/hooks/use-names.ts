import { useCallback } from 'react';
import { useLabel } from '../../../platform/index.ts';
import type { WhistleDetail } from '../whistle-types.ts';

/** The name of a unit of the whistle; null is the community itself. */
export function useUnitName({ departments, places }: Pick<WhistleDetail, 'departments' | 'places'>): (id: string | null) => string {
  const say = useLabel();
  return useCallback(
    (id) => {
      if (id === null) return places.find(({ level }) => level === 'community')?.name ?? places.at(-1)?.name ?? '';
      const unit = departments.find((each) => each.id === id);
      return unit ? say(unit.name) : '';
    },
    [departments, places, say],
  );
}

/** The name of a person of the whistle. */
export function personName({ people, timeline }: Pick<WhistleDetail, 'people' | 'timeline'>, id: string | null): string {
  if (id === null) return '';
  const found = people.find(({ userId }) => userId === id) ?? timeline.find(({ event }) => event.meta.actorId === id)?.by;
  return found?.name ?? '';
}
