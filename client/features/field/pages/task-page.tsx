import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'wouter';
import { limitRuleLabels, limitWords } from '#shared/calendar/calendar.i18n.ts';
import { caseKindLabels, clockLimitLabels } from '#shared/cases/cases.i18n.ts';
import { caseActionLabels } from '#shared/cases/cases-history.i18n.ts';
import { photoPurposeLabels } from '#shared/files/files.i18n.ts';
import { takenAt } from '#shared/files/photo-evidence.ts';
import { photoPurposes } from '#shared/files/photo-purposes.ts';
import { ACT_PARAMETER } from '#shared/notifications/notice-path.ts';
import { defineTexts, readFailure, useJoined, useLabel, useLocale, useTimeWords, useTRPC } from '../../../platform/index.ts';
import { useFailureText } from '../../../platform/use-failure-text.ts';
import { Banner, Button, ButtonLink, ErrorState, NoPermission, PhotoStrip, Skeleton } from '../../../ui/index.ts';
import { caseRefusalWords } from '../../case-words/index.ts';
import { CaseThread } from '../../cases-parts/case-thread.tsx';
import { DueClock } from '../../cases-parts/due-clock.tsx';
import { dueDays } from '../../cases-parts/due-days.ts';
import { DueExplain } from '../../cases-parts/due-explain.tsx';
import { FlagPill, StatusPill } from '../../cases-parts/status-pill.tsx';
import { WhoHolds } from '../../cases-parts/who-holds.tsx';
import { photoAddress } from '../../files-parts/photo-address.ts';
import { ActionSheet } from '../components/action-sheet.tsx';
import { FieldStep } from '../components/field-shell.tsx';
import { PendingBar } from '../components/pending-bar.tsx';
import { type CaseDetail, dueOf } from '../due-words.ts';
import styles from '../field.module.css';
import { type FieldAction, fieldActions, firstCall } from '../field-actions.ts';
import { taskThread } from '../task-thread.ts';

const texts = defineTexts({
  task: { zh: '案件', en: 'Case' },
  loading: { zh: '正在打开', en: 'Opening' },
  failed: { zh: '没打开', en: 'It did not open' },
  again: { zh: '再试一次', en: 'Try again' },
  notYours: { zh: '这件不在您的辖区', en: 'This case is outside your area' },
  notYoursWhy: { zh: '要看请找值班调度。', en: 'Ask the duty dispatcher to see it.' },
  today: { zh: '回到今日', en: 'Back to today' },
  why: { zh: '为什么是这个时间', en: 'Why this time' },
  hide: { zh: '收起', en: 'Hide' },
  rule: { zh: '{what} {limit}。{rule}。', en: '{what}: {limit}. {rule}.' },
  photos: { zh: '照片', en: 'Photos' },
  open: { zh: '放大', en: 'Enlarge' },
  close: { zh: '关上', en: 'Close' },
  previous: { zh: '上一张', en: 'Previous' },
  next: { zh: '下一张', en: 'Next' },
  thread: { zh: '经过', en: 'History' },
  applicant: { zh: '诉求人', en: 'Applicant' },
  noName: { zh: '未留姓名', en: 'No name left' },
  showPhone: { zh: '看电话', en: 'Show the number' },
  showWhy: { zh: '到场联系诉求人', en: 'Contact on site' },
  logged: { zh: '看电话会留下记录', en: 'Looking at the number is recorded' },
  call: { zh: '打电话', en: 'Call' },
  navigate: { zh: '去那里', en: 'Navigate' },
  inspect: { zh: '现场核查', en: 'Inspect on site' },
});

/** One case outdoors: what, where, until when, who, and the acts that are allowed. */
export function TaskPage() {
  const say = useLabel();
  const { id = '' } = useParams();
  const trpc = useTRPC();
  const failureText = useFailureText(caseRefusalWords);
  const found = useQuery(trpc.cases.byId.queryOptions({ caseId: id }));
  if (found.data) return <Task detail={found.data} />;
  const kind = found.error ? readFailure(found.error).kind : null;
  return (
    <FieldStep title={say(texts.task)} backTo="/">
      {found.isPending && <Skeleton lines={6} label={say(texts.loading)} />}
      {(kind === 'refused' || kind === 'invalid') && (
        <NoPermission title={say(texts.notYours)} action={<ButtonLink href="/f">{say(texts.today)}</ButtonLink>}>
          {say(texts.notYoursWhy)}
        </NoPermission>
      )}
      {kind !== null && kind !== 'refused' && kind !== 'invalid' && (
        <ErrorState title={say(texts.failed)} action={<Button onClick={() => void found.refetch()}>{say(texts.again)}</Button>}>
          {failureText(found.error)}
        </ErrorState>
      )}
    </FieldStep>
  );
}

function Task({ detail }: { detail: CaseDetail }) {
  const say = useLabel();
  const joined = useJoined();
  const time = useTimeWords();
  const [doing, setDoing] = useState<FieldAction | null>(() => askedAct(detail));
  const { snapshot, clock, category, allowedActions } = detail;
  const due = dueOf(clock, { say, time });
  const overdue = due?.tone === 'late';
  // pass and fail are two answers of one form
  const acts = fieldActions.filter(
    (action) => allowedActions.includes(action) && !(action === 'inspectFail' && allowedActions.includes('inspectPass')),
  );
  const first = firstCall(allowedActions).action;
  const label = (action: FieldAction) =>
    say(action === 'inspectPass' || action === 'inspectFail' ? texts.inspect : caseActionLabels[action]);
  const { point } = snapshot;

  return (
    <FieldStep
      title={snapshot.caseNo ?? say(texts.task)}
      subtitle={category && say(category.name)}
      backTo="/"
      end={overdue ? <FlagPill flag="overdue" /> : <StatusPill state={snapshot.state} />}
      acts={
        acts.length > 0
          ? acts.map((action) => (
              <Button key={action} variant={action === first ? 'primary' : 'plain'} onClick={() => setDoing(action)}>
                {label(action)}
              </Button>
            ))
          : undefined
      }
    >
      <div className={styles.two}>
        <div className={styles.fields}>
          <PendingBar />
          <div className={styles.head}>
            <h1>{snapshot.title}</h1>
            <span>{say(caseKindLabels[snapshot.kind])}</span>
            <span>
              {snapshot.address ||
                detail.places
                  .map(({ name }) => name)
                  .slice(2)
                  .join(' ')}
            </span>
            {point && (
              <ButtonLink size="small" icon="navigate" href={`geo:${point.lat},${point.lng}?q=${point.lat},${point.lng}`}>
                {say(texts.navigate)}
              </ButtonLink>
            )}
          </div>
          {due && <DueClock {...due} />}
          <Why detail={detail} />
          {detail.description && detail.description !== snapshot.title && <p className={styles.said}>{detail.description}</p>}
          <Photos detail={detail} />
          <h2>{say(texts.thread)}</h2>
          <CaseThread label={say(texts.thread)} items={taskThread(detail, { say, joined, moment: time.moment, overdue })} />
        </div>
        <div className={styles.side}>
          <Contact detail={detail} />
          {detail.duty.slice(0, 3).map((person) => (
            <WhoHolds key={`${person.role}-${person.userId}`} name={person.name} post={say(person.title)} />
          ))}
        </div>
      </div>
      {doing && <ActionSheet key={doing} action={doing} detail={detail} open onClose={() => setDoing(null)} />}
    </FieldStep>
  );
}

/** The act a link of a message asks for, while it is allowed. */
function askedAct({ allowedActions }: CaseDetail): FieldAction | null {
  const word = new URLSearchParams(location.search).get(ACT_PARAMETER);
  return fieldActions.find((action) => action === word && allowedActions.includes(action)) ?? null;
}

function Why({ detail }: { detail: CaseDetail }) {
  const say = useLabel();
  const { locale } = useLocale();
  const [open, setOpen] = useState(false);
  const explained = detail.explanation;
  if (!explained?.explanation) return null;
  const { limit, steps } = explained.explanation;
  return (
    <div className={styles.fields}>
      <div>
        <Button variant="quiet" size="small" icon="calendar" aria-expanded={open} onClick={() => setOpen(!open)}>
          {say(open ? texts.hide : texts.why)}
        </Button>
      </div>
      {open && (
        <DueExplain
          rule={say(texts.rule, {
            what: say(clockLimitLabels[explained.limit]),
            limit: limitWords(limit, locale),
            rule: say(limitRuleLabels[limit.unit]),
          })}
          days={dueDays(steps)}
        />
      )}
    </div>
  );
}

function Photos({ detail }: { detail: CaseDetail }) {
  const say = useLabel();
  const { phrased } = useJoined();
  const { moment } = useTimeWords();
  if (detail.photos.length === 0) return null;
  return (
    <PhotoStrip
      words={{ open: say(texts.open), close: say(texts.close), previous: say(texts.previous), next: say(texts.next) }}
      photos={detail.photos.map((photo) => {
        const purpose = say(photoPurposeLabels[photoPurposes.find((each) => each === photo.purpose) ?? 'note']);
        return {
          id: photo.id,
          src: photoAddress(photo.id),
          fullSrc: photoAddress(photo.id, 'full'),
          alt: phrased(purpose, moment(takenAt(photo) ?? photo.uploadedAt)),
          caption: purpose,
        };
      })}
    />
  );
}

/** Masked until asked for; the asking is recorded. */
function Contact({ detail }: { detail: CaseDetail }) {
  const say = useLabel();
  const trpc = useTRPC();
  const failureText = useFailureText(caseRefusalWords);
  const reveal = useMutation(trpc.cases.revealContact.mutationOptions());
  const { contact } = detail;
  if (!contact) return null;
  const shown = reveal.data ?? contact;
  return (
    <div className={styles.fields}>
      <WhoHolds
        name={shown.name || say(texts.noName)}
        post={say(texts.applicant)}
        phone={shown.phone}
        {...(reveal.data ? { callLabel: say(texts.call) } : {})}
      />
      {contact.mayReveal && !reveal.data && (
        <>
          <Button
            icon="phone"
            busy={reveal.isPending}
            onClick={() => reveal.mutate({ caseId: detail.snapshot.id, why: say(texts.showWhy) })}
          >
            {say(texts.showPhone)}
          </Button>
          <small className={styles.lead}>{say(texts.logged)}</small>
        </>
      )}
      {reveal.error && <Banner tone="care">{failureText(reveal.error)}</Banner>}
    </div>
  );
}
