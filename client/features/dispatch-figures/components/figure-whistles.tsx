import { sideLabels } from '#shared/dispatch/whistle.i18n.ts';
import { callExclusionLabels } from '#shared/scoring/whistle-figures.i18n.ts';
import type { FigurePart } from '#shared/scoring/whistle-figures-schema.ts';
import type { WhistleMeasureId } from '#shared/scoring/whistle-measures-schema.ts';
import { defineTexts, useLabel, useTimeWords } from '../../../platform/index.ts';
import { useFailureText } from '../../../platform/use-failure-text.ts';
import { Button, EmptyState, ErrorState, NavLink, ScrollRegion, Segmented, Skeleton } from '../../../ui/index.ts';
import { HolderCell, WhistleDue, WhistlePill, whistleRefusalWords } from '../../dispatch-parts/index.ts';
import type { FigureLine, FigureWhistle } from '../figure-types.ts';
import { partWord, timesOf } from '../figure-words.ts';
import type { useFigureWhistles } from '../hooks/use-figures.ts';
import styles from './figures.module.css';

const texts = defineTexts({
  number: { zh: '编号', en: 'Number' },
  matter: { zh: '事情', en: 'Matter' },
  state: { zh: '阶段，现在由谁办', en: 'Stage, who has it' },
  unit: { zh: '单位', en: 'Unit' },
  community: { zh: '社区', en: 'Community' },
  result: { zh: '结果', en: 'Result' },
  closed: { zh: '不再是当事单位，看不到内容', en: 'no longer a party: not open to you' },
  partly: { zh: '部分', en: 'partly' },
  late: { zh: '晚 {n} 分钟', en: '{n} min late' },
  rounds: { zh: '{n} 轮', en: '{n}' },
  not: { zh: '还没有', en: 'not yet' },
  count: { zh: '{n} 件', en: '{n}' },
  parts: { zh: '看哪一部分', en: 'Which part' },
  loading: { zh: '正在取哨', en: 'Fetching whistles' },
  failed: { zh: '没取到哨', en: 'The whistles did not come' },
  again: { zh: '再取一次', en: 'Fetch again' },
  more: { zh: '再取 100 件', en: 'Show 100 more' },
  none: { zh: '一件也没有', en: 'None' },
  noneWhy: { zh: '这一部分没有哨。', en: 'This part holds no whistles.' },
});

type Props = {
  line: FigureLine;
  measure: WhistleMeasureId;
  part: FigurePart;
  list: ReturnType<typeof useFigureWhistles>;
  whistlePath: '/s/w' | '/d/w';
  onPart: (part: FigurePart) => void;
};

/** How many rows each part of a figure holds, by the figure itself. */
function countsOf({ figures, excluded, band }: FigureLine, measure: WhistleMeasureId): Record<FigurePart, number> {
  if (measure === 'called') {
    return { counted: excluded.called, reached: excluded.called - excluded.excluded, missed: excluded.excluded };
  }
  if (measure === 'blown') return { counted: band?.whistles ?? 0, reached: band?.whistles ?? 0, missed: 0 };
  const { counted = 0, reached = 0, partial = 0 } = figures.find(({ id }) => id === measure) ?? {};
  return { counted, reached: reached + partial, missed: counted - reached - partial };
}

/** The whistles behind one figure, with the times that decided it. */
export function FigureWhistles({ line, measure, part, list, whistlePath, onPart }: Props) {
  const say = useLabel();
  const failureText = useFailureText(whistleRefusalWords);
  const counts = countsOf(line, measure);
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const shownParts: readonly FigurePart[] = measure === 'blown' ? ['counted'] : ['counted', 'reached', 'missed'];
  return (
    <section className={styles.behind} id="behind" aria-labelledby="behind-title">
      <div className={styles.behindHead}>
        <h2 id="behind-title">
          {say(partWord(measure, part))} <small data-count={counts[part]}>{say(texts.count, { n: counts[part] })}</small>
        </h2>
        <Segmented
          label={say(texts.parts)}
          value={part}
          segments={shownParts.map((value) => ({ value, label: `${say(partWord(measure, value))} ${counts[value]}` }))}
          onChange={onPart}
        />
      </div>
      {list.isPending && <Skeleton rows lines={5} label={say(texts.loading)} />}
      {list.error && rows.length === 0 && (
        <ErrorState title={say(texts.failed)} action={<Button onClick={() => void list.refetch()}>{say(texts.again)}</Button>}>
          {failureText(list.error)}
        </ErrorState>
      )}
      {list.data && rows.length === 0 && <EmptyState title={say(texts.none)}>{say(texts.noneWhy)}</EmptyState>}
      {rows.length > 0 && <Rows rows={rows} measure={measure} whistlePath={whistlePath} />}
      {list.hasNextPage && (
        <div className={styles.more}>
          <Button size="small" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {say(texts.more)}
          </Button>
        </div>
      )}
    </section>
  );
}

type RowsProps = { rows: readonly FigureWhistle[]; measure: WhistleMeasureId; whistlePath: string };

function Rows({ rows, measure, whistlePath }: RowsProps) {
  const say = useLabel();
  const { moment } = useTimeWords();
  const times = timesOf(measure);
  const result = useResult(measure);
  return (
    <ScrollRegion className={styles.scroll} aria-labelledby="behind-title">
      <table className={styles.rows}>
        <thead>
          <tr>
            <th scope="col">{say(texts.number)}</th>
            <th scope="col">{say(texts.matter)}</th>
            <th scope="col">{say(texts.state)}</th>
            <th scope="col">{say(texts.unit)}</th>
            <th scope="col">{say(texts.community)}</th>
            <th scope="col">{say(times.at)}</th>
            {times.done && <th scope="col">{say(times.done)}</th>}
            <th scope="col">{say(texts.result)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.whistleId} ${row.departmentId}`} data-verdict={row.verdict}>
              <td>{row.opens ? <NavLink href={`${whistlePath}/${row.whistleId}`}>{row.whistleNo}</NavLink> : row.whistleNo}</td>
              <td className={styles.matter}>{row.title ?? <small>{say(texts.closed)}</small>}</td>
              <td>
                {row.state ? <WhistlePill state={row.state} bare /> : '—'}
                {row.now?.clock.holder && (
                  <small className={styles.now}>
                    <HolderCell line={row.now} /> <WhistleDue clock={row.now.clock} reason={row.now.reason} />
                  </small>
                )}
              </td>
              <td>
                {say(row.unit)} <small>{say(sideLabels[row.side])}</small>
              </td>
              <td>{row.community ?? '—'}</td>
              <td>{moment(row.at)}</td>
              {times.done && <td>{row.doneAt === null ? say(texts.not) : moment(row.doneAt)}</td>}
              <td className={row.verdict === 'none' && times.done ? styles.late : undefined}>{result(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function useResult(measure: WhistleMeasureId): (row: FigureWhistle) => string {
  const say = useLabel();
  return ({ verdict, excluded, part, whole, lateMinutes }) => {
    if (excluded !== null) return say(callExclusionLabels[excluded]);
    if (measure === 'unitRating' || measure === 'whistleRating') return `${part / 100} / ${whole}`;
    if (measure === 'rounds') return say(texts.rounds, { n: part / 100 });
    if (measure === 'onSiteDelay' && verdict === 'none') return say(texts.late, { n: lateMinutes });
    return verdict === 'partial' ? say(texts.partly) : say(partWord(measure, verdict === 'full' ? 'reached' : 'missed'));
  };
}
