import { type Logger, pino } from 'pino';

export type { Logger };

/** JSON lines on stderr. Never given personal data; the paths below are a second fence. */
export function createLogger(level: string): Logger {
  const redact = {
    paths: ['phone', 'password', 'code', 'cookie', 'authorization', '*.phone', '*.password', '*.code', '*.cookie', '*.authorization'],
    remove: true,
  };
  return pino({ level, redact, serializers: { err: plainError } }, pino.destination(2));
}

/** What happened and where; never the properties a driver hangs on its errors (connections, queries, values). */
function plainError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack } = error;
  return { name, message, stack, ...('code' in error ? { code: error.code } : {}) };
}
