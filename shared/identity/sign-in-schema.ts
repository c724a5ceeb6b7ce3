import * as z from 'zod/mini';
import { isPhoneNumber, normalizePhone } from './phone-number.ts';

/** A phone number as stored: a mainland mobile without prefix, anything else in E.164. Spaces, hyphens and +86 are taken off. Error: `phoneInvalid`. */
export const phone = z.pipe(
  z.string().check(z.maxLength(32, 'phoneInvalid')),
  z.pipe(
    z.transform((value: string) => normalizePhone(value)),
    z.string().check(z.refine(isPhoneNumber, 'phoneInvalid')),
  ),
);

export const username = z
  .string()
  .check(z.trim(), z.minLength(3, 'required'), z.maxLength(40, 'tooLong'), z.regex(/^[a-z0-9._-]+$/i, 'usernameInvalid'));

/** Sign-in of staff. */
export const passwordSignIn = z.object({ username, password: z.string().check(z.minLength(1, 'required'), z.maxLength(200, 'tooLong')) });
export type PasswordSignIn = z.infer<typeof passwordSignIn>;

/** First step of a resident's sign-in. */
export const phoneCodeRequest = z.object({ phone });
export type PhoneCodeRequest = z.infer<typeof phoneCodeRequest>;

/** Second step: the six digits of the message. */
export const phoneSignIn = z.object({ phone, code: z.string().check(z.trim(), z.regex(/^\d{6}$/, 'codeInvalid')) });
export type PhoneSignIn = z.infer<typeof phoneSignIn>;
