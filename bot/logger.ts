import { type Logger, pino } from 'pino';
import { maskDigits } from '../domain/privacy/mask-digits.ts';

/** Keys whose values are a person's: never written, at whatever depth of a log line's first three levels. */
const PERSONAL = [
  'text',
  'body',
  'phone',
  'address',
  'place',
  'account_number',
  'accountNumber',
  'name',
  'password',
  'token',
  'secret',
  'code_hash',
  'authorization',
  'cookie',
];

/** Structured logs, one JSON object a line on stderr; what is personal is masked by key, and digits of length in free text too. */
export function createLogger(level: string, stream?: { write(line: string): void }): Logger {
  return pino(
    {
      level,
      base: null,
      redact: { paths: PERSONAL.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[masked]' },
      serializers: { err: safeError },
      formatters: { level: (label) => ({ level: label }) },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    stream ?? pino.destination({ dest: 2, sync: false }),
  );
}

/** An error with its causes; its message without numbers that may be somebody's. */
function safeError(error: Error & { code?: unknown }): object {
  return {
    type: error.name,
    ...(error.code === undefined ? {} : { code: String(error.code) }),
    message: maskDigits(error.message),
    stack: error.stack ? maskDigits(error.stack) : undefined,
    ...(error.cause instanceof Error ? { cause: safeError(error.cause) } : {}),
  };
}
