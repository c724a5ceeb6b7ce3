import { createHash } from 'node:crypto';

/**
 * A UUID v8 (RFC 9562, own content) made from a name: the first 16 bytes of SHA-256 of `gridwhistle:<name>`, version and
 * variant bits set. The same name gives the same id on every machine, so demo links and screenshots stay true.
 */
export function demoId(name: string): string {
  const bytes = createHash('sha256').update(`gridwhistle:${name}`).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** A number in [0, 1) made from a name: the town's only source of irregularity. */
export function demoShare(name: string): number {
  return createHash('sha256').update(name).digest().readUInt32BE(0) / 2 ** 32;
}
