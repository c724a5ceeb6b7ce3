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

/**
 * What happened and where; never the properties a driver hangs on its errors (connections, queries, values). The database client quotes
 * the values of a wrong call in the message itself, so of its errors only the last line is kept, which says what was wrong.
 */
export function plainError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name } = error;
  const quotes = name.startsWith('PrismaClient');
  const message = quotes ? (error.message.trim().split('\n').at(-1) ?? '') : error.message;
  const stack = quotes
    ? error.stack
        ?.split('\n')
        .filter((line) => /^\s+at /.test(line))
        .join('\n')
    : error.stack;
  return { name, message, stack, ...('code' in error ? { code: error.code } : {}) };
}
