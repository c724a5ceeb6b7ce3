import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { currentNow, defineTexts, type FoundPosition, useLabel, useSession, useTRPC } from '../../../platform/index.ts';
import { Icon, NavLink } from '../../../ui/index.ts';
import { keepPhoto } from '../../files-parts/index.ts';
import styles from '../field.module.css';
import { useCamera } from '../hooks/use-camera.ts';
import { useFieldDraft } from '../hooks/use-field-draft.tsx';
import { useWatchedPosition } from '../hooks/use-watched-position.ts';
import { photoNeeded, sourceOf } from '../source-of.ts';

const texts = defineTexts({
  leave: { zh: '先不拍', en: 'Not now' },
  title: { zh: '拍一张看得清位置的', en: 'Take one that shows the place' },
  kept: { zh: '草稿已存在本机', en: 'The draft is kept on this device' },
  shutter: { zh: '拍照', en: 'Take the photo' },
  album: { zh: '从相册选', en: 'Choose from the album' },
  opening: { zh: '正在打开相机', en: 'Opening the camera' },
  refused: { zh: '没有允许用相机。可以用系统相机拍，或从相册选', en: 'The camera is not allowed here. Use the system camera or the album' },
  none: { zh: '这台设备打不开相机。可以用系统相机拍，或从相册选', en: 'No camera can be opened here. Use the system camera or the album' },
  system: { zh: '用系统相机拍', en: 'Use the system camera' },
  asking: { zh: '正在定位', en: 'Finding the position' },
  noPosition: { zh: '没定到位，下一步在地图上指', en: 'No position; you will point on the map' },
  accuracy: { zh: '精度 {n} 米', en: 'within {n} m' },
  skip: { zh: '不拍照，直接说', en: 'Without a photo' },
  bad: { zh: '这张没存下，再拍一次', en: 'This one was not kept; take it again' },
});

/** The viewfinder in the page; position, accuracy and time are frozen at the shutter. */
export function CameraPage() {
  const say = useLabel();
  const trpc = useTRPC();
  const [, navigate] = useLocation();
  const { me } = useSession();
  const { draft, change } = useFieldDraft();
  const camera = useCamera();
  const position = useWatchedPosition();
  const [state, setState] = useState<'idle' | 'keeping' | 'bad'>('idle');
  const here = position.status === 'found' ? position.position : null;
  // asked for a spot of about 10 m, so that a trembling position asks nothing new
  const spot = here && { lng: Number(here.lng.toFixed(4)), lat: Number(here.lat.toFixed(4)) };
  const answerer = useQuery(trpc.reporting.answerer.queryOptions({ unitId: null, point: spot }, { enabled: spot !== null }));
  const words = answerer.data;

  const take = async (picture: Blob | null, where: FoundPosition | null) => {
    if (!picture) {
      setState('bad');
      return;
    }
    setState('keeping');
    const capturedAt = currentNow();
    try {
      const photo = await keepPhoto(picture, { position: where, capturedAt });
      const first = draft.photoIds.length === 0;
      const frozen = where && {
        lng: where.lng,
        lat: where.lat,
        accuracyM: where.accuracyM,
        source: where.source === 'network' ? ('network' as const) : ('gnss' as const),
      };
      change({ photoIds: [...draft.photoIds, photo.id], ...(first ? { point: frozen, capturedAt, confirmed: false } : {}) });
      navigate('/new/what');
    } catch {
      setState('bad');
    }
  };
  const shoot = async () => {
    if (state === 'keeping') return;
    const where = here;
    await take(await camera.take(), where);
  };

  return (
    <main className={styles.camera}>
      <div className={styles.cameraBar}>
        <NavLink href={draft.photoIds.length > 0 ? '/f/new/what' : '/f'} className={styles.round} aria-label={say(texts.leave)}>
          <Icon name="close" size={28} />
        </NavLink>
        <h1 style={{ fontSize: 'var(--text-18)' }}>{say(texts.title)}</h1>
        <span role="status">
          {state === 'bad' ? (
            say(texts.bad)
          ) : (
            <>
              <Icon name="check" size={20} />
              {say(texts.kept)}
            </>
          )}
        </span>
      </div>
      <div className={styles.view}>
        <video ref={camera.video} muted playsInline aria-hidden="true" tabIndex={-1} />
        {camera.state !== 'live' && (
          <div className={styles.noView}>
            <Icon name="camera" size={40} />
            <p>{say(camera.state === 'opening' ? texts.opening : texts[camera.state])}</p>
            {camera.state !== 'opening' && (
              <span className={styles.system}>
                <Icon name="camera" size={24} />
                {say(texts.system)}
                <FileInput capture label={say(texts.system)} onFile={(file) => void take(file, here)} />
              </span>
            )}
          </div>
        )}
        <div className={styles.spot} role="status">
          <Icon name="pin" size={24} />
          <span>
            <b>
              {here
                ? (words?.place ?? words?.grid?.name ?? `${here.lat.toFixed(5)}, ${here.lng.toFixed(5)}`)
                : say(position.status === 'failed' ? texts.noPosition : texts.asking)}
            </b>
            {here && (
              <small>
                {say(texts.accuracy, { n: Math.round(here.accuracyM ?? 0) })}
                {words?.community && ` · ${words.community.name} ${words.grid?.name ?? ''}`}
              </small>
            )}
          </span>
        </div>
      </div>
      <div className={styles.cameraActs}>
        {photoNeeded(sourceOf(me?.posts ?? [])) ? (
          <span />
        ) : (
          <NavLink href="/f/new/what" className={styles.skip}>
            {say(texts.skip)}
          </NavLink>
        )}
        <button
          type="button"
          className={styles.shutter}
          aria-label={say(texts.shutter)}
          aria-busy={state === 'keeping'}
          aria-disabled={camera.state !== 'live' || undefined}
          onClick={() => void shoot()}
        />
        <span className={styles.round}>
          <Icon name="image" size={28} />
          <FileInput label={say(texts.album)} onFile={(file) => void take(file, here)} />
        </span>
      </div>
    </main>
  );
}

function FileInput({ label, capture = false, onFile }: { label: string; capture?: boolean; onFile: (file: File) => void }) {
  return (
    <input
      type="file"
      accept="image/*"
      aria-label={label}
      capture={capture ? 'environment' : undefined}
      onChange={(event) => {
        const [file] = event.target.files ?? [];
        event.target.value = '';
        if (file) onFile(file);
      }}
    />
  );
}
