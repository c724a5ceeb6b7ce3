import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';
import { caseStepLabels } from '#shared/cases/cases.i18n.ts';
import type { CaseEventType } from '#shared/cases/cases-events.ts';
import { caseEventLabels } from '#shared/cases/cases-history.i18n.ts';
import { roleLabels } from '#shared/identity/identity.i18n.ts';
import { defineTexts, type Joined, type Say } from '../../platform/index.ts';
import type { ThreadItem } from '../cases-parts/case-thread.tsx';

export type OwnCase = inferRouterOutputs<AppRouter>['cases']['ownById'];
type Step = OwnCase['steps'][number];

const texts = defineTexts({
  by: { zh: '{post} {surname}同志', en: '{post} ({surname})' },
  you: { zh: '您反映的', en: 'Told by you' },
  now: { zh: '现在：{step}', en: 'Now: {step}' },
  holds: { zh: '在{who}手里', en: 'With: {who}' },
  promise: { zh: '最晚 {at}', en: 'By {at}' },
  missed: { zh: '应在 {at} 前办，已经超时', en: 'Was due by {at} and is late' },
  missedNote: { zh: '还没办好。您可以打电话催，也可以补一句。', en: 'It is not done yet. You may call, or add a word.' },
  answered: { zh: '最晚 {at} 答复您', en: 'You have the answer by {at}' },
  review: { zh: '{at} 再看', en: 'Looked at again {at}' },
});

/** The moments that tie a knot in the line; everything else is a bead. */
const knots: readonly CaseEventType[] = ['CaseReported', 'CaseDispatched', 'CaseSelfHandled', 'FeedbackSubmitted', 'CaseClosed'];

type Words = { say: Say; joined: Joined; moment: (at: number) => string; holder: string };

/** The applicant's view of the line: what was, what is, what is promised. */
export function threadItems(own: OwnCase, { say, joined, moment, holder }: Words): ThreadItem[] {
  const items = own.steps.map(
    (step): ThreadItem => ({
      key: String(step.seq),
      kind: knots.includes(step.type) ? 'knot' : 'bead',
      state: 'passed',
      title: say(caseEventLabels[step.type]),
      when: { text: moment(step.at), at: step.at },
      note: joined.termed(doneBy(step, say), step.text),
    }),
  );
  if (own.nextStep === null) return items;
  const { until } = own.holder;
  const late = own.clock.overdue && until !== null;
  items.push({
    key: 'now',
    kind: 'knot',
    state: late ? 'missed' : 'now',
    title: late ? say(texts.missed, { at: moment(until) }) : say(texts.now, { step: say(caseStepLabels[own.nextStep]) }),
    note: late ? say(texts.missedNote) : say(texts.holds, { who: holder }),
  });
  const promised = own.answerBy && own.state !== 'closed' ? own.answerBy.at : null;
  if (promised !== null && !late)
    items.push({ key: 'next', kind: 'knot', state: 'next', title: say(texts.answered, { at: moment(promised) }) });
  else if (until !== null && !late)
    items.push({
      key: 'next',
      kind: 'knot',
      state: 'next',
      title: say(own.state === 'onHold' ? texts.review : texts.promise, { at: moment(until) }),
    });
  return items;
}

function doneBy({ by, type }: Step, say: Say): string {
  if (by.role === 'resident') return type === 'CaseReported' ? say(texts.you) : '';
  if (by.role === 'system') return '';
  const post = by.department ? say(by.department) : say(roleLabels[by.role]);
  return by.surname === '' ? post : say(texts.by, { post, surname: by.surname });
}
