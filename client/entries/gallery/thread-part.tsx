import { CaseThread, type ThreadItem } from '../../features/cases-parts/index.ts';
import { BeforeAfter, PhotoStrip } from '../../ui/index.ts';
import styles from './gallery.module.css';
import { samplePhotos } from './sample-photos.ts';

const at = Date.UTC(2026, 10, 17, 0, 50);
const when = (text: string) => ({ text, at });
const deskItems: readonly ThreadItem[] = [
  { key: '1', kind: 'knot', state: 'passed', title: '收到', when: when('11月17日 08:50'), note: '方女士电话反映，杨帆接' },
  { key: '2', kind: 'knot', state: 'passed', title: '派出', when: when('11月17日 09:20'), note: '主办市政维护中心，协办物业' },
  { key: '3', kind: 'bead', state: 'passed', title: '签收，打过电话', when: when('11月17日 10:05') },
  { key: '4', kind: 'knot', state: 'passed', title: '到场', when: when('11月18日 15:30'), note: '疏通主管，照片 2 张' },
  { key: '5', kind: 'knot', state: 'missed', title: '应于此时办结', when: when('11月24日 18:00') },
  { key: '6', kind: 'bead', state: 'passed', title: '督办，11月27日前', when: when('昨天 09:00') },
  { key: '7', kind: 'knot', state: 'next', title: '办结' },
];
const residentItems: readonly ThreadItem[] = [
  { key: '1', kind: 'knot', state: 'passed', title: '已收到', when: when('今天 09:31'), note: '社区值班员杨帆看过了' },
  { key: '2', kind: 'knot', state: 'passed', title: '已派给市政维护中心', when: when('09:40') },
  { key: '3', kind: 'knot', state: 'now', title: '正在办', note: '已约好 11月27日上午来修' },
  { key: '4', kind: 'knot', state: 'next', title: '最晚 12月3日 18:00 办好' },
];
const steps = ['起草', '吹哨', '应哨', '到场', '征求意见', '定方案', '实施', '完成'];
const lyingItems: readonly ThreadItem[] = steps.map((title, index) => ({
  key: title,
  kind: 'knot',
  state: index < 5 ? 'passed' : index === 5 ? 'now' : 'next',
  title,
  ...(index < 6 ? { when: when(`11-${20 + index} 09:10`) } : {}),
}));
const words = { add: '添一张照片', open: '放大', close: '关闭照片', previous: '上一张', next: '下一张' };

export function ThreadPart() {
  return (
    <>
      <div className={styles.columns}>
        <div>
          <h3>桌面与打印</h3>
          <CaseThread items={deskItems} label="案件经过" dense />
        </div>
        <div>
          <h3>手机与平板</h3>
          <CaseThread items={residentItems} label="办到哪一步" />
        </div>
        <div className={styles.stack}>
          <h3>照片</h3>
          <PhotoStrip
            photos={[
              { id: '1', src: samplePhotos.manhole, alt: '井盖松动', caption: '11月17日' },
              { id: '2', src: samplePhotos.before, alt: '院子地面' },
              { id: '3', src: samplePhotos.after, alt: '铺好的院子', caption: '修后' },
            ]}
            words={words}
            onAdd={() => undefined}
          />
          <BeforeAfter
            label="修前修后，左右键移动"
            before={{ src: samplePhotos.before, alt: '修前：地面坑洼', tag: '修前' }}
            after={{ src: samplePhotos.after, alt: '修后：透水砖', tag: '修后' }}
          />
        </div>
      </div>
      <CaseThread items={lyingItems} label="吹哨经过" lying />
    </>
  );
}
