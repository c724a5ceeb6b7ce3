import type { Label } from '#shared/kernel/label.ts';
import type { Params } from './i18n.tsx';

/** What the server says of a call it could not answer (server/platform/trpc.ts). */
export type ApiErrorData = { code?: unknown; refusal?: unknown; issues?: unknown };

/** A call without result: the server's reasons in `data`, nothing there when it did not answer at all. */
export class ApiError extends Error {
  readonly data: ApiErrorData | undefined;
  constructor(message: string, data: ApiErrorData | undefined) {
    super(message);
    this.name = 'ApiError';
    this.data = data;
  }
}

/** Why a request came to nothing, as a page needs to know it. */
export type ApiFailure =
  | { kind: 'offline' }
  | { kind: 'signedOut' }
  | { kind: 'refused'; module: string; code: string; params?: Params | undefined }
  | { kind: 'invalid'; issues: readonly { path: string; code: string; message: string }[] }
  | { kind: 'broken' };

/** Reads an error of a query or mutation; never throws. No answer at all counts as offline. */
export function readFailure(error: unknown): ApiFailure {
  if (!(error instanceof ApiError)) return error instanceof TypeError ? { kind: 'offline' } : { kind: 'broken' };
  const { data } = error;
  if (!data) return { kind: 'offline' };
  const refusal = readRefusal(data.refusal);
  if (data.code === 'UNAUTHORIZED' && (!refusal || refusal.code === 'signInFirst')) return { kind: 'signedOut' };
  if (refusal) return refusal;
  const issues = Array.isArray(data.issues) ? data.issues.flatMap(readIssue) : [];
  return issues.length > 0 ? { kind: 'invalid', issues } : { kind: 'broken' };
}

// Read by hand: a schema library would cost the light entries a tenth of their budget.
function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function readRefusal(value: unknown): Extract<ApiFailure, { kind: 'refused' }> | null {
  if (!isRecord(value) || typeof value.module !== 'string' || typeof value.code !== 'string') return null;
  const params: Record<string, string | number> = {};
  if (isRecord(value.params)) {
    for (const [name, each] of Object.entries(value.params)) if (typeof each === 'string' || typeof each === 'number') params[name] = each;
  }
  return { kind: 'refused', module: value.module, code: value.code, params };
}

function readIssue(value: unknown): { path: string; code: string; message: string }[] {
  if (!isRecord(value)) return [];
  const { path, code, message } = value;
  return typeof path === 'string' && typeof code === 'string' && typeof message === 'string' ? [{ path, code, message }] : [];
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
