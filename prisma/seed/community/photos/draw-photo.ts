import sharp from 'sharp';
import { withCameraFacts } from '#shared/files/camera-facts.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { toWallClock } from '#shared/kernel/zone-time.ts';
import type { Motif } from '../cases/matters.ts';
import type { Shot } from '../cases/story.ts';
import { sceneOf } from './scenes.ts';

type Taken = { at: Instant; point: readonly [lng: number, lat: number] };
const drawn = new Map<string, Promise<Buffer>>();

/** A small drawing that stands in for a photo: the same for the same motif and moment, with the camera's word on when and where. */
export async function drawPhoto({ motif, shot, at, point }: Taken & { motif: Motif; shot: Shot }): Promise<Buffer> {
  const [drawing, facts] = await Promise.all([draw(motif, shot), cameraFacts({ at, point })]);
  return Buffer.from(withCameraFacts(facts, new Uint8Array(drawing)));
}

/** Drawn once. */
function draw(motif: Motif, shot: Shot): Promise<Buffer> {
  const key = `${motif} ${shot}`;
  const known = drawn.get(key);
  if (known) return known;
  const made = sharp(Buffer.from(sceneOf(motif, shot)))
    .jpeg({ quality: 80 })
    .toBuffer();
  drawn.set(key, made);
  return made;
}

/** One pixel that carries what a phone in Shanghai's time would write. */
function cameraFacts({ at, point: [lng, lat] }: Taken): Promise<Buffer> {
  const time = toWallClock('Asia/Shanghai', at).replaceAll('-', ':').replace('T', ' ');
  const exif = {
    IFD2: { DateTimeOriginal: time, OffsetTimeOriginal: '+08:00' },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: degrees(lat), GPSLongitudeRef: 'E', GPSLongitude: degrees(lng) },
  };
  return sharp({ create: { width: 1, height: 1, channels: 3, background: '#000' } })
    .withExif(exif)
    .jpeg()
    .toBuffer();
}

function degrees(value: number): string {
  const seconds = Math.round(value * 360_000);
  return `${Math.floor(seconds / 360_000)}/1 ${Math.floor((seconds % 360_000) / 6_000)}/1 ${seconds % 6_000}/100`;
}
