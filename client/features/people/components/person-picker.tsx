import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { defineTexts, useLabel, useTRPC } from '../../../platform/index.ts';
import { Select } from '../../../ui/desk-kit/index.ts';

const texts = defineTexts({
  label: { zh: '谁', en: 'Who' },
  hint: { zh: '输入姓名或用户名', en: 'Type a name or user name' },
  none: { zh: '没有这个人。先到“人员”里建账号', en: 'Nobody found. Create the account under People first' },
});

/** One active staff account, found by name. */
export function PersonPicker({
  value,
  error,
  onChange,
}: {
  value: string | null;
  error?: string | undefined;
  onChange: (userId: string | null) => void;
}) {
  const say = useLabel();
  const trpc = useTRPC();
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null);
  // the box shows the chosen label as its text, which is no search
  const asked = chosen?.label === search ? '' : search;
  const staff = useQuery(trpc.identity.staff.queryOptions({ search: asked, limit: 30 }, { placeholderData: keepPreviousData }));
  const found = (staff.data?.rows ?? [])
    .filter(({ active }) => active)
    .map(({ userId, name, username }) => ({ value: userId, label: `${name} ${username}` }));
  const options = chosen && !found.some((option) => option.value === chosen.value) ? [chosen, ...found] : found;
  return (
    <Select
      label={say(texts.label)}
      placeholder={say(texts.hint)}
      data={options}
      searchable
      clearable
      filter={({ options: all }) => all}
      searchValue={search}
      onSearchChange={setSearch}
      nothingFoundMessage={say(texts.none)}
      value={value}
      error={error}
      comboboxProps={{ withinPortal: false }}
      onChange={(next) => {
        setChosen(options.find((option) => option.value === next) ?? null);
        onChange(next);
      }}
    />
  );
}
