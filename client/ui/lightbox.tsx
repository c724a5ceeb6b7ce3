import { type KeyboardEvent, useEffect, useRef } from 'react';
import { IconButton } from './button.tsx';
import styles from './overlay.module.css';
import type { Photo } from './photo-strip.tsx';

export type LightboxWords = { close: string; previous: string; next: string };

/** One photo on the whole screen; arrow keys turn the pages, Escape closes. */
export function Lightbox({
  photos,
  at,
  onMove,
  words,
}: {
  photos: readonly Photo[];
  at: number | null;
  onMove: (at: number | null) => void;
  words: LightboxWords;
}) {
  const frame = useRef<HTMLDialogElement>(null);
  const photo = at === null ? undefined : photos[at];
  const open = photo !== undefined;
  useEffect(() => {
    if (open && frame.current && !frame.current.open) frame.current.showModal();
    if (!open && frame.current?.open) frame.current.close();
  }, [open]);
  const turn = (step: number) => {
    if (at !== null) onMove((at + step + photos.length) % photos.length);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') turn(-1);
    if (event.key === 'ArrowRight') turn(1);
    if (event.key === 'Escape') event.stopPropagation();
  };
  return (
    <dialog ref={frame} className={styles.viewer} onClose={() => onMove(null)} onKeyDown={press} aria-label={photo?.alt}>
      {photo && at !== null && (
        <>
          <div className={styles.viewerBar}>
            <span>
              {at + 1} / {photos.length}
            </span>
            <IconButton icon="close" label={words.close} onClick={() => onMove(null)} />
          </div>
          {photos.length > 1 && (
            <>
              <IconButton icon="chevronLeft" label={words.previous} className={styles.prev} onClick={() => turn(-1)} />
              <IconButton icon="chevronRight" label={words.next} className={styles.next} onClick={() => turn(1)} />
            </>
          )}
          <figure>
            <img src={photo.fullSrc ?? photo.src} alt={photo.alt} />
            <figcaption>{photo.caption ?? photo.alt}</figcaption>
          </figure>
        </>
      )}
    </dialog>
  );
}
