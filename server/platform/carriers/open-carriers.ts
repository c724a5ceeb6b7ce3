import { type Clock, systemClock } from '../clock.ts';
import type { Db } from '../db.ts';
import type { Env } from '../env.ts';
import type { Carriers } from './carrier.ts';
import { developmentCarrier } from './development-carrier.ts';
import { gatewayCarrier } from './gateway-client.ts';
import { mailCarrier } from './mail-carrier.ts';

/** The carriers that are configured. Signatures carry the machine's time: the other side knows no demo's clock. */
export function openCarriers({ env, db, now, demo }: { env: Env; db: Db; now: Clock; demo: boolean }): Carriers {
  const { mail, gateway } = env;
  const through = (channel: 'sms' | 'wecom') => {
    const url = gateway?.[channel];
    return gateway && url ? gatewayCarrier({ channel, url, secret: gateway.secret, now: systemClock }) : null;
  };
  return {
    email: mail && mailCarrier({ ...mail, host: new URL(env.publicUrl).hostname }),
    sms: through('sms') ?? (demo ? developmentCarrier({ db, now }) : null),
    wecom: through('wecom'),
  };
}
