import exifr from 'exifr';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { withCameraFacts } from '#shared/files/camera-facts.ts';
import { readEvidence } from './read-evidence.ts';

const plain = async (width: number, height: number) =>
  new Uint8Array(
    await sharp({ create: { width, height, channels: 3, background: '#375' } })
      .jpeg()
      .toBuffer(),
  );

/** As a phone held upright writes it: the pixels lie, the camera says which side is up. */
async function phonePhoto() {
  const exif = {
    IFD0: { Make: 'Journey', Model: 'Phone 1' },
    IFD2: { DateTimeOriginal: '2026:11:24 10:20:00', OffsetTimeOriginal: '+08:00' },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '39/1 55/1 4800/100', GPSLongitudeRef: 'E', GPSLongitude: '116/1 23/1 2400/100' },
  };
  const lying = sharp({ create: { width: 40, height: 20, channels: 3, background: '#999' } });
  return new Uint8Array(await lying.withExif(exif).withMetadata({ orientation: 6 }).withExifMerge(exif).jpeg().toBuffer());
}

describe('what the camera wrote, kept through the shrinking of a photo', () => {
  it('gives the shrunk picture time and place, upright', async () => {
    const photo = await phonePhoto();
    expect((await sharp(photo).metadata()).orientation).toBe(6);
    const shrunk = withCameraFacts(photo, await plain(10, 20));
    const evidence = await readEvidence(shrunk);
    expect(evidence.capturedAt).toBe(Date.parse('2026-11-24T10:20:00+08:00'));
    expect(evidence.lat).toBeCloseTo(39.93, 6);
    expect(evidence.lng).toBeCloseTo(116.39, 6);
    expect(await exifr.orientation(shrunk)).toBe(1);
    expect(await sharp(shrunk).metadata()).toMatchObject({ width: 10, height: 20 });
    await sharp(shrunk).stats();
  });

  it('leaves the picture as it is when the camera wrote nothing, or one of the two is no JPEG', async () => {
    const small = await plain(10, 20);
    expect(withCameraFacts(await plain(40, 80), small)).toBe(small);
    const png = new Uint8Array(
      await sharp({ create: { width: 4, height: 4, channels: 3, background: '#fff' } })
        .png()
        .toBuffer(),
    );
    expect(withCameraFacts(png, small)).toBe(small);
    expect(withCameraFacts(await phonePhoto(), png)).toBe(png);
  });

  it('survives every cut and a thousand scrambled copies of a photo', async () => {
    const photo = await phonePhoto();
    const small = await plain(10, 20);
    for (let length = 0; length < Math.min(photo.length, 700); length += 1) withCameraFacts(photo.subarray(0, length), small);
    for (let seed = 1; seed <= 1_000; seed += 1) {
      const broken = photo.slice();
      for (let hit = 0; hit < 6; hit += 1) broken[(seed * 7_919 + hit * 104_729) % 400] = (seed * 31 + hit * 17) % 256;
      const joined = withCameraFacts(broken, small);
      expect((await sharp(joined, { failOn: 'error' }).metadata()).width).toBe(10);
    }
  });
});
