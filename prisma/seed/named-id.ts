import { createHash } from 'node:crypto';
import { stringify } from 'uuid';
import type { Instant } from '#shared/kernel/time.ts';

/** UUID v7 made from a name instead of chance: the same name and time give the same id, so that a seed can be repeated exactly. */
export function namedId<T extends string>(name: string, at: Instant): T {
  const bytes = Uint8Array.from(createHash('sha256').update(name).digest().subarray(0, 16));
  for (let index = 0; index < 6; index++) bytes[index] = Math.floor(at / 256 ** (5 - index)) % 256;
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  return stringify(bytes) as T;
}
