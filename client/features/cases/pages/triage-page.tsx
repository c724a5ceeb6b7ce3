import { useState } from 'react';
import { defineTexts, useLabel } from '../../../platform/index.ts';
import { ButtonLink, EmptyState, Skeleton } from '../../../ui/index.ts';
import type { CaseDetail } from '../case-types.ts';
import { CaseMissing } from '../components/case-panel.tsx';
import { type KeyHint, KeysBar } from '../components/keys-bar.tsx';
import type { PlaceEdit } from '../components/place-question.tsx';
import styles from '../components/triage.module.css';
import { TriageMap } from '../components/triage-map.tsx';
import { TriagePanel } from '../components/triage-panel.tsx';
import { TriageQueue } from '../components/triage-queue.tsx';
import { useCaseActions } from '../hooks/use-case-actions.tsx';
import { useCase, useCaseList, useViewCounts } from '../hooks/use-case-list.ts';
import { useDeskSearch } from '../hooks/use-desk-search.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { useRowCursor } from '../hooks/use-row-cursor.ts';
import { useTriage } from '../hooks/use-triage.ts';

const texts = defineTexts({
  title: { zh: '待受理', en: 'To accept' },
  today: { zh: '今天新增 {n} 件，待派遣 {m} 件', en: '{n} new today, {m} to dispatch' },
  none: { zh: '都看过了', en: 'All looked at' },
  noneWhy: { zh: '新上报的事会自己出现在这里。', en: 'New reports appear here by themselves.' },
  call: { zh: '登记来电', en: 'Register a call' },
  loading: { zh: '正在取待受理的事', en: 'Fetching reports' },
});

const hints: readonly KeyHint[] = [
  { keys: ['J', 'K'], label: { zh: '上下', en: 'up, down' }, front: true },
  { keys: ['Y'], label: { zh: '并入', en: 'merge' }, front: true },
  { keys: ['N'], label: { zh: '另立', en: 'another matter' }, front: true },
  { keys: ['A', 'B', 'C', 'E'], label: { zh: '选主办', en: 'choose the lead' }, front: true },
  { keys: ['Enter'], label: { zh: '立案并派出', en: 'register and dispatch' }, front: true },
  { keys: ['V'], label: { zh: '请网格员核实', en: 'ask for verification' }, front: true },
  { keys: ['D'], label: { zh: '不予受理', en: 'decline' }, front: true },
  { keys: ['/'], label: { zh: '搜索', en: 'search' } },
];
const none: readonly string[] = [];

/** The duty desk: what came in, where it lies, and three questions before it becomes a case. */
export function TriagePage() {
  const say = useLabel();
  const { search, change } = useDeskSearch();
  const { rows, total, list } = useCaseList({ view: 'waitingAccept', search: {} });
  const counts = useViewCounts(['newToday', 'waitingDispatch'], {});
  const ids = rows.length > 0 ? rows.map((row) => row.id as string) : none;
  const current = search.c ?? ids[0] ?? null;
  const { move } = useRowCursor(ids, current ?? undefined);
  const query = useCase(current ?? undefined);
  const step = (by: 1 | -1) => {
    const next = move(by);
    if (next) change({ c: next });
  };
  useKeys({ j: () => step(1), k: () => step(-1) });
  const goOn = () => {
    const at = current === null ? -1 : ids.indexOf(current);
    change({ c: ids.filter((id) => id !== current)[Math.max(0, at)] ?? ids.find((id) => id !== current) });
  };
  return (
    <div className={styles.page}>
      <TriageQueue title={say(texts.title)} rows={rows} total={total} current={current} onOpen={(id) => change({ c: id })}>
        <p className={styles.note}>{say(texts.today, { n: counts.newToday ?? 0, m: counts.waitingDispatch ?? 0 })}</p>
      </TriageQueue>
      {query.data ? (
        <TriageCase key={query.data.snapshot.id} detail={query.data} onDone={goOn} />
      ) : (
        <>
          <div className={styles.map}>{list.isPending && <Skeleton label={say(texts.loading)} />}</div>
          <div className={styles.panel}>
            {current !== null ? (
              <CaseMissing query={query} />
            ) : (
              <EmptyState icon="check" title={say(texts.none)} action={<ButtonLink href="/d/new">{say(texts.call)}</ButtonLink>}>
                {say(texts.noneWhy)}
              </EmptyState>
            )}
          </div>
        </>
      )}
      <KeysBar hints={hints} />
    </div>
  );
}

function TriageCase({ detail, onDone }: { detail: CaseDetail; onDone: () => void }) {
  const triage = useTriage(detail);
  const [edit, setEdit] = useState<PlaceEdit>(null);
  const { choose, host } = useCaseActions(detail, onDone);
  const { change } = useDeskSearch();
  const cut = triage.plan.category.lastIndexOf('/');
  return (
    <>
      <div className={styles.map}>
        <TriageMap
          caseId={detail.snapshot.id}
          point={triage.point}
          category={{ scheme: triage.plan.category.slice(0, cut), code: triage.plan.category.slice(cut + 1) }}
          onOpen={(id) => change({ c: id }, { push: true })}
          onPick={edit ? (centre) => setEdit({ centre }) : undefined}
        />
      </div>
      <TriagePanel detail={detail} triage={triage} edit={edit} onEdit={setEdit} onAct={choose} onDone={onDone} />
      {host}
    </>
  );
}
