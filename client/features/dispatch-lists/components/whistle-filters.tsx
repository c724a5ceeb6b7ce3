import { useQuery } from '@tanstack/react-query';
import { whistleTypeLabels } from '#shared/dispatch/whistle.i18n.ts';
import { whistleTypes } from '#shared/dispatch/whistle-schema.ts';
import { defineTexts, useLabel, useSession, useTRPC } from '../../../platform/index.ts';
import { Button, Select } from '../../../ui/index.ts';
import { isNarrowed, type WhistleSearch, widened } from '../hooks/whistle-search.ts';
import styles from './lists.module.css';

const texts = defineTexts({
  type: { zh: '哨的类型', en: 'Type' },
  anyType: { zh: '类型：全部', en: 'Type: all' },
  area: { zh: '辖区', en: 'Area' },
  anyArea: { zh: '辖区：全部', en: 'Area: all' },
  unit: { zh: '被叫单位', en: 'Unit called' },
  anyUnit: { zh: '单位：全部', en: 'Unit: all' },
  widen: { zh: '去掉筛选', en: 'Take the filters away' },
});

/** What narrows the whistles: type, area, unit called. All of it stands in the address; a choice of one is not offered. */
export function WhistleFilters({ search, change }: { search: WhistleSearch; change: (part: Partial<WhistleSearch>) => void }) {
  const say = useLabel();
  const trpc = useTRPC();
  const { me } = useSession();
  const root = me?.posts.find((post) => post.unitId)?.unitId ?? me?.districtId ?? null;
  const areas = useQuery(trpc.territory.tree.queryOptions({ parentId: root }, { enabled: root !== null }));
  const units = useQuery(trpc.territory.departments.queryOptions({}));
  const places = (areas.data?.rows ?? []).filter(({ level }) => level === 'community' || level === 'street');
  const departments = units.data ?? [];
  const withAll = (label: string, options: readonly { value: string; label: string }[]) => [{ value: 'all', label }, ...options];
  const chosen = (value: string) => (value === 'all' ? null : value);
  return (
    <div className={styles.filters}>
      <Select
        compact
        aria-label={say(texts.type)}
        options={withAll(
          say(texts.anyType),
          whistleTypes.map((value) => ({ value, label: say(whistleTypeLabels[value]) })),
        )}
        value={search.type ?? 'all'}
        onChange={(value) => change({ type: whistleTypes.find((type) => type === value) ?? null })}
      />
      {places.length > 1 && (
        <Select
          compact
          aria-label={say(texts.area)}
          options={withAll(
            say(texts.anyArea),
            places.map(({ id, name }) => ({ value: id, label: name })),
          )}
          value={search.unit ?? 'all'}
          onChange={(value) => change({ unit: chosen(value) })}
        />
      )}
      {departments.length > 1 && (
        <Select
          compact
          aria-label={say(texts.unit)}
          options={withAll(
            say(texts.anyUnit),
            departments.map(({ id, name }) => ({ value: id, label: say(name) })),
          )}
          value={search.dep ?? 'all'}
          onChange={(value) => change({ dep: chosen(value) })}
        />
      )}
      {isNarrowed(search) && (
        <Button size="small" variant="quiet" onClick={() => change(widened)}>
          {say(texts.widen)}
        </Button>
      )}
    </div>
  );
}
