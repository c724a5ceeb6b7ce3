import { useMutation, useQueryClient } from '@tanstack/react-query';
import { roleLabels } from '#shared/identity/identity.i18n.ts';
import type { Role } from '#shared/identity/identity-schema.ts';
import { defineTexts, useLabel, useLocale, useTRPC } from '../../../platform/index.ts';
import { PopupMenu } from '../../../ui/index.ts';
import { Avatar } from '../../cases-parts/index.ts';
import styles from './desk-frame.module.css';

const texts = defineTexts({
  mine: { zh: '{name}，账号菜单', en: '{name}, account menu' },
  signOut: { zh: '退出登录', en: 'Sign out' },
  language: { zh: 'English', en: '中文' },
});

type Named = { role: Role; unitName: string | null; departmentName: { zh: string; en: string } | null };

/** Who is signed in, with which posts; language and signing out. */
export function PersonMenu({ name, posts }: { name: string; posts: readonly Named[] }) {
  const say = useLabel();
  const { locale, setLocale } = useLocale();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const leave = useMutation(
    trpc.identity.signOut.mutationOptions({
      onSuccess: () => {
        queryClient.clear();
        window.location.assign('/signin');
      },
    }),
  );
  return (
    <PopupMenu
      label={say(texts.mine, { name })}
      word={
        <span className={styles.person}>
          <Avatar name={name} small />
          <span className={styles.personName}>{name}</span>
        </span>
      }
      note={
        <ul className={styles.posts}>
          {posts
            .filter((post) => post.role !== 'resident')
            .map((post) => (
              <li key={`${post.role} ${post.unitName}`}>
                {say(roleLabels[post.role])}　{post.departmentName ? say(post.departmentName) : post.unitName}
              </li>
            ))}
        </ul>
      }
      entries={[
        { key: 'language', label: say(texts.language), run: () => setLocale(locale === 'zh' ? 'en' : 'zh') },
        { key: 'signOut', label: say(texts.signOut), run: () => leave.mutate() },
      ]}
    />
  );
}
