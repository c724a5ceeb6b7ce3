import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { UnitId } from '#shared/kernel/ids.ts';
import { monthAt } from '#shared/kernel/zone-time.ts';
import { addMonths } from '#shared/kernel/zone-time-dates.ts';
import { hundredthsText, scoreWords } from '#shared/scoring/scoring.i18n.ts';
import type { IndicatorId } from '#shared/scoring/scoring-schema.ts';
import { defineTexts, formatMonth, readFailure, useLabel, useLocale, useTimeWords, useTRPC } from '../../../platform/index.ts';
import { useFailureText } from '../../../platform/use-failure-text.ts';
import { Button, EmptyState, ErrorState, NavLink, NoPermission, ScrollRegion, Segmented, Skeleton } from '../../../ui/index.ts';
import { caseRefusalWords } from '../../case-words/index.ts';
import { hrefOf, SecretaryFrame, useOverview, useWatchedUnit } from '../../dashboards/index.ts';
import { IndicatorDetail } from '../components/indicator-detail.tsx';
import styles from '../components/score.module.css';
import { ScoreCases } from '../components/score-cases.tsx';
import { ScoreExport } from '../components/score-export.tsx';
import { ScoreTable } from '../components/score-table.tsx';
import { indicatorWords } from '../indicator-words.ts';
import { readScoreSearch, type ScoreSearch, type ShownPart } from '../score-search.ts';
import type { Score } from '../score-types.ts';

const texts = defineTexts({
  title: { zh: '{month}', en: '{month}' },
  points: { zh: '{value} 分', en: '{value} points' },
  noPoints: { zh: '没有可计的', en: 'nothing to assess' },
  rests: {
    zh: '{numerator} ÷ {denominator}，方案第 {version} 版，{from}起用',
    en: '{numerator} ÷ {denominator}, scheme {version}, in force from {from}',
  },
  from: { zh: '{year}年{month}月{day}日', en: '{year}-{month}-{day}' },
  month: { zh: '{month}', en: '{month}' },
  running: { zh: '{month}，未满月', en: '{month}, not over' },
  months: { zh: '看哪个月', en: 'Which month' },
  parts: { zh: '看哪一部分', en: 'Which part' },
  excluded: { zh: '不在内 {n}', en: 'Not in it {n}' },
  excludedTitle: { zh: '不在内的', en: 'Not in it' },
  ofThem: { zh: '{word}的', en: '{word}' },
  count: { zh: '{n} 件', en: '{n} cases' },
  none: { zh: '一件也没有', en: 'None' },
  noneWhy: { zh: '这一部分没有案件。', en: 'This part holds no cases.' },
  figures: { zh: '吹哨考评', en: 'Whistle figures' },
  loading: { zh: '正在算', en: 'Computing' },
  failed: { zh: '没取到评分', en: 'The score did not come' },
  again: { zh: '再取一次', en: 'Fetch again' },
  unseen: { zh: '看不到这个社区的评分', en: 'You cannot see the score of this community' },
  unseenWhy: { zh: '评分由社区书记、值班、街道和审计查看。', en: 'Scores are for the secretary, the duty desk, the street and auditors.' },
  choose: { zh: '看哪个社区的评分', en: 'Whose score' },
  chooseWhy: { zh: '评分按社区算，请选一个。', en: 'Scores are by community; choose one.' },
});

const SHOWN_MONTHS = 3;

/** `/s/score`: a community's month down to the cases behind each figure. */
export function ScorePage() {
  const { unit, isPending } = useWatchedUnit();
  const communityId = unit && (unit.chosen ? unit.id : unit.communityId);
  return (
    <SecretaryFrame place="score" unit={unit} isPending={isPending}>
      {communityId ? <ScoreOf communityId={communityId} /> : <NoCommunity unitId={unit?.id} />}
    </SecretaryFrame>
  );
}

/** A street or a district has no score of its own: whose is to be read? */
function NoCommunity({ unitId }: { unitId: string | undefined }) {
  const say = useLabel();
  const { data } = useOverview(unitId);
  const communities = data?.areas.filter(({ level }) => level === 'community') ?? [];
  const links = communities.map(({ id, name }) => (
    <li key={id}>
      <NavLink href={hrefOf('/s/score', { unit: id })}>{name}</NavLink>
    </li>
  ));
  return (
    <EmptyState icon="chart" title={say(texts.choose)} action={<ul className={styles.choices}>{links}</ul>}>
      {say(texts.chooseWhy)}
    </EmptyState>
  );
}

function ScoreOf({ communityId }: { communityId: string }) {
  const say = useLabel();
  const { writing } = useTimeWords();
  const trpc = useTRPC();
  const failureText = useFailureText(caseRefusalWords);
  const raw: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const search = readScoreSearch(raw);
  const month = search.month ?? addMonths(monthAt(writing.timeZone, writing.now), -1);
  const { data, error, refetch } = useQuery(
    trpc.scoring.month.queryOptions({ communityId: communityId as UnitId, month }, { placeholderData: keepPreviousData }),
  );
  const change = (part: Partial<ScoreSearch>) =>
    void navigate({ href: hrefOf('/s/score', { ...search, month, ...part }), replace: true, resetScroll: false });
  if (!data) {
    if (!error) return <Skeleton lines={9} label={say(texts.loading)} />;
    if (readFailure(error).kind === 'refused') return <NoPermission title={say(texts.unseen)}>{say(texts.unseenWhy)}</NoPermission>;
    return (
      <ErrorState title={say(texts.failed)} action={<Button onClick={() => void refetch()}>{say(texts.again)}</Button>}>
        {failureText(error)}
      </ErrorState>
    );
  }
  return <ScoreBody score={data} search={search} change={change} />;
}

type BodyProps = { score: Score; search: ScoreSearch; change: (part: Partial<ScoreSearch>) => void };

function ScoreBody({ score, search, change }: BodyProps) {
  const indicator = search.indicator ?? firstShown(score);
  const chosen = score.indicators.find(({ id }) => id === indicator) ?? score.indicators[0];
  const part = search.part ?? 'missed';
  const trpc = useTRPC();
  const subject = { communityId: score.community.id as UnitId, month: score.month };
  const counted = useQuery(
    trpc.scoring.cases.queryOptions({ ...subject, indicator, part: 'counted' }, { placeholderData: keepPreviousData }),
  );
  const excluded = useQuery(trpc.scoring.excluded.queryOptions(subject, { enabled: part === 'excluded' }));
  if (!chosen) return null;
  const rows = counted.data?.rows ?? [];
  const list = part === 'excluded' ? excluded.data?.rows : rows.filter(({ reached }) => (reached === 'none') === (part === 'missed'));
  return (
    <>
      <ScoreHead score={score} change={change} />
      <div className={styles.columns}>
        <ScoreTable score={score} selected={indicator} onSelect={(id) => change({ indicator: id, part: 'missed' })} />
        <IndicatorDetail score={score} indicator={chosen} cases={rows} onExcluded={() => change({ part: 'excluded' })} />
        <PartList {...{ score, part, change }} indicator={chosen} rows={list} />
      </div>
    </>
  );
}

/** The figure most asked about, else the first that counted anything. */
function firstShown({ indicators }: Score): IndicatorId {
  const counted = indicators.filter((one) => one.counted > 0).map(({ id }) => id);
  return counted.find((id) => id === 'onTimeClosureRate') ?? counted[0] ?? 'onTimeClosureRate';
}

function ScoreHead({ score, change }: Pick<BodyProps, 'score' | 'change'>) {
  const say = useLabel();
  const { total } = score;
  const { locale } = useLocale();
  const shown = score.months.slice(-SHOWN_MONTHS);
  const months = shown.includes(score.month) ? shown : [score.month, ...shown];
  const current = score.months.at(-1);
  const [fromYear = '', fromMonth = '', fromDay = ''] = score.scheme.effectiveFrom.split('-');
  return (
    <div className={styles.head}>
      <h1 className={styles.title}>
        <span>{say(texts.title, { month: formatMonth(score.month, locale) })}</span>
        <span>{total ? say(texts.points, { value: hundredthsText(total.value) }) : say(texts.noPoints)}</span>
      </h1>
      <span className={styles.rests}>
        {total &&
          say(texts.rests, {
            ...{ numerator: total.numerator / 100, denominator: total.denominator, version: score.schemeVersion },
            from: say(texts.from, { year: fromYear, month: Number(fromMonth), day: Number(fromDay) }),
          })}
        {!score.ranked && `　${say(scoreWords.unranked)}`}
      </span>
      <div className={styles.tools}>
        <NavLink href={hrefOf('/s/w/figures', { unit: score.community.id, by: 'community' })}>{say(texts.figures)}</NavLink>
        <Segmented
          label={say(texts.months)}
          value={score.month}
          segments={months.map((month) => ({
            value: month,
            label: say(month === current ? texts.running : texts.month, { month: formatMonth(month, locale) }),
          }))}
          onChange={(month) => change({ month })}
        />
        <ScoreExport communityId={score.community.id} month={score.month} />
      </div>
    </div>
  );
}

type ListProps = Omit<Parameters<typeof ScoreCases>[0], 'rows' | 'shows' | 'asOf'> & {
  score: Score;
  indicator: Score['indicators'][number];
  part: ShownPart;
  rows: Parameters<typeof ScoreCases>[0]['rows'] | undefined;
  change: BodyProps['change'];
};

function PartList({ score, indicator, part, rows, change }: ListProps) {
  const say = useLabel();
  const words = indicatorWords[indicator.id];
  const reached = indicator.reached + indicator.partial;
  const title = part === 'excluded' ? say(texts.excludedTitle) : say(texts.ofThem, { word: say(words[part]) });
  const segments: { value: ShownPart; label: string }[] = [
    { value: 'missed', label: `${say(words.missed)} ${indicator.counted - reached}` },
    { value: 'reached', label: `${say(words.reached)} ${reached}` },
  ];
  if (part === 'excluded') segments.push({ value: 'excluded', label: say(texts.excluded, { n: rows?.length ?? '…' }) });
  return (
    <section className={styles.listPanel} aria-labelledby="part">
      <div className={styles.listHead}>
        <h2 id="part">
          {title} <small>{rows && say(texts.count, { n: rows.length })}</small>
        </h2>
        <Segmented label={say(texts.parts)} value={part} segments={segments} onChange={(value) => change({ part: value })} />
      </div>
      {!rows && <Skeleton rows lines={6} label={say(texts.loading)} />}
      {rows?.length === 0 && <EmptyState title={say(texts.none)}>{say(texts.noneWhy)}</EmptyState>}
      {rows && rows.length > 0 && (
        <ScrollRegion className={styles.scroll} aria-labelledby="part">
          <ScoreCases rows={rows} shows={part === 'excluded' ? 'excluded' : indicator.id} asOf={score.asOf} />
        </ScrollRegion>
      )}
    </section>
  );
}
