import { limitWords } from '#shared/calendar/calendar.i18n.ts';
import { supervisionLevelLabels } from '#shared/cases/cases.i18n.ts';
import { whistleVoidReasonLabels } from '#shared/dispatch/whistle.i18n.ts';
import { defineTexts, useLabel, useLocale, useTimeWords } from '../../../platform/index.ts';
import { AskedBanner } from '../../cases-parts/index.ts';
import { personName, useUnitName } from '../hooks/use-names.ts';
import type { WhistleDetail } from '../whistle-types.ts';
import styles from './whistle.module.css';

const texts = defineTexts({
  blow: { zh: '{who} 报街道批准吹哨', en: '{who} asks the street to approve' },
  extension: { zh: '{who} 申请延 {limit}', en: '{who} asks for {limit} more' },
  hold: { zh: '{who} 申请挂账，{when} 复查', en: '{who} asks for a hold, review {when}' },
  void: { zh: '{who} 申请作废：{reason}', en: '{who} asks to void: {reason}' },
  supervision: { zh: '{level}给 {unit}，{when} 前办到', en: '{level} to {unit}, before {when}' },
  received: { zh: '{when} 签收', en: 'received {when}' },
  waiting: { zh: '还没签收', en: 'not received yet' },
  reply: { zh: '答复：{text}', en: 'Reply: {text}' },
});

/** What waits for somebody's decision and the running supervision, in the words of whoever asked. */
export function AskedWhistle({ detail }: { detail: WhistleDetail }) {
  const say = useLabel();
  const { locale } = useLocale();
  const { full, moment } = useTimeWords();
  const unitName = useUnitName(detail);
  const { blowAsked, extensionAsked, holdAsked, voidAsked, units } = detail.snapshot;
  const who = (id: string) => personName(detail, id);
  const asked = [
    blowAsked && {
      key: 'blow',
      head: say(texts.blow, { who: who(blowAsked.byId) }),
      text: detail.snapshot.reason,
      end: moment(blowAsked.at),
    },
    extensionAsked && {
      ...{ key: 'extension', text: extensionAsked.reason, end: moment(extensionAsked.at) },
      head: say(texts.extension, { who: who(extensionAsked.byId), limit: limitWords(extensionAsked.limit, locale) }),
    },
    holdAsked && {
      ...{ key: 'hold', text: holdAsked.obstacle, end: moment(holdAsked.at) },
      head: say(texts.hold, { who: who(holdAsked.byId), when: full(holdAsked.nextReviewAt) }),
    },
    voidAsked && {
      ...{ key: 'void', text: voidAsked.note, end: moment(voidAsked.at) },
      head: say(texts.void, { who: who(voidAsked.byId), reason: say(whistleVoidReasonLabels[voidAsked.reason]) }),
    },
    ...units.map(({ departmentId, supervision }) =>
      supervision === null || supervision.closedAt !== null
        ? null
        : {
            ...{ key: `supervision ${departmentId}`, text: supervision.note, supervision },
            head: say(texts.supervision, {
              level: say(supervisionLevelLabels[supervision.level]),
              unit: unitName(departmentId),
              when: full(supervision.until),
            }),
            end: supervision.receivedAt === null ? say(texts.waiting) : say(texts.received, { when: moment(supervision.receivedAt) }),
            reply: supervision.reply && say(texts.reply, { text: supervision.reply.text }),
          },
    ),
  ].filter((each) => each !== null);
  return asked.map((each) => (
    <AskedBanner key={each.key} supervision={'supervision' in each ? each.supervision : null} className={styles.asked}>
      <b>{each.head}</b>
      <span>{each.text}</span>
      <small>{each.end}</small>
      {'reply' in each && each.reply && <span>{each.reply}</span>}
    </AskedBanner>
  ));
}
