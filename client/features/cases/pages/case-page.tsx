import { useLocation, useParams, useRouter } from '@tanstack/react-router';
import { caseActionLabels } from '#shared/cases/cases-history.i18n.ts';
import { defineTexts, useLabel } from '../../../platform/index.ts';
import { Button, ScrollRegion } from '../../../ui/index.ts';
import { CaseThread } from '../../cases-parts/index.ts';
import { CaseWhistles } from '../../dispatch-parts/index.ts';
import { ActionButtons, type DeskAction, lookOf, orderActions } from '../actions.tsx';
import type { CaseDetail } from '../case-types.ts';
import { AskedAct } from '../components/asked-act.tsx';
import { CaseAudit } from '../components/case-audit.tsx';
import { CaseFacts } from '../components/case-facts.tsx';
import styles from '../components/case-file.module.css';
import { CaseHead } from '../components/case-head.tsx';
import { CaseMissing } from '../components/case-panel.tsx';
import { CaseParties } from '../components/case-parties.tsx';
import { CasePhotos } from '../components/case-photos.tsx';
import { ContactCard } from '../components/contact-card.tsx';
import { type KeyHint, KeysBar } from '../components/keys-bar.tsx';
import { WorkOrder } from '../components/work-order.tsx';
import { AskedNote } from '../forms/asked-note.tsx';
import { SupervisionNote } from '../forms/supervision-note.tsx';
import { useCaseActions } from '../hooks/use-case-actions.tsx';
import { useCase } from '../hooks/use-case-list.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { useThread } from '../hooks/use-thread.ts';

const texts = defineTexts({
  back: { zh: '回到列表', en: 'Back to the list' },
  print: { zh: '打印工单', en: 'Print the work order' },
  photos: { zh: '照片', en: 'Photos' },
  words: { zh: '怎么说的', en: 'In their words' },
  parties: { zh: '有关的人和单位', en: 'People and units' },
  thread: { zh: '案件经过', en: 'History' },
  note: { zh: '补充说明', en: 'Add a note' },
  nothing: { zh: '这件案子现在没有您要办的', en: 'Nothing for you to do on this case now' },
});

/** Everything about one case: who, until when and why, photos, the whole history, all allowed acts, and the sheet to print. */
export function CasePage() {
  const { id } = useParams({ strict: false });
  const query = useCase(id);
  if (!query.data) return <CaseMissing query={query} />;
  return <CaseFile key={query.data.snapshot.id} detail={query.data} />;
}

function CaseFile({ detail }: { detail: CaseDetail }) {
  const say = useLabel();
  const router = useRouter();
  const { pathname } = useLocation();
  const { choose, host } = useCaseActions(detail);
  const items = useThread(detail);
  const keyed = orderActions(detail.allowedActions).flatMap((action) => {
    const { key } = lookOf(action);
    return key ? [[key.toLowerCase(), () => choose(action)] as const] : [];
  });
  useKeys({ ...Object.fromEntries(keyed), p: () => window.print(), escape: () => router.history.back() });
  const without: readonly DeskAction[] = ['addNote'];
  return (
    <>
      <div className={styles.page}>
        <div className={styles.file}>
          <Button variant="quiet" size="small" icon="chevronLeft" className={styles.back} onClick={() => router.history.back()}>
            {say(texts.back)}
          </Button>
          <CaseHead
            detail={detail}
            level={1}
            end={
              <Button variant="quiet" size="small" icon="print" keyHint="P" onClick={() => window.print()}>
                {say(texts.print)}
              </Button>
            }
          />
          <AskedAct detail={detail} choose={choose} />
          <AskedNote detail={detail} />
          <SupervisionNote detail={detail} />
          <CaseFacts detail={detail} />
          <div className={styles.columns}>
            <section className={styles.section}>
              <h2>{say(texts.words)}</h2>
              <p className={styles.words}>{detail.description || detail.snapshot.title}</p>
              <ContactCard caseId={detail.snapshot.id} contact={detail.contact} />
            </section>
            {detail.photos.length > 0 && (
              <section className={styles.section}>
                <h2>{say(texts.photos)}</h2>
                <CasePhotos photos={detail.photos} compare />
              </section>
            )}
          </div>
          <section className={styles.section}>
            <h2>{say(texts.parties)}</h2>
            <CaseParties detail={detail} />
          </section>
          <CaseWhistles caseId={detail.snapshot.id} frame={pathname.startsWith('/s') ? '/s' : '/d'} className={styles.section} />
          {detail.snapshot.caseNo && <CaseAudit caseNo={detail.snapshot.caseNo} />}
        </div>
        <ScrollRegion className={styles.beside} aria-label={say(texts.thread)}>
          <h2>{say(texts.thread)}</h2>
          <h3 className="visually-hidden">{detail.snapshot.title}</h3>
          <CaseThread items={items} label={say(texts.thread)} dense />
          {detail.allowedActions.includes('addNote') && (
            <Button size="small" icon="edit" onClick={() => choose('addNote')}>
              {say(texts.note)}
            </Button>
          )}
        </ScrollRegion>
        <div className={styles.bottom}>
          <div className={styles.acts}>
            {orderActions(detail.allowedActions).some((action) => !without.includes(action)) ? (
              <ActionButtons allowed={detail.allowedActions} onChoose={choose} shown={6} without={without} />
            ) : (
              <span className={styles.quiet}>{say(texts.nothing)}</span>
            )}
          </div>
          <KeysBar hints={hintsOf(detail.allowedActions)} />
        </div>
      </div>
      <WorkOrder detail={detail} />
      {host}
    </>
  );
}

/** The keys of what is allowed now. */
function hintsOf(allowed: CaseDetail['allowedActions']): KeyHint[] {
  const acts = orderActions(allowed).flatMap((action): KeyHint[] => {
    const { key } = lookOf(action);
    return key ? [{ keys: [key], label: caseActionLabels[action], front: true }] : [];
  });
  return [...acts, { keys: ['P'], label: texts.print, front: true }, { keys: ['Esc'], label: texts.back, front: true }];
}
