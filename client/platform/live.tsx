import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { SECOND } from '#shared/kernel/durations.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { affectedRouters, readChange } from './live-change.ts';
import { currentNow } from './use-now.ts';

/** Whether what is shown follows the server, and since when it is known to be true. */
export type Freshness = { connected: boolean; asOf: Instant | null };
const FreshnessContext = createContext<Freshness>({ connected: false, asOf: null });

const firstWait = 2 * SECOND;
const longestWait = 60 * SECOND;
/** Changes come in bursts; one renewal serves them all. */
const gather = 400;

/** Listens at /live and renews the queries a change touches; reconnects with growing pauses and then renews everything shown. */
export function LiveProvider({ enabled = true, children }: { enabled?: boolean; children: ReactNode }) {
  const queryClient = useQueryClient();
  const [connected, setConnected] = useState(false);
  const [asOf, setAsOf] = useState<Instant | null>(null);

  useEffect(() => {
    if (!enabled) return;
    let source: EventSource | null = null;
    let wait = firstWait;
    let retry: ReturnType<typeof setTimeout> | undefined;
    let flush: ReturnType<typeof setTimeout> | undefined;
    let lost = false;
    const touched = new Set<string>();

    const renew = () => {
      flush = undefined;
      for (const router of touched) void queryClient.invalidateQueries({ queryKey: [[router]] });
      touched.clear();
      setAsOf(currentNow());
    };
    const renewAll = () => {
      void queryClient.invalidateQueries();
      setAsOf(currentNow());
    };
    const hear = (event: MessageEvent<string>) => {
      setAsOf(currentNow());
      const change = readChange(event.data);
      if (!change) return;
      for (const router of affectedRouters(change.topic)) touched.add(router);
      flush ??= setTimeout(renew, gather);
    };
    const connect = () => {
      source = new EventSource('/live');
      source.onopen = () => {
        wait = firstWait;
        setConnected(true);
        setAsOf(currentNow());
        if (lost) renewAll();
        lost = false;
      };
      source.onmessage = hear;
      for (const name of ['change', 'ping']) source.addEventListener(name, hear);
      source.addEventListener('missed', renewAll);
      source.onerror = () => {
        setConnected(false);
        // a dropped line is taken up again by the browser, which tells the server what it heard last; a refused one is ours to retry
        if (source?.readyState !== EventSource.CLOSED) return;
        lost = true;
        clearTimeout(retry);
        retry = setTimeout(connect, wait);
        wait = Math.min(longestWait, wait * 2);
      };
    };
    const reconnectNow = () => {
      if (source?.readyState === EventSource.OPEN) return;
      clearTimeout(retry);
      source?.close();
      lost = true;
      wait = firstWait;
      connect();
    };
    connect();
    window.addEventListener('online', reconnectNow);
    return () => {
      window.removeEventListener('online', reconnectNow);
      clearTimeout(retry);
      clearTimeout(flush);
      source?.close();
    };
  }, [enabled, queryClient]);

  const value = useMemo(() => ({ connected, asOf }), [connected, asOf]);
  return <FreshnessContext.Provider value={value}>{children}</FreshnessContext.Provider>;
}

export function useFreshness(): Freshness {
  return useContext(FreshnessContext);
}
