import { createContext, type ReactNode, useContext } from 'react';
import { v7 } from 'uuid';
import { currentNow } from '../../../platform/index.ts';
import { type KeptDraft, useKeptDraft } from '../../files-parts/index.ts';
import { emptyFieldDraft, type FieldDraft, readFieldDraft } from '../field-draft.ts';

const DraftContext = createContext<KeptDraft<FieldDraft> | null>(null);

const rules = {
  key: 'gridwhistle.fieldReport',
  read: (stored: string | null) => readFieldDraft(stored, currentNow()),
  fresh: () => emptyFieldDraft({ caseId: v7(), requestId: v7(), now: currentNow() }),
  stamp: (draft: FieldDraft) => ({ ...draft, savedAt: currentNow() }),
};

export function FieldDraftProvider({ children }: { children: ReactNode }) {
  return <DraftContext.Provider value={useKeptDraft(rules)}>{children}</DraftContext.Provider>;
}

export function useFieldDraft(): KeptDraft<FieldDraft> {
  const api = useContext(DraftContext);
  if (!api) throw new Error('useFieldDraft needs a FieldDraftProvider');
  return api;
}
