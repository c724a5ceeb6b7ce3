import type { Db } from '#server/platform/db.ts';
import type { CaseEventType } from '#shared/cases/cases-events.ts';
import { caseTransitions } from '#shared/cases/cases-table.ts';
import type { Role } from '#shared/identity/identity-schema.ts';
import { maskName } from '#shared/identity/mask-person.ts';
import type { UserId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { inForce } from '#shared/territory/territory-schema.ts';
import { SYSTEM_USER } from './system-ctx.ts';

type Bilingual = { zh: string; en: string };
/** A person as a case names one: residents only masked, staff by the post they acted in. */
export type CasePerson = { userId: UserId; name: string; role: Role; deputy: boolean; unit: string | null; department: Bilingual | null };

type Post = Omit<CasePerson, 'userId' | 'name'> & { validFrom: number; validTo: number | null };
type Account = { name: string; kind: string; posts: Post[] };

/** Reads people with the history of their posts; answers who somebody was at a moment, preferring a post that gives one of the roles. */
export async function peopleOf(
  db: Db,
  ids: Iterable<UserId>,
): Promise<(who: { userId: UserId; at: Instant; roles: readonly Role[] }) => CasePerson> {
  const rows = await db.user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: {
      id: true,
      name: true,
      kind: true,
      appointments: {
        orderBy: [{ validFrom: 'asc' }, { id: 'asc' }],
        select: {
          role: true,
          deputy: true,
          validFrom: true,
          validTo: true,
          unit: { select: { name: true } },
          department: { select: { nameZh: true, nameEn: true } },
        },
      },
    },
  });
  const accounts = new Map(
    rows.map(({ id, name, kind, appointments }): [string, Account] => [
      id,
      {
        name,
        kind,
        posts: appointments.map((post) => ({
          role: post.role as Role,
          deputy: post.deputy,
          unit: post.unit?.name ?? null,
          department: post.department && { zh: post.department.nameZh, en: post.department.nameEn },
          validFrom: post.validFrom.getTime(),
          validTo: post.validTo?.getTime() ?? null,
        })),
      },
    ]),
  );
  return ({ userId, at, roles }) => personAt(userId, { account: accounts.get(userId) ?? null, at, roles });
}

function personAt(userId: UserId, { account, at, roles }: { account: Account | null; at: Instant; roles: readonly Role[] }): CasePerson {
  const nobody = { userId, deputy: false, unit: null, department: null };
  if (userId === SYSTEM_USER || account === null || account.kind === 'system') {
    return { ...nobody, name: account?.name ?? '系统', role: 'system' };
  }
  const held = account.posts.filter((post) => inForce(post, at));
  const post = held.find(({ role }) => roles.includes(role)) ?? held[0];
  if (account.kind === 'resident' && (!post || !roles.includes(post.role))) {
    return { ...nobody, name: maskName(account.name), role: 'resident' };
  }
  if (!post) return { ...nobody, name: account.name, role: 'auditor' };
  const { role, deputy, unit, department } = post;
  return { userId, name: account.name, role, deputy, unit, department };
}

const rolesByEvent = new Map<CaseEventType, readonly Role[]>();
for (const { events, roles } of Object.values(caseTransitions)) {
  for (const type of events) rolesByEvent.set(type, [...(rolesByEvent.get(type) ?? []), ...roles.filter((role) => role !== 'resident')]);
}

/** The roles whose action leaves this event: the hat somebody wore when doing it. */
export function rolesBehind(type: CaseEventType): readonly Role[] {
  return rolesByEvent.get(type) ?? [];
}
