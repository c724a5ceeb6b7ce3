import type { FiredMark } from '#server/modules/clocks/index.ts';
import type { Tx } from '#server/platform/db.ts';
import type { ScopeFacts } from '#shared/cases/cases-policy.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { MarkAudience } from '#shared/notifications/clock-notices.ts';
import { pathsUp } from '#shared/territory/path.ts';
import { nearestHolders, onePerson, peopleOfUnits, type Recipient } from './reach-people.ts';

type Marked = { mark: FiredMark; facts: ScopeFacts; now: Instant };

/** Who owed the step when the mark fired, and the chain above: by posts in force now. */
export async function markRecipients(tx: Tx, to: MarkAudience, { mark: { holder, escalates }, facts, now }: Marked): Promise<Recipient[]> {
  const above = { facts: { ...facts, scopePath: escalates.unitPath }, now };
  switch (to) {
    case 'holder':
      if (holder.kind === 'department') return peopleOfUnits(tx, [holder.departmentId], { roles: ['departmentHandler'], now });
      if (holder.kind === 'user') return onePerson(tx, holder.userId, { facts, now });
      return nearestHolders(tx, [holder.role], { facts: { ...facts, scopePath: holder.unitPath }, now });
    case 'unitLeads':
      return escalates.departmentId === null ? [] : peopleOfUnits(tx, [escalates.departmentId], { roles: ['departmentLead'], now });
    case 'street':
      return nearestHolders(tx, ['streetOperator'], above);
    case 'district': {
      const [district = escalates.unitPath] = pathsUp(escalates.unitPath);
      return nearestHolders(tx, ['administrator'], { facts: { ...facts, scopePath: district }, now });
    }
  }
}
