import type { ReactNode } from 'react';
import { defineTexts, useLabel, useLocale } from '../../platform/index.ts';
import { useDayText } from '../admin-parts/wall-text.ts';
import styles from './duties.module.css';
import type { Duty } from './duty-types.ts';

const texts = defineTexts({
  caption: { zh: '社区职责清单，按编号', en: 'Community duty list, by code' },
  code: { zh: '编号', en: 'Code' },
  name: { zh: '事项', en: 'What' },
  basis: { zh: '依据', en: 'Basis' },
  time: { zh: '有效期', en: 'In force' },
  act: { zh: '操作', en: 'Act' },
  since: { zh: '{from} 起', en: 'from {from}' },
  until: { zh: '{from} 至 {to}', en: '{from} to {to}' },
  by: { zh: '{name} 加的', en: 'added by {name}' },
  ended: { zh: '已停用：{why}', en: 'Ended: {why}' },
  endedBy: { zh: '已停用：{why}（{name}）', en: 'Ended: {why} ({name})' },
  endedOnly: { zh: '已停用', en: 'Ended' },
  noBasis: { zh: '没有写依据', en: 'No basis given' },
});

/** One item a line; on a narrow screen the line stands as a block. */
export function DutyTable({ duties, act }: { duties: readonly Duty[]; act?: ((duty: Duty) => ReactNode) | undefined }) {
  const say = useLabel();
  const { locale } = useLocale();
  const day = useDayText();
  const heads = [texts.code, texts.name, texts.basis, texts.time, ...(act ? [texts.act] : [])];
  const endOf = ({ ended }: Duty) => {
    if (ended === null) return null;
    if (ended.why === '') return say(texts.endedOnly);
    return ended.by ? say(texts.endedBy, { why: ended.why, name: ended.by }) : say(texts.ended, { why: ended.why });
  };
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{say(texts.caption)}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head.en} scope="col">
              {say(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {duties.map((duty) => (
          <tr key={duty.id} data-ended={duty.ended !== null || undefined}>
            <th scope="row">{duty.code}</th>
            <td>
              <b>{duty.name[locale]}</b>
              {locale === 'zh' && duty.name.en !== duty.name.zh && <small lang="en">{duty.name.en}</small>}
            </td>
            <td>{duty.basis || <span className={styles.faded}>{say(texts.noBasis)}</span>}</td>
            <td className={styles.time}>
              {duty.ended
                ? say(texts.until, { from: day(duty.since), to: day(duty.ended.at) })
                : say(texts.since, { from: day(duty.since) })}
              {duty.ended === null && duty.by && <small>{say(texts.by, { name: duty.by })}</small>}
              {duty.ended && <small>{endOf(duty)}</small>}
            </td>
            {act && <td className={styles.act}>{duty.ended === null && act(duty)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
