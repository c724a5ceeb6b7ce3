import { defineTexts, useLabel } from '../../../platform/index.ts';
import { ButtonLink, ScrollRegion } from '../../../ui/index.ts';
import { CaseThread } from '../../cases-parts/index.ts';
import { AskedAct } from '../components/asked-act.tsx';
import { AskedWhistle } from '../components/asked-whistle.tsx';
import { FootBar } from '../components/foot-bar.tsx';
import { Parties } from '../components/parties.tsx';
import { PlanDrafts } from '../components/plan-drafts.tsx';
import { PlanTable } from '../components/plan-table.tsx';
import { Ratings } from '../components/ratings.tsx';
import { SiteVisit } from '../components/site-map.tsx';
import { StageBar } from '../components/stage-bar.tsx';
import { ToldHouseholds, Voices } from '../components/voices.tsx';
import styles from '../components/whistle.module.css';
import { WhistleGate } from '../components/whistle-gate.tsx';
import { WhistleHead } from '../components/whistle-head.tsx';
import { PhotoPairs, WhistlePhotos } from '../components/whistle-photos.tsx';
import { useFrame } from '../hooks/use-frame.ts';
import { useWhistleActions } from '../hooks/use-whistle-actions.tsx';
import { useWhistleThread } from '../hooks/use-whistle-thread.ts';
import type { WhistleDetail } from '../whistle-types.ts';

const texts = defineTexts({
  reason: { zh: '为什么吹哨', en: 'Why it is blown' },
  history: { zh: '经过', en: 'History' },
  photos: { zh: '照片和材料', en: 'Photos and documents' },
  papers: { zh: '现场和纸面', en: 'On site and on paper' },
  visit: { zh: '到场平板', en: 'On-site tablet' },
  slips: { zh: '打印入户纸条', en: 'Print slips' },
  print: { zh: '打印记录单', en: 'Print the record' },
});

/** Everything about one whistle for every party: stages, parties, the visit, the plan, voices, and the acts. */
export function WhistlePage() {
  return <WhistleGate>{(detail) => <WhistleFile key={detail.snapshot.id} detail={detail} />}</WhistleGate>;
}

function WhistleFile({ detail }: { detail: WhistleDetail }) {
  const say = useLabel();
  const { choose, host } = useWhistleActions(detail);
  const { snapshot } = detail;
  return (
    <div className={styles.page}>
      <ScrollRegion className={styles.scroll} aria-label={snapshot.title}>
        <AskedAct detail={detail} />
        <WhistleHead detail={detail} />
        <StageBar detail={detail} />
        <AskedWhistle detail={detail} />
        <div className={styles.columns}>
          <Parties detail={detail} />
          <div className={styles.middle}>
            <PhotoPairs detail={detail} />
            <section className={styles.block} aria-labelledby="whistle-reason">
              <h2 id="whistle-reason">{say(texts.reason)}</h2>
              <p className={styles.words}>{snapshot.reason}</p>
            </section>
            <SiteVisit detail={detail} />
            <PlanTable detail={detail} />
            <PlanDrafts detail={detail} />
          </div>
          <div className={styles.right}>
            <ToldHouseholds detail={detail} />
            <Ratings detail={detail} />
            <Voices detail={detail} />
          </div>
        </div>
        <History detail={detail} />
      </ScrollRegion>
      <FootBar detail={detail} onChoose={choose} />
      {host}
    </div>
  );
}

function History({ detail }: { detail: WhistleDetail }) {
  const say = useLabel();
  const items = useWhistleThread(detail);
  const frame = useFrame();
  const base = `${frame}/w/${detail.snapshot.id}`;
  return (
    <div className={styles.history}>
      <div className={styles.historyColumns}>
        <section className={styles.block} aria-labelledby="whistle-history">
          <h2 id="whistle-history">{say(texts.history)}</h2>
          <h3 className="visually-hidden">{detail.snapshot.title}</h3>
          <CaseThread items={items} label={say(texts.history)} dense />
        </section>
        <div className={styles.right}>
          <section className={styles.block} aria-labelledby="whistle-papers">
            <h2 id="whistle-papers">{say(texts.papers)}</h2>
            <div className={styles.links}>
              {detail.allowedActions.some((action) => action === 'recordVisit' || action === 'confirmReportIn') && (
                <ButtonLink size="small" icon="people" href={`${base}/visit`}>
                  {say(texts.visit)}
                </ButtonLink>
              )}
              {detail.snapshot.households.length > 0 &&
                detail.allowedActions.some((action) => action === 'addOpinion' || action === 'tellResult') && (
                  <ButtonLink size="small" icon="document" href={`${base}/slips`}>
                    {say(texts.slips)}
                  </ButtonLink>
                )}
              <ButtonLink size="small" icon="print" href={`${base}/print`}>
                {say(texts.print)}
              </ButtonLink>
            </div>
          </section>
          {detail.photos.length > 0 && (
            <section className={styles.block} aria-labelledby="whistle-photos">
              <h2 id="whistle-photos">{say(texts.photos)}</h2>
              <WhistlePhotos detail={detail} small />
            </section>
          )}
        </div>
      </div>
    </div>
  );
}
