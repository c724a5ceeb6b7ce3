import { createHmac, timingSafeEqual } from 'node:crypto';
import { MINUTE } from '#shared/kernel/durations.ts';

/** How far the clocks of the two sides may lie apart. */
const WINDOW_MS = 5 * MINUTE;

export type SignedHeaders = { timestamp: string; nonce: string; signature: string };

/** `v1=` and the hexadecimal HMAC-SHA256, keyed with the shared secret, of `<timestamp>.<nonce>.<body>`. */
export function signature(secret: string, { timestamp, nonce, body }: { timestamp: string; nonce: string; body: string }): string {
  return `v1=${createHmac('sha256', secret).update(`${timestamp}.${nonce}.${body}`).digest('hex')}`;
}

/** Whether a call carries our secret and is of now; whether its nonce was seen before is for the caller to ask. */
export function isGenuine(secret: string, call: SignedHeaders & { body: string }, now: number): boolean {
  const { timestamp, signature: given } = call;
  if (!/^\d{1,16}$/.test(timestamp) || Math.abs(now - Number(timestamp)) > WINDOW_MS) return false;
  const [own, theirs] = [signature(secret, call), given].map((text) => Buffer.from(text));
  return own !== undefined && theirs !== undefined && own.length === theirs.length && timingSafeEqual(own, theirs);
}
