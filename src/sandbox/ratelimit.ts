import { createHash } from 'node:crypto';
import { type Clock, hour, minute, second } from '../kernel/time.ts';
import { limitedAnswer } from './faults.ts';
import { createWindow, type Window } from './gateway/window.ts';

/** At most `limit` calls in `per` milliseconds, for each channel, guild or webhook. */
type Limit = { limit: number; per: number };

/**
 * Discord publishes no limit of a route and asks bots to read the headers; these are values that its headers show in practice.
 * https://docs.discord.com/developers/topics/rate-limits#rate-limits
 */
const limits: Readonly<Record<string, Limit>> = {
  'POST /channels/{}/messages': { limit: 5, per: 5 * second },
  'PATCH /channels/{}/messages/{}': { limit: 5, per: 5 * second },
  'DELETE /channels/{}/messages/{}': { limit: 5, per: second },
  'POST /channels/{}/messages/bulk-delete': { limit: 1, per: second },
  'PUT /channels/{}/messages/{}/reactions/{}/@me': { limit: 1, per: second / 4 },
  'PATCH /channels/{}': { limit: 5, per: 15 * second },
  'POST /guilds/{}/roles': { limit: 250, per: 48 * hour },
  'PUT /guilds/{}/members/{}/roles/{}': { limit: 10, per: 10 * second },
  'DELETE /guilds/{}/members/{}/roles/{}': { limit: 10, per: 10 * second },
  'PATCH /guilds/{}/members/{}': { limit: 10, per: 10 * second },
  'POST /users/@me/channels': { limit: 10, per: 10 * second },
  'POST /webhooks/{}/{}': { limit: 5, per: 2 * second },
  'PATCH /webhooks/{}/{}/messages/{}': { limit: 5, per: 2 * second },
};
const otherReads: Limit = { limit: 50, per: 5 * second };
const otherWrites: Limit = { limit: 10, per: 5 * second };

/** https://docs.discord.com/developers/topics/rate-limits#global-rate-limit */
const globalLimit: Limit = { limit: 50, per: second };

/** https://docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans */
const invalidLimit: Limit = { limit: 10_000, per: 10 * minute };

/** Above this many buckets those that ran out are dropped. */
const bucketsKept = 10_000;

export type LimitedCall = {
  method: string;
  /** The route with its parameters unfilled. */
  template: string;
  /** Without `/api/v10` and query. */
  path: string;
  /** Whether the call carries the bot's token: only those count against the global limit. */
  isAuthorized: boolean;
};

export type LimitVerdict = {
  /** For every answer to this call. */
  headers: Record<string, string>;
  /** The answer to give instead of the effect, when a limit was passed. */
  limited: { status: number; headers: Record<string, string>; body: object } | null;
};

export type RateLimits = {
  /** Counts the call. */
  take(call: LimitedCall): LimitVerdict;
  /** Counts what was answered: too many 401, 403 and 429 shut the bot out. A 429 of a shared limit is no fault of the bot's. */
  answered(status: number, scope?: string): void;
};

export type RateLimitOptions = {
  /** Off for benchmarks and for tests in a hurry. */
  enabled?: boolean;
};

/**
 * Discord's limits as a bot's queue sees them. `clock` is the one that the bot waits on, the system's in general: it sleeps for real until
 * the time that a header gave.
 */
export function createRateLimits(clock: Clock, { enabled = true }: RateLimitOptions = {}): RateLimits {
  if (!enabled) return { take: () => ({ headers: {}, limited: null }), answered: () => {} };
  const buckets = new Map<string, Window>();
  const everything = createWindow(clock, globalLimit.limit, globalLimit.per);
  const invalid = createWindow(clock, invalidLimit.limit, invalidLimit.per);

  const bucketOf = (key: string, { limit, per }: Limit): Window => {
    const known = buckets.get(key);
    if (known) return known;
    if (buckets.size >= bucketsKept) for (const [old, window] of buckets) if (window.isOver()) buckets.delete(old);
    const window = createWindow(clock, limit, per);
    buckets.set(key, window);
    return window;
  };

  return {
    take(call) {
      if (invalid.remaining() <= 0) return { headers: {}, limited: limitedAnswer(invalid.resetsIn() / second, 'global') };
      // The first answer to an interaction has no limit at all, and nothing about interactions counts against the global one.
      if (call.template.startsWith('/interactions/')) return { headers: {}, limited: null };
      if (call.isAuthorized && !call.template.startsWith('/webhooks/')) {
        const wait = everything.take();
        if (wait > 0) return { headers: {}, limited: limitedAnswer(wait / second, 'global') };
      }
      const route = routeOf(call);
      const limit = limits[route] ?? (call.method.toUpperCase() === 'GET' ? otherReads : otherWrites);
      const bucket = bucketOf(`${route} ${majorOf(call.path)}`, limit);
      const wait = bucket.take();
      const resetAfter = bucket.resetsIn();
      const headers = {
        'x-ratelimit-limit': String(limit.limit),
        'x-ratelimit-remaining': String(bucket.remaining()),
        'x-ratelimit-reset': ((clock.now().getTime() + resetAfter) / second).toFixed(3),
        'x-ratelimit-reset-after': (resetAfter / second).toFixed(3),
        'x-ratelimit-bucket': createHash('md5').update(route).digest('hex'),
      };
      if (wait === 0) return { headers, limited: null };
      const answer = limitedAnswer(wait / second, 'user');
      return { headers, limited: { ...answer, headers: { ...headers, ...answer.headers } } };
    },
    answered(status, scope) {
      if (status === 401 || status === 403 || (status === 429 && scope !== 'shared')) invalid.take();
    },
  };
}

const routeOf = ({ method, template }: LimitedCall): string =>
  `${method.toUpperCase()} ${template.replace(/\{[^}]*\}|:\w+|@original|%40original/g, '{}')}`;

/** The part of a path that has limits of its own. https://docs.discord.com/developers/topics/rate-limits#rate-limits */
function majorOf(path: string): string {
  const [, kind = '', id = '', token = ''] = path.split('/');
  if (kind === 'channels' || kind === 'guilds') return id;
  return kind === 'webhooks' ? `${id}/${token}` : '';
}
