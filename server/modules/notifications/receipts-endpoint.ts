import express, { type RequestHandler, Router } from 'express';
import * as z from 'zod/mini';
import { isGenuine } from '#server/platform/carriers/signed-call.ts';
import { systemClock } from '#server/platform/clock.ts';
import type { Platform } from '#server/platform/context.ts';
import { takeReceipt } from './commands/take-receipt.ts';

const receipt = z.object({
  id: z.uuid(),
  status: z.enum(['delivered', 'failed']),
  detail: z._default(z.string().check(z.maxLength(200)), ''),
});
const BODY_LIMIT = '16kb';

/**
 * `POST /gateway/receipts`: the message gateway tells what became of a message. Signed like our own calls to it; a nonce counts once. 401:
 * not genuine or out of time, 409: seen before, 400: no receipt, 404: no such message, 204: taken.
 */
export function gatewayRoutes(platform: Platform): Router {
  const router = Router();
  router.post('/receipts', express.text({ type: () => true, limit: BODY_LIMIT }), receipts(platform));
  return router;
}

function receipts(platform: Platform): RequestHandler {
  return async (request, response) => {
    const body = typeof request.body === 'string' ? request.body : '';
    const header = (name: string) => request.get(name) ?? '';
    const nonce = header('x-gateway-nonce');
    const call = { timestamp: header('x-gateway-timestamp'), nonce, signature: header('x-gateway-signature'), body };
    const secret = platform.env.gateway?.secret;
    if (!secret || !/^[\w-]{8,120}$/.test(nonce) || !isGenuine(secret, call, systemClock())) return void response.sendStatus(401);
    const read = receipt.safeParse(parsed(body));
    if (!read.success) return void response.sendStatus(400);
    const answers = { taken: 204, replayed: 409, unknown: 404 } as const;
    response.sendStatus(answers[await takeReceipt(platform, { nonce, ...read.data })]);
  };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
