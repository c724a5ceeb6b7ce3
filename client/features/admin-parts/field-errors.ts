import { useCallback, useState } from 'react';
import { identityErrorLabels } from '#shared/identity/identity.i18n.ts';
import type { Label } from '#shared/kernel/label.ts';
import { readFailure } from '../../platform/index.ts';

/** What is wrong, by the path of the field (`category.name.zh`). */
export type FieldErrors = Readonly<Record<string, Label>>;
type Issue = { path: string; code: string | undefined; message: string };

const general = {
  missing: { zh: '请填写', en: 'Fill this in' },
  tooSmall: { zh: '太短或太小', en: 'Too short or too small' },
  tooBig: { zh: '太长或太大', en: 'Too long or too large' },
  format: { zh: '格式不对', en: 'Not in the right form' },
  caseNoInvalid: { zh: '案件号像 2611-0112', en: 'A case number looks like 2611-0112' },
  unfit: { zh: '这里要改一改', en: 'This needs a change' },
} as const satisfies Record<string, Label>;

const named: Readonly<Record<string, Label>> = { ...identityErrorLabels, caseNoInvalid: general.caseNoInvalid };

/** The label of one issue of a schema, found here or told by the server. */
export function fieldErrorLabel({ code, message }: Pick<Issue, 'code' | 'message'>): Label {
  const known = Object.hasOwn(named, message) ? named[message] : undefined;
  if (known) return known;
  if (code === 'invalid_type' || code === 'invalid_value' || code === 'invalid_union') return general.missing;
  if (code === 'too_small') return general.tooSmall;
  if (code === 'too_big') return general.tooBig;
  return code === 'invalid_format' ? general.format : general.unfit;
}

function byPath(issues: readonly Issue[]): FieldErrors {
  const errors: Record<string, Label> = {};
  for (const issue of issues) errors[issue.path] ??= fieldErrorLabel(issue);
  return errors;
}

type Schema<T> = {
  safeParse: (
    value: unknown,
  ) =>
    | { success: true; data: T }
    | { success: false; error: { issues: readonly { path: readonly PropertyKey[]; code?: string | undefined; message: string }[] } };
};

/** Checks a form with the very schema the procedure uses. */
export function readInput<T>(schema: Schema<T>, value: unknown): { ok: true; input: T } | { ok: false; errors: FieldErrors } {
  const read = schema.safeParse(value);
  if (read.success) return { ok: true, input: read.data };
  return { ok: false, errors: byPath(read.error.issues.map(({ path, code, message }) => ({ path: path.join('.'), code, message }))) };
}

/** Errors of a form, from the schema before sending and from the server after. */
export function useFieldErrors() {
  const [errors, setErrors] = useState<FieldErrors>({});
  const takeFailure = useCallback((error: unknown) => {
    const failure = readFailure(error);
    setErrors(failure.kind === 'invalid' ? byPath(failure.issues) : {});
  }, []);
  return { errors, setErrors, takeFailure };
}
