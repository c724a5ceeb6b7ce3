import { useQuery } from '@tanstack/react-query';
import { caseStateLabels } from '#shared/cases/cases.i18n.ts';
import { defineTexts, signInAddress, useDisplay, useJoined, useLabel, useSession, useTimeWords, useTRPC } from '../../../platform/index.ts';
import { useFailureText } from '../../../platform/use-failure-text.ts';
import { Button, ButtonLink, EmptyState, ErrorState, NavLink, Skeleton } from '../../../ui/index.ts';
import { caseRefusalWords } from '../../case-words/index.ts';
import { FlagPill, StatusPill } from '../../cases-parts/status-pill.tsx';
import { ElderSwitch, MainEnd, ResidentFrame } from '../components/resident-frame.tsx';
import styles from '../resident.module.css';

const texts = defineTexts({
  title: { zh: '我反映过的', en: 'What I reported', plain: '我说过的事' },
  signIn: { zh: '看自己的事，先收一条短信', en: 'One message to your phone to see your reports' },
  signInWhy: { zh: '这样别人看不到您说的事。', en: 'So that nobody else can see them.' },
  enter: { zh: '用手机号登录', en: 'Sign in by phone' },
  none: { zh: '您还没有反映过', en: 'You have not reported anything yet' },
  noneWhy: { zh: '看见坏了、脏了、不安全的，说一声就行。', en: 'When something is broken, dirty or unsafe, just tell us.' },
  report: { zh: '我要反映', en: 'Report a matter' },
  loading: { zh: '正在打开', en: 'Opening' },
  failed: { zh: '没打开', en: 'It did not open' },
  again: { zh: '再试一次', en: 'Try again' },
  until: { zh: '最晚 {at}', en: 'By {at}' },
  rate: { zh: '请您评价', en: 'Please rate it' },
  said: { zh: '{at} 说的', en: 'Told {at}' },
});

/** All my cases, last changed first, each with who is at it until when. */
export function MyPage() {
  const say = useLabel();
  const { phrased } = useJoined();
  const { theme } = useDisplay();
  const { moment, day } = useTimeWords();
  const trpc = useTRPC();
  const { me, isPending } = useSession();
  const failureText = useFailureText(caseRefusalWords);
  const own = useQuery(trpc.cases.ownList.queryOptions(undefined, { enabled: me !== null }));
  return (
    <ResidentFrame
      heading
      title={say(texts.title)}
      backTo="/"
      // large print leaves no room for both beside the title; the bell stands on the first page
      end={theme === 'elder' ? <ElderSwitch /> : <MainEnd />}
      acts={
        own.data && own.data.length > 0 ? (
          <ButtonLink variant="primary" wide href="/r/new">
            {say(texts.report)}
          </ButtonLink>
        ) : undefined
      }
    >
      {(isPending || (me && own.isPending)) && <Skeleton rows label={say(texts.loading)} />}
      {!isPending && !me && (
        <EmptyState
          icon="phone"
          title={say(texts.signIn)}
          action={
            <Button variant="primary" onClick={() => location.assign(signInAddress('/r/my'))}>
              {say(texts.enter)}
            </Button>
          }
        >
          {say(texts.signInWhy)}
        </EmptyState>
      )}
      {own.error && (
        <ErrorState title={say(texts.failed)} action={<Button onClick={() => void own.refetch()}>{say(texts.again)}</Button>}>
          {failureText(own.error)}
        </ErrorState>
      )}
      {own.data?.length === 0 && (
        <EmptyState
          icon="edit"
          title={say(texts.none)}
          action={
            <ButtonLink variant="primary" href="/r/new">
              {say(texts.report)}
            </ButtonLink>
          }
        >
          {say(texts.noneWhy)}
        </EmptyState>
      )}
      {own.data && own.data.length > 0 && (
        <ul className={styles.list}>
          {own.data.map((line) => (
            <li key={line.id}>
              <NavLink href={`/r/c/${line.id}`}>
                <span>
                  <b>{line.title}</b>
                  <small>
                    {phrased(
                      line.allowedActions.includes('recordCallback')
                        ? say(texts.rate)
                        : line.until
                          ? say(texts.until, { at: day(line.until) })
                          : say(texts.said, { at: moment(line.reportedAt) }),
                      theme !== 'elder' && line.address,
                    )}
                  </small>
                </span>
                <span>
                  {line.light === 'red' ? <FlagPill flag="overdue" /> : <StatusPill state={line.state} />}
                  {line.light === 'red' && <span className="visually-hidden">{say(caseStateLabels[line.state])}</span>}
                </span>
              </NavLink>
            </li>
          ))}
        </ul>
      )}
    </ResidentFrame>
  );
}
