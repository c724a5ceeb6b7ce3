import sharp from 'sharp';
import type { Motif } from '../cases/matters.ts';
import type { Shot } from '../cases/story.ts';
import { sceneOf } from './scenes.ts';

const drawn = new Map<string, Promise<Buffer>>();

/** A small drawing that stands in for a photo: the same for the same motif and moment, drawn once. */
export function drawPhoto({ motif, shot }: { motif: Motif; shot: Shot }): Promise<Buffer> {
  const key = `${motif} ${shot}`;
  const known = drawn.get(key);
  if (known) return known;
  const made = sharp(Buffer.from(sceneOf(motif, shot)))
    .jpeg({ quality: 80 })
    .toBuffer();
  drawn.set(key, made);
  return made;
}
