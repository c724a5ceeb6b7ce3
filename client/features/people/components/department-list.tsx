import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { defineTexts, useLabel, useLocale, useTRPC } from '../../../platform/index.ts';
import { type Column, DataTable, EmptyState } from '../../../ui/index.ts';
import { Answer, layout } from '../../admin-parts/index.ts';
import type { DepartmentLine } from '../person-types.ts';
import { StaffList } from './staff-list.tsx';

const texts = defineTexts({
  caption: { zh: '部门和社区队伍', en: 'Departments and community teams' },
  departments: { zh: '部门', en: 'Departments' },
  teams: { zh: '社区队伍', en: 'Community teams' },
  name: { zh: '名称', en: 'Name' },
  serves: { zh: '服务范围', en: 'Serves' },
  members: { zh: '人数', en: 'Members' },
  phone: { zh: '电话', en: 'Phone' },
  none: { zh: '还没有部门', en: 'No departments yet' },
  membersOf: { zh: '{name}的人员', en: 'Members of {name}' },
});

/** Every unit that orders go to, and who works in the chosen one. */
export function DepartmentList({
  search,
  selected,
  onSelect,
}: {
  search: string;
  selected: string | null;
  onSelect: (userId: string) => void;
}) {
  const say = useLabel();
  const { locale } = useLocale();
  const trpc = useTRPC();
  const [departmentId, setDepartmentId] = useState<string | null>(null);
  const departments = useQuery(trpc.territory.departments.queryOptions({}));
  const columns: Column<DepartmentLine>[] = [
    { key: 'name', head: say(texts.name), cell: ({ name }) => name[locale] },
    { key: 'serves', head: say(texts.serves), cell: ({ unit }) => unit.name },
    { key: 'phone', head: say(texts.phone), cell: ({ phone }) => phone ?? '—' },
    { key: 'members', head: say(texts.members), cell: ({ members }) => members, end: true },
  ];
  return (
    <Answer query={departments} lines={10}>
      {(all) => {
        const rows = all.filter(({ name, code }) => `${name.zh} ${name.en} ${code}`.toLowerCase().includes(search.toLowerCase()));
        const open = all.find(({ id }) => id === departmentId);
        if (rows.length === 0) return <EmptyState icon="building" title={say(texts.none)} />;
        return (
          <>
            <DataTable
              caption={say(texts.caption)}
              columns={columns}
              groups={[
                { key: 'department', title: say(texts.departments), rows: rows.filter(({ kind }) => kind === 'department') },
                { key: 'team', title: say(texts.teams), rows: rows.filter(({ kind }) => kind === 'communityTeam') },
              ]}
              rowKey={({ id }) => id}
              rowLabel={({ name }) => name[locale]}
              activeKey={departmentId}
              onActivate={({ id }) => setDepartmentId(id)}
            />
            {open && (
              <section aria-label={say(texts.membersOf, { name: open.name[locale] })}>
                <h2 className={layout.bar}>{say(texts.membersOf, { name: open.name[locale] })}</h2>
                <StaffList search="" departmentId={open.id} selected={selected} onSelect={onSelect} />
              </section>
            )}
          </>
        );
      }}
    </Answer>
  );
}
