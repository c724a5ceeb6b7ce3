import { useMutation, useQueryClient } from '@tanstack/react-query';
import { roleLabels } from '#shared/identity/identity.i18n.ts';
import { defineTexts, type Theme, useDisplay, useJoined, useLabel, useLocale, useSession, useTRPC } from '../../../platform/index.ts';
import { Banner, Button, ButtonLink, Segmented } from '../../../ui/index.ts';
import { useUnread } from '../../notices-parts/unread.ts';
import { FieldShell } from '../components/field-shell.tsx';
import { PendingBar } from '../components/pending-bar.tsx';
import styles from '../field.module.css';
import { usePending } from '../hooks/use-pending.tsx';

const texts = defineTexts({
  title: { zh: '我的', en: 'Me' },
  notices: { zh: '通知', en: 'Notices' },
  unread: { zh: '通知，{n} 条未读', en: 'Notices, {n} unread' },
  posts: { zh: '职务', en: 'Posts' },
  look: { zh: '看得清', en: 'Readability' },
  base: { zh: '普通', en: 'Standard' },
  elder: { zh: '长辈版', en: 'Large print' },
  sun: { zh: '强光', en: 'Sunlight' },
  language: { zh: '语言 Language', en: 'Language 语言' },
  signOut: { zh: '退出登录', en: 'Sign out' },
  unsent: {
    zh: '还有 {n} 件没发出。退出后存在本机，您再登录才会发',
    en: '{n} are not sent. They stay on this device until you sign in again',
  },
});

const themes = ['base', 'elder', 'sun'] as const satisfies readonly Theme[];

/** How the pages look on this device, and the way out. */
export function MePage() {
  const say = useLabel();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { me } = useSession();
  const { theme, setTheme } = useDisplay();
  const { locale, setLocale } = useLocale();
  const { phrased } = useJoined();
  const { items } = usePending();
  const unread = useUnread();
  const signOut = useMutation(
    trpc.identity.signOut.mutationOptions({
      onSuccess: () => {
        queryClient.clear();
        location.assign('/signin');
      },
    }),
  );
  return (
    <FieldShell at="me" title={say(texts.title)} subtitle={me?.name}>
      <PendingBar />
      <div className={styles.settings}>
        <ButtonLink href="/f/notices" icon="bell">
          {unread > 0 ? say(texts.unread, { n: unread }) : say(texts.notices)}
        </ButtonLink>
        <section>
          <h2>{say(texts.posts)}</h2>
          <ul>
            {me?.posts.map((post) => (
              <li key={post.appointmentId ?? post.role}>
                {phrased(
                  say(roleLabels[post.role]),
                  post.unitName && [post.communityName !== post.unitName && post.communityName, post.unitName].filter(Boolean).join(' '),
                )}
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h2>{say(texts.look)}</h2>
          <Segmented
            touch
            label={say(texts.look)}
            value={themes.find((each) => each === theme) ?? 'base'}
            onChange={setTheme}
            segments={themes.map((value) => ({ value, label: say(texts[value]) }))}
          />
        </section>
        <section>
          <h2>{say(texts.language)}</h2>
          <Segmented
            touch
            label={say(texts.language)}
            value={locale}
            onChange={setLocale}
            segments={[
              { value: 'zh', label: '中文' },
              { value: 'en', label: 'English' },
            ]}
          />
        </section>
        {items.length > 0 && <Banner tone="care">{say(texts.unsent, { n: items.length })}</Banner>}
        <Button icon="signOut" busy={signOut.isPending} onClick={() => signOut.mutate()}>
          {say(texts.signOut)}
        </Button>
      </div>
    </FieldShell>
  );
}
