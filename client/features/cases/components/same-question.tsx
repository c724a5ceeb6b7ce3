import { useState } from 'react';
import { caseStateLabels } from '#shared/cases/cases.i18n.ts';
import { defineTexts, formatDistance, useJoined, useLabel, useLocale, useTimeWords } from '../../../platform/index.ts';
import { Button, Icon } from '../../../ui/index.ts';
import { photoAddress } from '../../files-parts/index.ts';
import type { CaseDetail, NearbyCase } from '../case-types.ts';
import { useCase } from '../hooks/use-case-list.ts';
import { useKeys } from '../hooks/use-keys.ts';
import type { TriagePlan } from '../hooks/use-triage.ts';
import styles from './triage.module.css';

const texts = defineTexts({
  question: { zh: '是同一件事吗？', en: 'Is it the same matter?' },
  near: { zh: '50 米内同类未结 {n} 件', en: '{n} open of this class within 50 m' },
  none: { zh: '50 米内没有同类未结的案件', en: 'No open case of this class within 50 m' },
  noPlace: { zh: '没有位置，先定地点再看附近', en: 'Without a place nothing can be compared; set the place first' },
  this: { zh: '这一件', en: 'This one' },
  away: { zh: '相距 {d}', en: '{d} away' },
  merge: { zh: '并入 {name}', en: 'Merge with {name}' },
  other: { zh: '不是，另立', en: 'No, another matter' },
  next: { zh: '看另一件 {d}', en: 'See another, {d}' },
  noPhoto: { zh: '没有照片', en: 'No photo' },
  photo: { zh: '现场照片', en: 'Photo on site' },
  state: { zh: '{state}，{who}', en: '{state}, {who}' },
});

/** Question one: the report beside the open cases of its class close by, photo to photo. */
export function SameQuestion({
  detail,
  candidates,
  hasPoint,
  same,
  onAnswer,
}: {
  detail: CaseDetail;
  candidates: readonly NearbyCase[];
  hasPoint: boolean;
  same: TriagePlan['same'];
  onAnswer: (same: TriagePlan['same']) => void;
}) {
  const say = useLabel();
  const { phrased } = useJoined();
  const { locale } = useLocale();
  const { moment } = useTimeWords();
  const [at, setAt] = useState(0);
  const candidate = candidates[at % Math.max(1, candidates.length)];
  const other = useCase(candidate?.id);
  const merged = same !== null && same !== 'other' && same.id === candidate?.id;
  const merge = () => candidate && onAnswer({ id: candidate.id, name: candidate.caseNo ?? candidate.title });
  useKeys({ y: merge, n: candidates.length > 0 ? () => onAnswer('other') : undefined });
  const next = candidates[(at + 1) % Math.max(1, candidates.length)];
  const name = candidate?.caseNo ?? '';
  return (
    <section className={styles.ask}>
      <h3>
        <Icon name="copy" size={20} />
        <b>1</b> {say(texts.question)}
        <small>{candidates.length > 0 ? say(texts.near, { n: candidates.length }) : say(hasPoint ? texts.none : texts.noPlace)}</small>
      </h3>
      {candidate && (
        <>
          <div className={styles.pair}>
            <figure>
              <FirstPhoto photos={detail.photos} />
              <figcaption>
                <b>{say(texts.this)}</b>
                <span>{moment(detail.snapshot.reportedAt)}</span>
              </figcaption>
            </figure>
            <figure>
              <FirstPhoto photos={other.data?.photos ?? []} tag={say(texts.away, { d: formatDistance(candidate.distanceM, locale) })} />
              <figcaption>
                <b>
                  {candidate.caseNo}　{candidate.title}
                </b>
                <span>
                  {moment(candidate.reportedAt)}　{phrased(say(caseStateLabels[candidate.state]), other.data?.holder.person)}
                </span>
              </figcaption>
            </figure>
          </div>
          <div className={styles.answers}>
            <Button
              size="small"
              variant={merged || same === null ? 'primary' : 'plain'}
              icon={merged ? 'check' : undefined}
              keyHint="Y"
              aria-pressed={merged}
              onClick={merge}
            >
              {say(texts.merge, { name })}
            </Button>
            <Button
              size="small"
              variant={same === 'other' ? 'primary' : 'plain'}
              icon={same === 'other' ? 'check' : undefined}
              keyHint="N"
              aria-pressed={same === 'other'}
              onClick={() => onAnswer('other')}
            >
              {say(texts.other)}
            </Button>
            {next && candidates.length > 1 && (
              <Button size="small" variant="quiet" onClick={() => setAt(at + 1)}>
                {say(texts.next, { d: formatDistance(next.distanceM, locale) })}
              </Button>
            )}
          </div>
        </>
      )}
    </section>
  );
}

function FirstPhoto({ photos, tag }: { photos: CaseDetail['photos']; tag?: string }) {
  const say = useLabel();
  const photo = photos[0];
  return (
    <div className={styles.shot}>
      {photo ? <img src={photoAddress(photo.id, 'full')} alt={say(texts.photo)} /> : <span>{say(texts.noPhoto)}</span>}
      {tag && <small className={styles.shotTag}>{tag}</small>}
    </div>
  );
}
