import { anyOf } from '#server/platform/any-of.ts';
import type { Prisma } from '#server/platform/db.ts';
import type { CaseScope, ScopePart } from '#shared/cases/cases-policy.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';
import { pathsUp } from '#shared/territory/path.ts';

/** The one database filter of what a person may see; it answers as the pure `caseVisible` does (proven by a property test). */
export function caseWhere(scope: CaseScope): Prisma.CaseWhereInput {
  const limited = scope.filter((part) => part.kind !== 'all');
  // an empty filter inside OR matches nothing, so "everything" stands alone
  return limited.length < scope.length ? {} : anyOf(limited.map(partWhere));
}

function partWhere(part: Exclude<ScopePart, { kind: 'all' }>): Prisma.CaseWhereInput {
  switch (part.kind) {
    case 'subtree': {
      const below = { unitPath: { startsWith: part.path } };
      return part.unplaced ? { OR: [below, { unitId: null, unitPath: { in: pathsUp(part.path) } }] } : below;
    }
    case 'departments':
      return { departmentIds: { hasSome: [...part.ids] } };
    case 'own':
      return { OR: [{ reporterId: part.userId }, { applicantId: part.userId }] };
    default:
      return assertNever(part);
  }
}
