import { readDutyChain } from '#server/modules/territory/index.ts';
import type { Ctx } from '#server/platform/context.ts';
import type { CaseSnapshot } from '#shared/cases/cases-schema.ts';
import type { Role } from '#shared/identity/identity-schema.ts';
import type { UserId } from '#shared/kernel/ids.ts';

/** One rung of who answers for a place: the person, or whoever stands in. The phone is the one of the post, for residents to call. */
export type DutyPerson = {
  role: Role;
  title: { zh: string; en: string };
  userId: UserId;
  name: string;
  via: 'holder' | 'deputy' | 'levelUp';
};

/** Who answers for the place of a case now, deepest rung first; empty for a case without a place. */
export async function dutyOfCase(ctx: Ctx, { unitId }: Pick<CaseSnapshot, 'unitId'>): Promise<DutyPerson[]> {
  if (unitId === null) return [];
  const chain = await readDutyChain(ctx.db, { unitId, at: ctx.now() });
  const ids = chain.flatMap((link) => link.onDuty?.userId ?? []);
  const users = await ctx.db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = new Map(users.map((user) => [user.id, user.name]));
  return chain.flatMap(({ step, onDuty }) =>
    onDuty ? [{ role: step.role, title: step.title, userId: onDuty.userId, name: names.get(onDuty.userId) ?? '', via: onDuty.via }] : [],
  );
}

export type ReachablePerson = Pick<DutyPerson, 'title' | 'name' | 'via'> & { phone: string | null };

/** The grid worker of a place with a phone to call, else whoever stands in; else the community team's phone. */
export async function whomToCall(ctx: Ctx, snapshot: Pick<CaseSnapshot, 'unitId' | 'communityId'>): Promise<ReachablePerson | null> {
  const chain = await dutyOfCase(ctx, snapshot);
  // a neighbour in office (building head, group leader) holds a private phone: it is nobody's to give away
  const person = chain.find(({ role }) => role === 'gridWorker') ?? chain.find(({ role }) => role === 'secretary');
  const team = snapshot.communityId
    ? await ctx.db.department.findFirst({
        where: { unitId: snapshot.communityId, kind: 'communityTeam' },
        select: { phone: true, nameZh: true, nameEn: true },
      })
    : null;
  if (!person) return team && { title: { zh: team.nameZh, en: team.nameEn }, name: '', via: 'levelUp', phone: team.phone };
  const user = await ctx.db.user.findUnique({ where: { id: person.userId }, select: { phoneSealed: true } });
  const { title, name, via } = person;
  return { title, name, via, phone: user?.phoneSealed ? ctx.cipher.open(user.phoneSealed) : (team?.phone ?? null) };
}
