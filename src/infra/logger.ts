import { type Logger, pino } from 'pino';

export type { Logger } from 'pino';

/** Keys under which secrets and personal data could travel; none of them is ever written. */
const secret = [
  'token',
  'authorization',
  'password',
  'email',
  'first_name',
  'last_name',
  'firstName',
  'lastName',
  'content',
  'values',
];

export const createLogger = (level: string): Logger =>
  pino({
    level,
    base: null,
    redact: { paths: secret.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[hidden]' },
  });
