import { caseKindLabels, urgencyLabels } from '#shared/cases/cases.i18n.ts';
import { defineTexts, useJoined, useLabel, useLocale } from '../../../platform/index.ts';
import { Facts, layout } from '../../admin-parts/index.ts';
import { type Entry, limitNames } from '../category-types.ts';
import { categoryTexts, limitInForce, limitNameLabels, limitText } from '../category-words.ts';
import styles from './categories.module.css';

const texts = defineTexts({
  limits: { zh: '时限', en: 'Limits' },
  limitsWhy: {
    zh: '新立案件用这些时限；立案以后改类别不影响它。',
    en: 'A new case gets these; a later change of the category does not touch it.',
  },
  own: { zh: '本类别自定', en: 'set by the category' },
  byUrgency: { zh: '按“{urgency}”默认', en: 'default of “{urgency}”' },
  which: { zh: '哪一段', en: 'Which' },
  long: { zh: '多长', en: 'How long' },
  from: { zh: '来自', en: 'From' },
  rules: { zh: '规则', en: 'Rules' },
  localScheme: { zh: '本地自定', en: 'Local' },
});

/** A class as it is in force: its rules, and each limit with where it comes from. */
export function CategoryFacts({ entry, departmentName }: { entry: Entry; departmentName: (id: string | null) => string }) {
  const say = useLabel();
  const { listed } = useJoined();
  const { locale } = useLocale();
  const urgency = say(urgencyLabels[entry.defaultUrgency]);
  const photos = (['report', 'feedback', 'inspection'] as const).filter((moment) => entry.photoRequired[moment]);
  const yesNo = (value: boolean) => say(value ? categoryTexts.yes : categoryTexts.no);
  return (
    <>
      <section className={layout.section}>
        <h3>{say(texts.rules)}</h3>
        <Facts
          facts={[
            { term: say(categoryTexts.lead), value: departmentName(entry.leadDepartmentId) },
            { term: say(categoryTexts.urgency), value: urgency },
            { term: say(categoryTexts.kind), value: say(caseKindLabels[entry.defaultKind]) },
            {
              term: say(categoryTexts.photos),
              value: photos.length > 0 ? listed(...photos.map((moment) => say(categoryTexts[moment]))) : say(categoryTexts.noPhotos),
            },
            { term: say(categoryTexts.selfHandling), value: yesNo(entry.selfHandling) },
            { term: say(categoryTexts.communityDuty), value: yesNo(entry.communityDuty) },
            { term: say(categoryTexts.duty), value: entry.dutyCode ?? say(categoryTexts.noDuty) },
            { term: say(categoryTexts.physical), value: yesNo(entry.physical) },
            { term: say(categoryTexts.scheme), value: entry.scheme === 'local' ? say(texts.localScheme) : entry.scheme },
          ]}
        />
      </section>
      <section className={layout.section}>
        <h3>{say(texts.limits)}</h3>
        <p className={layout.note}>{say(texts.limitsWhy)}</p>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{say(texts.which)}</th>
              <th scope="col">{say(texts.long)}</th>
              <th scope="col">{say(texts.from)}</th>
            </tr>
          </thead>
          <tbody>
            {limitNames.map((name) => {
              const { limit, own } = limitInForce(entry, name);
              return (
                <tr key={name}>
                  <th scope="row">{say(limitNameLabels[name])}</th>
                  <td>
                    <b>{limitText(limit, { say, locale })}</b>
                  </td>
                  <td className={own ? undefined : styles.default}>{own ? say(texts.own) : say(texts.byUrgency, { urgency })}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </>
  );
}
