import { useState } from 'react';
import { defineTexts, useLabel } from '../../platform/index.ts';
import { Icon } from '../../ui/index.ts';
import { fileTime, isFresh, keepPhoto } from './keep-photo.ts';
import { dropPhotos, type KeptPhoto } from './kept-photo.ts';
import styles from './photo-picker.module.css';
import { usePhotoUrls } from './use-photo-urls.ts';

const texts = defineTexts({
  take: { zh: '拍照', en: 'Photo' },
  more: { zh: '再拍一张', en: 'Another' },
  remove: { zh: '去掉第 {n} 张照片', en: 'Remove photo {n}' },
  nth: { zh: '第 {n} 张照片', en: 'Photo {n}' },
  keeping: { zh: '正在存', en: 'Saving' },
  bad: { zh: '这个文件不是照片，换一张', en: 'This file is no picture; choose another' },
});

/** Photos of a form: taken with the camera, kept on the device at once, each with a way to take it out again. */
export function PhotoPicker({
  ids,
  onChange,
  most = 9,
  label,
  position,
}: {
  ids: readonly string[];
  onChange: (ids: string[]) => void;
  most?: number;
  /** what the camera button says */
  label?: string;
  /** where the device is at the shutter; absent = photos carry no place */
  position?: () => Promise<KeptPhoto['position']>;
}) {
  const say = useLabel();
  const urls = usePhotoUrls(ids);
  const [state, setState] = useState<'idle' | 'keeping' | 'bad'>('idle');
  const add = async (files: readonly File[]) => {
    setState('keeping');
    try {
      const chosen = files.slice(0, most - ids.length);
      // where the device is now says nothing of a picture from the album
      const where = chosen.some(isFresh) ? ((await position?.()) ?? null) : null;
      const added: string[] = [];
      for (const file of chosen) {
        const evidence = isFresh(file) ? { position: where } : { position: null, capturedAt: fileTime(file) };
        added.push((await keepPhoto(file, evidence)).id);
      }
      onChange([...ids, ...added]);
      setState('idle');
    } catch {
      setState('bad');
    }
  };
  const remove = (id: string) => {
    onChange(ids.filter((each) => each !== id));
    void dropPhotos([id]);
  };
  return (
    <div className={styles.picker}>
      <div className={styles.row}>
        {ids.map((id, index) => (
          <div key={id} className={styles.photo}>
            {urls.has(id) && <img src={urls.get(id)} alt={say(texts.nth, { n: index + 1 })} />}
            <button type="button" aria-label={say(texts.remove, { n: index + 1 })} onClick={() => remove(id)}>
              <Icon name="close" size={20} />
            </button>
          </div>
        ))}
        {ids.length < most && (
          <label className={styles.add}>
            <Icon name="camera" size={28} />
            <span>{state === 'keeping' ? say(texts.keeping) : (label ?? say(ids.length > 0 ? texts.more : texts.take))}</span>
            <input
              type="file"
              accept="image/*"
              capture="environment"
              onChange={(event) => {
                const files = [...(event.target.files ?? [])];
                event.target.value = '';
                if (files.length > 0) void add(files);
              }}
            />
          </label>
        )}
      </div>
      {state === 'bad' && (
        <p className={styles.error} role="alert">
          {say(texts.bad)}
        </p>
      )}
    </div>
  );
}
