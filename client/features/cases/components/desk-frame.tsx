import { useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { defineTexts, FreshnessStamp, signInAddress, useLabel, useSession } from '../../../platform/index.ts';
import { ButtonLink, NoPermission, Skeleton, TopBar } from '../../../ui/index.ts';
import { Seal } from '../../cases-parts/index.ts';
import { NoticeBell } from '../../notices-parts/notice-bell.tsx';
import { deskPlaces } from '../desk-places.ts';
import styles from './desk-frame.module.css';
import { PersonMenu } from './person-menu.tsx';
import { SearchBox } from './search-box.tsx';

const texts = defineTexts({
  places: { zh: '主要页面', en: 'Main pages' },
  desk: { zh: '工作台', en: 'Desk' },
  opening: { zh: '正在打开工作台', en: 'Opening the desk' },
  signedOut: { zh: '请先登录', en: 'Please sign in' },
  signedOutWhy: { zh: '登录以后回到这一页。', en: 'You come back to this page afterwards.' },
  signIn: { zh: '去登录', en: 'Sign in' },
  noPost: { zh: '您没有工作台的职务', en: 'You hold no post of the desk' },
  noPostWhy: {
    zh: '职务由街道管理员任命。居民的页面在下面。',
    en: 'Posts are given by the street’s administrator. The pages for residents are below.',
  },
  resident: { zh: '去居民页面', en: 'To the pages for residents' },
  skip: { zh: '跳到内容', en: 'Skip to the content' },
});

/** The slim bar of the desk over a page that fills the window. */
export function DeskFrame({ children }: { children: ReactNode }) {
  const say = useLabel();
  const { me, isPending, signedOut } = useSession();
  const { pathname, searchStr } = useLocation();
  if (isPending) return <Skeleton lines={6} label={say(texts.opening)} />;
  if (!me || signedOut) {
    const href = signInAddress(`${pathname}${searchStr}`);
    return (
      <main>
        <NoPermission
          page
          title={say(texts.signedOut)}
          action={
            <ButtonLink href={href} variant="primary" target="_self">
              {say(texts.signIn)}
            </ButtonLink>
          }
        >
          {say(texts.signedOutWhy)}
        </NoPermission>
      </main>
    );
  }
  const roles = me.posts.map((post) => post.role);
  if (roles.every((role) => role === 'resident')) {
    return (
      <main>
        <NoPermission
          page
          title={say(texts.noPost)}
          action={
            <ButtonLink href="/r" target="_self">
              {say(texts.resident)}
            </ButtonLink>
          }
        >
          {say(texts.noPostWhy)}
        </NoPermission>
      </main>
    );
  }
  const links = deskPlaces(roles).map((place) => ({
    href: place.href,
    label: say(place.label),
    current: place.path === pathname || ((place.path === '/d/w' || place.path === '/s/w') && /^\/d\/w(\/|$)/.test(pathname)),
  }));
  const department = me.posts.find((post) => post.departmentName)?.departmentName;
  const post = me.posts[0];
  const community = me.posts.find((each) => each.communityName)?.communityName;
  return (
    <div className={styles.frame}>
      <a className="skip-link" href="#content">
        {say(texts.skip)}
      </a>
      <TopBar
        mark={community && !department ? <Seal community={community} size="small" /> : undefined}
        title={department ? say(department) : (community ?? post?.unitName ?? say(texts.desk))}
        links={links}
        linksLabel={say(texts.places)}
        end={
          <>
            <SearchBox />
            <FreshnessStamp />
            <NoticeBell href="/d/notices" />
            <PersonMenu name={me.name} posts={me.posts} />
          </>
        }
      />
      <main id="content" className={styles.content} tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
