import type { FormValues } from '../../form-parts/index.ts';
import type { DeskAction } from '../actions.tsx';

/** What was written into forms that were closed without sending; kept while the page is open. */
const drafts = new Map<string, FormValues>();
const keyOf = (caseId: string, action: DeskAction) => `${caseId} ${action}`;

export function readDraft(caseId: string, action: DeskAction): FormValues | null {
  return drafts.get(keyOf(caseId, action)) ?? null;
}

export function keepDraft({ caseId, action, values }: { caseId: string; action: DeskAction; values: FormValues }): void {
  drafts.set(keyOf(caseId, action), values);
}

export function dropDraft(caseId: string, action: DeskAction): void {
  drafts.delete(keyOf(caseId, action));
}
