import type { Response } from 'express';
import { RefusalError } from '#server/platform/errors.ts';

const statusOfKind = { badRequest: 400, notFound: 404, forbidden: 403, conflict: 409, tooMany: 429, unauthenticated: 401 } as const;
/** Where HTTP has a word of its own for the reason, it is used: senders decide by it whether another try makes sense. */
const statusOfCode: Readonly<Record<string, number>> = { photoTooLarge: 413, photoFormat: 415, photoBroken: 422, photoEmpty: 422 };

/** Answers a refusal as `{ refusal: { module, code, params } }`; anything else is not a refusal and goes on as an error. */
export function answerRefusal(response: Response, error: unknown): void {
  if (!(error instanceof RefusalError)) throw error;
  const { code, params } = error.refusal;
  response.status(statusOfCode[code] ?? statusOfKind[error.kind]);
  response.json({ refusal: { module: error.module, code, params: params ?? {} } });
}
