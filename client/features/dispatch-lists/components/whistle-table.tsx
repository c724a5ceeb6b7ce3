import { useMemo } from 'react';
import { whistleTypeLabels } from '#shared/dispatch/whistle.i18n.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { defineTexts, useLabel, useTimeWords } from '../../../platform/index.ts';
import { type Column, classNames, DataTable, type RowGroup } from '../../../ui/index.ts';
import { usePhone, useScreenUpTo } from '../../cases/index.ts';
import { DueGroupTitle, dueGroupOf, dueGroups } from '../../cases-parts/index.ts';
import { HolderCell, OwnDue, WhistleDue, WhistlePill } from '../../dispatch-parts/index.ts';
import type { WhistleLine } from '../whistle-types.ts';
import styles from './lists.module.css';
import { UnitChips } from './unit-chips.tsx';

const texts = defineTexts({
  caption: { zh: '哨的列表', en: 'Whistles' },
  matter: { zh: '事情', en: 'Matter' },
  state: { zh: '阶段', en: 'Stage' },
  units: { zh: '单位', en: 'Units' },
  own: { zh: '本单位要办', en: 'Own unit owes' },
  nothing: { zh: '没有要办的', en: 'nothing now' },
  holder: { zh: '现在由谁办', en: 'Who has it' },
  due: { zh: '时限', en: 'Clock' },
  select: { zh: '选中 {name}', en: 'Select {name}' },
  all: { zh: '选中这一页', en: 'Select this page' },
  supervised: { zh: '督办中', en: 'supervised' },
  rework: { zh: '返工 {n} 次', en: '{n} reworks' },
});

type WhistleTableProps = {
  rows: readonly WhistleLine[];
  activeKey: string | null;
  onActivate: (line: WhistleLine) => void;
  selection?: { keys: ReadonlySet<string>; onChange: (keys: ReadonlySet<string>) => void };
  /** the person works for a unit: what that unit owes stands in a column of its own, and the rows by it */
  ofUnit: boolean;
};

/** The limit a row stands by: the own unit's where it owes something, else the one to watch. */
function rowDue({ own, clock }: WhistleLine, ofUnit: boolean): { due: Instant | null; held: boolean } {
  const [first] = ofUnit ? own : [];
  return first ? { due: first.due, held: false } : { due: clock.due?.at ?? null, held: clock.held && !clock.overdue };
}

/** The rows as the table shows them: by group, and in it by the limit they stand by. */
export function byDue(rows: readonly WhistleLine[], { ofUnit, ...at }: { ofUnit: boolean; now: Instant; timeZone: string }) {
  const orderOf = (line: WhistleLine) => rowDue(line, ofUnit).due ?? Number.MAX_SAFE_INTEGER;
  return dueGroups.map((key) => ({
    key,
    rows: rows.filter((line) => dueGroupOf(rowDue(line, ofUnit), at) === key).sort((a, b) => orderOf(a) - orderOf(b)),
  }));
}

/** Rows of whistles grouped by when they are due; bold while the own unit has not answered. */
export function WhistleTable({ rows, activeKey, onActivate, selection, ofUnit }: WhistleTableProps) {
  const say = useLabel();
  const { writing } = useTimeWords();
  const columns = useColumns(ofUnit);
  const groups = useMemo(
    (): RowGroup<WhistleLine>[] =>
      byDue(rows, { ofUnit, ...writing }).map(({ key, rows: own }) => ({
        key,
        title: <DueGroupTitle group={key} count={own.length} />,
        rows: own,
      })),
    [rows, ofUnit, writing],
  );
  return (
    <div className={classNames(styles.list, selection && styles.ticked)}>
      <DataTable
        caption={say(texts.caption)}
        columns={columns}
        groups={groups}
        rowKey={(line) => line.id}
        rowLabel={(line) => say(texts.select, { name: line.whistleNo || line.title })}
        activeKey={activeKey}
        onActivate={onActivate}
        isStrong={(line) => line.allowedActions.includes('acknowledge')}
        tall
        {...(selection ? { selection: { ...selection, allLabel: say(texts.all) } } : {})}
      />
    </div>
  );
}

function useColumns(ofUnit: boolean): Column<WhistleLine>[] {
  const all = useAllColumns(ofUnit);
  const upright = useScreenUpTo(900);
  const phone = usePhone();
  return useMemo(() => {
    const without = phone ? ['units', 'state', 'holder'] : upright ? ['units'] : [];
    return all.filter(({ key }) => !without.includes(key));
  }, [all, upright, phone]);
}

function useAllColumns(ofUnit: boolean): Column<WhistleLine>[] {
  const say = useLabel();
  return useMemo(() => {
    const second = (line: WhistleLine) =>
      [
        line.whistleNo,
        say(whistleTypeLabels[line.whistleType]),
        line.address || line.community,
        line.supervised && say(texts.supervised),
        line.reworkCount > 0 && say(texts.rework, { n: line.reworkCount }),
      ].filter(Boolean);
    const matter: Column<WhistleLine> = {
      key: 'matter',
      head: say(texts.matter),
      cell: (line) => (
        <>
          <span className={styles.title}>{line.title}</span>
          <span className={styles.second}>{second(line).join('　')}</span>
        </>
      ),
    };
    const state: Column<WhistleLine> = { key: 'state', head: say(texts.state), cell: (line) => <WhistlePill state={line.state} bare /> };
    const units: Column<WhistleLine> = { key: 'units', head: say(texts.units), cell: (line) => <UnitChips units={line.units} /> };
    if (ofUnit) {
      const own = (line: WhistleLine) => {
        const [first] = line.own;
        return first ? <OwnDue duty={first} named stacked /> : <span className={styles.quiet}>{say(texts.nothing)}</span>;
      };
      const whole = (line: WhistleLine) => (
        <span className={styles.whole}>
          <HolderCell line={line} />
          {/* what the own unit owes has its own column */}
          {line.clock.departmentId !== line.own[0]?.departmentId && <WhistleDue clock={line.clock} named stacked dueShown={false} />}
        </span>
      );
      return [
        matter,
        state,
        units,
        { key: 'holder', head: say(texts.holder), cell: whole },
        { key: 'own', head: say(texts.own), cell: own },
      ];
    }
    return [
      matter,
      state,
      units,
      { key: 'holder', head: say(texts.holder), cell: (line) => <HolderCell line={line} /> },
      { key: 'due', head: say(texts.due), cell: (line) => <WhistleDue clock={line.clock} reason={line.reason} named stacked /> },
    ];
  }, [say, ofUnit]);
}
