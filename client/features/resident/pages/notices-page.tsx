import { defineTexts, signInAddress, useLabel, useSession } from '../../../platform/index.ts';
import { Button, EmptyState, Skeleton } from '../../../ui/index.ts';
import { NoticesInbox } from '../../notices-parts/notices-inbox.tsx';
import { ElderSwitch, ResidentFrame } from '../components/resident-frame.tsx';
import styles from '../resident.module.css';

const texts = defineTexts({
  name: { zh: '网格哨', en: 'Gridwhistle' },
  loading: { zh: '正在打开', en: 'Opening' },
  signIn: { zh: '看给您的通知，先收一条短信', en: 'One message to your phone to see your notices', plain: '看通知，先收一条短信' },
  signInWhy: { zh: '这样别人看不到您说的事。', en: 'So that nobody else can see them.' },
  enter: { zh: '用手机号登录', en: 'Sign in by phone' },
});

/** The inbox of a resident: every answer to what was reported. */
export function NoticesPage() {
  const say = useLabel();
  const { me, isPending } = useSession();
  return (
    <ResidentFrame title={say(texts.name)} backTo="/" end={<ElderSwitch />}>
      {isPending && <Skeleton rows label={say(texts.loading)} />}
      {!isPending && !me && (
        <EmptyState
          icon="bell"
          title={say(texts.signIn)}
          action={
            <Button variant="primary" onClick={() => location.assign(signInAddress('/r/notices'))}>
              {say(texts.enter)}
            </Button>
          }
        >
          {say(texts.signInWhy)}
        </EmptyState>
      )}
      {me && (
        <div className={styles.notices}>
          <NoticesInbox home="/r" />
        </div>
      )}
    </ResidentFrame>
  );
}
