import { type PhotoPurpose, photoPurposes } from '#shared/files/photo-purposes.ts';
import type { Label } from '#shared/kernel/label.ts';
import { defineTexts, useLabel, useTimeWords } from '../../../platform/index.ts';
import { BeforeAfter, PhotoStrip } from '../../../ui/index.ts';
import { photoAddress } from '../../files-parts/index.ts';
import type { WhistleDetail } from '../whistle-types.ts';
import styles from './whistle.module.css';

/** What each photo of a whistle's file shows. */
export const photoPurposeLabels: Readonly<Record<PhotoPurpose, Label>> = {
  report: { zh: '上报', en: 'reported' },
  verification: { zh: '核实', en: 'verified' },
  visit: { zh: '到场查看', en: 'visit' },
  signature: { zh: '签字', en: 'signature' },
  work: { zh: '施工', en: 'work' },
  feedback: { zh: '修后', en: 'after' },
  inspection: { zh: '核查', en: 'inspected' },
  acceptance: { zh: '验收', en: 'accepted' },
  note: { zh: '补充', en: 'added' },
  document: { zh: '材料', en: 'document' },
};

const texts = defineTexts({
  nth: { zh: '{what}照片', en: 'photo: {what}' },
  caption: { zh: '{what} {when}', en: '{what} {when}' },
  open: { zh: '放大', en: 'Enlarge' },
  close: { zh: '关闭照片', en: 'Close the photo' },
  previous: { zh: '上一张', en: 'Previous' },
  next: { zh: '下一张', en: 'Next' },
  before: { zh: '修前 {when}', en: 'Before {when}' },
  after: { zh: '修后 {when}', en: 'After {when}' },
  title: { zh: '修前修后', en: 'Before and after' },
  drag: { zh: '同一机位。拖动或按左右键', en: 'Same spot. Drag, or use the arrow keys' },
  compare: { zh: '{spot}，修前修后，左右键移动', en: '{spot}, before and after; arrow keys move' },
});

type Photo = WhistleDetail['photos'][number];

const purposeOf = ({ purpose }: Photo): PhotoPurpose => photoPurposes.find((each) => each === purpose) ?? 'note';

/** The words of one photo: what it shows and when it was taken. */
export function usePhotoWords() {
  const say = useLabel();
  const { moment } = useTimeWords();
  return (photo: Photo) => {
    const what = say(photoPurposeLabels[purposeOf(photo)]);
    return {
      alt: say(texts.nth, { what }),
      short: what,
      caption: say(texts.caption, { what, when: moment(photo.capturedAt ?? photo.uploadedAt) }),
    };
  };
}

/** Photos of some kinds, or all; a tap opens them large. */
export function WhistlePhotos({
  detail,
  purposes,
  small = false,
}: {
  detail: Pick<WhistleDetail, 'photos'>;
  purposes?: readonly PhotoPurpose[];
  small?: boolean;
}) {
  const say = useLabel();
  const wordsOf = usePhotoWords();
  const shown = detail.photos
    .filter(({ purpose }) => !purposes || purposes.some((each) => each === purpose))
    .map((photo) => ({ id: photo.id, src: photoAddress(photo.id), fullSrc: photoAddress(photo.id, 'full'), ...wordsOf(photo) }));
  if (shown.length === 0) return null;
  const words = { open: say(texts.open), close: say(texts.close), previous: say(texts.previous), next: say(texts.next) };
  return <PhotoStrip photos={shown} words={words} small={small} />;
}

/** Every pair of before and after under its slider. */
export function PhotoPairs({ detail }: { detail: WhistleDetail }) {
  const say = useLabel();
  const { moment } = useTimeWords();
  const { pairs } = detail.snapshot;
  if (pairs.length === 0) return null;
  const takenAt = (id: string) => {
    const photo = detail.photos.find((each) => each.id === id);
    return photo ? moment(photo.capturedAt ?? photo.uploadedAt) : '';
  };
  return (
    <section className={styles.block} aria-labelledby="whistle-pairs">
      <h2 id="whistle-pairs">
        {say(texts.title)} <small>{say(texts.drag)}</small>
      </h2>
      {pairs.map(({ beforeId, afterId, spot }) => {
        const before = say(texts.before, { when: takenAt(beforeId) });
        const after = say(texts.after, { when: takenAt(afterId) });
        return (
          <figure key={`${beforeId} ${afterId}`} className={styles.pair}>
            <BeforeAfter
              label={say(texts.compare, { spot })}
              before={{ src: photoAddress(beforeId, 'full'), alt: before, tag: before }}
              after={{ src: photoAddress(afterId, 'full'), alt: after, tag: after }}
            />
            {spot && <figcaption>{spot}</figcaption>}
          </figure>
        );
      })}
    </section>
  );
}
