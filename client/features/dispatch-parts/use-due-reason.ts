import { dueReasonWords, shortDueReason } from '#shared/dispatch/whistle-due-reason.i18n.ts';
import type { DueReason } from '#shared/dispatch/whistle-due-reason.ts';
import { useLocale, useTimeWords } from '../../platform/index.ts';

/** Why a limit of a whistle ends when it does, in a sentence and in the few words a row has room for. */
export function useDueReason() {
  const { locale } = useLocale();
  const { moment } = useTimeWords();
  return {
    full: (reason: DueReason) => dueReasonWords(reason, { locale, writeMoment: moment }),
    short: (reason: DueReason) => shortDueReason(reason, locale),
  };
}
