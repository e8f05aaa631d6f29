import { refusals } from './errors.ts';

/** Which calls fail, and how. Without `method` or `route`: whatever comes. */
export type FaultRule = {
  method?: string;
  /** A template, `/channels/{channel_id}/messages`, or an expression over the path without `/api/v10`. */
  route?: string | RegExp;
  /** How many calls; default 1. */
  times?: number;
  /** `closed`: the line is cut without an answer. */
  status: number | 'closed';
  /** Discord's error code; by default the one that fits the status and the route. */
  code?: number;
  /** The effect happens and only the answer is lost. */
  afterEffect?: boolean;
  /** Milliseconds by which the answer is late. */
  delay?: number;
  /** Seconds to wait, for 429; default 1. */
  retryAfter?: number;
  /** Called at that moment: what else goes wrong, such as a bot that dies. */
  struck?: () => void;
  /** For 429; default `shared`: a resource's limit, which is nobody's fault. */
  scope?: 'user' | 'shared' | 'global';
};

/** What the server does to one call: instead of the effect (`before`) or instead of its answer (`after`). */
export type Strike = {
  when: 'before' | 'after';
  delay: number;
  /** `null`: cut the line. */
  answer: { status: number; headers: Record<string, string>; body: object } | null;
};

export type FaultHit = { method: string; template: string; status: number | 'closed'; afterEffect: boolean };

export type Faults = {
  /** The next `times` calls that fit fail. Rules are tried in the order they were given. */
  next(rule: FaultRule): void;
  /**
   * Each call fails with this probability, drawn from `seed`: the same calls in the same order fail the same way. `lost` is the share of the
   * failures whose effect happens (default 0).
   */
  rate(
    probability: number,
    options: { seed: number; status?: FaultRule['status']; lost?: number; route?: FaultRule['route'] },
  ): void;
  clear(): void;
  /** What failed since the start, oldest first. */
  readonly hits: readonly FaultHit[];
  /** For the server: what happens to this call, `null` as a rule. `path` is without `/api/v10` and query. */
  strike(method: string, template: string, path: string): Strike | null;
};

/** Failures on demand, for the tests of what survives them. */
export function createFaults(): Faults {
  const rules: { rule: FaultRule; left: number }[] = [];
  let random: { draw: () => number; probability: number; lost: number; rule: FaultRule } | null = null;
  const hits: FaultHit[] = [];

  const chosen = (method: string, template: string, path: string): FaultRule | null => {
    const planned = rules.find(({ rule, left }) => left > 0 && fits(rule, method, template, path));
    if (planned) {
      planned.left -= 1;
      return planned.rule;
    }
    if (!random || !fits(random.rule, method, template, path) || random.draw() >= random.probability) return null;
    return { ...random.rule, afterEffect: random.draw() < random.lost };
  };

  return {
    next(rule) {
      rules.push({ rule, left: rule.times ?? 1 });
    },
    rate(probability, { seed, status = 500, lost = 0, route }) {
      random = { draw: generator(seed), probability, lost, rule: { status, ...(route === undefined ? {} : { route }) } };
    },
    clear() {
      rules.length = 0;
      random = null;
    },
    hits,
    strike(method, template, path) {
      const rule = chosen(method.toUpperCase(), template, path);
      if (!rule) return null;
      const afterEffect = rule.afterEffect ?? false;
      rule.struck?.();
      hits.push({ method: method.toUpperCase(), template, status: rule.status, afterEffect });
      return { when: afterEffect ? 'after' : 'before', delay: rule.delay ?? 0, answer: answerOf(rule, template) };
    },
  };
}

const unnamed = (template: string): string => template.replace(/\{[^}]*\}|:\w+/g, '{}');

function fits({ method, route }: FaultRule, calledMethod: string, template: string, path: string): boolean {
  if (method !== undefined && method.toUpperCase() !== calledMethod) return false;
  if (route === undefined) return true;
  return typeof route === 'string' ? unnamed(route) === unnamed(template) : route.test(path);
}

function answerOf(rule: FaultRule, template: string): Strike['answer'] {
  if (rule.status === 'closed') return null;
  if (rule.status === 429) return limitedAnswer(rule.retryAfter ?? 1, rule.scope ?? 'shared');
  const code = rule.code ?? codeOf(rule.status, template);
  const known = Object.values(refusals).find(([status, itsCode]) => status === rule.status && itsCode === code);
  return { status: rule.status, headers: {}, body: { message: known?.[2] ?? `${rule.status}: failure on demand`, code } };
}

/** https://docs.discord.com/developers/topics/rate-limits#exceeding-a-rate-limit */
export const limitedAnswer = (seconds: number, scope: 'user' | 'shared' | 'global') => ({
  status: 429,
  headers: {
    'retry-after': seconds.toFixed(3),
    'x-ratelimit-scope': scope,
    ...(scope === 'global' ? { 'x-ratelimit-global': 'true' } : {}),
  },
  body: { message: 'You are being rate limited.', retry_after: Number(seconds.toFixed(3)), global: scope === 'global' },
});

/** What Discord finds missing: the last thing that the route names. */
const missing: readonly (readonly [ending: RegExp, code: number])[] = [
  [/\/bans\/\{\}$/, refusals.unknownBan[1]],
  [/\/roles\/\{\}$/, refusals.unknownRole[1]],
  [/\/members\/\{\}$/, refusals.unknownMember[1]],
  [/\/permissions\/\{\}$/, refusals.unknownOverwrite[1]],
  [/\/(messages|pins)\/(\{\}|@original)(\/.*)?$/, refusals.unknownMessage[1]],
  [/^\/users\/\{\}/, refusals.unknownUser[1]],
  [/\/commands\/\{\}/, refusals.unknownCommand[1]],
  [/^\/interactions\//, refusals.unknownInteraction[1]],
  [/^\/webhooks\//, refusals.unknownWebhook[1]],
  [/^\/channels\//, refusals.unknownChannel[1]],
  [/^\/guilds\//, refusals.unknownGuild[1]],
];

function codeOf(status: number, template: string): number {
  if (status === 403) return refusals.missingPermissions[1];
  if (status !== 404) return 0;
  const route = unnamed(template);
  return missing.find(([ending]) => ending.test(route))?.[1] ?? 0;
}

/** mulberry32: the same numbers in [0, 1) for the same seed. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
