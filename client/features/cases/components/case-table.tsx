import { useMemo } from 'react';
import { caseStepLabels, holderLabels } from '#shared/cases/cases.i18n.ts';
import { openSupervision } from '#shared/cases/supervision.ts';
import { defineTexts, useLabel, useTimeWords } from '../../../platform/index.ts';
import { type Column, classNames, DataTable, type RowGroup } from '../../../ui/index.ts';
import { caseFlagWords, clockLight, DueGroupTitle, dueGroupOf, dueGroups, GridBadge, StatusMark } from '../../cases-parts/index.ts';
import type { CaseLine } from '../case-types.ts';
import { gridNumber } from './case-head.tsx';
import { DueCell } from './due-cell.tsx';
import styles from './list.module.css';

const texts = defineTexts({
  caption: { zh: '案件列表', en: 'Cases' },
  state: { zh: '状态', en: 'State' },
  matter: { zh: '事情', en: 'Matter' },
  number: { zh: '编号', en: 'Number' },
  grid: { zh: '网格', en: 'Grid' },
  due: { zh: '到期', en: 'Due' },
  holder: { zh: '现在由谁办', en: 'Who has it' },
  next: { zh: '下一步', en: 'Next' },
  select: { zh: '选中 {name}', en: 'Select {name}' },
  all: { zh: '选中这一页', en: 'Select this page' },
  rework: { zh: '返工 {n} 次', en: '{n} reworks' },
  reported: { zh: '{when} 上报', en: 'reported {when}' },
});

/** Into which group of the day a row falls. */
export function groupOf({ clock }: Pick<CaseLine, 'clock'>, at: { now: number; timeZone: string }) {
  return dueGroupOf({ due: clock.due?.at ?? null, held: clock.held }, at);
}

type CaseTableProps = {
  rows: readonly CaseLine[];
  /** total rows by group would lie when not all are loaded; the head says how many are shown */
  grouped: boolean;
  activeKey: string | null;
  onActivate: (line: CaseLine) => void;
  selection?: { keys: ReadonlySet<string>; onChange: (keys: ReadonlySet<string>) => void };
  /** a panel stands beside the list: two lines a row, fewer columns */
  narrow: boolean;
};

/** The rows of a list, grouped by when they are due; bold means that nobody has taken it yet. */
export function CaseTable({ rows, grouped, activeKey, onActivate, selection, narrow }: CaseTableProps) {
  const say = useLabel();
  const { writing } = useTimeWords();
  const columns = useCaseColumns(narrow);
  const groups = useMemo((): RowGroup<CaseLine>[] => {
    if (!grouped) return [{ key: 'all', title: null, rows }];
    const { now, timeZone } = writing;
    return dueGroups.map((key) => {
      const own = rows.filter((line) => groupOf(line, { now, timeZone }) === key);
      return { key, title: <DueGroupTitle group={key} count={own.length} />, rows: own };
    });
  }, [rows, grouped, writing]);
  return (
    <div className={classNames(styles.list, narrow ? styles.narrow : styles.wide)}>
      <DataTable
        caption={say(texts.caption)}
        columns={columns}
        groups={groups}
        rowKey={(line) => line.id}
        rowLabel={(line) => say(texts.select, { name: line.caseNo ?? line.title })}
        activeKey={activeKey}
        onActivate={onActivate}
        isStrong={(line) => line.state === 'dispatched' || line.state === 'reported'}
        tall={narrow}
        {...(selection ? { selection: { ...selection, allLabel: say(texts.all) } } : {})}
      />
    </div>
  );
}

/** The columns of a list of cases; `narrow` has two lines a row and fewer of them. */
export function useCaseColumns(narrow: boolean): Column<CaseLine>[] {
  const say = useLabel();
  const { writing, moment } = useTimeWords();
  return useMemo(() => {
    const mark: Column<CaseLine> = {
      key: 'state',
      head: <span className="visually-hidden">{say(texts.state)}</span>,
      cell: (line) => <StatusMark state={line.state} {...(narrow ? {} : { light: clockLight(line.clock, writing.now) })} />,
    };
    const grid: Column<CaseLine> = { key: 'grid', head: say(texts.grid), cell: (line) => <GridCell line={line} /> };
    const next: Column<CaseLine> = {
      key: 'next',
      head: say(texts.next),
      cell: (line) => (line.nextStep ? say(caseStepLabels[line.nextStep]) : '—'),
    };
    const due: Column<CaseLine> = { key: 'due', head: say(texts.due), cell: (line) => <DueCell clock={line.clock} stacked={narrow} /> };
    const marks = (line: CaseLine) => [
      line.caseNo,
      line.reworkCount > 0 && say(texts.rework, { n: line.reworkCount }),
      openSupervision(line) && say(caseFlagWords.supervised),
      line.duplicateOfId && say(caseFlagWords.duplicate),
      say(texts.reported, { when: moment(line.reportedAt) }),
    ];
    if (narrow) {
      const matter: Column<CaseLine> = {
        key: 'matter',
        head: say(texts.matter),
        cell: (line) => (
          <>
            <span className={styles.title}>{line.title}</span>
            <span className={styles.second}>
              <span>{marks(line).filter(Boolean).join('　')}</span>
            </span>
          </>
        ),
      };
      return [mark, matter, grid, due, next];
    }
    return [
      mark,
      { key: 'matter', head: say(texts.matter), cell: (line) => <span className={styles.title}>{line.title}</span> },
      { key: 'number', head: say(texts.number), cell: (line) => line.caseNo ?? '—' },
      grid,
      {
        key: 'holder',
        head: say(texts.holder),
        cell: (line) => (line.names.lead && line.holder.departmentId ? say(line.names.lead) : say(holderLabels[line.holder.kind])),
      },
      next,
      due,
    ];
  }, [narrow, say, writing, moment]);
}

/** The grid badge of a row. */
export function GridCell({ line }: { line: Pick<CaseLine, 'names'> }) {
  const { grid, community } = line.names;
  if (!community) return <span className={styles.quiet}>—</span>;
  return <GridBadge number={grid ? gridNumber(grid) : '—'} community={community.replace(/社区$/u, '')} />;
}
