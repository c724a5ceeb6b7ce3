import { supervisionLevelLabels, supervisionStateLabels } from '#shared/cases/cases.i18n.ts';
import { openSupervision } from '#shared/cases/supervision.ts';
import { defineTexts, useLabel, useTimeWords } from '../../../platform/index.ts';
import { AskedBanner } from '../../cases-parts/index.ts';
import type { CaseDetail } from '../case-types.ts';

const texts = defineTexts({
  head: { zh: '{level}，{when} 前办结：{state}', en: '{level}, before {when}: {state}' },
  issued: { zh: '{from} 发给 {to}，{when}', en: '{from} to {to}, {when}' },
  community: { zh: '社区', en: 'the community' },
  received: { zh: '{who} 签收，{when}', en: 'received by {who}, {when}' },
  replied: { zh: '{who} 答复，{when}', en: 'answered by {who}, {when}' },
  returned: { zh: '退回过 {n} 次', en: 'given back {n} times' },
});

/** The open supervision of a case: who asks, who answers, how far it is. */
export function SupervisionNote({ detail }: { detail: CaseDetail }) {
  const say = useLabel();
  const { full, moment } = useTimeWords();
  const open = openSupervision(detail.snapshot);
  if (open === null) return null;
  const { level, until, state, departmentId, recipient, reply, receivedAt, receivedById, returnCount } = open;
  const person = (id: string | null) => detail.people.find((each) => each.userId === id)?.name ?? '';
  const unit = detail.departments.find((each) => each.id === departmentId);
  const to = [unit ? say(unit.name) : say(texts.community), recipient].filter(Boolean).join(' ');
  const answered = reply && say(texts.replied, { who: person(reply.byId), when: moment(reply.at) });
  const steps = [
    say(texts.issued, { from: person(open.byId), to, when: moment(open.at) }),
    receivedAt !== null && say(texts.received, { who: person(receivedById), when: moment(receivedAt) }),
    answered,
    returnCount > 0 && say(texts.returned, { n: returnCount }),
  ].filter(Boolean);
  return (
    <AskedBanner supervision={open}>
      <b>{say(texts.head, { level: say(supervisionLevelLabels[level]), when: full(until), state: say(supervisionStateLabels[state]) })}</b>
      {reply && <span>{reply.text}</span>}
      <small>{steps.join('　')}</small>
    </AskedBanner>
  );
}
