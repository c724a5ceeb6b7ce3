import * as z from 'zod/mini';

/**
 * The text as a database keeps it: without null characters, and with half an emoji (what is left when a pair is cut in the middle) told
 * as �. Both would otherwise be refused deep inside, and the sender's retries with them.
 */
export function storableText(text: string): string {
  return text.replaceAll('\u0000', '').replace(/\p{Surrogate}/gu, '\ufffd');
}

/** The same as a step of a schema. */
export const storable = () => z.overwrite<string>(storableText);

/** A string as a stored event holds it: at most `max` characters, none of them one that a database refuses. */
export const stored = (max: number) => z.string().check(z.maxLength(max), z.regex(/^[^\0]*$/));
