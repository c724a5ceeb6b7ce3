import type { WhistleSnapshot, WhistleState } from '#shared/dispatch/whistle-schema.ts';
import type { Label } from '#shared/kernel/label.ts';
import type { Instant } from '#shared/kernel/time.ts';

/** The ten stages of the bar, in the order of the lifecycle. */
export const stages = ['draft', 'blow', 'answer', 'arrive', 'opinions', 'plan', 'work', 'done', 'feedback', 'clear'] as const;
export type Stage = (typeof stages)[number];

export const stageLabels = {
  draft: { zh: '起草', en: 'Draft' },
  blow: { zh: '吹哨', en: 'Blow' },
  answer: { zh: '应哨', en: 'Answer' },
  arrive: { zh: '到场', en: 'Arrive' },
  opinions: { zh: '征求意见', en: 'Opinions' },
  plan: { zh: '定方案', en: 'Plan' },
  work: { zh: '实施', en: 'Work' },
  done: { zh: '完成', en: 'Done' },
  feedback: { zh: '反馈', en: 'Feedback' },
  clear: { zh: '销账', en: 'Clear' },
} as const satisfies Record<Stage, Label>;

/** The stage a whistle in this state works at; null once it is over. */
const stageOfState: Readonly<Record<WhistleState, Stage | null>> = {
  drafted: 'blow',
  blown: 'answer',
  acknowledged: 'arrive',
  onSite: 'opinions',
  opinionsCollected: 'plan',
  planned: 'work',
  executing: 'work',
  onHold: 'work',
  completed: 'done',
  fedBack: 'clear',
  cleared: null,
  withdrawn: null,
  void: null,
};

/** When each stage was reached; null while it lies ahead. */
function reachedAt(snapshot: WhistleSnapshot): Readonly<Record<Stage, Instant | null>> {
  return {
    draft: snapshot.draftedAt,
    blow: snapshot.blownAt,
    answer: snapshot.acknowledgedAt,
    arrive: snapshot.onSiteAt,
    opinions: snapshot.opinionsAt,
    plan: snapshot.planApprovedAt,
    work: snapshot.startedAt,
    done: snapshot.acceptedAt ?? snapshot.completedAt,
    feedback: snapshot.fedBackAt,
    clear: snapshot.clearedAt,
  };
}

export type StageStand = { stage: Stage; at: Instant | null; state: 'passed' | 'now' | 'missed' | 'next' };

/** How the whistle stands on its ten stages: passed with the date, the one it works at (late or not), and those ahead. */
export function stagesOf(snapshot: WhistleSnapshot, late: boolean): StageStand[] {
  const current = stageOfState[snapshot.state];
  const reached = reachedAt(snapshot);
  // a whistle that was withdrawn or voided has passed only what it reached
  const at = current !== null ? stages.indexOf(current) : snapshot.state === 'cleared' ? stages.length : -1;
  return stages.map((stage, index) => {
    if (index === at) return { stage, at: null, state: late ? 'missed' : 'now' };
    const passed = reached[stage];
    return { stage, at: passed, state: passed !== null || index < at ? 'passed' : 'next' };
  });
}
