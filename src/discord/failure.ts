/**
 * What a failed call means for the work at hand. `again`: nothing is wrong with the request, try later. `forbidden`: a permission of ours
 * is missing, staff must act. `gone`: what it was about no longer exists. `closed`: the person takes no direct messages from us.
 * `invalid`: a bug of ours.
 */
export type Failure = 'again' | 'forbidden' | 'gone' | 'closed' | 'invalid';

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const codes: Readonly<Record<number, Failure>> = {
  10003: 'gone', // unknown channel
  10004: 'gone', // unknown guild
  10006: 'gone', // unknown invite
  10007: 'gone', // unknown member
  10008: 'gone', // unknown message
  10011: 'gone', // unknown role
  10013: 'gone', // unknown user
  10026: 'gone', // unknown ban
  10065: 'gone', // unknown voice state
  50033: 'gone', // invalid recipient
  40032: 'gone', // target user is not connected to voice
  50001: 'forbidden', // missing access
  50013: 'forbidden', // missing permissions
  160006: 'forbidden', // the server has as many active threads as it may
  50007: 'closed', // cannot send messages to this user
  50278: 'closed', // no mutual guild
};

/** Of the files of messages, which another service of Discord keeps. */
const files: Readonly<Record<string, Failure>> = { 'file.gone': 'gone', 'file.too_heavy': 'gone', 'file.away': 'again' };

/** What @discordjs/rest throws. Told by its shape: discord.js loads a copy of that package that has classes of its own. */
type ApiError = { code: number; status: number };

const isApiError = (error: unknown): error is ApiError =>
  error instanceof Error && 'rawError' in error && 'status' in error && 'code' in error;

export function failureOf(error: unknown): Failure {
  if (isApiError(error)) {
    const known = codes[Number(error.code)];
    if (known) return known;
    if (error.status >= 500 || error.status === 429) return 'again';
    // A 403 or 404 without a code is a proxy's or a fault of Discord's own: a true one always says what is missing.
    return error.status === 403 || error.status === 404 ? 'again' : 'invalid';
  }
  const { name = '', code } = error as { name?: string; code?: unknown };
  if (/^(HTTPError|RateLimitError|AbortError|TimeoutError)/.test(name)) return 'again';
  if (typeof code === 'string' && files[code]) return files[code];
  return typeof code === 'string' && /^(ECONN|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|UND_ERR)/.test(code) ? 'again' : 'invalid';
}

/** Discord's code of the failure, 0 when it gave none. */
export const codeOf = (error: unknown): number => (isApiError(error) ? Number(error.code) : 0);

export type Outcome<T> =
  | { ok: true; value: T }
  | {
      ok: false;
      why: 'forbidden' | 'gone' | 'closed';
      code: number /** What Discord answered, to throw when the task cannot do without. */;
      error: unknown;
    };

/** Turns what a task must decide about into a value; throws what the queue must try again and what is a bug. */
export async function outcomeOf<T>(call: Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await call };
  } catch (error) {
    const why = failureOf(error);
    if (why === 'again' || why === 'invalid') throw error;
    return { ok: false, why, code: codeOf(error), error };
  }
}
