import { caseStates } from '#shared/cases/cases-schema.ts';
import {
  DueClock,
  type DueDay,
  DueExplain,
  FlagPill,
  GridBadge,
  Pill,
  Seal,
  StatusPill,
  WhoHolds,
} from '../../features/cases-parts/index.ts';
import styles from './gallery.module.css';

const swatches = ['paper', 'sheet', 'well', 'ink', 'ink-2', 'bamboo', 'late', 'soon', 'doing', 'done'];
const days: readonly DueDay[] = [
  { date: '2026-11-26', kind: 'start' },
  { date: '2026-11-27', kind: 'counted', n: 1 },
  { date: '2026-11-28', kind: 'rest' },
  { date: '2026-11-29', kind: 'rest' },
  { date: '2026-11-30', kind: 'counted', n: 2 },
  { date: '2026-12-01', kind: 'counted', n: 3 },
  { date: '2026-12-02', kind: 'held' },
  { date: '2026-12-03', kind: 'due', n: 4 },
];

export function StatusPart() {
  return (
    <>
      <div className={styles.wrap}>
        {swatches.map((name) => (
          <div key={name} className={styles.swatch}>
            <i style={{ background: `var(--${name})` }} />
            {name}
          </div>
        ))}
      </div>
      <div className={styles.wrap}>
        <Pill shape="dashedRing" tone="rest">
          草稿
        </Pill>
        {caseStates.map((state) => (
          <StatusPill key={state} state={state} />
        ))}
      </div>
      <div className={styles.wrap}>
        <FlagPill flag="overdue" detail="2 天" />
        <FlagPill flag="soon" />
        <FlagPill flag="supervised" />
        <FlagPill flag="rework" detail="1" />
        <FlagPill flag="duplicate" detail="3 件" />
        <FlagPill flag="livelihood" />
        <Pill shape="ringUp" tone="rest">
          待发送
        </Pill>
        <Pill shape="turn" tone="doing">
          发送中 2/3
        </Pill>
        <Pill shape="tick" tone="done">
          已送达 R-7F3K
        </Pill>
        <Pill shape="diamondAlert" tone="soon">
          需补正
        </Pill>
      </div>
      <div className={styles.columns}>
        <div className={styles.stack}>
          <h3>时限钟</h3>
          <DueClock tone="green" remaining="还剩 3 个工作日" dueText="12月1日 18:00" usedShare={0.4} />
          <DueClock tone="green" remaining="还剩 5 个工作日" dueText="12月3日 18:00" usedShare={0} />
          <DueClock tone="soon" remaining="还剩 8 时" dueText="今天 18:00" usedShare={0.86} />
          <DueClock tone="late" remaining="超期 1 天 15 时" dueText="11月24日 18:00" usedShare={1} />
          <DueClock tone="held" remaining="挂账，停表" dueText="12月15日 复查" usedShare={0.5} />
          <DueClock tone="provisional" remaining="暂定" dueText="2027 日历未导入" usedShare={0.3} />
        </div>
        <div className={styles.stack}>
          <h3>为什么是这个时间</h3>
          <DueExplain
            clock={<DueClock tone="green" remaining="还剩 5 个工作日" dueText="12月3日 18:00" usedShare={0} />}
            rule="普通件限 5 个工作日。收到当天不算，周末不算，最后一天 18:00 到点。"
            days={days}
            source="日历：国务院办公厅 2026 年安排，第 2 版。延期、挂账会在这里写明。"
          />
        </div>
        <div className={styles.stack}>
          <h3>网格徽</h3>
          <div className={styles.wrap}>
            <Seal community="友谊河社区" grid={3} size="large" />
            <Seal community="友谊河社区" grid={12} />
            <Seal community="友谊河社区" size="small" />
            <GridBadge number="03" community="友谊河" />
          </div>
          <h3>谁在办</h3>
          <WhoHolds name="陈小满" post="三网格网格员，8:30–18:00" phone="188 0000 2603" callLabel="打电话" />
        </div>
      </div>
    </>
  );
}
