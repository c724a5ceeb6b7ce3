import { keepCameraFacts } from './keep-camera-facts.ts';
import { jpegQuality, shrunkSize } from './shrink-size.ts';

export type ShrinkAnswer = { ok: true; blob: Blob; width: number; height: number } | { ok: false };

async function shrink(photo: Blob): Promise<ShrinkAnswer> {
  const bitmap = await createImageBitmap(photo, { imageOrientation: 'from-image' });
  const size = shrunkSize(bitmap.width, bitmap.height);
  const canvas = new OffscreenCanvas(size.width, size.height);
  const context = canvas.getContext('2d');
  if (!context) return { ok: false };
  context.drawImage(bitmap, 0, 0, size.width, size.height);
  bitmap.close();
  const shrunk = await canvas.convertToBlob({ type: 'image/jpeg', quality: jpegQuality });
  return { ok: true, blob: await keepCameraFacts(photo, shrunk), ...size };
}

self.onmessage = (event: MessageEvent<Blob>) => {
  shrink(event.data).then(
    (answer) => self.postMessage(answer),
    () => self.postMessage({ ok: false } satisfies ShrinkAnswer),
  );
};
