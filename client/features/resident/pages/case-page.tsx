import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'wouter';
import { holderLabels } from '#shared/cases/cases.i18n.ts';
import { photoPurposeLabels } from '#shared/files/files.i18n.ts';
import { photoPurposes } from '#shared/files/photo-purposes.ts';
import {
  defineTexts,
  readFailure,
  signInAddress,
  useDisplay,
  useJoined,
  useLabel,
  useTimeWords,
  useTRPC,
} from '../../../platform/index.ts';
import { useFailureText } from '../../../platform/use-failure-text.ts';
import { Button, ButtonLink, ErrorState, NoPermission, PhotoStrip, Skeleton } from '../../../ui/index.ts';
import { caseRefusalWords } from '../../case-words/index.ts';
import { CaseThread } from '../../cases-parts/case-thread.tsx';
import { FlagPill, StatusPill } from '../../cases-parts/status-pill.tsx';
import { WhoHolds } from '../../cases-parts/who-holds.tsx';
import { photoAddress } from '../../files-parts/photo-address.ts';
import { AddWordSheet } from '../components/add-word-sheet.tsx';
import { OwnWhistles } from '../components/own-whistles.tsx';
import { RatingForm } from '../components/rating-form.tsx';
import { ResidentFrame } from '../components/resident-frame.tsx';
import { WhyThisDay } from '../components/why-this-day.tsx';
import styles from '../resident.module.css';
import { shortNumber } from '../short-number.ts';
import { type OwnCase, threadItems } from '../thread-items.ts';

const texts = defineTexts({
  title: { zh: '我反映的事', en: 'My report', plain: '我说的事' },
  loading: { zh: '正在打开', en: 'Opening' },
  failed: { zh: '没打开', en: 'It did not open' },
  again: { zh: '再试一次', en: 'Try again' },
  notYours: { zh: '这件事您看不了', en: 'This is not yours to see' },
  notYoursWhy: {
    zh: '只有反映的人和经办人能看。换个手机号登录试试，或打电话给社区。',
    en: 'Only the person who reported it and those who handle it can see it.',
  },
  signIn: { zh: '先登录再看', en: 'Sign in to see it' },
  signInWhy: { zh: '收一条短信就行，这样别人看不到。', en: 'One message to your phone, so that nobody else sees it.' },
  enter: { zh: '用手机号登录', en: 'Sign in by phone' },
  mine: { zh: '看我反映过的', en: 'See my reports' },
  by: { zh: '最晚 {at}', en: 'By {at}' },
  thread: { zh: '办到哪一步了', en: 'How far it is' },
  photos: { zh: '照片', en: 'Photos' },
  photo: { zh: '{what}，{at}', en: '{what}, {at}' },
  open: { zh: '放大', en: 'Enlarge' },
  close: { zh: '关上', en: 'Close' },
  previous: { zh: '上一张', en: 'Previous' },
  next: { zh: '下一张', en: 'Next' },
  call: { zh: '打电话', en: 'Call' },
  addWord: { zh: '补一句', en: 'Add a word' },
});

/** One matter in plain words: where it stands, who has it until when and why, photos, a word more, a call, a rating. */
export function CasePage() {
  const say = useLabel();
  const { id = '' } = useParams();
  const trpc = useTRPC();
  const failureText = useFailureText(caseRefusalWords);
  const own = useQuery(trpc.cases.ownById.queryOptions({ caseId: id }));
  if (own.data) return <OwnCasePage own={own.data} />;
  const failure = own.error ? readFailure(own.error) : null;
  return (
    <ResidentFrame title={say(texts.title)} backTo="/my">
      {own.isPending && <Skeleton lines={6} label={say(texts.loading)} />}
      {failure?.kind === 'signedOut' && (
        <NoPermission
          title={say(texts.signIn)}
          action={
            <Button variant="primary" onClick={() => location.assign(signInAddress(`/r/c/${id}`))}>
              {say(texts.enter)}
            </Button>
          }
        >
          {say(texts.signInWhy)}
        </NoPermission>
      )}
      {(failure?.kind === 'refused' || failure?.kind === 'invalid') && (
        <NoPermission title={say(texts.notYours)} action={<ButtonLink href="/r/my">{say(texts.mine)}</ButtonLink>}>
          {say(texts.notYoursWhy)}
        </NoPermission>
      )}
      {(failure?.kind === 'offline' || failure?.kind === 'broken') && (
        <ErrorState title={say(texts.failed)} action={<Button onClick={() => void own.refetch()}>{say(texts.again)}</Button>}>
          {failureText(own.error)}
        </ErrorState>
      )}
    </ResidentFrame>
  );
}

function OwnCasePage({ own }: { own: OwnCase }) {
  const say = useLabel();
  const joined = useJoined();
  const { theme } = useDisplay();
  const time = useTimeWords();
  const [adding, setAdding] = useState(false);
  const moment = theme === 'elder' ? time.spoken : time.moment;
  const holder = own.holder.department ? say(own.holder.department) : say(holderLabels[own.holder.kind]);
  const mayAdd = own.allowedActions.includes('addNote');
  const mayRate = own.allowedActions.includes('recordCallback');
  const photoWords = { open: say(texts.open), close: say(texts.close), previous: say(texts.previous), next: say(texts.next) };

  return (
    <ResidentFrame
      title={theme === 'elder' ? say(texts.title) : shortNumber(own)}
      backTo="/my"
      {...(theme === 'elder' ? {} : { end: own.clock.overdue ? <FlagPill flag="overdue" /> : <StatusPill state={own.state} /> })}
      acts={
        mayRate ? undefined : (
          <div className={styles.pair}>
            {own.call?.phone && (
              <ButtonLink variant="primary" icon="phone" href={`tel:${own.call.phone}`}>
                {say(texts.call)}
              </ButtonLink>
            )}
            {mayAdd && (
              <Button icon="plus" onClick={() => setAdding(true)}>
                {say(texts.addWord)}
              </Button>
            )}
          </div>
        )
      }
    >
      <div>
        <h1 style={{ fontSize: 'var(--text-24)' }}>{own.title}</h1>
        {own.address && <p className={styles.lead}>{own.address}</p>}
      </div>
      {own.nextStep !== null && (
        <div className={styles.due}>
          {own.answerBy && own.state !== 'closed' && <b>{say(texts.by, { at: time.day(own.answerBy.at) })}</b>}
          <WhyThisDay caseId={own.id} />
        </div>
      )}
      {mayRate && <RatingForm own={own} />}
      <CaseThread label={say(texts.thread)} items={threadItems(own, { say, joined, moment, holder })} />
      <OwnWhistles caseId={own.id} />
      {own.photos.length > 0 && (
        <section aria-label={say(texts.photos)}>
          <PhotoStrip
            words={photoWords}
            photos={own.photos.map((photo) => {
              const purpose = photoPurposes.find((each) => each === photo.purpose) ?? 'note';
              const at = time.moment(photo.uploadedAt);
              return {
                id: photo.id,
                src: photoAddress(photo.id),
                fullSrc: photoAddress(photo.id, 'full'),
                alt: say(texts.photo, { what: say(photoPurposeLabels[purpose]), at }),
                caption: say(photoPurposeLabels[purpose]),
              };
            })}
          />
        </section>
      )}
      {own.call && (
        <WhoHolds
          name={own.call.name || say(own.call.title)}
          post={say(own.call.title)}
          phone={own.call.phone}
          {...(mayRate ? { callLabel: say(texts.call) } : {})}
        />
      )}
      <AddWordSheet caseId={own.id} version={own.version} open={adding} onClose={() => setAdding(false)} />
    </ResidentFrame>
  );
}
