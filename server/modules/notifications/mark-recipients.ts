import type { FiredMark } from '#server/modules/clocks/index.ts';
import type { ScopeFacts } from '#shared/cases/cases-policy.ts';
import type { MarkAudience } from '#shared/notifications/clock-notices.ts';
import { pathsUp } from '#shared/territory/path.ts';
import type { People } from './people-at.ts';
import { type Able, anyAble, nearestHolders, onePerson, peopleOfUnits, type Recipient } from './reach-people.ts';

type Marked = { mark: Pick<FiredMark, 'holder' | 'escalates'>; facts: ScopeFacts; able?: Able | undefined };

/** Who may do what a secretary is barred from, in this order. */
const besideSecretary = ['secretary', 'gridWorker', 'inspector', 'streetOperator'] as const;

/** Who owed the step when the mark fired, of them those who may do it, and the chain above: by posts in force now. */
export async function markRecipients(
  people: People,
  to: MarkAudience,
  { mark: { holder, escalates }, facts, able }: Marked,
): Promise<Recipient[]> {
  switch (to) {
    case 'holder':
      if (holder.kind === 'department') return peopleOfUnits(people, [holder.departmentId], ['departmentHandler']);
      if (holder.kind === 'user') {
        const own = await onePerson(people, holder.userId, facts);
        if (able === undefined || (await anyAble(people, own, able))) return own;
        // who ordered a supervision has left or is barred: then the street judges
        return nearestHolders(people, ['streetOperator'], { ...facts, scopePath: escalates.unitPath }, able);
      }
      return nearestHolders(
        people,
        able && holder.role === 'secretary' ? besideSecretary : [holder.role],
        { ...facts, scopePath: holder.unitPath },
        able,
      );
    case 'unitLeads':
      return escalates.departmentId === null ? [] : peopleOfUnits(people, [escalates.departmentId], ['departmentLead']);
    case 'street':
      return nearestHolders(people, ['streetOperator'], { ...facts, scopePath: escalates.unitPath });
    case 'district': {
      const [district = escalates.unitPath] = pathsUp(escalates.unitPath);
      return nearestHolders(people, ['administrator'], { ...facts, scopePath: district });
    }
  }
}
