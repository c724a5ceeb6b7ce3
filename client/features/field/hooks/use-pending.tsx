import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { currentNow, readFailure, useSession, useTRPC, useTRPCClient } from '../../../platform/index.ts';
import { drop, dropPhotos, keep, readAllKept, sendPhotos } from '../../files-parts/index.ts';
import { isPendingItem, nextToSend, type PendingItem, type PendingProblem, wakeAt } from '../pending-item.ts';

type PendingApi = {
  /** of the person signed in, oldest first */
  items: readonly PendingItem[];
  sendingId: string | null;
  /** keeps it on the device and sends it at its time */
  add: (item: PendingItem) => Promise<void>;
  /** takes it back; false when it has gone or is going */
  takeBack: (id: string) => PendingItem | null;
  /** sends at once; null = the server has it */
  sendNow: (item: PendingItem) => Promise<PendingProblem | null>;
  retryAll: () => void;
  discard: (item: PendingItem) => void;
};
const PendingContext = createContext<PendingApi | null>(null);

/** Holds what the server has not confirmed yet, sends it one after the other, and loses nothing. */
export function PendingProvider({ children }: { children: ReactNode }) {
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { me } = useSession();
  const userId = me?.userId ?? null;
  const [all, setAll] = useState<readonly PendingItem[]>([]);
  const [sendingId, setSendingId] = useState<string | null>(null);
  const latest = useRef(all);
  const going = useRef<string | null>(null);
  const set = useCallback((change: (items: readonly PendingItem[]) => readonly PendingItem[]) => {
    latest.current = change(latest.current);
    setAll(latest.current);
  }, []);

  const send = useCallback(
    async (item: PendingItem): Promise<PendingProblem | null> => {
      going.current = item.id;
      setSendingId(item.id);
      try {
        const photos = await sendPhotos(item.photos);
        if (!photos.ok) {
          if (photos.reason === 'offline' || photos.reason === 'aborted') return { kind: 'offline' };
          return photos.reason === 'signedOut' ? { kind: 'signedOut' } : { kind: 'photos', reason: photos.reason };
        }
        await client.cases.act.mutate(item.command);
        await dropPhotos(item.photos.map(({ id }) => id));
        await drop('pending', item.id).catch(() => undefined);
        set((items) => items.filter(({ id }) => id !== item.id));
        return null;
      } catch (error) {
        const failure = readFailure(error);
        if (failure.kind === 'refused') return failure;
        return { kind: failure.kind === 'invalid' ? 'broken' : failure.kind };
      } finally {
        going.current = null;
        setSendingId(null);
        void queryClient.invalidateQueries({ queryKey: trpc.cases.pathKey() });
      }
    },
    [client, queryClient, set, trpc],
  );

  const add = useCallback(
    async (item: PendingItem) => {
      await keep('pending', item).catch(() => undefined);
      set((items) => [...items.filter(({ id }) => id !== item.id), item]);
    },
    [set],
  );

  useEffect(() => {
    void readAllKept('pending')
      .catch((): unknown[] => [])
      .then((kept) => {
        // what a closed page left behind goes again by itself
        const found = kept
          .filter(isPendingItem)
          .map((item) => ({ ...item, problem: item.problem?.kind === 'offline' ? null : item.problem }));
        set((items) => [...found.filter(({ id }) => !items.some((item) => item.id === id)), ...items]);
      });
  }, [set]);

  const retryAll = useCallback(() => set((items) => items.map((item) => ({ ...item, problem: null, sendAfter: 0 }))), [set]);
  useEffect(() => {
    const online = () => set((items) => items.map((item) => (item.problem?.kind === 'offline' ? { ...item, problem: null } : item)));
    window.addEventListener('online', online);
    return () => window.removeEventListener('online', online);
  }, [set]);

  const items = useMemo(() => all.filter((item) => item.userId === userId), [all, userId]);
  useEffect(() => {
    if (sendingId !== null) return;
    const due = wakeAt(items);
    if (due === null) return;
    const timer = setTimeout(
      () => {
        const item = nextToSend(
          latest.current.filter((each) => each.userId === userId),
          currentNow(),
        );
        if (!item || going.current !== null) return;
        void send(item).then((problem) => {
          if (problem) set((list) => list.map((each) => (each.id === item.id ? { ...each, problem } : each)));
        });
      },
      Math.max(0, due - currentNow()),
    );
    return () => clearTimeout(timer);
  }, [items, sendingId, send, set, userId]);

  const api = useMemo<PendingApi>(
    () => ({
      items,
      sendingId,
      add,
      retryAll,
      sendNow: send,
      takeBack: (id) => {
        const item = latest.current.find((each) => each.id === id);
        if (!item || going.current === id) return null;
        set((list) => list.filter((each) => each.id !== id));
        void drop('pending', id).catch(() => undefined);
        return item;
      },
      discard: (item) => {
        set((list) => list.filter(({ id }) => id !== item.id));
        void drop('pending', item.id).catch(() => undefined);
        void dropPhotos(item.photos.map(({ id }) => id));
      },
    }),
    [items, sendingId, add, retryAll, send, set],
  );
  return <PendingContext.Provider value={api}>{children}</PendingContext.Provider>;
}

export function usePending(): PendingApi {
  const api = useContext(PendingContext);
  if (!api) throw new Error('usePending needs a PendingProvider');
  return api;
}
