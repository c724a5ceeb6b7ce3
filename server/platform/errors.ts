import type { Refusal } from '#shared/kernel/decision.ts';

export type RefusalKind = 'badRequest' | 'notFound' | 'forbidden' | 'conflict' | 'tooMany' | 'unauthenticated';

/** A typed refusal on its way to the client: `module` says whose labels explain the code. */
export class RefusalError extends Error {
  readonly module: string;
  readonly refusal: Refusal;
  readonly kind: RefusalKind;

  constructor(options: { module: string; refusal: Refusal; kind?: RefusalKind }) {
    super(`${options.module}.${options.refusal.code}`);
    this.name = 'RefusalError';
    this.module = options.module;
    this.refusal = options.refusal;
    this.kind = options.kind ?? 'conflict';
  }
}

/** What does not exist and what may not be seen answer alike, so that an id cannot be probed. */
export function notFound(module: string): RefusalError {
  return new RefusalError({ module, refusal: { code: 'notFound' }, kind: 'notFound' });
}
