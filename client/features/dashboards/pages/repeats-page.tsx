import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { REPEAT_DAYS, REPEAT_MIN } from '#shared/dashboards/dashboards-schema.ts';
import type { UnitId } from '#shared/kernel/ids.ts';
import { defineTexts, useLabel, useTRPC } from '../../../platform/index.ts';
import { useFailureText } from '../../../platform/use-failure-text.ts';
import { Button, EmptyState, ErrorState, NavLink, Skeleton } from '../../../ui/index.ts';
import { caseRefusalWords } from '../../case-words/index.ts';
import styles from '../components/lists.module.css';
import { RepeatGroup } from '../components/repeat-group.tsx';
import { SecretaryFrame } from '../components/secretary-frame.tsx';
import { hrefOf } from '../hooks/link-search.ts';
import { useWatchedUnit } from '../hooks/use-watched-unit.ts';

const texts = defineTexts({
  title: { zh: '重复诉求', en: 'Repeated complaints' },
  sum: { zh: '{n} 件，{places} 处', en: '{n} cases in {places} places' },
  rule: {
    zh: '同一网格、同一小类，{days} 天内上报、还在办的有 {least} 件以上。',
    en: 'One grid and one class with at least {least} open cases reported within {days} days.',
  },
  loading: { zh: '正在找', en: 'Searching' },
  failed: { zh: '没取到重复诉求', en: 'They did not come' },
  again: { zh: '再取一次', en: 'Fetch again' },
  none: { zh: '没有重复诉求', en: 'No repeated complaints' },
  noneWhy: {
    zh: '{days} 天内没有同格同类 {least} 件以上的在办案件。',
    en: 'No grid has {least} open cases of a class within {days} days.',
  },
  back: { zh: '总览', en: 'Overview' },
});
const rule = { days: REPEAT_DAYS, least: REPEAT_MIN };

/** `/s/repeats`: every cluster with its cases. */
export function RepeatsPage() {
  const { unit, isPending } = useWatchedUnit();
  return (
    <SecretaryFrame place="overview" unit={unit} isPending={isPending}>
      {unit && <Repeats unitId={unit.id} />}
    </SecretaryFrame>
  );
}

function Repeats({ unitId }: { unitId: string }) {
  const say = useLabel();
  const trpc = useTRPC();
  const failureText = useFailureText(caseRefusalWords);
  const { data, error, refetch } = useQuery(
    trpc.dashboards.repeats.queryOptions({ unitId: unitId as UnitId }, { placeholderData: keepPreviousData }),
  );
  const count = data?.repeats.reduce((sum, repeat) => sum + repeat.count, 0) ?? 0;
  return (
    <>
      <div className={styles.head}>
        <NavLink href={hrefOf('/s', { unit: unitId })}>{say(texts.back)}</NavLink>
        <h1>{say(texts.title)}</h1>
        {data && <span className={styles.sum}>{say(texts.sum, { n: count, places: data.repeats.length })}</span>}
        <p className={styles.rule}>{say(texts.rule, rule)}</p>
      </div>
      {!data && !error && <Skeleton lines={6} label={say(texts.loading)} />}
      {!data && error && (
        <ErrorState title={say(texts.failed)} action={<Button onClick={() => void refetch()}>{say(texts.again)}</Button>}>
          {failureText(error)}
        </ErrorState>
      )}
      {data?.repeats.length === 0 && <EmptyState title={say(texts.none)}>{say(texts.noneWhy, rule)}</EmptyState>}
      {data?.repeats.map((repeat) => (
        <RepeatGroup key={repeat.key} repeat={repeat} />
      ))}
    </>
  );
}
