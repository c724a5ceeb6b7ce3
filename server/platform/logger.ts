import { type Logger, pino } from 'pino';

export type { Logger };

/** JSON lines on stderr. Never given personal data; the paths below are a second fence. */
export function createLogger(level: string): Logger {
  const redact = {
    paths: ['phone', 'password', 'code', 'cookie', 'authorization', '*.phone', '*.password', '*.code', '*.cookie', '*.authorization'],
    remove: true,
  };
  return pino({ level, redact }, pino.destination(2));
}
