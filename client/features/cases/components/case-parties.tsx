import { roleLabels } from '#shared/identity/identity.i18n.ts';
import { defineTexts, useJoined, useLabel, useTimeWords } from '../../../platform/index.ts';
import type { CaseDetail } from '../case-types.ts';
import styles from './case-file.module.css';

const texts = defineTexts({
  lead: { zh: '主办', en: 'Lead' },
  support: { zh: '协办', en: 'Support' },
  waiting: { zh: '还没有结果', en: 'no result yet' },
  done: { zh: '办完了：{text}', en: 'finished: {text}' },
  notDone: { zh: '没办完：{text}', en: 'unfinished: {text}' },
  reporter: { zh: '上报人', en: 'Reported by' },
  duty: { zh: '这里由谁负责', en: 'Who answers for the place' },
  deputy: { zh: '代班', en: 'deputy' },
  none: { zh: '还没有派遣', en: 'not dispatched yet' },
  place: { zh: '位置', en: 'Place' },
});

/** Everybody a case has to do with, each with the capacity they have in it. */
export function CaseParties({ detail }: { detail: CaseDetail }) {
  const say = useLabel();
  const { withAside } = useJoined();
  const { moment } = useTimeWords();
  const { snapshot, departments, people, duty, places } = detail;
  const unit = (id: string | null) => departments.find((each) => each.id === id);
  const lead = unit(snapshot.leadUnitId);
  const reporter = people.find((person) => person.userId === snapshot.reporterId);
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{say(texts.reporter)}</dt>
        <dd>
          {reporter ? `${reporter.name}　${say(roleLabels[reporter.role])}` : '—'}
          {reporter?.unit && <small>{reporter.unit}</small>}
        </dd>
      </div>
      <div>
        <dt>{say(texts.duty)}</dt>
        <dd>
          {duty.length === 0
            ? '—'
            : duty.slice(0, 3).map((each) => (
                <span key={`${each.role} ${each.userId}`} className={styles.block}>
                  {say(each.title)}　{each.via === 'deputy' ? withAside(each.name, say(texts.deputy)) : each.name}
                </span>
              ))}
        </dd>
      </div>
      <div>
        <dt>{say(texts.lead)}</dt>
        <dd>
          {lead ? say(lead.name) : say(texts.none)}
          {lead?.phone && <small>{lead.phone}</small>}
        </dd>
      </div>
      <div>
        <dt>{say(texts.place)}</dt>
        <dd>
          {places
            .filter((place) => place.level !== 'district')
            .map((place) => place.name)
            .join(' ')}
        </dd>
      </div>
      {snapshot.supportUnits.length > 0 && (
        <div className={styles.wholeRow}>
          <dt>{say(texts.support)}</dt>
          <dd>
            <ul className={styles.supports}>
              {snapshot.supportUnits.map(({ departmentId, result }) => {
                const name = unit(departmentId)?.name;
                return (
                  <li key={departmentId}>
                    <b>{name ? say(name) : departmentId}</b>
                    <span>
                      {result
                        ? `${say(result.done ? texts.done : texts.notDone, { text: result.text })}　${moment(result.at)}`
                        : say(texts.waiting)}
                    </span>
                  </li>
                );
              })}
            </ul>
          </dd>
        </div>
      )}
    </dl>
  );
}
