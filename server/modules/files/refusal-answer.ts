import type { RefusalError } from '#server/platform/errors.ts';

const statusOfKind = { badRequest: 400, notFound: 404, forbidden: 403, conflict: 409, tooMany: 429, unauthenticated: 401 } as const;
/** Where HTTP has a word of its own for the reason, it is used: senders decide by it whether another try makes sense. */
const statusOfCode: Readonly<Record<string, number>> = { photoTooLarge: 413, photoFormat: 415, photoBroken: 422, photoEmpty: 422 };

/** A refusal as an HTTP answer: `{ refusal: { module, code, params } }` with the status that says the same. */
export function refusalAnswer({ kind, module, refusal: { code, params } }: RefusalError): { status: number; body: object } {
  return { status: statusOfCode[code] ?? statusOfKind[kind], body: { refusal: { module, code, params: params ?? {} } } };
}
