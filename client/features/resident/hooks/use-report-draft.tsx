import { createContext, type ReactNode, useContext } from 'react';
import { v7 } from 'uuid';
import { currentNow } from '../../../platform/index.ts';
import { type KeptDraft, useKeptDraft } from '../../files-parts/index.ts';
import { emptyDraft, type ReportDraft, readDraft } from '../draft.ts';

const DraftContext = createContext<KeptDraft<ReportDraft> | null>(null);

const rules = {
  key: 'gridwhistle.report',
  read: (stored: string | null) => readDraft(stored, currentNow()),
  fresh: () => emptyDraft({ caseId: v7(), requestId: v7(), now: currentNow() }),
  stamp: (draft: ReportDraft) => ({ ...draft, savedAt: currentNow() }),
};

/** One unfinished report for all steps of the way. */
export function ReportDraftProvider({ children }: { children: ReactNode }) {
  return <DraftContext.Provider value={useKeptDraft(rules)}>{children}</DraftContext.Provider>;
}

export function useReportDraft(): KeptDraft<ReportDraft> {
  const api = useContext(DraftContext);
  if (!api) throw new Error('useReportDraft needs a ReportDraftProvider');
  return api;
}
