import type { CaseSnapshot } from '#shared/cases/cases-schema.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { type FieldSpec, type FormValues, firstOf } from '../../form-parts/index.ts';

type First = { snapshot: CaseSnapshot; now: Instant; ownDepartmentIds: readonly string[] };

/** What the fields hold when a form opens: the usual answer where there is one, nothing where the person must decide. */
export function firstValues(fields: readonly FieldSpec[], { snapshot, now, ownDepartmentIds }: First): FormValues {
  const values: Record<string, unknown> = {};
  for (const field of fields) {
    const first = firstOfCase(field, { snapshot, now, ownDepartmentIds });
    if (first !== undefined) values[field.name] = first;
  }
  return values;
}

function firstOfCase(field: FieldSpec, { snapshot, now, ownDepartmentIds }: First): unknown {
  if (field.kind === 'limit') return snapshot.limits?.extension ?? firstOf(field, now);
  if (field.kind === 'ownSupport') return openSupports(snapshot, ownDepartmentIds)[0];
  return firstOf(field, now);
}

/** The person's own departments that still owe a support result on this case. */
export function openSupports({ supportUnits }: Pick<CaseSnapshot, 'supportUnits'>, own: readonly string[]): string[] {
  return supportUnits.flatMap((unit) => (unit.result === null && own.includes(unit.departmentId) ? [unit.departmentId] : []));
}
