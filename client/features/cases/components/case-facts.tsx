import { limitWords } from '#shared/calendar/calendar.i18n.ts';
import { caseStepLabels, clockLimitLabels, holderLabels, placementLabels, urgencyLabels } from '#shared/cases/cases.i18n.ts';
import { defineTexts, useJoined, useLabel, useLocale, useTimeWords } from '../../../platform/index.ts';
import type { CaseDetail } from '../case-types.ts';
import styles from './case-file.module.css';
import { isLate } from './case-flags.tsx';
import { DueWhy } from './due-why.tsx';

const texts = defineTexts({
  none: { zh: '不计时', en: 'No limit runs' },
  limit: { zh: '时限', en: 'Limit' },
  holds: { zh: '现在由谁办', en: 'Who has it now' },
  next: { zh: '下一步', en: 'Next step' },
  done: { zh: '没有了', en: 'Nothing more' },
  category: { zh: '类别', en: 'Category' },
  place: { zh: '地点', en: 'Place' },
  accuracy: { zh: '精度 {n} 米', en: 'accuracy {n} m' },
  review: { zh: '复查', en: 'To be reviewed' },
});

/** Until when and why, who holds it, what comes next. */
export function CaseFacts({ detail }: { detail: CaseDetail }) {
  const say = useLabel();
  const { phrased } = useJoined();
  const { locale } = useLocale();
  const { full, writing } = useTimeWords();
  const { clock, explanation, holder, nextStep, snapshot, category, places } = detail;
  const late = isLate(clock, writing.now);
  const limit =
    explanation?.explanation?.limit ??
    (clock.limit && clock.limit !== 'finish' ? snapshot.limits?.[clock.limit] : snapshot.finishClock?.limit);
  const unit = detail.departments.find((each) => each.id === holder.departmentId);
  const holderName = [unit ? say(unit.name) : say(holderLabels[holder.kind]), holder.person].filter(Boolean).join('　');
  const deepest = places.at(-1);
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{clock.held ? say(texts.review) : clock.limit ? say(clockLimitLabels[clock.limit]) : say(texts.limit)}</dt>
        <dd className={late ? styles.late : undefined}>
          {clock.held && clock.nextReviewAt !== null ? full(clock.nextReviewAt) : clock.due ? full(clock.due.at) : say(texts.none)}
        </dd>
      </div>
      <div>
        <dt>{say(texts.limit)}</dt>
        <dd>
          {phrased(snapshot.urgency && say(urgencyLabels[snapshot.urgency]), limit && limitWords(limit, locale)) || '—'}{' '}
          {explanation && <DueWhy reason={explanation} end />}
        </dd>
      </div>
      <div>
        <dt>{say(texts.holds)}</dt>
        <dd>{holderName}</dd>
      </div>
      <div>
        <dt>{say(texts.next)}</dt>
        <dd>{nextStep ? say(caseStepLabels[nextStep]) : say(texts.done)}</dd>
      </div>
      <div>
        <dt>{say(texts.category)}</dt>
        <dd>{category ? say(category.name) : snapshot.categoryCode}</dd>
      </div>
      <div>
        <dt>{say(texts.place)}</dt>
        <dd>
          {snapshot.address || deepest?.name || '—'}
          <small>
            {[
              snapshot.placement !== 'inside' && say(placementLabels[snapshot.placement]),
              snapshot.point?.accuracyM != null && say(texts.accuracy, { n: Math.round(snapshot.point.accuracyM) }),
            ]
              .filter(Boolean)
              .join('　')}
          </small>
        </dd>
      </div>
    </dl>
  );
}
