import { useQuery } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { useState } from 'react';
import type { AppRouter } from '#server/router.ts';
import { HOUR } from '#shared/kernel/durations.ts';
import { defineTexts, useLabel, useTRPC } from '../../../platform/index.ts';
import { Field, Select } from '../../../ui/index.ts';
import styles from '../resident.module.css';

type Reporting = inferRouterOutputs<AppRouter>['reporting'];
type Place = Omit<Reporting['places'][number], 'buildings'>;

const texts = defineTexts({
  community: { zh: '社区', en: 'Community' },
  estate: { zh: '小区', en: 'Estate' },
  building: { zh: '楼栋', en: 'Building' },
  choose: { zh: '请选', en: 'Choose' },
  whole: { zh: '说不准哪栋', en: 'Not sure which' },
});

/** The place without a map: community, estate, building by name. */
export function PlaceList({
  communities,
  chosen,
  onChoose,
}: {
  communities: Reporting['form']['communities'];
  chosen: { id: string } | null;
  onChoose: (place: Place) => void;
}) {
  const say = useLabel();
  const trpc = useTRPC();
  const [picked, setPicked] = useState<string | null>(null);
  const communityId = picked ?? communities[0]?.id ?? '';
  const places = useQuery(trpc.reporting.places.queryOptions({ communityId }, { enabled: communityId !== '', staleTime: HOUR }));
  const groups = places.data ?? [];
  const group = groups.find(({ id, buildings }) => id === chosen?.id || buildings.some((building) => building.id === chosen?.id));
  const full = (estate: Place, building?: Place): Place =>
    building ? { ...building, name: `${estate.name} ${building.name}` } : { id: estate.id, name: estate.name, centre: estate.centre };

  return (
    <div className={styles.fields}>
      {communities.length > 1 && (
        <Field label={say(texts.community)}>
          {(control) => (
            <Select
              {...control}
              options={communities.map(({ id, name }) => ({ value: id, label: name }))}
              value={communityId}
              onChange={setPicked}
            />
          )}
        </Field>
      )}
      <Field label={say(texts.estate)}>
        {(control) => (
          <Select
            {...control}
            placeholder={say(texts.choose)}
            options={groups.map(({ id, name }) => ({ value: id, label: name }))}
            value={group?.id ?? ''}
            onChange={(id) => {
              const estate = groups.find((each) => each.id === id);
              if (estate) onChoose(full(estate));
            }}
          />
        )}
      </Field>
      {group && group.buildings.length > 0 && (
        <Field label={say(texts.building)}>
          {(control) => (
            <Select
              {...control}
              options={[
                { value: group.id, label: say(texts.whole) },
                ...group.buildings.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              value={chosen?.id ?? group.id}
              onChange={(id) =>
                onChoose(
                  full(
                    group,
                    group.buildings.find((each) => each.id === id),
                  ),
                )
              }
            />
          )}
        </Field>
      )}
    </div>
  );
}
