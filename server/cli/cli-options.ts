import { type ContentKind, contentKinds } from './open-installation.ts';

/** The command was called in a way it does not understand. */
export class UsageError extends Error {}

/** Which content of the embedded database is meant; null = not said. */
export function contentOption(value: string | undefined): ContentKind | null {
  if (value === undefined) return null;
  const kind = contentKinds.find((known) => known === value);
  if (kind === undefined) throw new UsageError(`--content is one of ${contentKinds.join(', ')}`);
  return kind;
}
