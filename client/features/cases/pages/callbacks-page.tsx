import { CallbackBrief } from '../components/callback-brief.tsx';
import { QueueDesk, type QueueKey } from '../components/queue-desk.tsx';

const keys: readonly QueueKey[] = [
  { key: '1', action: 'tryCallback', hint: { zh: '未接通', en: 'no answer' } },
  { key: '2', action: 'recordCallback', hint: { zh: '记评价', en: 'record' } },
  { key: '3', action: 'reopen', hint: { zh: '重新办理', en: 'reopen' } },
  { key: '4', action: 'markUnreachable', hint: { zh: '联系不上', en: 'unreachable' } },
];

/** The callback desk: whom to call, what was done, and what they said. */
export function CallbacksPage() {
  return (
    <QueueDesk views={['waitingCallback']} keys={keys}>
      {(detail) => <CallbackBrief key={detail.snapshot.id} detail={detail} />}
    </QueueDesk>
  );
}
