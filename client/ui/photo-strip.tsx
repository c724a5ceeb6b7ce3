import { useState } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icons/icon.tsx';
import { Lightbox, type LightboxWords } from './lightbox.tsx';
import styles from './photos.module.css';

export type Photo = {
  id: string;
  src: string /** larger rendition, opened by a tap */;
  fullSrc?: string;
  alt: string;
  caption?: string /** the caption of a small picture */;
  short?: string;
};

/** Photos in a row; a tap opens them large. `onAdd` gives files of the camera or the album. */
export function PhotoStrip({
  photos,
  words,
  small = false,
  onAdd,
  capture = false,
}: {
  photos: readonly Photo[];
  words: LightboxWords & { add?: string; open: string };
  small?: boolean;
  onAdd?: (files: File[]) => void;
  /** ask for the camera instead of the album */
  capture?: boolean;
}) {
  const [openAt, setOpenAt] = useState<number | null>(null);
  return (
    <div className={classNames(styles.strip, small && styles.small)}>
      {photos.map((photo, index) => (
        <button
          key={photo.id}
          type="button"
          className={styles.photo}
          onClick={() => setOpenAt(index)}
          aria-label={`${words.open} ${photo.alt}${photo.caption ? ` ${photo.caption}` : ''}`}
        >
          <img src={photo.src} alt="" loading="lazy" decoding="async" />
          {photo.caption && <span className={styles.caption}>{(small && photo.short) || photo.caption}</span>}
        </button>
      ))}
      {onAdd && (
        <label className={styles.add}>
          <Icon name="plus" size={24} />
          <span className="visually-hidden">{words.add}</span>
          <input
            type="file"
            accept="image/*"
            multiple={!capture}
            capture={capture ? 'environment' : undefined}
            onChange={(event) => {
              onAdd([...(event.target.files ?? [])]);
              event.target.value = '';
            }}
          />
        </label>
      )}
      <Lightbox photos={photos} at={openAt} onMove={setOpenAt} words={words} />
    </div>
  );
}
