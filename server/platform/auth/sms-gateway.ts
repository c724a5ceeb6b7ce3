import type { Clock } from '../clock.ts';
import type { Db } from '../db.ts';
import { newId } from '../ids.ts';

/** Sends one text to one phone (E.164 or mainland number). Throws when the gateway did not take it. */
export type SmsGateway = { send: (message: { phone: string; text: string }) => Promise<void> };

const KEPT_MS = 86_400_000;

/** The built-in gateway: a development inbox that exists in demo mode only; elsewhere sending fails with a clear error. */
export function developmentGateway(platform: { db: Db; now: Clock; demo: boolean }): SmsGateway {
  return {
    send: async ({ phone, text }) => {
      if (!platform.demo) throw new Error('no SMS gateway is configured');
      const at = platform.now();
      await platform.db.developmentSms.create({ data: { id: newId(), phone, text, at: new Date(at) } });
      await platform.db.developmentSms.deleteMany({ where: { at: { lt: new Date(at - KEPT_MS) } } });
    },
  };
}
