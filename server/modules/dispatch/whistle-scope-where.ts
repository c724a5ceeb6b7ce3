import { anyOf } from '#server/platform/any-of.ts';
import type { Prisma } from '#server/platform/db.ts';
import type { CaseScope, ScopePart } from '#shared/cases/cases-policy.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';
import { pathsUp } from '#shared/territory/path.ts';

/** The one database filter of which whistles a person may see; it answers as the pure `whistleVisible` does. */
export function whistleWhere(scope: CaseScope): Prisma.WhistleWhereInput {
  if (scope.some(({ kind }) => kind === 'all')) return {};
  return anyOf(scope.flatMap((part) => partWhere(part) ?? []));
}

function partWhere(part: ScopePart): Prisma.WhistleWhereInput | null {
  switch (part.kind) {
    case 'all':
    case 'own':
      return null;
    case 'subtree': {
      const below = { unitPath: { startsWith: part.path } };
      return part.unplaced ? { OR: [below, { unitId: null, unitPath: { in: pathsUp(part.path) } }] } : below;
    }
    case 'departments':
      return { departmentIds: { hasSome: [...part.ids] } };
    default:
      return assertNever(part);
  }
}
