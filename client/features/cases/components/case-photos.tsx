import { takenAt } from '#shared/files/photo-evidence.ts';
import type { Label } from '#shared/kernel/label.ts';
import { defineTexts, useLabel, useTimeWords } from '../../../platform/index.ts';
import { BeforeAfter, PhotoStrip } from '../../../ui/index.ts';
import { photoAddress } from '../../files-parts/index.ts';
import type { CaseDetail } from '../case-types.ts';
import styles from './case-file.module.css';

const purposes: Readonly<Record<string, Label>> = {
  report: { zh: '上报', en: 'reported' },
  verification: { zh: '核实', en: 'verified' },
  feedback: { zh: '修后', en: 'after' },
  inspection: { zh: '核查', en: 'inspected' },
  document: { zh: '材料', en: 'document' },
  note: { zh: '补充', en: 'added' },
};

const texts = defineTexts({
  nth: { zh: '{what}照片', en: 'photo: {what}' },
  caption: { zh: '{what} {when}', en: '{what} {when}' },
  open: { zh: '放大', en: 'Enlarge' },
  close: { zh: '关闭照片', en: 'Close the photo' },
  previous: { zh: '上一张', en: 'Previous' },
  next: { zh: '下一张', en: 'Next' },
  before: { zh: '修前', en: 'Before' },
  after: { zh: '修后', en: 'After' },
  compare: { zh: '修前修后，左右键移动', en: 'Before and after; arrow keys move' },
});

/** The words the viewer of photos speaks in. */
export function usePhotoWords() {
  const say = useLabel();
  return { open: say(texts.open), close: say(texts.close), previous: say(texts.previous), next: say(texts.next) };
}

/** The photos of a case with what each shows and when it was taken; `compare` lays the first before the last after. */
export function CasePhotos({
  photos,
  compare = false,
  small = false,
}: {
  photos: CaseDetail['photos'];
  compare?: boolean;
  small?: boolean;
}) {
  const say = useLabel();
  const { moment } = useTimeWords();
  const words = usePhotoWords();
  if (photos.length === 0) return null;
  const first = photos.find((photo) => photo.purpose === 'report');
  const last = photos.findLast((photo) => photo.purpose === 'feedback');
  const shown = photos.map((photo) => {
    const what = say(purposes[photo.purpose ?? ''] ?? purposes['note'] ?? { zh: '', en: '' });
    return {
      id: photo.id,
      src: photoAddress(photo.id),
      fullSrc: photoAddress(photo.id, 'full'),
      alt: say(texts.nth, { what }),
      caption: say(texts.caption, { what, when: moment(takenAt(photo) ?? photo.uploadedAt) }),
    };
  });
  return (
    <div className={styles.photos}>
      <PhotoStrip photos={shown} words={words} small={small} />
      {compare && first && last && (
        <BeforeAfter
          label={say(texts.compare)}
          before={{ src: photoAddress(first.id, 'full'), alt: say(texts.before), tag: say(texts.before) }}
          after={{ src: photoAddress(last.id, 'full'), alt: say(texts.after), tag: say(texts.after) }}
        />
      )}
    </div>
  );
}
