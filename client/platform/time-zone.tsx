import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Instant } from '#shared/kernel/time.ts';
import {
  formatClock,
  formatDated,
  formatDay,
  formatDuration,
  formatFull,
  formatMoment,
  formatSpoken,
  type TimeWriting,
} from './format-time.ts';
import { useLocale } from './i18n.tsx';
import { useNow } from './use-now.ts';

const TimeZoneContext = createContext('Asia/Shanghai');

/** The district's zone: every time on a page is written in it, wherever the device is. */
export const TimeZoneProvider = TimeZoneContext.Provider;

const PaperContext = createContext(false);

/** What is printed is read on another day: inside, no time is said as 今天 or 明天. */
export function OnPaper({ children }: { children: ReactNode }) {
  return <PaperContext.Provider value={true}>{children}</PaperContext.Provider>;
}

export type TimeWords = {
  clock: (at: Instant) => string;
  day: (at: Instant) => string;
  full: (at: Instant) => string;
  dated: (at: Instant) => string;
  moment: (at: Instant) => string;
  spoken: (at: Instant) => string;
  duration: (ms: number) => string;
  writing: TimeWriting;
};

/** Times in the words of the page's language and zone. */
export function useTimeWords(): TimeWords {
  const timeZone = useContext(TimeZoneContext);
  const onPaper = useContext(PaperContext);
  const { locale } = useLocale();
  const now = useNow();
  return useMemo(() => {
    const writing = { timeZone, locale, now };
    return {
      clock: (at) => formatClock(at, writing),
      day: (at) => formatDay(at, writing),
      full: (at) => formatFull(at, writing),
      dated: (at) => formatDated(at, writing),
      moment: (at) => (onPaper ? formatFull : formatMoment)(at, writing),
      spoken: (at) => formatSpoken(at, writing),
      duration: (ms) => formatDuration(ms, locale),
      writing,
    };
  }, [timeZone, locale, now, onPaper]);
}
