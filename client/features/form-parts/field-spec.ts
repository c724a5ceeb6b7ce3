import type { Label } from '#shared/kernel/label.ts';

type Common = { name: string; label: Label; hint?: Label; optional?: true };
/** Values in the order they are offered. */
export type Choices = readonly { value: string; label: Label }[];

/** One field of an action's form; the schema of the action stays the judge of what is valid. */
export type FieldSpec = Common &
  (
    | { kind: 'text'; most: number; rows?: number; oneLine?: true }
    | { kind: 'choice'; choices: Choices; read?: (value: string) => unknown; first?: string }
    | { kind: 'photos' }
    | { kind: 'moment'; first?: 'now' | 'days'; days?: number }
    | { kind: 'limit' }
    | { kind: 'money' }
    | { kind: 'units' }
    | { kind: 'ownSupport' }
    | { kind: 'position' }
  );
