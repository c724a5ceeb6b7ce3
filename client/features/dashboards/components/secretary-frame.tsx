import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { defineTexts, signInAddress, useLabel, useLocale, useSession, useTRPC } from '../../../platform/index.ts';
import { wordsForAddress } from '../../../platform/private-words.ts';
import { ButtonLink, IconButton, Kbd, NoPermission, Skeleton, TopBar } from '../../../ui/index.ts';
import { Avatar, Seal } from '../../cases-parts/index.ts';
import { NoticeBell } from '../../notices-parts/notice-bell.tsx';
import { hrefOf } from '../hooks/link-search.ts';
import type { WatchedUnit } from '../hooks/use-watched-unit.ts';
import styles from './secretary-frame.module.css';

const texts = defineTexts({
  places: { zh: '主要页面', en: 'Main pages' },
  overview: { zh: '总览', en: 'Overview' },
  cases: { zh: '案件', en: 'Cases' },
  whistles: { zh: '吹哨', en: 'Whistles' },
  map: { zh: '地图', en: 'Map' },
  score: { zh: '评分', en: 'Score' },
  find: { zh: '找案件', en: 'Find cases' },
  findHint: { zh: '编号、地点、事情', en: 'Number, place, matter' },
  language: { zh: '切换到英文', en: '切换到中文' },
  signOut: { zh: '退出登录', en: 'Sign out' },
  loading: { zh: '正在打开', en: 'Opening' },
  signIn: { zh: '去登录', en: 'Sign in' },
  notSignedIn: { zh: '请先登录', en: 'Sign in first' },
  notSignedInWhy: {
    zh: '总览给社区、街道和区里的工作人员用。',
    en: 'The overview is for the staff of communities, streets and the district.',
  },
  notYours: { zh: '这里由社区和街道使用', en: 'These pages belong to communities and streets' },
  notYoursWhy: {
    zh: '您登录的是{name}，没有管片职务。派给您的事在工作台。',
    en: 'You are signed in as {name}, who watches no area. What was sent to you is on your desk.',
  },
  desk: { zh: '去工作台', en: 'Go to the desk' },
});

const places = ['overview', 'cases', 'whistles', 'map', 'score'] as const;
export type SecretaryPlace = (typeof places)[number];
const pathOf: Record<SecretaryPlace, string> = {
  overview: '/s',
  cases: '/s/cases',
  whistles: '/s/w',
  map: '/s/map',
  score: '/s/score',
};

type FrameProps = {
  place: SecretaryPlace | null;
  unit: WatchedUnit | null;
  isPending: boolean;
  name?: string | undefined;
  children: ReactNode;
};

/** The slim bar of the secretary's pages, and the page for whoever watches an area. */
export function SecretaryFrame({ place, unit, isPending, name, children }: FrameProps) {
  const say = useLabel();
  const { me, signedOut } = useSession();
  const title = name || unit?.name || '';
  const search = unit?.chosen ? { unit: unit.id } : {};
  return (
    <div className={styles.frame}>
      <TopBar
        mark={title && <Seal community={title} size="small" />}
        title={title}
        links={places.map((each) => ({ href: hrefOf(pathOf[each], search), label: say(texts[each]), current: each === place }))}
        linksLabel={say(texts.places)}
        end={
          <>
            <FindBox unit={unit} />
            {me && <NoticeBell href="/s/notices" />}
            {me && <Person name={me.name} />}
          </>
        }
      />
      <main className={styles.main}>
        {unit && !signedOut && children}
        {!me && isPending && <Skeleton label={say(texts.loading)} />}
        {signedOut && (
          <NoPermission
            page
            title={say(texts.notSignedIn)}
            action={
              <ButtonLink variant="primary" href={signInAddress(`${window.location.pathname}${window.location.search}`)} target="_self">
                {say(texts.signIn)}
              </ButtonLink>
            }
          >
            {say(texts.notSignedInWhy)}
          </NoPermission>
        )}
        {me && !unit && (
          <NoPermission page title={say(texts.notYours)} action={<ButtonLink href="/d">{say(texts.desk)}</ButtonLink>}>
            {say(texts.notYoursWhy, { name: me.name })}
          </NoPermission>
        )}
      </main>
    </div>
  );
}

/** Goes to the list with the words; `/` leads here from anywhere but a field. */
function FindBox({ unit }: { unit: WatchedUnit | null }) {
  const say = useLabel();
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState('');
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable]')) return;
      event.preventDefault();
      field.current?.focus();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
  const go = (event: FormEvent) => {
    event.preventDefault();
    if (words.trim() === '') return;
    void navigate({ href: hrefOf('/s/cases', { view: 'all', unit: unit?.id, q: wordsForAddress(words.trim()) }) });
  };
  return (
    <search className={styles.find}>
      <form onSubmit={go}>
        <input
          ref={field}
          type="search"
          value={words}
          placeholder={say(texts.findHint)}
          aria-label={say(texts.find)}
          onChange={(event) => setWords(event.target.value)}
        />
        <Kbd>/</Kbd>
      </form>
    </search>
  );
}

function Person({ name }: { name: string }) {
  const say = useLabel();
  const { locale, setLocale } = useLocale();
  const trpc = useTRPC();
  const signOut = useMutation(trpc.identity.signOut.mutationOptions({ onSuccess: () => window.location.assign('/signin') }));
  return (
    <span className={styles.person}>
      <IconButton icon="language" size="small" label={say(texts.language)} onClick={() => setLocale(locale === 'zh' ? 'en' : 'zh')} />
      <Avatar name={name} small />
      <span className={styles.personName}>{name}</span>
      <IconButton icon="signOut" size="small" label={say(texts.signOut)} aria-busy={signOut.isPending} onClick={() => signOut.mutate()} />
    </span>
  );
}
