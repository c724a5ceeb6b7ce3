/** Why an action is refused: a typed code with the figures its label needs. Never a bare sentence. */
export type Refusal<C extends string = string> = { code: C; params?: Readonly<Record<string, string | number>> };

/** What a pure decision returns: the events that happen, or the refusal; nothing in between. */
export type Decision<E, C extends string = string> = { ok: true; events: readonly E[] } | { ok: false; refusal: Refusal<C> };

export function refuse<C extends string>(code: C, params?: Refusal<C>['params']): { ok: false; refusal: Refusal<C> } {
  return { ok: false, refusal: params ? { code, params } : { code } };
}

export function allow<E>(...events: E[]): { ok: true; events: readonly E[] } {
  return { ok: true, events };
}
