import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { Carrier } from './carrier.ts';
import { signature } from './signed-call.ts';

const TIMEOUT_MS = 10_000;

/**
 * Hands messages to the gateway for SMS or WeCom: one signed POST of JSON a message (README, "Message gateway"). The key is the same in
 * every try, so that a gateway which took the message before a break of the line sends it once; after its receipt says `failed` it is another.
 */
export function gatewayCarrier(gateway: {
  channel: 'sms' | 'wecom';
  url: string;
  secret: string;
  now: Clock;
  timeoutMs?: number;
}): Carrier {
  return {
    send: async ({ id, key, to, text, link }) => {
      const body = JSON.stringify({ id, channel: gateway.channel, to, text, link });
      const [timestamp, nonce] = [String(gateway.now()), randomUUID()];
      const answer = await fetch(gateway.url, {
        method: 'POST',
        redirect: 'error',
        signal: AbortSignal.timeout(gateway.timeoutMs ?? TIMEOUT_MS),
        headers: {
          'Content-Type': 'application/json',
          'Idempotency-Key': key,
          'X-Gateway-Timestamp': timestamp,
          'X-Gateway-Nonce': nonce,
          'X-Gateway-Signature': signature(gateway.secret, { timestamp, nonce, body }),
        },
        body,
      });
      await answer.body?.cancel();
      if (!answer.ok) throw new Error(`the gateway answered ${answer.status}`);
    },
  };
}
