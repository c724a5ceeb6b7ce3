import { type CaseCommand, caseCommand } from '#shared/cases/cases-actions.ts';
import { errorsByField, type FormErrors, type FormValues } from '../../form-parts/index.ts';
import type { DeskAction } from '../actions.tsx';

/** The case an action is meant for: what the person saw, and the id of this one intended write. */
export type FormTarget = { caseId: string; expectedVersion: number; requestId: string };

type Read = { ok: true; command: CaseCommand } | { ok: false; errors: FormErrors };

/** Checks a form with the very schema the server uses. */
export function readForm(action: DeskAction, values: FormValues, target: FormTarget): Read {
  const read = caseCommand.safeParse({ action, input: { ...values, ...target } });
  if (read.success) return { ok: true, command: read.data };
  return {
    ok: false,
    errors: errorsByField(read.error.issues.map(({ path, code, message }) => ({ path: path.join('.'), code, message }))),
  };
}
