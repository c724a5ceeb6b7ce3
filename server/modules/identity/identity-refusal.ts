import { RefusalError, type RefusalKind } from '#server/platform/errors.ts';
import type { IdentityRefusal } from '#shared/identity/identity-refusals.ts';
import type { Refusal } from '#shared/kernel/decision.ts';

export function identityRefusal(code: IdentityRefusal, kind: RefusalKind, params?: Refusal['params']): RefusalError {
  return new RefusalError({ module: 'identity', refusal: params ? { code, params } : { code }, kind });
}
