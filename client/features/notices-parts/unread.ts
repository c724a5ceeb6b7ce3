import { useQuery } from '@tanstack/react-query';
import { useSession, useTRPC } from '../../platform/index.ts';

/** How many unread notices the inbox opens now; kept fresh by the live stream. */
export function useUnread(): number {
  const trpc = useTRPC();
  const { me } = useSession();
  const { data } = useQuery({ ...trpc.notifications.unreadCount.queryOptions(), enabled: me !== null });
  return data?.total ?? 0;
}
