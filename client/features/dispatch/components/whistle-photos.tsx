import { takenAt } from '#shared/files/photo-evidence.ts';
import { type PhotoPurpose, photoPurposes } from '#shared/files/photo-purposes.ts';
import type { Label } from '#shared/kernel/label.ts';
import { defineTexts, type Say, useJoined, useLabel, useTimeWords } from '../../../platform/index.ts';
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
  apart: { zh: '两张拍摄点相距约 {m} 米', en: 'taken about {m} m apart' },
  noPlace: { zh: '照片没有位置，机位未核', en: 'no position in the photos: spot not checked' },
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
      caption: say(texts.caption, { what, when: moment(takenAt(photo) ?? photo.uploadedAt) }),
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

/** The words of a pair: when each was taken, where the camera stood and how far apart the two places are. */
export function usePairWords(photos: readonly Photo[]) {
  const say = useLabel();
  const { phrased } = useJoined();
  const { moment } = useTimeWords();
  const when = (id: string) => {
    const photo = photos.find((each) => each.id === id);
    return photo ? moment(takenAt(photo) ?? photo.uploadedAt) : '';
  };
  return ({ beforeId, afterId, spot, apartM }: WhistleDetail['snapshot']['pairs'][number]) => ({
    before: say(texts.before, { when: when(beforeId) }),
    after: say(texts.after, { when: when(afterId) }),
    caption: phrased(spot, apartWords(say, apartM)),
  });
}

/** How far apart two photos were taken, in words; nothing for a pair from before it was judged. */
export function apartWords(say: Say, apartM: number | null | undefined): string {
  if (apartM === undefined) return '';
  return apartM === null ? say(texts.noPlace) : say(texts.apart, { m: apartM });
}

/** Every pair of before and after under its slider. */
export function PhotoPairs({ detail }: { detail: WhistleDetail }) {
  const say = useLabel();
  const wordsOf = usePairWords(detail.photos);
  const { pairs } = detail.snapshot;
  if (pairs.length === 0) return null;
  return (
    <section className={styles.block} aria-labelledby="whistle-pairs">
      <h2 id="whistle-pairs">
        {say(texts.title)} <small>{say(texts.drag)}</small>
      </h2>
      {pairs.map((pair) => {
        const { beforeId, afterId, spot } = pair;
        const { before, after, caption } = wordsOf(pair);
        return (
          <figure key={`${beforeId} ${afterId}`} className={styles.pair}>
            <BeforeAfter
              label={say(texts.compare, { spot })}
              before={{ src: photoAddress(beforeId, 'full'), alt: before, tag: before }}
              after={{ src: photoAddress(afterId, 'full'), alt: after, tag: after }}
            />
            {caption && <figcaption>{caption}</figcaption>}
          </figure>
        );
      })}
    </section>
  );
}
