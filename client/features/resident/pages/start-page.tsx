import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useLocation } from 'wouter';
import { defineTexts, useDisplay, useLabel, useLocale, useSession, useTRPC } from '../../../platform/index.ts';
import { Banner, Button, Icon, type IconName, NavLink } from '../../../ui/index.ts';
import { Seal } from '../../cases-parts/seal.tsx';
import { MainEnd, ResidentFrame } from '../components/resident-frame.tsx';
import { hasContent } from '../draft.ts';
import { useReportDraft } from '../hooks/use-report-draft.tsx';
import { readPlace, rememberPlace } from '../remembered-place.ts';
import styles from '../resident.module.css';

const texts = defineTexts({
  name: { zh: '网格哨', en: 'Gridwhistle' },
  title: { zh: '您想说什么事？', en: 'What would you like to tell us?' },
  report: { zh: '我要反映', en: 'Report a matter' },
  reportWhy: { zh: '坏了、脏了、吵了、不安全', en: 'Broken, dirty, noisy, unsafe' },
  wish: { zh: '我有心愿', en: 'I have a wish' },
  wishWhy: { zh: '想请邻居、志愿者帮个小忙', en: 'A small favour of neighbours or volunteers', plain: '请人帮个小忙' },
  call: { zh: '打电话', en: 'Call somebody', plain: '打电话给网格员' },
  callWhy: { zh: '找网格员，或社区值班', en: 'The grid worker or the community desk' },
  mine: { zh: '我反映过的', en: 'What I reported', plain: '看我说过的' },
  mineCount: { zh: '我反映过的 {n} 件', en: 'My reports ({n})', plain: '看我说过的 {n} 件' },
  placeWhy: { zh: '上次说的地方，只用来找到负责的人', en: 'Your last place, used only to find who is responsible' },
  notHere: { zh: '不对', en: 'Not here' },
  unfinished: { zh: '有一件没说完，都还在', en: 'One report is unfinished; it is all still here' },
  goOn: { zh: '接着说', en: 'Go on' },
  drop: { zh: '不要了', en: 'Discard' },
  desk: { zh: '社区值班', en: 'Community desk' },
});

// drawn closed as soon as the first screen stands, so that it opens at once
const CallSheet = lazy(async () => ({ default: (await import('../components/call-sheet.tsx')).CallSheet }));

/** Three choices, the way to what was told before, and a person to call. */
export function StartPage() {
  const say = useLabel();
  const trpc = useTRPC();
  const { theme } = useDisplay();
  const { locale, setLocale } = useLocale();
  const { me } = useSession();
  const [, navigate] = useLocation();
  const { draft, change, clear } = useReportDraft();
  const [place, setPlace] = useState(readPlace);
  const [calling, setCalling] = useState(false);
  const [unfinished, setUnfinished] = useState(() => hasContent(draft));
  const mine = useQuery(trpc.cases.counts.queryOptions({ views: ['mine'] }, { enabled: me !== null }));
  const answerer = useQuery(
    trpc.reporting.answerer.queryOptions(
      { unitId: place?.unit?.id ?? null, point: place?.unit || !place?.point ? null : { lng: place.point.lng, lat: place.point.lat } },
      { enabled: place !== null },
    ),
  );
  const { community = null, grid = null, desk = null } = answerer.data ?? {};
  const begin = (wish: boolean) => {
    change({ wish, ...(place && !unfinished ? { unit: place.unit, point: place.point } : {}) });
    navigate('/new');
  };
  const count = mine.data?.counts.mine;
  const mineWords = count ? say(texts.mineCount, { n: count }) : say(texts.mine);

  return (
    <ResidentFrame
      title={community?.name ?? say(texts.name)}
      mark={community && <Seal community={community.name} grid={gridNumber(grid)} />}
      end={<MainEnd />}
      {...(theme === 'elder'
        ? {
            acts: (
              <Button variant="primary" wide icon="phone" onClick={() => setCalling(true)}>
                {say(texts.call)}
              </Button>
            ),
          }
        : {})}
      foot={
        <div className={styles.row}>
          {desk?.phone ? (
            <span>
              {say(texts.desk)} <a href={`tel:${desk.phone}`}>{desk.phone}</a>
            </span>
          ) : (
            <span>{say(texts.name)}</span>
          )}
          <Button
            variant="quiet"
            size="small"
            icon="language"
            lang={locale === 'zh' ? 'en' : 'zh-CN'}
            onClick={() => setLocale(locale === 'zh' ? 'en' : 'zh')}
          >
            {locale === 'zh' ? 'English' : '中文'}
          </Button>
        </div>
      }
    >
      {place && (
        <div className={styles.place}>
          <Icon name="pin" size={24} />
          <span>
            <b>{place.words}</b>
            {theme !== 'elder' && <small>{say(texts.placeWhy)}</small>}
          </span>
          <Button
            variant="quiet"
            onClick={() => {
              rememberPlace(null);
              setPlace(null);
            }}
          >
            {say(texts.notHere)}
          </Button>
        </div>
      )}
      <h1>{say(texts.title)}</h1>
      {unfinished && (
        <Banner tone="info" icon="edit" title={say(texts.unfinished)}>
          <div className={styles.row}>
            <Button onClick={() => navigate('/new')}>{say(texts.goOn)}</Button>
            <Button
              variant="quiet"
              onClick={() => {
                clear();
                setUnfinished(false);
              }}
            >
              {say(texts.drop)}
            </Button>
          </div>
        </Banner>
      )}
      <div className={styles.cards}>
        <Choice main icon="edit" title={say(texts.report)} why={say(texts.reportWhy)} onChoose={() => begin(false)} />
        <Choice icon="heart" title={say(texts.wish)} why={say(texts.wishWhy)} onChoose={() => begin(true)} />
        {theme === 'elder' ? (
          <NavLink className={styles.card} href="/r/my">
            <Icon name="list" size={32} />
            <b>{mineWords}</b>
          </NavLink>
        ) : (
          <Choice icon="phone" title={say(texts.call)} why={say(texts.callWhy)} onChoose={() => setCalling(true)} />
        )}
      </div>
      {theme !== 'elder' && (
        <div className={styles.row}>
          <NavLink href="/r/my">{mineWords}</NavLink>
        </div>
      )}
      <Suspense>
        <CallSheet key={place?.words ?? ''} open={calling} onClose={() => setCalling(false)} />
      </Suspense>
    </ResidentFrame>
  );
}

function gridNumber(grid: { code: string | null; name: string } | null): number | null {
  const digits = /(\d{1,2})\D*$/.exec(grid?.name ?? '')?.[1] ?? /(\d{2})$/.exec(grid?.code ?? '')?.[1];
  return digits ? Number(digits) : null;
}

function Choice({
  icon,
  title,
  why,
  main = false,
  onChoose,
}: {
  icon: IconName;
  title: string;
  why: string;
  main?: boolean;
  onChoose: () => void;
}) {
  return (
    <button type="button" className={`${styles.card} ${main ? styles.cardMain : ''}`} onClick={onChoose}>
      <Icon name={icon} size={32} />
      <span>
        <b>{title}</b>
        {why}
      </span>
    </button>
  );
}
