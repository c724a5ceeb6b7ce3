import { defineTexts, readFailure, useLabel, useTimeWords } from '../../../platform/index.ts';
import { useFailureText } from '../../../platform/use-failure-text.ts';
import { Button, ButtonLink, ErrorState, NavLink, NoPermission, Skeleton } from '../../../ui/index.ts';
import { caseRefusalWords } from '../../case-words/index.ts';
import { WhistleNumbers } from '../../dispatch-parts/index.ts';
import { AreaTable } from '../components/area-table.tsx';
import { DecisionList } from '../components/decisions.tsx';
import { FiveNumbers } from '../components/five-numbers.tsx';
import { Freshness } from '../components/freshness.tsx';
import { MeasureMap } from '../components/measure-map.tsx';
import styles from '../components/overview.module.css';
import { SecretaryFrame } from '../components/secretary-frame.tsx';
import { TrendChart } from '../components/trend-chart.tsx';
import { hrefOf } from '../hooks/link-search.ts';
import { useOverview } from '../hooks/use-overview.ts';
import { useWatchedUnit, type WatchedUnit } from '../hooks/use-watched-unit.ts';

const texts = defineTexts({
  today: { zh: '今天', en: 'Today' },
  loading: { zh: '正在数', en: 'Counting' },
  failed: { zh: '没取到数', en: 'The numbers did not come' },
  again: { zh: '再取一次', en: 'Fetch again' },
  unseen: { zh: '看不到这个辖区', en: 'You cannot see this area' },
  unseenWhy: { zh: '它不在您管的范围里。', en: 'It lies outside what you watch.' },
  figures: { zh: '吹哨考评', en: 'Whistle figures' },
  own: { zh: '回到我的总览', en: 'Back to my overview' },
});

/** `/s`: what needs the secretary now. Numbers first, each two clicks from the case. */
export function OverviewPage() {
  const { unit, units, isPending } = useWatchedUnit();
  const query = useOverview(unit?.id);
  return (
    <SecretaryFrame place="overview" unit={unit} isPending={isPending} name={query.data?.unit.name}>
      {unit && <OverviewBody unit={unit} units={units} query={query} />}
    </SecretaryFrame>
  );
}

function OverviewBody({ unit, units, query }: { unit: WatchedUnit; units: readonly WatchedUnit[]; query: ReturnType<typeof useOverview> }) {
  const say = useLabel();
  const { day } = useTimeWords();
  const failureText = useFailureText(caseRefusalWords);
  const { data, error, dataUpdatedAt } = query;
  if (!data) {
    if (!error) return <Skeleton lines={8} label={say(texts.loading)} />;
    if (readFailure(error).kind === 'refused')
      return (
        <NoPermission title={say(texts.unseen)} action={<ButtonLink href="/s">{say(texts.own)}</ButtonLink>}>
          {say(texts.unseenWhy)}
        </NoPermission>
      );
    return (
      <ErrorState title={say(texts.failed)} action={<Button onClick={() => void query.refetch()}>{say(texts.again)}</Button>}>
        {failureText(error)}
      </ErrorState>
    );
  }
  return (
    <>
      <div className={styles.head}>
        <h1>{say(texts.today)}</h1>
        <span className={styles.date}>{day(data.asOf)}</span>
        <NavLink href={hrefOf('/s/w/figures', unit.chosen ? { unit: unit.id } : {})}>{say(texts.figures)}</NavLink>
        {units.length > 1 && (
          <ul className={styles.units}>
            {units.map((each) => (
              <li key={each.id}>
                <NavLink href={hrefOf('/s', { unit: each.id })} aria-current={each.id === unit.id ? 'true' : undefined}>
                  {each.name}
                </NavLink>
              </li>
            ))}
          </ul>
        )}
        <span className={styles.stampPlace}>
          <Freshness asOf={data.asOf} renewedAt={dataUpdatedAt} />
        </span>
      </div>
      <FiveNumbers overview={data} />
      <WhistleNumbers unit={unit.id} />
      <div className={styles.columns}>
        <DecisionList overview={data} />
        <MeasureMap overview={data} />
        <div className={styles.right}>
          <TrendChart days={data.trend} />
          <AreaTable overview={data} />
        </div>
      </div>
    </>
  );
}
