import { useState } from 'react';
import { Seal } from '../../features/cases-parts/index.ts';
import {
  Banner,
  BottomNav,
  BottomSheet,
  Button,
  Dialog,
  EmptyState,
  ErrorState,
  NoPermission,
  OfflineState,
  ProgressBar,
  Skeleton,
  ToastBody,
  TopBar,
  useToast,
} from '../../ui/index.ts';
import styles from './gallery.module.css';

export function FeedbackPart() {
  const toast = useToast();
  const [open, setOpen] = useState<'dialog' | 'sheet' | null>(null);
  const undo = { label: '撤销', run: () => undefined, remainingText: (seconds: number) => `还可撤销 ${seconds} 秒` };
  const actions = (
    <>
      <Button variant="primary" onClick={() => setOpen(null)}>
        并入 2611-0112
      </Button>
      <Button onClick={() => setOpen(null)}>保留两件</Button>
    </>
  );
  return (
    <>
      <div className={styles.columns}>
        <div className={styles.stack}>
          <div>
            <ToastBody
              message={{ text: '已存：通道占用，方家坪小区 9 栋', undo }}
              left={5600}
              total={8000}
              closeLabel="关闭提示"
              onEnd={() => undefined}
            />
          </div>
          <Banner tone="calm" icon="offline">
            未联网。照常记录，已存在本机，联网后自动发送
          </Banner>
          <Banner tone="care" icon="outbox" action={<Button size="small">再试一次</Button>}>
            待发送 3 件，最早的等了 2 小时 10 分
          </Banner>
          <Banner tone="care" title="2027 年工作日历还没导入">
            跨年的到期时间都是暂定
          </Banner>
          <Banner tone="info" icon="user">
            李文博正在处理这件。您可以看，改动会提醒他
          </Banner>
          <Banner tone="good">修好了，方女士评「满意」</Banner>
          <ProgressBar label="照片" done={2} of={3} note="2 / 3 张" />
        </div>
        <div className={styles.stack}>
          <div className={styles.wrap}>
            <Button onClick={() => setOpen('dialog')}>打开弹窗</Button>
            <Button onClick={() => setOpen('sheet')}>打开底页</Button>
            <Button onClick={() => toast.show({ text: '已派给市政维护中心', undo })}>出一条提示</Button>
          </div>
          <div className={styles.card}>
            <TopBar
              mark={<Seal community="友谊河社区" grid={3} size="small" />}
              title="陈小满"
              subtitle="11月26日 周四"
              end={<Button size="small">交接班</Button>}
            />
            <TopBar
              title="市政设施维护中心"
              linksLabel="主要页面"
              links={[
                { href: '#inbox', label: '收件箱', current: true },
                { href: '#map', label: '地图' },
              ]}
            />
            <BottomNav
              label="主要页面（示例）"
              items={[
                { href: '#today', label: '今日', icon: 'home', current: true },
                { href: '#map', label: '地图', icon: 'map' },
                { href: '#outbox', label: '发件箱', icon: 'outbox', badge: { count: 2, label: '2 件待发送' } },
                { href: '#me', label: '我的', icon: 'user' },
              ]}
            />
          </div>
        </div>
      </div>
      <div className={styles.states}>
        <div className={styles.card}>
          <EmptyState title="今天没有要办的" action={<Button size="small">看附近</Button>}>
            新的事派来会响一声。附近还有 2 件未结。
          </EmptyState>
        </div>
        <div className={styles.card}>
          <Skeleton label="正在取列表" />
        </div>
        <div className={styles.card}>
          <ErrorState title="没取到最新列表" action={<Button size="small">再取一次</Button>}>
            下面是 09:31 的。您刚才的答复已存在本机。
          </ErrorState>
        </div>
        <div className={styles.card}>
          <OfflineState title="现在没有网" action={<Button size="small">看发件箱</Button>}>
            可以照常拍照、记录、签到。地图用本机底图。
          </OfflineState>
        </div>
        <div className={styles.card}>
          <NoPermission title="这件不在您的网格" action={<Button size="small">打电话给王建平</Button>}>
            它在 02 网格，王建平负责。要协办，请他加您。
          </NoPermission>
        </div>
      </div>
      <Dialog
        open={open === 'dialog'}
        onClose={() => setOpen(null)}
        title="把 2611-0111 并入 2611-0112？"
        closeLabel="关闭"
        actions={actions}
      >
        两位反映人都会收到同一个进展。时限按先收到的 09:31 算。10 秒内可以撤销。
      </Dialog>
      <BottomSheet
        open={open === 'sheet'}
        onClose={() => setOpen(null)}
        title="把 2611-0111 并入 2611-0112？"
        closeLabel="关闭"
        actions={actions}
      >
        两位反映人都会收到同一个进展。
      </BottomSheet>
    </>
  );
}
