import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { arrivalProofLabels, unitStatusLabels, whistleActionLabels } from '#shared/dispatch/whistle.i18n.ts';
import { activeUnits } from '#shared/dispatch/whistle-requirements.ts';
import { defineTexts, useLabel, useTimeWords, useTRPC } from '../../../platform/index.ts';
import { useFailureText } from '../../../platform/use-failure-text.ts';
import { Banner, Button, ButtonLink, ShapeMark } from '../../../ui/index.ts';
import { WhistlePill, whistleRefusalWords } from '../../dispatch-parts/index.ts';
import { lookOf, type PageAction } from '../actions.tsx';
import { HeadClock } from '../components/head-clock.tsx';
import styles from '../components/visit.module.css';
import { WhistleGate } from '../components/whistle-gate.tsx';
import { WhistlePhotos } from '../components/whistle-photos.tsx';
import { useFrame } from '../hooks/use-frame.ts';
import { useUnitName } from '../hooks/use-names.ts';
import { useWhistleActions } from '../hooks/use-whistle-actions.tsx';
import type { WhistleDetail } from '../whistle-types.ts';

const texts = defineTexts({
  back: { zh: '回到这个哨', en: 'Back to the whistle' },
  code: { zh: '到场码', en: 'Attendance code' },
  codeHint: { zh: '请各单位在「报到」里输入。{when} 换新码', en: 'Units enter it under “report in”. New at {when}' },
  who: { zh: '谁到了', en: 'Who is here' },
  arrived: { zh: '{n} / {m} 家到场', en: '{n} of {m} here' },
  came: { zh: '{when}，{how}，距 {n} 米', en: '{when}, {how}, {n} m away' },
  cameNear: { zh: '{when}，{how}', en: '{when}, {how}' },
  visit: { zh: '纪要、照片和签字', en: 'Minutes, photos, signatures' },
  visitHint: {
    zh: '人齐了就记：谁在、看了什么、现场照片，各方在平板上签字。',
    en: 'Once all are here: who, what was seen, photos; everybody signs on the tablet.',
  },
  recorded: { zh: '已记录，{when}', en: 'Recorded {when}' },
  done: { zh: '看完了，回到这个哨', en: 'Done; back to the whistle' },
});

const onSite = ['recordVisit', 'listHouseholds', 'addOpinion', 'addNote'] as const satisfies readonly PageAction[];

/** The secretary's tablet during the joint visit: the code in large digits, who is here, minutes and signatures. */
export function VisitPage() {
  return <WhistleGate>{(detail) => <Visit key={detail.snapshot.id} detail={detail} />}</WhistleGate>;
}

function Visit({ detail }: { detail: WhistleDetail }) {
  const say = useLabel();
  const frame = useFrame();
  const { moment } = useTimeWords();
  const { choose, host } = useWhistleActions(detail);
  const { snapshot, allowedActions } = detail;
  const href = `${frame}/w/${snapshot.id}`;
  const acts = onSite.filter((action) => allowedActions.includes(action));
  return (
    <div className={styles.page}>
      <div className={styles.top}>
        <ButtonLink variant="quiet" icon="chevronLeft" href={href}>
          {say(texts.back)}
        </ButtonLink>
        <h1>{snapshot.title}</h1>
        <WhistlePill state={snapshot.state} />
        <HeadClock detail={detail} />
      </div>
      <Code whistleId={snapshot.id} />
      <div className={styles.side}>
        <Arrivals detail={detail} onConfirm={() => choose('confirmReportIn')} />
        <section className={styles.side} aria-labelledby="visit-record">
          <h2 id="visit-record">{say(texts.visit)}</h2>
          {snapshot.visit ? (
            <>
              <p>{say(texts.recorded, { when: moment(snapshot.visit.at) })}</p>
              <WhistlePhotos detail={detail} purposes={['visit', 'signature']} small />
            </>
          ) : (
            <p>{say(texts.visitHint)}</p>
          )}
          <div className={styles.acts}>
            {acts.map((action) => (
              <Button
                key={action}
                variant={action === 'recordVisit' && !snapshot.visit ? 'primary' : 'plain'}
                icon={lookOf(action).icon}
                onClick={() => choose(action)}
              >
                {say(whistleActionLabels[action])}
              </Button>
            ))}
            {snapshot.visit && (
              <ButtonLink variant="primary" icon="check" href={href}>
                {say(texts.done)}
              </ButtonLink>
            )}
          </div>
        </section>
      </div>
      {host}
    </div>
  );
}

/** The six digits, asked anew when they end. */
function Code({ whistleId }: { whistleId: string }) {
  const say = useLabel();
  const trpc = useTRPC();
  const { clock, writing } = useTimeWords();
  const failureText = useFailureText(whistleRefusalWords);
  const query = useQuery(trpc.dispatch.attendanceCode.queryOptions({ whistleId }, { retry: false }));
  const { refetch } = query;
  const ended = query.data !== undefined && writing.now >= query.data.until;
  useEffect(() => {
    if (ended) void refetch();
  }, [ended, refetch]);
  return (
    <section className={styles.codeBox} aria-label={say(texts.code)}>
      <b>{say(texts.code)}</b>
      {query.error ? (
        <Banner tone="care">{failureText(query.error)}</Banner>
      ) : (
        <output className={styles.code}>{query.data?.code ?? '······'}</output>
      )}
      {query.data && <p>{say(texts.codeHint, { when: clock(query.data.until) })}</p>}
    </section>
  );
}

function Arrivals({ detail, onConfirm }: { detail: WhistleDetail; onConfirm: () => void }) {
  const say = useLabel();
  const { moment } = useTimeWords();
  const unitName = useUnitName(detail);
  const units = activeUnits(detail.snapshot);
  const here = units.filter(({ arrival }) => arrival !== null).length;
  const may = detail.allowedActions.includes('confirmReportIn');
  return (
    <section aria-labelledby="visit-who">
      <h2 id="visit-who">
        {say(texts.who)}　{say(texts.arrived, { n: here, m: units.length })}
      </h2>
      <ul className={styles.who} aria-live="polite">
        {units.map(({ departmentId, status, arrival, contact }) => (
          <li key={departmentId}>
            <ShapeMark shape={arrival ? 'tick' : 'ring'} size={24} />
            <div>
              <b>{unitName(departmentId)}</b>
              <small>
                {arrival
                  ? say(arrival.distanceM === null ? texts.cameNear : texts.came, {
                      when: moment(arrival.at),
                      how: say(arrivalProofLabels[arrival.by]),
                      n: Math.round(arrival.distanceM ?? 0),
                    })
                  : [say(unitStatusLabels[status]), contact?.person, contact?.phone].filter(Boolean).join('　')}
              </small>
            </div>
            {!arrival && may && (
              <Button icon="pin" onClick={onConfirm}>
                {say(whistleActionLabels.confirmReportIn)}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
