import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { CaseCategory } from '#shared/cases/cases-schema.ts';
import { defineTexts, useLabel, useLocale, useSession, useTRPC } from '../../../platform/index.ts';
import { Button, EmptyState } from '../../../ui/index.ts';
import { AdminFrame, Answer, layout } from '../../admin-parts/index.ts';
import { categoryOf, type Entry, keyOf } from '../category-types.ts';
import { categoryTexts } from '../category-words.ts';
import styles from '../components/categories.module.css';
import { CategoryEditor } from '../components/category-editor.tsx';
import { CategoryFacts } from '../components/category-facts.tsx';
import { CategoryHistory } from '../components/category-history.tsx';
import { CategoryTree } from '../components/category-tree.tsx';
import { RetireDialog } from '../components/retire-dialog.tsx';

const texts = defineTexts({
  choose: { zh: '选一个小类', en: 'Choose a minor class' },
  chooseWhy: {
    zh: '左边的小类决定一件事给谁办、多久办完、要不要照片。',
    en: 'A minor class decides who handles a matter, how long, and whether photos are needed.',
  },
  edit: { zh: '改成新版本', en: 'Make a new version' },
  add: { zh: '在“{major}”里新增小类', en: 'Add a minor class to “{major}”' },
  retire: { zh: '停用', en: 'Retire' },
  gone: { zh: '这个类别已停用或不存在', en: 'This category is retired or does not exist' },
  unknown: { zh: '未知部门', en: 'Unknown department' },
});

/** The classes of matters with their limits and rules, each change a version from a date. */
export function CategoriesPage({ selected, onSelect }: { selected: string | null; onSelect: (key: string | null) => void }) {
  const trpc = useTRPC();
  const list = useQuery(trpc.categories.list.queryOptions({}));
  return (
    <AdminFrame page="categories">
      <Answer query={list} lines={14}>
        {(entries) => <Categories entries={entries} selected={selected} onSelect={onSelect} />}
      </Answer>
    </AdminFrame>
  );
}

type Shared = { entries: readonly Entry[]; selected: string | null; onSelect: (key: string | null) => void };

function Categories({ entries, selected, onSelect }: Shared) {
  const say = useLabel();
  const { locale } = useLocale();
  const { me } = useSession();
  const trpc = useTRPC();
  const departments = useQuery(trpc.territory.departments.queryOptions({}));
  const options = (departments.data ?? []).map(({ id, name }) => ({ value: id as string, label: name[locale] }));
  const departmentName = useCallback(
    (id: string | null) => {
      if (id === null) return say(categoryTexts.noLead);
      return departments.data?.find((department) => department.id === id)?.name[locale] ?? say(texts.unknown);
    },
    [departments.data, locale, say],
  );
  const entry = entries.find((each) => keyOf(each) === selected);
  const districtId = me?.districtId ?? '';
  return (
    <div className={`${layout.columns} ${styles.columns}`}>
      <CategoryTree entries={entries} selected={selected} onSelect={onSelect} />
      {entry ? (
        <Chosen
          key={`${selected} ${entry.version}`}
          entry={entry}
          major={entries.find(({ scheme, code }) => scheme === entry.scheme && code === entry.parentCode)}
          districtId={districtId}
          departments={options}
          departmentName={departmentName}
          onSelect={onSelect}
        />
      ) : (
        <EmptyState page icon="list" title={say(selected ? texts.gone : texts.choose)}>
          {say(texts.chooseWhy)}
        </EmptyState>
      )}
      <aside className={layout.panel}>
        {entry && <CategoryHistory districtId={districtId} entry={entry} departmentName={departmentName} />}
      </aside>
    </div>
  );
}

function Chosen({
  entry,
  major,
  districtId,
  departments,
  departmentName,
  onSelect,
}: {
  entry: Entry;
  major: Entry | undefined;
  districtId: string;
  departments: readonly { value: string; label: string }[];
  departmentName: (id: string | null) => string;
  onSelect: (key: string | null) => void;
}) {
  const say = useLabel();
  const { locale } = useLocale();
  const [mode, setMode] = useState<'read' | 'edit' | 'add' | 'retire'>('read');
  const blank: CaseCategory = { ...categoryOf(entry), code: '', name: { zh: '', en: '' }, limits: {} };
  const end = (saved: CaseCategory | null) => {
    setMode('read');
    if (saved) onSelect(keyOf(saved));
  };
  const editing = mode === 'edit' || mode === 'add';
  return (
    <section className={styles.middle}>
      <div className={layout.headline}>
        <h1>{mode === 'add' ? say(texts.add, { major: major?.name[locale] ?? '' }) : entry.name[locale]}</h1>
        {mode !== 'add' && (
          <span className={layout.note}>
            {major?.name[locale]} {entry.code}
          </span>
        )}
        {!editing && (
          <span className={layout.acts}>
            <Button variant="primary" size="small" icon="edit" onClick={() => setMode('edit')}>
              {say(texts.edit)}
            </Button>
            <Button size="small" icon="plus" onClick={() => setMode('add')}>
              {say(texts.add, { major: major?.name[locale] ?? '' })}
            </Button>
            <Button size="small" onClick={() => setMode('retire')}>
              {say(texts.retire)}
            </Button>
          </span>
        )}
      </div>
      {editing ? (
        <CategoryEditor
          key={mode}
          districtId={districtId}
          before={mode === 'edit' ? entry : null}
          start={blank}
          parentCode={entry.parentCode}
          sort={entry.sort}
          departments={departments}
          departmentName={departmentName}
          onEnd={end}
        />
      ) : (
        <CategoryFacts entry={entry} departmentName={departmentName} />
      )}
      {mode === 'retire' && (
        <RetireDialog districtId={districtId} entry={entry} onDone={() => onSelect(null)} onClose={() => setMode('read')} />
      )}
    </section>
  );
}
