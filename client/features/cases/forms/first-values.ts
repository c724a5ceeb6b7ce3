import type { CaseSnapshot } from '#shared/cases/cases-schema.ts';
import { DAY, type Instant, MINUTE } from '#shared/kernel/time.ts';
import type { FieldSpec } from './field-spec.ts';
import type { FormValues } from './form-values.ts';

type First = { snapshot: CaseSnapshot; now: Instant; ownDepartmentIds: readonly string[] };

/** What the fields hold when a form opens: the usual answer where there is one, nothing where the person must decide. */
export function firstValues(fields: readonly FieldSpec[], { snapshot, now, ownDepartmentIds }: First): FormValues {
  const values: Record<string, unknown> = {};
  for (const field of fields) {
    const first = firstOf(field, { snapshot, now, ownDepartmentIds });
    if (first !== undefined) values[field.name] = first;
  }
  return values;
}

function firstOf(field: FieldSpec, { snapshot, now, ownDepartmentIds }: First): unknown {
  switch (field.kind) {
    case 'text':
      return '';
    case 'photos':
      return [];
    case 'choice':
      if (field.first === undefined) return field.optional ? null : undefined;
      return (field.read ?? ((value: string) => value))(field.first);
    case 'moment':
      if (field.first === undefined) return undefined;
      // whole minutes, and never after the server's present
      return field.first === 'now' ? Math.floor(now / MINUTE) * MINUTE : Math.ceil(now / MINUTE) * MINUTE + (field.days ?? 1) * DAY;
    case 'limit':
      return snapshot.limits?.extension ?? { amount: 1, unit: 'workingDays' };
    case 'ownSupport':
      return openSupports(snapshot, ownDepartmentIds)[0];
    case 'money':
    case 'position':
      return null;
    case 'units':
      return undefined;
  }
}

/** The person's own departments that still owe a support result on this case. */
export function openSupports({ supportUnits }: Pick<CaseSnapshot, 'supportUnits'>, own: readonly string[]): string[] {
  return supportUnits.flatMap((unit) => (unit.result === null && own.includes(unit.departmentId) ? [unit.departmentId] : []));
}
