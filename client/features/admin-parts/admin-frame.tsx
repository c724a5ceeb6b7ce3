import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { hasRole } from '#shared/identity/actor-policy.ts';
import { defineTexts, FreshnessStamp, signInAddress, useLabel, useLocale, useSession, useTRPC } from '../../platform/index.ts';
import { Button, ButtonLink, IconButton, NoPermission, Skeleton, TopBar } from '../../ui/index.ts';
import { Avatar } from '../cases-parts/index.ts';
import { NoticeBell } from '../notices-parts/notice-bell.tsx';
import styles from './layout.module.css';

const texts = defineTexts({
  title: { zh: '管理', en: 'Admin' },
  places: { zh: '管理页面', en: 'Pages of administration' },
  territory: { zh: '网格', en: 'Territory' },
  people: { zh: '人员', en: 'People' },
  categories: { zh: '类别', en: 'Categories' },
  calendar: { zh: '日历', en: 'Calendar' },
  duties: { zh: '职责清单', en: 'Duties' },
  'whistle-settings': { zh: '吹哨规则', en: 'Whistles' },
  'case-settings': { zh: '案件规则', en: 'Cases' },
  deliveries: { zh: '消息', en: 'Messages' },
  audit: { zh: '审计', en: 'Audit' },
  signOut: { zh: '退出登录', en: 'Sign out' },
  signIn: { zh: '去登录', en: 'Sign in' },
  language: { zh: '切换到英文', en: '切换到中文' },
  loading: { zh: '正在打开', en: 'Opening' },
  notSignedIn: { zh: '请先登录', en: 'Sign in first' },
  notSignedInWhy: { zh: '管理页面给管理员和审计员用。', en: 'These pages are for administrators and auditors.' },
  notYours: { zh: '这里由管理员使用', en: 'These pages belong to administrators' },
  notYoursWhy: {
    zh: '您登录的是{name}，没有管理员职务。要改辖区、人员或类别，请找本区管理员。',
    en: 'You are signed in as {name}, who is no administrator. Ask the administrator of your district.',
  },
});

const pages = [
  'territory',
  'people',
  'categories',
  'calendar',
  'duties',
  'whistle-settings',
  'case-settings',
  'deliveries',
  'audit',
] as const;
export type AdminPage = (typeof pages)[number] | 'notices';

/** The slim bar, and behind it the page for whoever may work here. */
export function AdminFrame({ page, children }: { page: AdminPage; children: ReactNode }) {
  const say = useLabel();
  const { locale, setLocale } = useLocale();
  const { me, isPending, signedOut } = useSession();
  const administers = me !== null && hasRole(me, 'administrator');
  const audits = me !== null && hasRole(me, 'auditor');
  const shown = administers ? pages : audits ? (['audit'] as const) : [];
  const allowed = page === 'notices' ? shown.length > 0 : shown.some((each) => each === page);
  return (
    <div className={styles.frame}>
      <TopBar
        title={say(texts.title)}
        links={shown.map((each) => ({ href: `/a/${each}`, label: say(texts[each]), current: each === page }))}
        linksLabel={say(texts.places)}
        end={
          <>
            {me && <FreshnessStamp />}
            {shown.length > 0 && <NoticeBell href="/a/notices" />}
            <IconButton icon="language" size="small" label={say(texts.language)} onClick={() => setLocale(locale === 'zh' ? 'en' : 'zh')} />
            {me && (
              <span className={styles.who}>
                <Avatar name={me.name} small />
                {me.name}
              </span>
            )}
            {me && <SignOut label={say(texts.signOut)} />}
          </>
        }
      />
      <main className={styles.main}>
        {allowed && children}
        {!me && isPending && <Skeleton label={say(texts.loading)} />}
        {!me && signedOut && (
          <NoPermission
            page
            title={say(texts.notSignedIn)}
            action={
              <ButtonLink variant="primary" href={signInAddress(`/a/${page}`)} target="_self">
                {say(texts.signIn)}
              </ButtonLink>
            }
          >
            {say(texts.notSignedInWhy)}
          </NoPermission>
        )}
        {me && !allowed && (
          <NoPermission page title={say(texts.notYours)}>
            {say(texts.notYoursWhy, { name: me.name })}
          </NoPermission>
        )}
      </main>
    </div>
  );
}

function SignOut({ label }: { label: string }) {
  const trpc = useTRPC();
  const leave = () => window.location.assign('/signin');
  const signOut = useMutation(trpc.identity.signOut.mutationOptions({ onSuccess: leave }));
  return (
    <span className={styles.leave}>
      <Button variant="quiet" size="small" icon="signOut" busy={signOut.isPending} onClick={() => signOut.mutate()}>
        {label}
      </Button>
    </span>
  );
}
