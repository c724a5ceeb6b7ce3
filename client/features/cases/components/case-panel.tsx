import type { ReactNode } from 'react';
import { defineTexts, readFailure, useLabel } from '../../../platform/index.ts';
import { useFailureText } from '../../../platform/use-failure-text.ts';
import { Button, ButtonLink, ErrorState, IconButton, NoPermission, ScrollRegion, Skeleton } from '../../../ui/index.ts';
import { caseRefusalWords } from '../../case-words/index.ts';
import { CaseThread } from '../../cases-parts/index.ts';
import { ActionButtons, type DeskAction } from '../actions.tsx';
import type { CaseDetail } from '../case-types.ts';
import { AskedNote } from '../forms/asked-note.tsx';
import { SupervisionNote } from '../forms/supervision-note.tsx';
import type { useCase } from '../hooks/use-case-list.ts';
import { useThread } from '../hooks/use-thread.ts';
import { CaseFacts } from './case-facts.tsx';
import styles from './case-file.module.css';
import { CaseHead } from './case-head.tsx';
import { CasePhotos } from './case-photos.tsx';
import { ContactCard } from './contact-card.tsx';

const texts = defineTexts({
  loading: { zh: '正在取案件', en: 'Fetching the case' },
  failed: { zh: '没取到这件案子', en: 'The case did not come' },
  unseen: { zh: '看不到这件案子', en: 'You cannot see this case' },
  unseenWhy: {
    zh: '可能已转给别的辖区或单位，也可能编号抄错了。',
    en: 'It may belong to another area or unit now, or the number is wrong.',
  },
  again: { zh: '再取一次', en: 'Fetch again' },
  file: { zh: '打开案卷', en: 'Open the file' },
  close: { zh: '收起', en: 'Close' },
  thread: { zh: '案件经过', en: 'History' },
  panel: { zh: '案件', en: 'Case' },
});

type Query = ReturnType<typeof useCase>;

/** What stands where a case should be, while it is not there. */
export function CaseMissing({ query }: { query: Query }) {
  const say = useLabel();
  const failureText = useFailureText(caseRefusalWords);
  if (query.isPending) return <Skeleton lines={6} label={say(texts.loading)} />;
  const why = readFailure(query.error);
  if (why.kind === 'refused') return <NoPermission title={say(texts.unseen)}>{say(texts.unseenWhy)}</NoPermission>;
  return (
    <ErrorState title={say(texts.failed)} action={<Button onClick={() => void query.refetch()}>{say(texts.again)}</Button>}>
      {failureText(query.error)}
    </ErrorState>
  );
}

/** A case beside its list: who, until when, what happened, and the acts. */
export function CasePanel({
  query,
  onAct,
  onClose,
  without,
  lean = false,
  children,
}: {
  query: Query;
  onAct: (action: DeskAction) => void;
  onClose?: () => void;
  without?: readonly DeskAction[];
  /** the page itself shows words, photos and contact */
  lean?: boolean;
  /** what the page adds between facts and history */
  children?: (detail: CaseDetail) => ReactNode;
}) {
  const say = useLabel();
  const { data: detail } = query;
  return (
    <aside className={styles.panel} aria-label={say(texts.panel)}>
      {detail ? (
        <>
          <div className={styles.panelHead}>
            <CaseHead
              detail={detail}
              end={
                <>
                  <ButtonLink variant="quiet" size="small" icon="document" href={`/d/c/${detail.snapshot.id}`}>
                    {say(texts.file)}
                  </ButtonLink>
                  {onClose && <IconButton icon="close" size="small" label={say(texts.close)} onClick={onClose} />}
                </>
              }
            />
          </div>
          <ScrollRegion className={styles.panelBody} aria-label={detail.snapshot.title}>
            {!lean && <PanelWords detail={detail} />}
            <CaseFacts detail={detail} />
            {children?.(detail)}
            <PanelThread detail={detail} />
          </ScrollRegion>
          <div className={styles.panelActs}>
            <ActionButtons allowed={detail.allowedActions} onChoose={onAct} {...(without ? { without } : {})} />
          </div>
        </>
      ) : (
        <CaseMissing query={query} />
      )}
    </aside>
  );
}

function PanelWords({ detail }: { detail: CaseDetail }) {
  return (
    <>
      <AskedNote detail={detail} />
      <SupervisionNote detail={detail} />
      <CasePhotos photos={detail.photos} />
      {detail.description && <p className={styles.words}>{detail.description}</p>}
      <ContactCard key={detail.snapshot.id} caseId={detail.snapshot.id} contact={detail.contact} />
    </>
  );
}

function PanelThread({ detail }: { detail: CaseDetail }) {
  const say = useLabel();
  const items = useThread(detail);
  return (
    <div>
      <h3 className="visually-hidden">{say(texts.thread)}</h3>
      <CaseThread items={items} label={say(texts.thread)} dense />
    </div>
  );
}
