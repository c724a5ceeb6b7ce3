import { useInfiniteQuery } from '@tanstack/react-query';
import { roleLabels } from '#shared/identity/identity.i18n.ts';
import { defineTexts, useJoined, useLabel, useLocale, useTimeWords, useTRPC } from '../../../platform/index.ts';
import { Button, type Column, DataTable, EmptyState } from '../../../ui/index.ts';
import { Answer } from '../../admin-parts/index.ts';
import type { StaffPerson } from '../person-types.ts';
import styles from './people.module.css';

const texts = defineTexts({
  caption: { zh: '工作人员', en: 'Staff' },
  name: { zh: '姓名', en: 'Name' },
  username: { zh: '用户名', en: 'User name' },
  posts: { zh: '职务', en: 'Posts' },
  phone: { zh: '工作电话', en: 'Work phone' },
  state: { zh: '账号', en: 'Account' },
  active: { zh: '可用', en: 'active' },
  disabled: { zh: '已停用', en: 'disabled' },
  noPost: { zh: '没有职务', en: 'no post' },
  none: { zh: '没有这样的人', en: 'Nobody like that' },
  noneWhy: { zh: '换个姓名或用户名再找，或者新建账号。', en: 'Try another name or user name, or create an account.' },
  more: { zh: '再看 50 人', en: 'Show 50 more' },
});

/** Staff in the administrator's territory, by user name, fifty at a time. */
export function StaffList({
  search,
  departmentId,
  selected,
  onSelect,
}: {
  search: string;
  departmentId?: string | undefined;
  selected: string | null;
  onSelect: (userId: string) => void;
}) {
  const say = useLabel();
  const { locale } = useLocale();
  const { grouped } = useJoined();
  const { writing } = useTimeWords();
  const trpc = useTRPC();
  const staff = useInfiniteQuery(
    trpc.identity.staff.infiniteQueryOptions(
      { search, ...(departmentId ? { departmentId } : {}) },
      { getNextPageParam: (page) => page.nextCursor },
    ),
  );
  const postWords = (person: StaffPerson) => {
    const current = person.posts.filter(({ validTo }) => validTo === null || validTo > writing.now);
    const words = current.map((post) => {
      const role = Object.hasOwn(roleLabels, post.role) ? say(roleLabels[post.role as keyof typeof roleLabels]) : post.role;
      return `${post.unitName ?? post.departmentName?.[locale] ?? ''} ${role}`;
    });
    return words.length === 0 ? <span className={styles.off}>{say(texts.noPost)}</span> : grouped(...words);
  };
  const columns: Column<StaffPerson>[] = [
    { key: 'name', head: say(texts.name), cell: (person) => person.name },
    { key: 'posts', head: say(texts.posts), cell: postWords },
    { key: 'username', head: say(texts.username), cell: (person) => person.username },
    { key: 'phone', head: say(texts.phone), cell: (person) => person.phoneMasked ?? '—' },
    {
      key: 'state',
      head: say(texts.state),
      cell: (person) => (
        <span className={person.active ? undefined : styles.off}>{say(person.active ? texts.active : texts.disabled)}</span>
      ),
    },
  ];
  return (
    <Answer query={staff} lines={12}>
      {({ pages }) => {
        const rows = pages.flatMap((page) => page.rows);
        if (rows.length === 0)
          return (
            <EmptyState icon="people" title={say(texts.none)}>
              {say(texts.noneWhy)}
            </EmptyState>
          );
        return (
          <>
            <DataTable
              caption={say(texts.caption)}
              columns={columns}
              groups={[{ key: 'all', title: null, rows }]}
              rowKey={(person) => person.userId}
              rowLabel={(person) => person.name}
              activeKey={selected}
              onActivate={(person) => onSelect(person.userId)}
            />
            {staff.hasNextPage && (
              <div className={styles.more}>
                <Button busy={staff.isFetchingNextPage} onClick={() => void staff.fetchNextPage()}>
                  {say(texts.more)}
                </Button>
              </div>
            )}
          </>
        );
      }}
    </Answer>
  );
}
