import { TRPCClientError } from '@trpc/client';
import * as z from 'zod/mini';
import type { Label } from '#shared/kernel/label.ts';
import type { Params } from './i18n.tsx';

const params = z.optional(z.record(z.string(), z.union([z.string(), z.number()])));
const failureData = z.object({
  code: z.string(),
  refusal: z.nullish(z.object({ module: z.string(), code: z.string(), params })),
  issues: z.nullish(z.array(z.object({ path: z.string(), code: z.string(), message: z.string() }))),
});

/** Why a request came to nothing, as a page needs to know it. */
export type ApiFailure =
  | { kind: 'offline' }
  | { kind: 'signedOut' }
  | { kind: 'refused'; module: string; code: string; params?: Params | undefined }
  | { kind: 'invalid'; issues: readonly { path: string; code: string; message: string }[] }
  | { kind: 'broken' };

/** Reads an error of a query or mutation; never throws. No answer at all counts as offline. */
export function readFailure(error: unknown): ApiFailure {
  if (!(error instanceof TRPCClientError)) return error instanceof TypeError ? { kind: 'offline' } : { kind: 'broken' };
  const parsed = failureData.safeParse(error.data);
  if (!parsed.success) return error.data ? { kind: 'broken' } : { kind: 'offline' };
  const { code, refusal, issues } = parsed.data;
  if (code === 'UNAUTHORIZED' && (!refusal || refusal.code === 'signInFirst')) return { kind: 'signedOut' };
  if (refusal) return { kind: 'refused', module: refusal.module, code: refusal.code, params: refusal.params };
  if (issues && issues.length > 0) return { kind: 'invalid', issues };
  return { kind: 'broken' };
}

/** Gives the label of a module's refusal code; a feature hands in the labels of its own module. */
export type RefusalLookup = (module: string, code: string) => Label | undefined;

const general = {
  offline: { zh: '没连上。您写的还在这里，联网后再试一次', en: 'No connection. What you wrote is still here; try again when online' },
  signedOut: { zh: '登录已过期，请重新登录。您写的还在这里', en: 'Your sign-in has expired. What you wrote is still here' },
  invalid: { zh: '有几处要改，见标出的地方', en: 'Some fields need a change; see the marks' },
  broken: {
    zh: '没办成，没有任何改动。再试一次，还不行请打电话给社区',
    en: 'It did not work and nothing was changed. Try again, or call the community office',
  },
  unknownRefusal: { zh: '现在不能这样办（{code}）', en: 'This cannot be done now ({code})' },
} as const satisfies Record<string, Label>;

/** A failure in words with its figures; says what is safe, never 系统异常. */
export function failureWords(failure: ApiFailure, lookup: RefusalLookup): { label: Label; params?: Params | undefined } {
  if (failure.kind !== 'refused') return { label: general[failure.kind] };
  const label = lookup(failure.module, failure.code);
  return label ? { label, params: failure.params } : { label: general.unknownRefusal, params: { code: failure.code } };
}
