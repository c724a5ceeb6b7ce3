import { type PointerEvent, useRef, useState } from 'react';
import { defineTexts, useLabel } from '../../../platform/index.ts';
import { Button, Field, IconButton, TextInput } from '../../../ui/index.ts';
import { dropPhotos, keepPhoto, usePhotoUrls } from '../../files-parts/index.ts';
import type { SharedField } from './field-shared.ts';
import styles from './whistle-form.module.css';

const texts = defineTexts({
  pad: { zh: '签字板：用手指或笔签名', en: 'Pad: sign with a finger or pen' },
  typed: { zh: '不能手写的，打上姓名', en: 'Cannot draw? Type the name' },
  take: { zh: '收下签字', en: 'Take the signature' },
  takeTyped: { zh: '用打字的姓名签', en: 'Sign with the typed name' },
  clear: { zh: '擦掉重签', en: 'Wipe' },
  nth: { zh: '第 {n} 个签字', en: 'Signature {n}' },
  remove: { zh: '去掉第 {n} 个签字', en: 'Remove signature {n}' },
  failed: { zh: '没存下来，再签一次', en: 'It was not kept; sign again' },
});

const size = { width: 900, height: 300 } as const;
/** Signatures are documents: black on white whatever the theme of the page. */
const paper = '#ffffff';
const ink = '#000000';

/** Signatures of the minutes: drawn on the pad, or a name typed by those who cannot draw; each becomes a picture of the file. */
export function SignatureField({
  label,
  error,
  ids,
  onChange,
}: SharedField & { ids: readonly string[]; onChange: (ids: string[]) => void }) {
  const say = useLabel();
  const urls = usePhotoUrls(ids);
  const pad = useRef<HTMLCanvasElement>(null);
  const [drawn, setDrawn] = useState(false);
  const [name, setName] = useState('');
  const [failed, setFailed] = useState(false);

  const sheet = () => pad.current?.getContext('2d') ?? null;
  const wipe = () => {
    const on = sheet();
    if (!on) return;
    on.fillStyle = paper;
    on.fillRect(0, 0, size.width, size.height);
    setDrawn(false);
  };
  const spot = (event: PointerEvent<HTMLCanvasElement>): [number, number] => {
    const box = event.currentTarget.getBoundingClientRect();
    return [((event.clientX - box.left) / box.width) * size.width, ((event.clientY - box.top) / box.height) * size.height];
  };
  const begin = (event: PointerEvent<HTMLCanvasElement>) => {
    const on = sheet();
    if (!on) return;
    if (!drawn) wipe();
    event.currentTarget.setPointerCapture(event.pointerId);
    on.strokeStyle = ink;
    on.lineWidth = 6;
    on.lineCap = 'round';
    on.lineJoin = 'round';
    on.beginPath();
    on.moveTo(...spot(event));
  };
  const draw = (event: PointerEvent<HTMLCanvasElement>) => {
    const on = sheet();
    if (!on || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    on.lineTo(...spot(event));
    on.stroke();
    setDrawn(true);
  };
  const write = () => {
    const on = sheet();
    if (!on) return;
    wipe();
    on.fillStyle = ink;
    on.font = `96px ${getComputedStyle(document.body).fontFamily}`;
    on.textAlign = 'center';
    on.textBaseline = 'middle';
    on.fillText(name.trim(), size.width / 2, size.height / 2, size.width - 60);
  };
  const take = async () => {
    const picture = await new Promise<Blob | null>((done) => (pad.current ? pad.current.toBlob(done, 'image/jpeg', 0.9) : done(null)));
    try {
      if (!picture) throw new TypeError('no picture');
      const { id } = await keepPhoto(picture, { position: null });
      onChange([...ids, id]);
      setFailed(false);
      setName('');
      wipe();
    } catch {
      setFailed(true);
    }
  };
  return (
    <fieldset className={styles.group}>
      <legend>{label}</legend>
      {ids.length > 0 && (
        <ul className={styles.signatures}>
          {ids.map((id, index) => (
            <li key={id}>
              {urls.has(id) && <img src={urls.get(id)} alt={say(texts.nth, { n: index + 1 })} />}
              <IconButton
                icon="close"
                label={say(texts.remove, { n: index + 1 })}
                onClick={() => {
                  onChange(ids.filter((each) => each !== id));
                  void dropPhotos([id]);
                }}
              />
            </li>
          ))}
        </ul>
      )}
      <canvas
        ref={pad}
        {...size}
        className={styles.pad}
        role="img"
        aria-label={say(texts.pad)}
        onPointerDown={begin}
        onPointerMove={draw}
      />
      <div className={styles.pairRow}>
        <Button icon="check" {...(drawn ? {} : { missing: say(texts.pad) })} onClick={() => void take()}>
          {say(texts.take)}
        </Button>
        {drawn && (
          <Button variant="quiet" icon="undo" onClick={wipe}>
            {say(texts.clear)}
          </Button>
        )}
      </div>
      <div className={styles.pairRow}>
        <Field label={say(texts.typed)}>
          {(control) => <TextInput {...control} value={name} maxLength={30} onChange={(event) => setName(event.target.value)} />}
        </Field>
        {name.trim() !== '' && (
          <Button
            icon="edit"
            onClick={() => {
              write();
              void take();
            }}
          >
            {say(texts.takeTyped)}
          </Button>
        )}
      </div>
      {(failed || error) && (
        <small className={styles.error} role="alert">
          {failed ? say(texts.failed) : error}
        </small>
      )}
    </fieldset>
  );
}
