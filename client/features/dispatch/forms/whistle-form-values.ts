import { v7 } from 'uuid';
import type { infer as Infer } from 'zod/mini';
import { whistleCommand } from '#shared/dispatch/whistle-actions.ts';
import { errorsByField, type FormErrors, type FormValues } from '../../form-parts/index.ts';
import type { PageAction } from '../actions.tsx';
import type { WhistleDetail } from '../whistle-types.ts';

/** The whistle an act is meant for: what the person saw, and the id of this one intended write. */
export type WhistleTarget = { whistleId: string; expectedVersion: number; requestId: string };

type Read = { ok: true; command: Infer<typeof whistleCommand> } | { ok: false; errors: FormErrors };

/** Checks a form with the very schema the server uses. */
export function readWhistleForm(action: PageAction | 'draft', values: FormValues, target: WhistleTarget): Read {
  const read = whistleCommand.safeParse({ action, input: { ...values, ...target } });
  if (read.success) return { ok: true, command: read.data };
  const issues = read.error.issues.map(({ path, code, message }) => ({ path: path.join('.'), code, message }));
  return { ok: false, errors: errorsByField(issues) };
}

/** What an act needs beside its fields: the draft that was read, an id for the opinion. */
export function silentValues(action: PageAction, { snapshot }: WhistleDetail): FormValues {
  if (action === 'addOpinion') return { opinionId: v7() };
  if (action === 'agreePlan' || action === 'objectPlan' || action === 'approvePlan') return { draft: snapshot.plan?.draft ?? 0 };
  return {};
}
