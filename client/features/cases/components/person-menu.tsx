import { useMutation, useQueryClient } from '@tanstack/react-query';
import { roleLabels } from '#shared/identity/identity.i18n.ts';
import type { Role } from '#shared/identity/identity-schema.ts';
import { defineTexts, useLabel, useLocale, useTRPC } from '../../../platform/index.ts';
import { Menu } from '../../../ui/desk-kit/index.ts';
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
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <button type="button" className={styles.person} aria-label={say(texts.mine, { name })}>
          <Avatar name={name} small />
          <span className={styles.personName}>{name}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {posts
          .filter((post) => post.role !== 'resident')
          .map((post) => (
            <Menu.Label key={`${post.role} ${post.unitName}`} c="var(--ink-2)">
              {say(roleLabels[post.role])}　{post.departmentName ? say(post.departmentName) : post.unitName}
            </Menu.Label>
          ))}
        <Menu.Item onClick={() => setLocale(locale === 'zh' ? 'en' : 'zh')}>{say(texts.language)}</Menu.Item>
        <Menu.Item onClick={() => leave.mutate()}>{say(texts.signOut)}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
