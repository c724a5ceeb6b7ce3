import { useState } from 'react';
import { CategoryTile } from '../../features/cases-parts/index.ts';
import {
  Button,
  ButtonLink,
  Checkbox,
  Chip,
  Field,
  IconButton,
  Radio,
  SearchInput,
  Segmented,
  Select,
  Tabs,
  TextArea,
  TextInput,
} from '../../ui/index.ts';
import styles from './gallery.module.css';

export function ControlsPart() {
  const [view, setView] = useState<'list' | 'map'>('list');
  const [kind, setKind] = useState<'lamp' | 'cover' | ''>('');
  const [tile, setTile] = useState('flyingWire');
  const [tab, setTab] = useState<'open' | 'done'>('open');
  const [own, setOwn] = useState(true);
  return (
    <div className={styles.columns}>
      <div className={styles.stack}>
        <h3>按钮</h3>
        <div className={styles.wrap}>
          <Button variant="primary">派给市政</Button>
          <Button>退回</Button>
          <Button variant="quiet">看进展</Button>
        </div>
        <div>
          <Button missing="还缺一张修后照片">销账</Button>
        </div>
        <div className={styles.wrap}>
          <Button variant="primary" size="small" keyHint="1">
            接单
          </Button>
          <Button size="small" keyHint="2">
            退回
          </Button>
          <Button size="small" keyHint="3">
            转派
          </Button>
          <IconButton icon="print" label="打印工单" />
          <IconButton icon="aim" label="定位到我" outlined />
        </div>
        <Button busy>发送中</Button>
        <ButtonLink href="tel:18800002603" icon="phone">
          打电话
        </ButtonLink>
        <Button variant="primary" size="large" wide icon="camera">
          拍照上报
        </Button>
      </div>
      <div className={styles.stack}>
        <h3>输入</h3>
        <Field label="地点">{(control) => <TextInput {...control} defaultValue="方家坪小区 3 栋 1 单元" />}</Field>
        <Field label="理由" hint="会原样告诉派单人">
          {(control) => <TextInput {...control} defaultValue="不属道路管养，依据" />}
        </Field>
        <Field label="到场时间" error="是休息日，时限不走。换一天，或写明加班到场">
          {(control) => <TextInput {...control} defaultValue="11月28日 周六" />}
        </Field>
        <Field label="类别">
          {(control) => (
            <Select
              {...control}
              value={kind}
              onChange={setKind}
              placeholder="选一类"
              options={[
                { value: 'lamp', label: '路灯不亮' },
                { value: 'cover', label: '井盖缺损' },
              ]}
            />
          )}
        </Field>
        <Field label="补一句" optionalWord="可不填">
          {(control) => <TextArea {...control} />}
        </Field>
        <div>
          <SearchInput label="编号、地点、姓名" keyHint="/" />
        </div>
      </div>
      <div className={styles.stack}>
        <h3>筛选</h3>
        <div className={styles.wrap}>
          <Chip count={41} on={!own} onPress={() => setOwn(false)}>
            全部
          </Chip>
          <Chip count={14} on={own} onPress={() => setOwn(true)}>
            我的网格
          </Chip>
          <Chip onPress={() => undefined} removeLabel="去掉这个条件">
            类别：路灯
          </Chip>
        </div>
        <span className={styles.segment}>
          <Segmented
            label="怎么看"
            value={view}
            onChange={setView}
            segments={[
              { value: 'list', label: '列表', icon: 'list' },
              { value: 'map', label: '地图', icon: 'map' },
            ]}
          />
        </span>
        <div className={styles.wrap}>
          <Checkbox defaultChecked>选中</Checkbox>
          <Checkbox>未选</Checkbox>
          <Checkbox mixed>部分</Checkbox>
          <Radio name="solved" defaultChecked>
            办好了
          </Radio>
          <Radio name="solved">没办好</Radio>
        </div>
        <div>
          <Tabs
            label="我的事"
            value={tab}
            onChange={setTab}
            tabs={[
              { value: 'open', label: '在办', count: 4 },
              { value: 'done', label: '办完', count: 12 },
            ]}
          >
            <p className={styles.caption}>{tab === 'open' ? '在办的 4 件' : '办完的 12 件'}</p>
          </Tabs>
        </div>
        <h3>类别块</h3>
        <div className={styles.tiles}>
          {[
            ['flyingWire', '飞线充电', '窗口、楼道拉线'],
            ['manhole', '井盖缺损', '松动、缺失、冒溢'],
            ['lamp', '路灯不亮', '含闪烁、灯杆倾斜'],
            ['rubbish', '垃圾堆物', '未清运、楼道堆物'],
          ].map(([icon = '', name = '', examples = '']) => (
            <CategoryTile key={icon} icon={icon} name={name} examples={examples} chosen={tile === icon} onChoose={() => setTile(icon)} />
          ))}
        </div>
      </div>
    </div>
  );
}
