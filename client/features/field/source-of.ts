import type { CaseSource } from '#shared/cases/cases-schema.ts';
import type { Role } from '#shared/identity/identity-schema.ts';

const sources: readonly (readonly [Role, CaseSource])[] = [
  ['gridWorker', 'gridWorker'],
  ['inspector', 'patrol'],
  ['estateGroupLeader', 'estateGroupLeader'],
  ['buildingHead', 'buildingHead'],
];

/** Under which source a person with these posts reports from outdoors; null when no post allows it. */
export function sourceOf(posts: readonly { role: Role }[]): CaseSource | null {
  return sources.find(([role]) => posts.some((post) => post.role === role))?.[1] ?? null;
}

/** Those whose word needs a photo (lifecycles D1, row 1). */
export function photoNeeded(source: CaseSource | null): boolean {
  return source === 'gridWorker' || source === 'patrol';
}
