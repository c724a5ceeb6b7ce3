import * as z from 'zod/mini';
import { storable } from './storable-text.ts';

/** Text that must be there, trimmed, at most `max` characters. Errors are the keys `required` and `tooLong`. */
export const written = (max: number) => z.string().check(storable(), z.trim(), z.minLength(1, 'required'), z.maxLength(max, 'tooLong'));

/** Text that may be missing; absent = empty. */
export const optionalText = (max: number) => z._default(z.string().check(storable(), z.trim(), z.maxLength(max, 'tooLong')), '');
