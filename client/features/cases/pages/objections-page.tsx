import { ObjectionBrief } from '../components/objection-brief.tsx';
import { QueueDesk, type QueueKey } from '../components/queue-desk.tsx';

const keys: readonly QueueKey[] = [
  { key: 'U', action: 'upholdObjection', hint: { zh: '异议成立', en: 'uphold' } },
  { key: 'O', action: 'overruleObjection', hint: { zh: '不成立', en: 'overrule' } },
  { key: '3', action: 'dispatch', hint: { zh: '派遣', en: 'dispatch' } },
  { key: 'E', action: 'grantExtension', hint: { zh: '同意延期', en: 'grant extension' } },
  { key: 'H', action: 'approveHold', hint: { zh: '同意挂账', en: 'approve hold' } },
  { key: 'Z', action: 'approveVoid', hint: { zh: '同意作废', en: 'approve voiding' } },
];

/** The street's desk: rulings on objections, dispatch to departments, extensions, holds, voidings. */
export function ObjectionsPage() {
  return (
    <QueueDesk views={['waitingDispatch', 'requests']} keys={keys}>
      {(detail) => <ObjectionBrief key={detail.snapshot.id} detail={detail} />}
    </QueueDesk>
  );
}
