import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { defineTexts, readFailure, useLabel } from '../../../platform/index.ts';
import { useFailureText } from '../../../platform/use-failure-text.ts';
import { Button, ErrorState, NoPermission, Skeleton } from '../../../ui/index.ts';
import { whistleRefusalWords } from '../../dispatch-parts/index.ts';
import { useWhistle } from '../hooks/use-whistle.ts';
import type { WhistleDetail } from '../whistle-types.ts';

const texts = defineTexts({
  loading: { zh: '正在取这个哨', en: 'Fetching the whistle' },
  failed: { zh: '没取到这个哨', en: 'The whistle did not come' },
  unseen: { zh: '看不到这个哨', en: 'You cannot see this whistle' },
  unseenWhy: {
    zh: '可能不在您的辖区，或没有叫您的单位，也可能编号抄错了。',
    en: 'It may lie outside your area, your unit may not be called, or the number is wrong.',
  },
  again: { zh: '再取一次', en: 'Fetch again' },
});

/** The whistle of the address, or what stands in its place while it is not there. */
export function WhistleGate({ children }: { children: (detail: WhistleDetail) => ReactNode }) {
  const say = useLabel();
  const { id } = useParams({ strict: false });
  const query = useWhistle(id);
  const failureText = useFailureText(whistleRefusalWords);
  if (query.data) return children(query.data);
  if (query.isPending) return <Skeleton lines={8} label={say(texts.loading)} />;
  if (readFailure(query.error).kind === 'refused')
    return (
      <NoPermission page title={say(texts.unseen)}>
        {say(texts.unseenWhy)}
      </NoPermission>
    );
  return (
    <ErrorState page title={say(texts.failed)} action={<Button onClick={() => void query.refetch()}>{say(texts.again)}</Button>}>
      {failureText(query.error)}
    </ErrorState>
  );
}
