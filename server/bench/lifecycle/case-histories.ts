import { performCaseAction, readCaseEvents } from '#server/modules/cases/index.ts';
import { readActor } from '#server/modules/identity/index.ts';
import type { CaseEvent } from '#shared/cases/cases-events.ts';
import type { CaseId } from '#shared/kernel/ids.ts';
import { HOUR, type Instant } from '#shared/kernel/time.ts';
import type { Platform } from '../../platform/context.ts';
import { newId } from '../../platform/ids.ts';
import { type CasePlan, commandOf, DEPARTMENT_CATEGORY, handOf, type StepAction, TEAM_CATEGORY } from '../world/case-steps.ts';
import type { TownCommunity, TownGrid } from '../world/town-plan.ts';

/** How a case went; `share` of the finished or of the open ones. */
type Course = { ended: boolean; share: number; category: CasePlan['category']; steps: readonly StepAction[] };
/** A history as the product's own commands wrote it, in the community it was played in. */
export type CaseHistory = Pick<Course, 'ended' | 'share'> & { plan: CasePlan; grid: TownGrid; caseId: CaseId; events: CaseEvent[] };

const toSigned: StepAction[] = ['submit', 'register', 'dispatch', 'sign'];
const toFeedback: StepAction[] = [...toSigned, 'contact', 'submitFeedback'];
const toClosed: StepAction[] = [...toFeedback, 'inspectPass'];

/** Most cases go straight; some come back from the inspection, reach nobody at the callback, or are nobody's business. */
const courses: readonly Course[] = [
  { ended: true, share: 55, category: TEAM_CATEGORY, steps: [...toClosed, 'recordCallback'] },
  { ended: true, share: 27, category: DEPARTMENT_CATEGORY, steps: [...toClosed, 'recordCallback'] },
  {
    ...{ ended: true, share: 6, category: TEAM_CATEGORY },
    steps: [...toFeedback, 'inspectFail', 'submitFeedback', 'inspectPass', 'recordCallback'],
  },
  {
    ...{ ended: true, share: 8, category: DEPARTMENT_CATEGORY },
    steps: [...toClosed, 'tryCallback', 'tryCallback', 'tryCallback', 'markUnreachable'],
  },
  { ended: true, share: 4, category: TEAM_CATEGORY, steps: ['submit', 'decline'] },
  { ended: false, share: 10, category: TEAM_CATEGORY, steps: ['submit'] },
  { ended: false, share: 5, category: DEPARTMENT_CATEGORY, steps: ['submit', 'register'] },
  { ended: false, share: 10, category: TEAM_CATEGORY, steps: ['submit', 'register', 'dispatch'] },
  { ended: false, share: 40, category: TEAM_CATEGORY, steps: toSigned },
  { ended: false, share: 25, category: DEPARTMENT_CATEGORY, steps: toSigned },
  { ended: false, share: 10, category: TEAM_CATEGORY, steps: toFeedback },
];

type Playing = { platform: Platform; clock: { now: Instant }; community: TownCommunity; text: string; from: Instant };

/** Plays one case of every course in a community, hour by hour from a moment on, and reads what was written. */
export async function playHistories({ platform, clock, community, text, from }: Playing): Promise<CaseHistory[]> {
  const [grid] = community.grids;
  if (!grid) throw new Error('a community without grids');
  const histories: CaseHistory[] = [];
  for (const { ended, share, category, steps } of courses) {
    const caseId = newId<CaseId>(from);
    const plan: CasePlan = { community, category, text, point: grid.center };
    clock.now = from;
    let version = 0;
    for (const action of steps) {
      const { userId } = community.people[handOf(action, plan)];
      const actor = await readActor(platform.db, { userId, now: clock.now });
      if (!actor) throw new Error(`${userId} has no account`);
      const command = commandOf(action, { plan, at: { caseId, version, now: clock.now } });
      ({ version } = await performCaseAction({ ...platform, actor, locale: 'zh' }, command));
      clock.now += HOUR;
    }
    const events = (await readCaseEvents(platform.db, [caseId])).map((read) => read.event);
    histories.push({ ended, share, plan, grid, caseId, events });
  }
  return histories;
}
