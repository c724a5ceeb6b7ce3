const START = 0xffd8;
const APP1 = 0xffe1;
const SCAN = 0xffda;
const ORIENTATION = 0x0112;
const exifMark = [0x45, 0x78, 0x69, 0x66, 0, 0];

const word = (bytes: Uint8Array, at: number) => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);

/** The segment in which the camera wrote when, where and how it took a JPEG (Exif 2.32, APP1), or null; marker and length included. */
function exifSegment(jpeg: Uint8Array): Uint8Array | null {
  if (word(jpeg, 0) !== START) return null;
  let at = 2;
  while (at + 4 <= jpeg.length) {
    const marker = word(jpeg, at);
    const end = at + 2 + word(jpeg, at + 2);
    if (marker < 0xff00 || marker === SCAN || end > jpeg.length || end <= at + 3) return null;
    const isExif = marker === APP1 && exifMark.every((byte, index) => jpeg[at + 4 + index] === byte);
    if (isExif) return jpeg.slice(at, end);
    at = end;
  }
  return null;
}

/** Notes that the picture stands upright: its pixels were turned already. Changes the segment in place. */
function setUpright(segment: Uint8Array): void {
  const tiff = 4 + exifMark.length;
  if (segment.length < tiff + 10) return;
  const view = new DataView(segment.buffer, segment.byteOffset + tiff, segment.length - tiff);
  const little = view.getUint16(0) === 0x4949;
  const directory = view.getUint32(4, little);
  if (directory + 2 > view.byteLength) return;
  for (let entry = 0; entry < view.getUint16(directory, little); entry += 1) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > view.byteLength) return;
    if (view.getUint16(at, little) === ORIENTATION) view.setUint16(at + 8, 1, little);
  }
}

/**
 * A shrunk JPEG with what the camera wrote into the photo it was made of, so that time and place stay evidence; the shrunk one as it is
 * when the camera wrote nothing or one of the two is no JPEG. Bytes in, bytes out.
 */
export function withCameraFacts(original: Uint8Array, shrunk: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const segment = exifSegment(original);
  if (segment === null || word(shrunk, 0) !== START) return shrunk;
  setUpright(segment);
  const joined = new Uint8Array(shrunk.length + segment.length);
  joined.set(shrunk.subarray(0, 2));
  joined.set(segment, 2);
  joined.set(shrunk.subarray(2), 2 + segment.length);
  return joined;
}
