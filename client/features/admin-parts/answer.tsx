import type { ReactNode } from 'react';
import { defineTexts, readFailure, useLabel } from '../../platform/index.ts';
import { useFailureText } from '../../platform/use-failure-text.ts';
import { Button, ErrorState, NoPermission, OfflineState, Skeleton } from '../../ui/index.ts';
import { adminRefusalWords } from './refusal-words.ts';

const texts = defineTexts({
  loading: { zh: '正在取', en: 'Loading' },
  notYours: { zh: '这里看不到', en: 'Not to be seen here' },
  failed: { zh: '没取到', en: 'It did not come' },
  again: { zh: '再取一次', en: 'Try again' },
});

type Query<T> = { data: T | undefined; error: unknown; isPending: boolean; refetch: () => unknown };

/** What a query answered; until then its bones, and when it came to nothing the reason with one act. */
export function Answer<T>({ query, lines = 6, children }: { query: Query<T>; lines?: number; children: (data: T) => ReactNode }) {
  const say = useLabel();
  const words = useFailureText(adminRefusalWords);
  if (query.data !== undefined) return children(query.data);
  if (query.isPending || !query.error) return <Skeleton rows lines={lines} label={say(texts.loading)} />;
  const failure = readFailure(query.error);
  if (failure.kind === 'refused') return <NoPermission title={say(texts.notYours)}>{words(query.error)}</NoPermission>;
  const State = failure.kind === 'offline' ? OfflineState : ErrorState;
  return (
    <State
      title={say(texts.failed)}
      action={
        <Button icon="sync" onClick={() => void query.refetch()}>
          {say(texts.again)}
        </Button>
      }
    >
      {words(query.error)}
    </State>
  );
}
