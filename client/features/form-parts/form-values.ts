import { inputErrors } from '#shared/cases/cases-actions.ts';
import { inputErrorLabels } from '#shared/cases/cases-refusals.i18n.ts';
import { whistleInputErrorLabels } from '#shared/dispatch/whistle-refusals.i18n.ts';
import type { Label } from '#shared/kernel/label.ts';

/** What the fields of a form hold, by name; ready for the schema. */
export type FormValues = Readonly<Record<string, unknown>>;
/** Errors by the name of the field; `''` stands for the form as a whole. */
export type FormErrors = Readonly<Record<string, Label>>;

const unfit: Label = { zh: '这里要改一改', en: 'This needs a change' };

/** The label of one issue of the schema or of the server. */
function issueLabel({ code, message }: { code: string | undefined; message: string }): Label {
  const known = inputErrors.find((each) => each === message);
  if (known) return inputErrorLabels[known];
  if (message === 'codeInvalid') return whistleInputErrorLabels.codeInvalid;
  return code === 'too_small' || code === 'invalid_type' || code === 'invalid_value' || code === 'invalid_union'
    ? inputErrorLabels.required
    : unfit;
}

/** The first error of each field; `input.limit.amount` belongs to the field `limit`. */
export function errorsByField(issues: readonly { path: string; code: string | undefined; message: string }[]): FormErrors {
  const errors: Record<string, Label> = {};
  for (const issue of issues) {
    const [head = '', name = ''] = issue.path.split('.');
    const field = head === 'input' ? name : head;
    errors[field] ??= issueLabel(issue);
  }
  return errors;
}
