import { DAY } from '#shared/kernel/durations.ts';
import type { Clock } from '../clock.ts';
import type { Db } from '../db.ts';
import { newId } from '../ids.ts';
import type { Carrier } from './carrier.ts';

/** The demo's SMS: an inbox that the sign-in page shows, kept a day. */
export function developmentCarrier({ db, now }: { db: Db; now: Clock }): Carrier {
  return {
    send: async ({ to, text, link }) => {
      const at = now();
      await db.developmentSms.create({
        data: { id: newId(), phone: to, text: link === null ? text : `${text} ${link}`, at: new Date(at) },
      });
      await db.developmentSms.deleteMany({ where: { at: { lt: new Date(at - DAY) } } });
    },
  };
}
