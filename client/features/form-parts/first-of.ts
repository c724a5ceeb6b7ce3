import { DAY, type Instant, MINUTE } from '#shared/kernel/time.ts';
import type { FieldSpec } from './field-spec.ts';

/** What one field holds when a form opens: the usual answer where there is one, nothing where the person must decide. */
export function firstOf(field: FieldSpec, now: Instant): unknown {
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
      return { amount: 1, unit: 'workingDays' };
    case 'money':
    case 'position':
      return null;
    case 'ownSupport':
    case 'units':
      return undefined;
  }
}
