import sharp from 'sharp';
import type { FilesRefusalCode } from '#shared/files/files-schema.ts';

const FULL_PX = 2048;
const THUMB_PX = 320;
/** A small file may unfold into a huge picture; above this it is refused before it is decoded. */
const MAX_PIXELS = 80_000_000;

export type RenderedPhoto = { mime: string; full: Buffer; thumb: Buffer; width: number; height: number };
export type RenderResult = { ok: true; photo: RenderedPhoto } | { ok: false; code: FilesRefusalCode };

/** Makes the two copies that are served: upright, JPEG, no metadata. The format is told by the bytes, never by what the sender says. */
export async function renderPhoto(bytes: Buffer): Promise<RenderResult> {
  if (bytes.length === 0) return { ok: false, code: 'photoEmpty' };
  const mime = mimeOf(bytes);
  if (!mime) return { ok: false, code: 'photoFormat' };
  try {
    const upright = sharp(bytes, { failOn: 'error', limitInputPixels: MAX_PIXELS }).autoOrient().flatten({ background: '#ffffff' });
    const { data: full, info } = await upright
      .clone()
      .resize({ width: FULL_PX, height: FULL_PX, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 82 })
      .toBuffer({ resolveWithObject: true });
    const thumb = await sharp(full)
      .resize({ width: THUMB_PX, height: THUMB_PX, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 76 })
      .toBuffer();
    return { ok: true, photo: { mime, full, thumb, width: info.width, height: info.height } };
  } catch {
    return { ok: false, code: 'photoBroken' };
  }
}

function mimeOf(bytes: Buffer): string | null {
  const text = (from: number, to: number) => bytes.subarray(from, to).toString('latin1');
  if (text(0, 3) === '\xff\xd8\xff') return 'image/jpeg';
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'image/webp';
  if (text(4, 8) === 'ftyp' && ['avif', 'avis'].includes(text(8, 12))) return 'image/avif';
  return null;
}
