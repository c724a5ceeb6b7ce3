import type { Appointment, UnitLevel } from '../identity/identity-schema.ts';
import type { UnitId, UserId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import type { Ladder, LadderStep } from './ladder.ts';
import { inForce } from './territory-schema.ts';

/** Who answers for a rung: its holder, its deputy while the post is vacant, or whoever answers one level up. */
export type OnDuty = { userId: UserId; via: 'holder' | 'deputy' | 'levelUp'; unitId: UnitId };

export type DutyLink = {
  step: LadderStep;
  unitId: UnitId;
  holderId: UserId | null;
  deputyId: UserId | null;
  /** null only when this post and all above it are vacant */
  onDuty: OnDuty | null;
};

/**
 * The chain of duty over a place at a moment, deepest rung first, one link per rung whose level is among the ancestors.
 * A vacant post falls to its deputy, then one level up. Of several holders of one post the longest in office counts (then by id).
 */
export function dutyChain(input: {
  ladder: Ladder;
  ancestors: readonly { unitId: UnitId; level: UnitLevel }[];
  appointments: readonly Appointment[];
  at: Instant;
}): DutyLink[] {
  const links: DutyLink[] = [];
  let above: OnDuty | null = null;
  for (const step of input.ladder) {
    const unit = input.ancestors.find((ancestor) => ancestor.level === step.level);
    if (!unit) continue;
    const posts = input.appointments
      .filter((post) => post.unitId === unit.unitId && post.role === step.role && inForce(post, input.at))
      .sort((a, b) => a.validFrom - b.validFrom || (a.id < b.id ? -1 : 1));
    const holderId = posts.find((post) => !post.deputy)?.userId ?? null;
    const deputyId = posts.find((post) => post.deputy)?.userId ?? null;
    const onDuty: OnDuty | null = answering({ holderId, deputyId, unitId: unit.unitId, above });
    links.push({ step, unitId: unit.unitId, holderId, deputyId, onDuty });
    above = onDuty;
  }
  return links.reverse();
}

/** Who a report of this person goes to: the next person up the chain other than the reporter; null at the top or for a stranger to the chain. */
export function reportsTo(chain: readonly DutyLink[], reporterId: UserId): OnDuty | null {
  const own = chain.findIndex((link) => link.holderId === reporterId || link.deputyId === reporterId);
  if (own < 0) return null;
  return chain.slice(own + 1).find((link) => link.onDuty && link.onDuty.userId !== reporterId)?.onDuty ?? null;
}

/** Everybody the task passes on its way down, from the top, each person once. */
export function dutyPeople(chain: readonly DutyLink[]): UserId[] {
  return [...new Set(chain.flatMap((link) => (link.onDuty ? [link.onDuty.userId] : [])).reverse())];
}

function answering(post: { holderId: UserId | null; deputyId: UserId | null; unitId: UnitId; above: OnDuty | null }): OnDuty | null {
  if (post.holderId) return { userId: post.holderId, via: 'holder', unitId: post.unitId };
  if (post.deputyId) return { userId: post.deputyId, via: 'deputy', unitId: post.unitId };
  return post.above && { ...post.above, via: 'levelUp' };
}
