import { useMemo } from 'react';
import { whistleTypeLabels } from '#shared/dispatch/whistle.i18n.ts';
import { defineTexts, useLabel } from '../../../platform/index.ts';
import { type Column, classNames, DataTable } from '../../../ui/index.ts';
import { WhistleDue, WhistlePill } from '../../dispatch-parts/index.ts';
import type { WhistleLine } from '../whistle-types.ts';
import { HolderCell } from './holder-cell.tsx';
import styles from './lists.module.css';
import { UnitChips } from './unit-chips.tsx';

const texts = defineTexts({
  caption: { zh: '哨的列表', en: 'Whistles' },
  matter: { zh: '事情', en: 'Matter' },
  state: { zh: '阶段', en: 'Stage' },
  units: { zh: '单位', en: 'Units' },
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
};

/** Rows of whistles in the order of their clocks; bold while a unit has not answered. */
export function WhistleTable({ rows, activeKey, onActivate, selection }: WhistleTableProps) {
  const say = useLabel();
  const columns = useMemo((): Column<WhistleLine>[] => {
    const second = (line: WhistleLine) =>
      [
        line.whistleNo,
        say(whistleTypeLabels[line.whistleType]),
        line.address || line.community,
        line.supervised && say(texts.supervised),
        line.reworkCount > 0 && say(texts.rework, { n: line.reworkCount }),
      ].filter(Boolean);
    return [
      {
        key: 'matter',
        head: say(texts.matter),
        cell: (line) => (
          <>
            <span className={styles.title}>{line.title}</span>
            <span className={styles.second}>{second(line).join('　')}</span>
          </>
        ),
      },
      { key: 'state', head: say(texts.state), cell: (line) => <WhistlePill state={line.state} bare /> },
      { key: 'units', head: say(texts.units), cell: (line) => <UnitChips units={line.units} /> },
      { key: 'holder', head: say(texts.holder), cell: (line) => <HolderCell line={line} /> },
      { key: 'due', head: say(texts.due), cell: (line) => <WhistleDue clock={line.clock} named stacked /> },
    ];
  }, [say]);
  return (
    <div className={classNames(styles.list, selection && styles.ticked)}>
      <DataTable
        caption={say(texts.caption)}
        columns={columns}
        groups={[{ key: 'all', title: null, rows }]}
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
