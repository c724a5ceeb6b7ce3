import { opinionWayLabels, stanceLabels } from '#shared/dispatch/whistle.i18n.ts';
import { opinionWays, stances } from '#shared/dispatch/whistle-schema.ts';
import type { Label } from '#shared/kernel/label.ts';
import { defineTexts, useJoined, useLabel } from '../../../platform/index.ts';
import type { WhistleDetail } from '../whistle-types.ts';
import { Facts, Part } from './record-parts.tsx';

const texts = defineTexts({
  residents: { zh: '听取意见和告知', en: 'Residents heard and told' },
  doors: { zh: '户数', en: 'Households' },
  households: { zh: '听取意见 {heard} 户，共 {all} 户；告知结果 {told} 户', en: '{heard} of {all} households heard, {told} told' },
  opinions: { zh: '意见', en: 'Opinions' },
  opinionCount: { zh: '{n} 条', en: '{n}' },
  way: { zh: '怎么听的', en: 'How heard' },
  stance: { zh: '态度', en: 'Stance' },
  counted: { zh: '{what} {n}', en: '{what} {n}' },
  result: { zh: '回访', en: 'Asked after' },
  answers: { zh: '{answered} 户回了话，{solved} 户说修好了', en: '{answered} answered, {solved} say it is solved' },
  thanks: { zh: '{n} 户道谢', en: '{n} say thank you' },
});

/** How many households were heard, in which way and with which stance, how many were told and what they answered. */
export function RecordResidents({ detail }: { detail: WhistleDetail }) {
  const say = useLabel();
  const { listed } = useJoined();
  const { households } = detail.snapshot;
  const opinions = detail.timeline.flatMap(({ event }) => (event.type === 'OpinionRecorded' ? [event.payload] : []));
  if (households.length === 0 && opinions.length === 0) return null;
  const count = (which: (door: (typeof households)[number]) => boolean) => households.filter(which).length;
  const answered = count(({ verdict }) => verdict !== null);
  const counted = (what: Label, n: number) => n > 0 && say(texts.counted, { what: say(what), n });
  const rows: (readonly [Label, string])[] = [];
  if (households.length > 0) {
    const [heard, told] = [count((door) => door.opinions > 0), count((door) => door.told !== null)];
    rows.push([texts.doors, say(texts.households, { heard, all: households.length, told })]);
  }
  if (opinions.length > 0) {
    const byWay = opinionWays.map((way) => counted(opinionWayLabels[way], opinions.filter((each) => each.way === way).length));
    const byStance = stances.map((stance) => counted(stanceLabels[stance], opinions.filter((each) => each.stance === stance).length));
    rows.push([texts.opinions, say(texts.opinionCount, { n: opinions.length })]);
    rows.push([texts.way, listed(...byWay)], [texts.stance, listed(...byStance)]);
  }
  if (answered > 0) {
    const [solved, thanks] = [count(({ verdict }) => verdict?.solved === 'yes'), count(({ verdict }) => verdict?.thanks === true)];
    rows.push([texts.result, listed(say(texts.answers, { answered, solved }), thanks > 0 && say(texts.thanks, { n: thanks }))]);
  }
  return (
    <Part title={texts.residents}>
      <Facts rows={rows} />
    </Part>
  );
}
