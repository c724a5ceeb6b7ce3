/** What a database is filled with: the made-up community, the public records of a city in a folder, or nothing but an administrator. */
export type Content = { kind: 'community' } | { kind: 'city'; folder: string } | { kind: 'empty' };

const names = { community: 'gridwhistle', city: 'gridwhistle_city', empty: 'gridwhistle_plain' } as const satisfies Record<
  Content['kind'],
  string
>;

/** Name of the embedded database of a content: each has its own, so that changing between them loses nothing. */
export function databaseName(content: Content): string {
  return names[content.kind];
}
