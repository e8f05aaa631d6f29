import { type DestinationStream, type Logger, pino } from 'pino';

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

/** Tokens that Discord puts in addresses: https://docs.discord.com/developers/interactions/receiving-and-responding#endpoints */
const tokenInAddress = /(\/(?:webhooks|interactions)\/\d+\/)[^/\s?]+/g;
const withoutTokens = (text: string): string => text.replace(tokenInAddress, '$1[hidden]');

/** Of an error only what was written by a programmer: requests, rows and details that it carries may hold anything. */
export function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack = '', cause } = error;
  const { code, status, method, url } = error as { code?: unknown; status?: unknown; method?: unknown; url?: unknown };
  return {
    type: name,
    message: withoutTokens(message),
    stack: withoutTokens(stack),
    ...((typeof code === 'string' || typeof code === 'number') && { code }),
    ...(typeof status === 'number' && { status }),
    ...(typeof method === 'string' && { method }),
    ...(typeof url === 'string' && { url: withoutTokens(url) }),
    ...(cause !== undefined && { cause: describeError(cause) }),
  };
}

export const createLogger = (level: string, destination?: DestinationStream): Logger =>
  pino(
    {
      level,
      base: null,
      serializers: { err: describeError },
      redact: { paths: secret.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[hidden]' },
    },
    destination,
  );
