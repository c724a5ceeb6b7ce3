import { hundredthsText } from '#shared/scoring/scoring.i18n.ts';
import { defineTexts, readFailure, useLabel } from '../../../platform/index.ts';
import { useFailureText } from '../../../platform/use-failure-text.ts';
import { Button, EmptyState, ErrorState, NavLink, NoPermission, Segmented, Skeleton } from '../../../ui/index.ts';
import { whistleRefusalWords } from '../../dispatch-parts/index.ts';
import type { FigureLine, Figures } from '../figure-types.ts';
import { useFigureSearch } from '../hooks/figure-search.ts';
import { type FigureSubjectIds, type FiguresAsked, useFigures, useFigureWhistles } from '../hooks/use-figures.ts';
import { FigureDetail } from './figure-detail.tsx';
import { FigureTable } from './figure-table.tsx';
import { FigureWhistles } from './figure-whistles.tsx';
import styles from './figures.module.css';
import { FiguresExport } from './figures-export.tsx';
import { PeriodPicker, usePeriodName } from './period-picker.tsx';

const texts = defineTexts({
  title: { zh: '吹哨考评', en: 'Whistle figures' },
  by: { zh: '按什么看', en: 'By what' },
  unit: { zh: '按单位', en: 'By unit' },
  community: { zh: '按社区', en: 'By community' },
  all: { zh: '合计', en: 'Total' },
  band: { zh: '吹哨 {whistles}，立案 {registered}，合理度 {value}', en: '{whistles} whistles, {registered} registered, band {value}' },
  notApplicable: { zh: '不适用', en: 'N/A' },
  loading: { zh: '正在算', en: 'Computing' },
  failed: { zh: '没取到数字', en: 'The figures did not come' },
  again: { zh: '再取一次', en: 'Fetch again' },
  unseen: { zh: '看不到这里的考评', en: 'You cannot see these figures' },
  unseenWhy: {
    zh: '考评由社区书记、街道、审计查看；部门看自己的。',
    en: 'Figures are for the secretary, the street and auditors; a department sees its own.',
  },
  none: { zh: '这段时间没有哨', en: 'No whistles in this period' },
  noneWhy: { zh: '换一段时间看看。', en: 'Choose another period.' },
});

type Props = {
  path: '/s/w/figures' | '/d/w/figures';
  whistlePath: '/s/w' | '/d/w';
  subject: FigureSubjectIds;
  /** what one sees first */
  first: 'unit' | 'community';
};

/** Figures of a period: the table, how the chosen one came about, and the whistles behind it. */
export function FiguresBody({ path, whistlePath, subject, first }: Props) {
  const say = useLabel();
  const failureText = useFailureText(whistleRefusalWords);
  const { search, link, change } = useFigureSearch(path);
  const own = subject.departmentId !== undefined;
  const by = own ? 'community' : (search.by ?? first);
  const asked: FiguresAsked = { from: search.from, to: search.to, ...subject, by };
  const { data, error, refetch } = useFigures(asked);
  const period = usePeriodName(search);
  if (error && readFailure(error).kind === 'refused') return <NoPermission title={say(texts.unseen)}>{say(texts.unseenWhy)}</NoPermission>;
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1>{say(texts.title)}</h1>
        <span className={styles.periodName} role="status">
          {period}
        </span>
        {data?.total.band && (
          <NavLink href={`${link({ row: null, figure: 'blown', part: 'counted' })}#behind`}>
            {say(texts.band, {
              ...{ whistles: data.total.band.whistles, registered: data.total.band.registered },
              value: data.total.band.value === null ? say(texts.notApplicable) : hundredthsText(data.total.band.value),
            })}
          </NavLink>
        )}
        <div className={styles.tools}>
          {!own && (
            <Segmented
              label={say(texts.by)}
              value={by}
              segments={(['unit', 'community'] as const).map((value) => ({ value, label: say(texts[value]) }))}
              onChange={(value) => change({ by: value, row: null })}
            />
          )}
          <PeriodPicker {...search} onChange={change} />
          <FiguresExport asked={asked} />
        </div>
      </div>
      {!data && !error && <Skeleton rows lines={8} label={say(texts.loading)} />}
      {!data && error && (
        <ErrorState title={say(texts.failed)} action={<Button onClick={() => void refetch()}>{say(texts.again)}</Button>}>
          {failureText(error)}
        </ErrorState>
      )}
      {data && <Shown {...{ data, asked, search, link, change, whistlePath }} />}
    </div>
  );
}

type ShownProps = ReturnType<typeof useFigureSearch> & { data: Figures; asked: FiguresAsked; whistlePath: Props['whistlePath'] };

function Shown({ data, asked, search, link, change, whistlePath }: ShownProps) {
  const say = useLabel();
  const { by } = asked;
  const whole: FigureLine = { ...data.total, id: null, name: say(texts.all), rank: null };
  const lines = [whole, ...data.rows.map((row): FigureLine => ({ ...row, name: say(row.name) }))];
  const line = lines.find(({ id }) => id === search.row) ?? whole;
  const list = useFigureWhistles({ ...asked, row: line.id, figure: search.figure, part: search.part });
  const banded = by === 'community' && asked.departmentId === undefined;
  if (data.total.excluded.called === 0 && !banded && data.rows.length === 0) {
    return (
      <EmptyState icon="whistle" title={say(texts.none)}>
        {say(texts.noneWhy)}
      </EmptyState>
    );
  }
  return (
    <>
      <FigureTable
        {...{ lines, by, search, link, banded }}
        scheme={data.scheme}
        scored={by === 'unit' || asked.departmentId !== undefined}
      />
      <div className={styles.columns}>
        <FigureDetail figures={data} line={line} measure={search.figure} search={search} link={link} />
        <FigureWhistles {...{ line, list, whistlePath }} measure={search.figure} part={search.part} onPart={(part) => change({ part })} />
      </div>
    </>
  );
}
