import { useQuery } from '@tanstack/react-query';
import { useParams } from 'wouter';
import { defineTexts, useLabel, useTimeWords, useTRPC } from '../../../platform/index.ts';
import { useFailureText } from '../../../platform/use-failure-text.ts';
import { Button, ButtonLink, ErrorState, ShapeMark, Skeleton } from '../../../ui/index.ts';
import { caseRefusalWords } from '../../case-words/index.ts';
import { WhoHolds } from '../../cases-parts/who-holds.tsx';
import { ResidentFrame } from '../components/resident-frame.tsx';
import { WhyThisDay } from '../components/why-this-day.tsx';
import styles from '../resident.module.css';
import { shortNumber } from '../short-number.ts';

const texts = defineTexts({
  title: { zh: '已收到', en: 'Received' },
  got: { zh: '收到了，编号 {no}', en: 'Received, number {no}' },
  latest: { zh: '最晚', en: 'At the latest' },
  answered: { zh: '{time} 前答复您', en: 'You have the answer by {time}' },
  estimated: {
    zh: '这是按平常的时限估的，受理后告诉您准日子',
    en: 'Estimated by the usual limit; you are told the exact day once it is accepted',
  },
  call: { zh: '打电话', en: 'Call' },
  every: {
    zh: '每走一步都会记在「看进展」里。超了时间，也会如实告诉您。',
    en: 'Every step is recorded under "See how it goes". If it is late, that is said too.',
  },
  see: { zh: '看进展', en: 'See how it goes' },
  another: { zh: '再说一件', en: 'Report another' },
  loading: { zh: '正在打开', en: 'Opening' },
  failed: { zh: '回执没打开，事情已经收到', en: 'The receipt did not open; your report has arrived' },
  again: { zh: '再试一次', en: 'Try again' },
});

/** The receipt: a number to say, the latest day, a person to call. */
export function DonePage() {
  const say = useLabel();
  const { id = '' } = useParams();
  const trpc = useTRPC();
  const { day, clock } = useTimeWords();
  const failureText = useFailureText(caseRefusalWords);
  const receipt = useQuery(trpc.cases.receipt.queryOptions({ caseId: id }));
  return (
    <ResidentFrame
      title={say(texts.title)}
      backTo="/"
      acts={
        <div className={styles.pair}>
          <ButtonLink variant="primary" href={`/r/c/${id}`}>
            {say(texts.see)}
          </ButtonLink>
          <ButtonLink href="/r">{say(texts.another)}</ButtonLink>
        </div>
      }
    >
      {receipt.isPending && <Skeleton label={say(texts.loading)} />}
      {receipt.error && (
        <ErrorState title={say(texts.failed)} action={<Button onClick={() => void receipt.refetch()}>{say(texts.again)}</Button>}>
          {failureText(receipt.error)}
        </ErrorState>
      )}
      {receipt.data && (
        <>
          <h1 className={styles.receipt}>
            <ShapeMark shape="tick" size={28} />
            {say(texts.got, { no: shortNumber(receipt.data) })}
          </h1>
          {receipt.data.answerBy && (
            <p className={styles.by}>
              <small>{say(texts.latest)}</small>
              <b>{day(receipt.data.answerBy.at)}</b>
              {say(texts.answered, { time: clock(receipt.data.answerBy.at) })}
              {receipt.data.answerBy.estimated && <small>{say(texts.estimated)}</small>}
            </p>
          )}
          <WhyThisDay caseId={id} />
          {receipt.data.call && (
            <WhoHolds
              name={receipt.data.call.name || say(receipt.data.call.title)}
              post={say(receipt.data.call.title)}
              phone={receipt.data.call.phone}
              callLabel={say(texts.call)}
            />
          )}
          <p className={styles.lead}>{say(texts.every)}</p>
        </>
      )}
    </ResidentFrame>
  );
}
