import { useQuery } from '@tanstack/react-query';
import type { Label } from '#shared/kernel/label.ts';
import { useLabel, useTRPC } from '../../../platform/index.ts';
import { Banner } from '../../../ui/index.ts';

/** What becomes of the running cases of a unit, with their number (`{n}`). */
export function RunningCases({ unitId, text }: { unitId: string; text: Label }) {
  const say = useLabel();
  const trpc = useTRPC();
  const counts = useQuery(trpc.cases.counts.queryOptions({ unitId, views: ['open'] }));
  return <Banner tone="info">{say(text, { n: counts.data?.counts.open ?? '…' })}</Banner>;
}
