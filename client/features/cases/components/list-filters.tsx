import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { caseSorts } from '#shared/cases/case-queries.ts';
import { caseSortLabels } from '#shared/cases/case-views.i18n.ts';
import { defineTexts, useLabel, useSession, useTRPC } from '../../../platform/index.ts';
import { Button, Chip, Dialog, Field, Select, TextInput } from '../../../ui/index.ts';
import { useDeskSearch } from '../hooks/use-desk-search.ts';
import { useSavedViews } from '../hooks/use-saved-views.ts';
import styles from './inbox.module.css';

const texts = defineTexts({
  category: { zh: '类别', en: 'Category' },
  anyCategory: { zh: '类别：全部', en: 'Category: all' },
  unit: { zh: '辖区', en: 'Area' },
  anyUnit: { zh: '辖区：全部', en: 'Area: all' },
  sort: { zh: '排法', en: 'Order' },
  words: { zh: '“{q}”', en: '“{q}”' },
  clear: { zh: '去掉这个词', en: 'Take this word away' },
  save: { zh: '存为视图', en: 'Save the view' },
  saveAs: { zh: '把现在的筛选存为视图', en: 'Save these filters as a view' },
  name: { zh: '名字', en: 'Name' },
  kept: { zh: '存在这台电脑上', en: 'Kept on this computer' },
  close: { zh: '关闭', en: 'Close' },
});

/** What narrows a list: kind of matter, area, words, order. All of it stands in the address. */
export function ListFilters() {
  const say = useLabel();
  const trpc = useTRPC();
  const { me } = useSession();
  const { search, change } = useDeskSearch();
  const categories = useQuery(trpc.categories.list.queryOptions({}));
  const root = me?.posts.find((post) => post.unitId)?.unitId ?? me?.districtId ?? null;
  const units = useQuery(trpc.territory.tree.queryOptions({ parentId: root }, { enabled: root !== null }));
  const names = (categories.data ?? []).map((entry) => ({
    value: `${entry.scheme}/${entry.code}`,
    label: entry.parentCode === null ? say(entry.name) : `　${say(entry.name)}`,
  }));
  const places = (units.data?.rows ?? []).map((unit) => ({ value: unit.id as string, label: unit.name }));
  const narrowed = Boolean(search.cat || search.unit || search.q);
  return (
    <div className={styles.filters}>
      <Select
        compact
        aria-label={say(texts.category)}
        value={search.cat ?? 'all'}
        options={[{ value: 'all', label: say(texts.anyCategory) }, ...names]}
        onChange={(cat) => change({ cat: cat === 'all' ? undefined : cat })}
      />
      {places.length > 1 && (
        <Select
          compact
          aria-label={say(texts.unit)}
          value={search.unit ?? 'all'}
          options={[{ value: 'all', label: say(texts.anyUnit) }, ...places]}
          onChange={(unit) => change({ unit: unit === 'all' ? undefined : unit })}
        />
      )}
      <Select
        compact
        aria-label={say(texts.sort)}
        value={search.sort ?? 'clock'}
        options={caseSorts.map((sort) => ({ value: sort, label: say(caseSortLabels[sort]) }))}
        onChange={(sort) => change({ sort: sort === 'clock' ? undefined : sort })}
      />
      {search.q && (
        <Chip on removeLabel={say(texts.clear)} onPress={() => change({ q: undefined })}>
          {say(texts.words, { q: search.q })}
        </Chip>
      )}
      {narrowed && <SaveView />}
    </div>
  );
}

function SaveView() {
  const say = useLabel();
  const { search } = useDeskSearch();
  const { save } = useSavedViews();
  const [name, setName] = useState<string | null>(null);
  return (
    <>
      <Button size="small" variant="quiet" onClick={() => setName(search.q ?? '')}>
        {say(texts.save)}
      </Button>
      <Dialog
        open={name !== null}
        onClose={() => setName(null)}
        title={say(texts.saveAs)}
        closeLabel={say(texts.close)}
        actions={
          <Button
            variant="primary"
            {...(name?.trim() ? {} : { missing: say(texts.name) })}
            onClick={() => {
              save((name ?? '').trim(), search);
              setName(null);
            }}
          >
            {say(texts.save)}
          </Button>
        }
      >
        <Field label={say(texts.name)} hint={say(texts.kept)}>
          {(control) => <TextInput {...control} value={name ?? ''} maxLength={20} onChange={(event) => setName(event.target.value)} />}
        </Field>
      </Dialog>
    </>
  );
}
