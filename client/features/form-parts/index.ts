export { ActionField, idsOf } from './action-field.tsx';
export type { Choices, FieldSpec } from './field-spec.ts';
export { firstOf } from './first-of.ts';
export { errorsByField, type FormErrors, type FormValues } from './form-values.ts';
