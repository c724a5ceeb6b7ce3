import { useQuery } from '@tanstack/react-query';
import { Suspense, useMemo } from 'react';
import { useLocation } from 'wouter';
import { distanceM } from '#shared/kernel/geometry/measure.ts';
import type { BoundingBox } from '#shared/kernel/place.ts';
import { LazyMapView } from '../../../map/index.ts';
import {
  defineTexts,
  formatDistance,
  useJoined,
  useLabel,
  useLocale,
  usePosition,
  useSession,
  useTimeWords,
  useTRPC,
} from '../../../platform/index.ts';
import { useFailureText } from '../../../platform/use-failure-text.ts';
import { Button, ButtonLink, classNames, EmptyState, ErrorState, NavLink, Skeleton } from '../../../ui/index.ts';
import { clockLight } from '../../cases-parts/due-tone.ts';
import { Seal } from '../../cases-parts/seal.tsx';
import { StatusMark } from '../../cases-parts/status-pill.tsx';
import { boxAround, useBaseMap, useMapWords } from '../../place-parts/index.ts';
import { casePoints } from '../case-points.ts';
import { FieldShell } from '../components/field-shell.tsx';
import { PendingBar } from '../components/pending-bar.tsx';
import { TaskRow } from '../components/task-row.tsx';
import styles from '../field.module.css';
import { gridNumber } from '../grid-number.ts';

const texts = defineTexts({
  todo: { zh: '今天要办', en: 'To do today' },
  count: { zh: '{n} 件', en: '{n}' },
  none: { zh: '今天没有要办的', en: 'Nothing to do today' },
  noneWhy: { zh: '新的事派来，这里马上看得到。', en: 'New matters appear here at once.' },
  near: { zh: '附近未结', en: 'Open nearby' },
  nearCount: { zh: '{m} 内 {n} 件', en: '{n} within {m}' },
  locate: { zh: '看我附近', en: 'Show what is near me' },
  locating: { zh: '正在定位', en: 'Finding where you are' },
  noPosition: { zh: '没定到位，按时限排', en: 'No position; sorted by due time' },
  nothingNear: { zh: '附近没有未结的', en: 'Nothing open nearby' },
  shoot: { zh: '拍照上报', en: 'Report with a photo' },
  loading: { zh: '正在打开', en: 'Opening' },
  failed: { zh: '没打开', en: 'It did not open' },
  again: { zh: '再试一次', en: 'Try again' },
  map: { zh: '附近的地图', en: 'Map of the surroundings' },
});

// one's own list is never refused for a reason of its own: the general words do
const noOwnWords = () => undefined;
const nearM = 300;
const shownNear = 3;

/** Today: what is owed, what is near, and one dominant button. */
export function TodayPage() {
  const say = useLabel();
  const { phrased } = useJoined();
  const { day, writing } = useTimeWords();
  const [, navigate] = useLocation();
  const trpc = useTRPC();
  const { me } = useSession();
  const failureText = useFailureText(noOwnWords);
  const todo = useQuery(trpc.cases.list.queryOptions({ view: 'todo', limit: 50 }));
  const post = me?.posts.find(({ unitId }) => unitId !== null);

  return (
    <FieldShell
      at="today"
      title={me?.name ?? ''}
      subtitle={phrased(day(writing.now), post?.unitName)}
      dock={<ShootButton />}
      mark={post?.communityName && <Seal community={post.communityName} grid={gridNumber(post.unitName)} />}
    >
      <div className={styles.two}>
        <div className={styles.fields}>
          <PendingBar />
          <h2>
            {say(texts.todo)}
            {todo.data && (
              <small>{say(texts.count, { n: todo.data.nextCursor ? `${todo.data.rows.length}+` : todo.data.rows.length })}</small>
            )}
          </h2>
          {todo.isPending && <Skeleton rows label={say(texts.loading)} />}
          {todo.error && (
            <ErrorState title={say(texts.failed)} action={<Button onClick={() => void todo.refetch()}>{say(texts.again)}</Button>}>
              {failureText(todo.error)}
            </ErrorState>
          )}
          {todo.data?.rows.length === 0 && <EmptyState title={say(texts.none)}>{say(texts.noneWhy)}</EmptyState>}
          <ul className={styles.rows}>
            {todo.data?.rows.map((line) => (
              <TaskRow key={line.id} line={line} />
            ))}
          </ul>
        </div>
        <div className={classNames(styles.side, styles.today)}>
          <NearMe onOpen={(id) => navigate(`/tasks/${id}`)} />
          <div className={styles.shoot}>
            <ShootButton />
          </div>
        </div>
      </div>
    </FieldShell>
  );
}

function ShootButton() {
  const say = useLabel();
  return (
    <ButtonLink variant="primary" size="large" wide icon="camera" href="/f/new">
      {say(texts.shoot)}
    </ButtonLink>
  );
}

function NearMe({ onOpen }: { onOpen: (id: string) => void }) {
  const say = useLabel();
  const { locale } = useLocale();
  const { writing } = useTimeWords();
  const trpc = useTRPC();
  const { words, credit } = useMapWords();
  const { state, ask } = usePosition();
  const open = useQuery(trpc.cases.list.queryOptions({ view: 'open', limit: 200 }));
  const here = state.status === 'found' ? state.position : null;
  const rows = useMemo(() => {
    const lines = (open.data?.rows ?? []).map((line) => ({
      line,
      away: here && line.point ? distanceM([here.lng, here.lat], [line.point.lng, line.point.lat]) : null,
    }));
    if (!here) return lines;
    return lines.filter(({ away }) => away !== null && away <= nearM).sort((a, b) => (a.away ?? 0) - (b.away ?? 0));
  }, [open.data, here]);
  const joined = useJoined();
  const points = useMemo(() => casePoints(open.data?.rows ?? [], { say, joined, now: writing.now }), [open.data, say, joined, writing.now]);
  const centre = here ?? points.map(({ position: [lng, lat] }) => ({ lng, lat }))[0] ?? null;
  const view: BoundingBox | null = centre ? boxAround(centre, here ? 150 : 300) : null;
  const base = useBaseMap(view);

  return (
    <>
      <h2>
        {say(texts.near)}
        {here && <small>{say(texts.nearCount, { m: formatDistance(nearM, locale), n: rows.length })}</small>}
      </h2>
      <Button icon="aim" busy={state.status === 'asking'} onClick={() => void ask()}>
        {say(state.status === 'asking' ? texts.locating : texts.locate)}
      </Button>
      {state.status === 'failed' && <p className={styles.lead}>{say(texts.noPosition)}</p>}
      {open.data && rows.length === 0 && <p className={styles.lead}>{say(texts.nothingNear)}</p>}
      <div>
        {rows.slice(0, shownNear).map(({ line, away }) => (
          <NavLink key={line.id} href={`/f/tasks/${line.id}`} className={styles.near}>
            <StatusMark state={line.state} light={clockLight(line.clock, writing.now)} />
            <span>
              {line.title} <small>{line.address}</small>
            </span>
            {away !== null && <small>{formatDistance(away, locale)}</small>}
          </NavLink>
        ))}
      </div>
      {view && (
        <div className={styles.smallMap}>
          <Suspense fallback={<Skeleton label={say(texts.loading)} />}>
            <LazyMapView
              label={say(texts.map)}
              words={words}
              credit={credit}
              start={view}
              base={base}
              points={points}
              onSelectPoint={onOpen}
              circles={here?.accuracyM ? [{ id: 'here', centre: [here.lng, here.lat], radiusM: here.accuracyM, kind: 'accuracy' }] : []}
            />
          </Suspense>
        </div>
      )}
    </>
  );
}
