import { defineTexts } from '../../../platform/index.ts';
import { photoAddress } from '../../files-parts/index.ts';
import type { WhistleDetail } from '../whistle-types.ts';
import styles from './papers.module.css';
import { Part } from './record-parts.tsx';
import { usePairWords, usePhotoWords } from './whistle-photos.tsx';

const texts = defineTexts({
  pairs: { zh: '修前修后', en: 'Before and after' },
  before: { zh: '修前 {when}', en: 'Before {when}' },
  after: { zh: '修后 {when}', en: 'After {when}' },
  photos: { zh: '照片', en: 'Photos' },
  signatures: { zh: '签字', en: 'Signatures' },
});

/** The pictures of the record: what was before beside what is after, then the others, then signatures. */
export function RecordPictures({ detail }: { detail: WhistleDetail }) {
  const wordsOf = usePhotoWords();
  const paired = new Set(detail.snapshot.pairs.flatMap(({ beforeId, afterId }): string[] => [beforeId, afterId]));
  const others = detail.photos.filter(({ id, purpose }) => purpose !== 'signature' && !paired.has(id));
  const groups = [
    { title: texts.photos, photos: others, className: undefined },
    { title: texts.signatures, photos: detail.photos.filter(({ purpose }) => purpose === 'signature'), className: styles.sign },
  ];
  return (
    <>
      <Pairs detail={detail} />
      {groups.map(({ title, photos, className }) =>
        photos.length === 0 ? null : (
          <Part key={title.zh} title={title}>
            <div className={styles.photos}>
              {photos.map((photo) => (
                <figure key={photo.id}>
                  <img src={photoAddress(photo.id)} alt={wordsOf(photo).alt} className={className} />
                  <figcaption>{wordsOf(photo).caption}</figcaption>
                </figure>
              ))}
            </div>
          </Part>
        ),
      )}
    </>
  );
}

function Pairs({ detail }: { detail: WhistleDetail }) {
  const wordsOf = usePairWords(detail.photos);
  const { pairs } = detail.snapshot;
  if (pairs.length === 0) return null;
  return (
    <Part title={texts.pairs}>
      {pairs.map((pair) => {
        const { beforeId, afterId } = pair;
        const { before, after, caption } = wordsOf(pair);
        return (
          <figure key={`${beforeId} ${afterId}`} className={styles.pair}>
            {[
              { id: beforeId, words: before },
              { id: afterId, words: after },
            ].map(({ id, words }) => (
              <div key={id}>
                <img src={photoAddress(id, 'full')} alt={words} />
                <small>{words}</small>
              </div>
            ))}
            {caption && <figcaption>{caption}</figcaption>}
          </figure>
        );
      })}
    </Part>
  );
}
