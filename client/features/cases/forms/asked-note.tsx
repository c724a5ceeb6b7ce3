import { limitWords } from '#shared/calendar/calendar.i18n.ts';
import { voidReasonLabels } from '#shared/cases/cases.i18n.ts';
import { defineTexts, useLabel, useLocale, useTimeWords } from '../../../platform/index.ts';
import { AskedBanner } from '../../cases-parts/index.ts';
import type { CaseDetail } from '../case-types.ts';

const texts = defineTexts({
  extension: { zh: '{who} 申请延 {limit}', en: '{who} asks for {limit} more' },
  hold: { zh: '{who} 申请挂账，{when} 复查', en: '{who} asks for a hold, review {when}' },
  void: { zh: '{who} 申请作废：{reason}', en: '{who} asks to void: {reason}' },
});

/** What waits for somebody's decision, in the words of whoever asked. */
export function AskedNote({ detail }: { detail: CaseDetail }) {
  const say = useLabel();
  const { locale } = useLocale();
  const { full, moment } = useTimeWords();
  const { extensionAsked, holdAsked, voidAsked } = detail.snapshot;
  const who = (id: string) => detail.people.find((person) => person.userId === id)?.name ?? '';
  const asked = [
    extensionAsked && {
      ...{ key: 'extension', at: extensionAsked.at, text: extensionAsked.reason },
      head: say(texts.extension, { who: who(extensionAsked.byId), limit: limitWords(extensionAsked.limit, locale) }),
    },
    holdAsked && {
      ...{ key: 'hold', at: holdAsked.at, text: holdAsked.obstacle },
      head: say(texts.hold, { who: who(holdAsked.byId), when: full(holdAsked.nextReviewAt) }),
    },
    voidAsked && {
      ...{ key: 'void', at: voidAsked.at, text: voidAsked.note },
      head: say(texts.void, { who: who(voidAsked.byId), reason: say(voidReasonLabels[voidAsked.reason]) }),
    },
  ].filter((each) => each !== null);
  return asked.map((each) => (
    <AskedBanner key={each.key}>
      <b>{each.head}</b>
      <span>{each.text}</span>
      <small>{moment(each.at)}</small>
    </AskedBanner>
  ));
}
