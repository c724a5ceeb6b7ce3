import { keepCameraFacts } from './keep-camera-facts.ts';
import type { ShrinkAnswer } from './shrink-photo.worker.ts';
import { jpegQuality, shrunkSize } from './shrink-size.ts';

export type ShrunkPhoto = { blob: Blob; width: number; height: number };
/** A JPEG of at most 1600 px, made beside the page where the browser can, on it where not. Keeps what the camera wrote of time and place. Throws on a file that is no picture. */
export async function shrinkPhoto(photo: Blob): Promise<ShrunkPhoto> {
  if (typeof Worker !== 'undefined' && typeof OffscreenCanvas !== 'undefined') {
    const shrunk = await shrinkInWorker(photo);
    if (shrunk) return shrunk;
  }
  return shrinkOnPage(photo);
}

function shrinkInWorker(photo: Blob): Promise<ShrunkPhoto | null> {
  return new Promise((done) => {
    const worker = new Worker(new URL('./shrink-photo.worker.ts', import.meta.url), { type: 'module' });
    const finish = (result: ShrunkPhoto | null) => {
      worker.terminate();
      done(result);
    };
    worker.onerror = () => finish(null);
    worker.onmessage = (event: MessageEvent<ShrinkAnswer>) => {
      finish(event.data.ok ? event.data : null);
    };
    worker.postMessage(photo);
  });
}

async function shrinkOnPage(photo: Blob): Promise<ShrunkPhoto> {
  const url = URL.createObjectURL(photo);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const size = shrunkSize(image.naturalWidth, image.naturalHeight);
    const canvas = document.createElement('canvas');
    canvas.width = size.width;
    canvas.height = size.height;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.drawImage(image, 0, 0, size.width, size.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', jpegQuality));
    if (!blob) throw new Error('no picture');
    return { blob: await keepCameraFacts(photo, blob), ...size };
  } finally {
    URL.revokeObjectURL(url);
  }
}
