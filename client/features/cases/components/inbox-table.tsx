import { useMemo } from 'react';
import { whistleActionLabels, whistleLimitLabels, whistleTypeLabels } from '#shared/dispatch/whistle.i18n.ts';
import { defineTexts, useLabel, useTimeWords } from '../../../platform/index.ts';
import { type Column, classNames, DataTable, Icon, type RowGroup } from '../../../ui/index.ts';
import { DueGroupTitle, dueGroupOf, dueGroups } from '../../cases-parts/index.ts';
import type { WhistleLine } from '../../dispatch-lists/index.ts';
import { HolderCell, OwnDue, WhistleDue, WhistleMark } from '../../dispatch-parts/index.ts';
import { usePhone } from '../hooks/use-small-screen.ts';
import { dueOf, type InboxRow } from '../inbox-rows.ts';
import { useCaseColumns } from './case-table.tsx';
import styles from './list.module.css';

const texts = defineTexts({
  caption: { zh: '收件箱', en: 'Inbox' },
  whistle: { zh: '吹哨', en: 'Whistle' },
  whistles: { zh: '吹哨', en: 'Whistles' },
  cases: { zh: '案件', en: 'Cases' },
  select: { zh: '选中 {name}', en: 'Select {name}' },
  all: { zh: '选中这一页', en: 'Select this page' },
});

type InboxTableProps = {
  rows: readonly InboxRow[];
  /** by the clock in one list; in any other order the whistles stand before the cases */
  byClock: boolean;
  activeKey: string | null;
  onActivate: (row: InboxRow) => void;
  /** for whoever has something to do with several rows at once */
  selection?: { keys: ReadonlySet<string>; onChange: (keys: ReadonlySet<string>) => void };
  /** a panel stands beside the list: two lines a row, fewer columns */
  narrow: boolean;
};

/** Cases and whistles in one list, grouped by when they are due; bold means that nobody has taken it yet. */
export function InboxTable({ rows, byClock, activeKey, onActivate, selection, narrow }: InboxTableProps) {
  const say = useLabel();
  const { writing } = useTimeWords();
  const columns = useInboxColumns(narrow);
  const groups = useMemo((): RowGroup<InboxRow>[] => {
    if (!byClock) {
      const parts = (['whistle', 'case'] as const).map((kind) => ({ kind, own: rows.filter((row) => row.kind === kind) }));
      const single = parts.some(({ own }) => own.length === 0);
      return parts.map(({ kind, own }) => {
        const title = single ? null : say(kind === 'whistle' ? texts.whistles : texts.cases);
        return { key: kind, title, rows: own };
      });
    }
    return dueGroups.map((key) => {
      const own = rows.filter((row) => dueGroupOf(dueOf(row), writing) === key);
      return { key, title: <DueGroupTitle group={key} count={own.length} />, rows: own };
    });
  }, [rows, byClock, writing, say]);
  return (
    <div className={classNames(styles.list, narrow ? styles.narrow : styles.wide)}>
      <DataTable
        caption={say(texts.caption)}
        columns={columns}
        groups={groups}
        rowKey={(row) => row.id}
        rowLabel={(row) => say(texts.select, { name: nameOf(row) })}
        activeKey={activeKey}
        onActivate={onActivate}
        isStrong={isNew}
        tall={narrow}
        {...(selection ? { selection: { ...selection, allLabel: say(texts.all) } } : {})}
      />
    </div>
  );
}

const nameOf = ({ kind, line }: InboxRow) => (kind === 'case' ? line.caseNo : line.whistleNo) || line.title;

function isNew({ kind, line }: InboxRow): boolean {
  return kind === 'case' ? line.state === 'dispatched' || line.state === 'reported' : line.allowedActions.includes('acknowledge');
}

/** The columns of cases, with what a whistle puts into each. */
function useInboxColumns(narrow: boolean): Column<InboxRow>[] {
  const say = useLabel();
  const ofCases = useCaseColumns(narrow);
  const phone = usePhone();
  return useMemo(() => {
    const matter = (line: WhistleLine) => (
      <>
        <span className={styles.title}>
          <span className={styles.whistleMark} title={say(texts.whistle)}>
            <Icon name="whistle" size={16} />
            <span className="visually-hidden">{say(texts.whistle)}</span>
          </span>
          {line.title}
        </span>
        {narrow && (
          <span className={styles.second}>
            <span>{[line.whistleNo, say(whistleTypeLabels[line.whistleType]), line.address].filter(Boolean).join('　')}</span>
          </span>
        )}
      </>
    );
    const cells: Record<string, (line: WhistleLine) => React.ReactNode> = {
      state: (line) => <WhistleMark state={line.state} />,
      matter,
      number: (line) => line.whistleNo || '—',
      grid: (line) => line.community?.replace(/社区$/u, '') ?? '—',
      holder: (line) => {
        const own = line.units.find(({ departmentId }) => departmentId === line.own[0]?.departmentId);
        return own ? say(own.name) : <HolderCell line={line} />;
      },
      next: (line) => {
        const [own] = line.own;
        if (own) return say(whistleActionLabels[own.action]);
        return line.clock.limit ? say(whistleLimitLabels[line.clock.limit]) : '—';
      },
      due: (line) => {
        const [own] = line.own;
        // the step has a column of its own where there is room
        return own ? (
          <OwnDue duty={own} named={phone} stacked={narrow} />
        ) : (
          <WhistleDue clock={line.clock} reason={line.reason} named={phone} stacked={narrow} />
        );
      },
    };
    const shown = phone ? ofCases.filter(({ key }) => key !== 'grid' && key !== 'next') : ofCases;
    return shown.map(
      ({ cell, ...column }): Column<InboxRow> => ({
        ...column,
        cell: (row) => (row.kind === 'case' ? cell(row.line) : cells[column.key]?.(row.line)),
      }),
    );
  }, [ofCases, narrow, phone, say]);
}
