import { defineTexts, useLabel, useTimeWords } from '../../../platform/index.ts';
import { CaseThread, type ThreadItem } from '../../cases-parts/index.ts';
import { stageLabels, stagesOf } from '../stages.ts';
import type { WhistleDetail } from '../whistle-types.ts';
import styles from './whistle.module.css';

const texts = defineTexts({
  label: { zh: '十步进度', en: 'Ten stages' },
  until: { zh: '{when} 前', en: 'before {when}' },
  now: { zh: '在办', en: 'now' },
});

/** The ten stages as the woven thread laid on its side, with the day each was reached. */
export function StageBar({ detail }: { detail: WhistleDetail }) {
  const say = useLabel();
  const { moment } = useTimeWords();
  const { snapshot, clock } = detail;
  const items = stagesOf(snapshot, clock.overdue).map(({ stage, at, state }): ThreadItem => {
    const current = state === 'now' || state === 'missed';
    const promised = current ? (clock.due ? say(texts.until, { when: moment(clock.due.at) }) : say(texts.now)) : null;
    return {
      ...{ key: stage, kind: 'knot', state, title: say(stageLabels[stage]) },
      ...(at === null ? {} : { when: { text: moment(at), at } }),
      ...(promised ? { note: promised } : {}),
    };
  });
  return (
    <div className={styles.stages}>
      <CaseThread items={items} label={say(texts.label)} dense lying />
    </div>
  );
}
