import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { homeOfPosts, PasswordSignIn, PhoneSignIn } from '../../features/identity-parts/index.ts';
import { defineTexts, safeReturn, useDisplay, useLabel, useLocale, useSession, useTRPC } from '../../platform/index.ts';
import { Button, ButtonLink, Segmented, Skeleton } from '../../ui/index.ts';
import styles from './sign-in-page.module.css';

const texts = defineTexts({
  name: { zh: '网格哨', en: 'Gridwhistle' },
  title: { zh: '登录', en: 'Sign in' },
  who: { zh: '您是', en: 'You are' },
  staff: { zh: '工作人员', en: 'Staff' },
  resident: { zh: '居民', en: 'Resident' },
  staffLead: {
    zh: '网格员、社区、街道、部门用管理员给的用户名。',
    en: 'Grid workers, community, street and departments use the name given by the administrator.',
  },
  residentLead: { zh: '用手机号收一条短信就行，不用注册。', en: 'One message to your phone is enough; there is nothing to register.' },
  enter: { zh: '登录', en: 'Sign in' },
  elder: { zh: '长辈版', en: 'Large print' },
  normal: { zh: '普通版', en: 'Standard' },
  forgot: {
    zh: '忘了密码，请找本社区管理员重设。居民反映问题不用先登录。',
    en: 'Forgot the password? Ask your administrator. Residents can report without signing in first.',
  },
  reportNow: { zh: '我要反映', en: 'Report a matter' },
  signedInAs: { zh: '已登录：{name}', en: 'Signed in as {name}' },
  goOn: { zh: '进入我的页面', en: 'Go to my pages' },
  other: { zh: '换一个人登录', en: 'Sign in as somebody else' },
  opening: { zh: '正在打开', en: 'Opening' },
});

/** One door for everybody; afterwards each role finds its own pages, or the page it came from. */
export function SignInPage() {
  const say = useLabel();
  const { locale, setLocale } = useLocale();
  const { theme, setTheme } = useDisplay();
  const session = useSession();
  const next = safeReturn(new URLSearchParams(location.search).get('next'));
  const [kind, setKind] = useState<'staff' | 'resident'>(next?.startsWith('/r') ? 'resident' : 'staff');
  const [entering, setEntering] = useState(false);
  const { me } = session;
  const target = next ?? (me ? homeOfPosts(me.posts) : null);
  const leaveFor = entering && me ? target : null;
  useEffect(() => {
    if (leaveFor) location.replace(leaveFor);
  }, [leaveFor]);

  return (
    <div className={styles.page} data-density="resident">
      <header className={styles.top}>
        <span className={styles.brand}>
          <img src="/mark.svg" alt="" />
          {say(texts.name)}
        </span>
        <span className={styles.tools}>
          <Button size="small" onClick={() => setTheme(theme === 'elder' ? 'base' : 'elder')}>
            {say(theme === 'elder' ? texts.normal : texts.elder)}
          </Button>
          <Button size="small" lang={locale === 'zh' ? 'en' : 'zh-CN'} onClick={() => setLocale(locale === 'zh' ? 'en' : 'zh')}>
            {locale === 'zh' ? 'English' : '中文'}
          </Button>
        </span>
      </header>
      <main className={styles.main}>
        <div className={styles.card}>
          {session.isPending || entering ? (
            <Skeleton label={say(texts.opening)} />
          ) : me ? (
            <SignedIn name={me.name || me.phoneMasked || ''} target={target ?? '/r'} />
          ) : (
            <>
              <div>
                <h1>{say(texts.title)}</h1>
                <p className={styles.lead}>{say(kind === 'staff' ? texts.staffLead : texts.residentLead)}</p>
              </div>
              <div className={styles.who}>
                <Segmented
                  touch
                  wide
                  label={say(texts.who)}
                  segments={[
                    { value: 'staff', label: say(texts.staff) },
                    { value: 'resident', label: say(texts.resident) },
                  ]}
                  value={kind}
                  onChange={setKind}
                />
              </div>
              {kind === 'staff' ? (
                <PasswordSignIn onDone={() => setEntering(true)} />
              ) : (
                <PhoneSignIn submitLabel={say(texts.enter)} onDone={() => setEntering(true)} />
              )}
            </>
          )}
        </div>
      </main>
      <footer className={styles.foot}>
        {say(texts.forgot)} <a href="/r">{say(texts.reportNow)}</a>
      </footer>
    </div>
  );
}

function SignedIn({ name, target }: { name: string; target: string }) {
  const say = useLabel();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const signOut = useMutation(trpc.identity.signOut.mutationOptions({ onSuccess: () => queryClient.resetQueries() }));
  return (
    <div className={styles.signed}>
      <h1>{say(texts.signedInAs, { name })}</h1>
      <ButtonLink variant="primary" wide href={target}>
        {say(texts.goOn)}
      </ButtonLink>
      <Button wide icon="signOut" busy={signOut.isPending} onClick={() => signOut.mutate()}>
        {say(texts.other)}
      </Button>
    </div>
  );
}
