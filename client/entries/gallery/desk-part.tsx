import { useState } from 'react';
import type { CaseState } from '#shared/cases/cases-schema.ts';
import { DueClock, type DueTone, GridBadge, StatusPill } from '../../features/cases-parts/index.ts';
import { DateTimeInput, Menu, Modal, MultiSelect, NumberInput, Select, Textarea, Tooltip } from '../../ui/desk-kit/index.ts';
import { Button, type Column, DataTable } from '../../ui/index.ts';
import styles from './gallery.module.css';

type Row = { no: string; title: string; state: CaseState; grid: string; who: string; tone: DueTone; left: string; due: string };
const rows: readonly Row[] = [
  {
    no: '2611-0064',
    title: '污水冒溢，方家坪小区 4 栋',
    state: 'inProgress',
    grid: '03',
    who: '李文博',
    tone: 'late',
    left: '超期 1 天 15 时',
    due: '11月24日 18:00',
  },
  {
    no: '2611-0111',
    title: '路灯不亮，方家坪小区 6 栋',
    state: 'dispatched',
    grid: '03',
    who: '待签收',
    tone: 'green',
    left: '还剩 5 个工作日',
    due: '12月3日 18:00',
  },
  {
    no: '2611-0031',
    title: '路沿石更换，高泉南路',
    state: 'onHold',
    grid: '01',
    who: '李文博',
    tone: 'held',
    left: '停表',
    due: '12月15日 复查',
  },
];
const columns: readonly Column<Row>[] = [
  { key: 'no', head: '编号', cell: (row) => row.no, sort: 'ascending' },
  { key: 'title', head: '事情', cell: (row) => row.title },
  { key: 'state', head: '状态', cell: (row) => <StatusPill state={row.state} bare /> },
  { key: 'grid', head: '网格', cell: (row) => <GridBadge number={row.grid} community="友谊河" /> },
  { key: 'who', head: '谁办', cell: (row) => row.who },
  { key: 'due', head: '到期', cell: (row) => <DueClock tone={row.tone} remaining={row.left} dueText={row.due} usedShare={0.1} /> },
];

export function DeskPart() {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set(['2611-0111']));
  const [active, setActive] = useState<string | null>('2611-0111');
  const [open, setOpen] = useState(false);
  const [department, setDepartment] = useState<string | null>(null);
  return (
    <>
      <DataTable
        caption="我的待办"
        columns={columns}
        groups={[
          { key: 'late', title: '已超期 1', rows: rows.slice(0, 1) },
          { key: 'later', title: '本周及以后 2', rows: rows.slice(1) },
        ]}
        rowKey={(row) => row.no}
        rowLabel={(row) => `选中 ${row.no}`}
        activeKey={active}
        onActivate={(row) => setActive(row.no)}
        onSort={() => undefined}
        isStrong={(row) => row.state === 'dispatched'}
        selection={{ keys, onChange: setKeys, allLabel: '全部选中' }}
      />
      <div className={styles.columns}>
        <Select
          label="主办部门"
          searchable
          value={department}
          onChange={setDepartment}
          data={['市政设施维护中心', '综合执法大队', '方家坪小区物业']}
          nothingFoundMessage="没有这个部门"
        />
        <MultiSelect label="协办" data={['房管所', '环卫站', '园林所']} defaultValue={['环卫站']} />
        <NumberInput label="延期天数" defaultValue={3} min={1} max={10} />
        <DateTimeInput label="到场时间" defaultValue="2026-11-28T09:00" onChange={() => undefined} />
        <Textarea label="说明" description="会原样告诉诉求人" autosize minRows={2} />
        <div className={styles.wrap}>
          <Button onClick={() => setOpen(true)}>打开弹窗</Button>
          <Menu>
            <Menu.Target>
              <Button>更多操作</Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item>申请延期</Menu.Item>
              <Menu.Item>申请挂账</Menu.Item>
            </Menu.Dropdown>
          </Menu>
          <Tooltip label="按到期先后排">
            <Button variant="quiet">怎么排的</Button>
          </Tooltip>
        </div>
      </div>
      <Modal opened={open} onClose={() => setOpen(false)} title="退回派单" closeButtonProps={{ 'aria-label': '关闭' }}>
        <Textarea label="理由" description="会原样告诉派单人" />
      </Modal>
    </>
  );
}
