import { z } from 'zod';
import { readDomain } from './domain.ts';
import { readExpression } from './expression.ts';
import {
  choice,
  choices,
  type Fields,
  flag,
  type InputOf,
  list,
  number,
  type OneOf,
  type OwnFault,
  shapeOf,
  text,
} from './field.ts';
import { normalWord } from './normal.ts';

/** Everything that a rule is made of, as data: what the database keeps as JSON, what forms edit, and what `engine.ts` reads. */

export const events = ['message', 'edit', 'join', 'automod'] as const;
export type Event = (typeof events)[number];
/** What carries words: all but somebody who joins. */
const written = ['message', 'edit', 'automod'] as const satisfies readonly Event[];

export const modes = ['off', 'shadow', 'on'] as const;
export type Mode = (typeof modes)[number];

export const raidLevels = ['none', 'low', 'medium', 'high'] as const;
export type RaidLevel = (typeof raidLevels)[number];

/** A value of ours inside a list, checked and made normal by `read`, which answers null for what it refuses. */
const own = (code: OwnFault, max: number, read: (typed: string) => string | null) =>
  z
    .string()
    .trim()
    .max(max)
    .transform((typed, context) => {
      const value = read(typed);
      if (value !== null) return value;
      context.addIssue({ code: 'custom', message: code });
      return z.NEVER;
    });

const asTyped = (isGood: (typed: string) => boolean) => (typed: string) => (isGood(typed) ? typed : null);

const snowflake = z.string().regex(/^\d{15,20}$/, 'bad_id');
const word = own(
  'blank',
  80,
  asTyped((typed) => normalWord(typed) !== ''),
);
const domain = own('bad_domain', 300, readDomain);
const extension = own('bad_extension', 16, (typed) => /^\.?([a-z0-9]{1,12})$/i.exec(typed)?.[1]?.toLowerCase() ?? null);
const hash = own('bad_hash', 64, (typed) => /^[0-9a-f]{16}$/i.exec(typed)?.[0].toLowerCase() ?? null);
const expression = z
  .string()
  .trim()
  .max(200)
  .superRefine((typed, context) => {
    const read = readExpression(typed);
    if (!read.ok) context.addIssue({ code: 'custom', message: read.fault });
  });

const words = (least: 0 | 1 = 1) => list('word', word, { least, most: 300, max: 80 });
const domains = (least: 0 | 1) => list('domain', domain, { least, most: 300, max: 253 });
const ids = (of: 'channel' | 'role' | 'user' | 'automod_rule', least: 0 | 1) =>
  list(of, snowflake, { least, most: 100, max: 20 });
const count = (initial: number, max: number, min = 1) => number('count', { min, max }, initial);
const percent = (initial: number) => number('percent', { min: 1, max: 100 }, initial);
const window = (initial: number, max = 3_600) => number('seconds', { min: 2, max }, initial);
const score = (initial: number) => number('score', { min: 30, max: 100 }, initial);

/** What a person typed may be looked for as it stands, or with its disguises undone: accents, look-alikes, hidden characters, digits for letters. */
const readings = ['plain', 'normal'] as const;

/** Files by what they can do, for people who do not know extensions. */
export const fileFamilies = ['executable', 'script', 'archive', 'disk_image', 'macro'] as const;
export type FileFamily = (typeof fileFamilies)[number];

export const secretKinds = ['bot_token', 'webhook', 'private_key', 'cloud_key', 'access_token'] as const;
export type SecretKind = (typeof secretKinds)[number];

type TriggerKinds = Readonly<Record<string, { on: readonly Event[]; fields: Fields }>>;

/** What sets a rule off. `on`: where it can. */
export const triggers = {
  words: { on: written, fields: { words: words(), match: choice(['word', 'start', 'inside'], 'word') } },
  expression: {
    on: written,
    fields: {
      expressions: list('expression', expression, { least: 1, most: 10, max: 200 }),
      reading: choice(readings, 'plain'),
    },
  },
  /** Links to domains that are not allowed: neither `domains` nor, when `useList`, the server's allow list. */
  link: { on: written, fields: { least: count(1, 50), domains: domains(0), useList: flag(true) } },
  /** Links to domains that are blocked: `domains`, and the server's block list when `useList`. */
  blocked_link: { on: written, fields: { domains: domains(0), useList: flag(true) } },
  shortener: { on: written, fields: { domains: domains(0) } },
  /** `[text](link)`: those whose text names another site than the link, or all of them. */
  masked_link: { on: written, fields: { which: choice(['deceptive', 'all'], 'deceptive') } },
  /** Domains that pass for those: other alphabets, a letter more or less, `discord.com.verify.top`. */
  look_alike: { on: written, fields: { domains: domains(0), useKnown: flag(true) } },
  /** Invites to other servers. */
  invite: { on: written, fields: { codes: list('word', word, { least: 0, most: 50, max: 80 }) } },
  mentions: { on: written, fields: { least: count(6, 100), roles: flag(true) } },
  everyone: { on: written, fields: {} },
  /** The same words, or almost: by one person, by one person over channels, or by several people. */
  duplicates: {
    on: ['message'],
    fields: {
      scope: choice(['person', 'channels', 'people'], 'person'),
      least: count(3, 20, 2),
      seconds: window(60),
      letters: count(8, 500),
    },
  },
  burst: {
    on: ['message'],
    fields: { scope: choice(['person', 'channel'], 'person'), least: count(8, 50, 2), seconds: window(10) },
  },
  attachments: { on: ['message', 'edit'], fields: { least: count(5, 10) } },
  files: {
    on: ['message', 'edit'],
    fields: {
      families: choices(fileFamilies, ['executable', 'script'], 0),
      extensions: list('extension', extension, { least: 0, most: 100, max: 16 }),
    },
  },
  /** Images that resemble those: `distance` bits of 64 may differ. */
  image: {
    on: ['message', 'edit'],
    fields: {
      useList: flag(true),
      hashes: list('hash', hash, { least: 0, most: 500, max: 16 }),
      distance: number('bits', { min: 0, max: 16 }, 8),
    },
  },
  spoilers: { on: written, fields: { least: count(6, 100) } },
  capitals: { on: written, fields: { share: percent(80), letters: count(25, 1_000) } },
  zalgo: { on: written, fields: { marks: count(12, 500) } },
  emoji: { on: written, fields: { least: count(20, 200) } },
  lines: { on: written, fields: { least: count(40, 500) } },
  /** One character or one word again and again. */
  repetition: { on: written, fields: { least: count(25, 500, 3) } },
  /** Words interrupted by characters that nobody sees. */
  hidden: { on: written, fields: { least: count(4, 200) } },
  new_account: { on: events, fields: { days: number('days', { min: 1, max: 365 }, 7) } },
  join_rate: { on: ['join'], fields: { least: count(10, 500, 2), seconds: window(60) } },
  similar_names: { on: ['join'], fields: { least: count(4, 100, 2), seconds: window(600) } },
  /** The name shown by whoever joins or writes. */
  name: { on: events, fields: { words: words(), match: choice(['word', 'start', 'inside'], 'inside') } },
  secret: { on: written, fields: { secrets: choices(secretKinds, secretKinds) } },
  honeypot: { on: ['message'], fields: { channelIds: ids('channel', 1) } },
  job_spam: { on: written, fields: { score: score(60), channelIds: ids('channel', 0) } },
  phishing: { on: written, fields: { score: score(60) } },
  spam: { on: written, fields: { score: score(60) } },
  /** Discord's AutoMod acted: any of its rules, or those. */
  automod: { on: ['automod'], fields: { ruleIds: ids('automod_rule', 0) } },
} as const satisfies TriggerKinds;
export type TriggerKind = keyof typeof triggers;
export type Trigger = OneOf<typeof triggers>;
export type TriggerOf<K extends TriggerKind> = Extract<Trigger, { kind: K }>;

/** What must be so besides. Each may be turned round by `not`. */
export const conditions = {
  channels: { fields: { ids: ids('channel', 1) } },
  categories: { fields: { ids: ids('channel', 1) } },
  roles: { fields: { ids: ids('role', 1), which: choice(['any', 'all'], 'any') } },
  /** In the server for fewer days than that. */
  member_age: { fields: { days: number('days', { min: 1, max: 3_650 }, 7) } },
  /** At Discord for fewer days than that. */
  account_age: { fields: { days: number('days', { min: 1, max: 3_650 }, 30) } },
  has_attachment: { fields: {} },
  has_image: { fields: {} },
  has_link: { fields: {} },
  has_code: { fields: {} },
  is_reply: { fields: {} },
  is_forward: { fields: {} },
  /** That many characters at least. */
  length: { fields: { least: count(200, 4_000) } },
  raid: { fields: { level: choice(['low', 'medium', 'high'], 'medium') } },
  /** Between those hours of the server's zone; over midnight when `from` is the later. */
  hours: {
    fields: { from: number('hour', { min: 0, max: 23 }, 22), to: number('hour', { min: 0, max: 24 }, 6) },
  },
  weekdays: {
    fields: { days: choices(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], ['sat', 'sun']) },
  },
} as const satisfies Readonly<Record<string, { fields: Fields }>>;
export type ConditionKind = keyof typeof conditions;
export type Condition = OneOf<typeof conditions, { not: boolean }>;

/** Longest timeout: Discord's 28 days, less a minute for the way there. https://docs.discord.com/developers/resources/guild#modify-guild-member */
export const longestTimeout = 28 * 86_400 - 60;

export const severities = ['low', 'medium', 'high'] as const;
export type Severity = (typeof severities)[number];

/** What a rule does. `needs`: the message, or the channel, that it acts on; who joins has neither. */
export const actions = {
  delete: { needs: 'message', fields: {} },
  /** A copy in the queue, by which one click restores it. */
  keep: { needs: 'message', fields: {} },
  /** `text` in place of our own words, when there is one. */
  dm: { needs: 'person', fields: { text: text({ min: 0, max: 1_000 }) } },
  warn: { needs: 'person', fields: { severity: choice(severities, 'low') } },
  timeout: { needs: 'person', fields: { seconds: number('seconds', { min: 60, max: longestTimeout }, 600) } },
  add_role: { needs: 'person', fields: { roleId: text({ min: 15, max: 20 }) } },
  remove_role: { needs: 'person', fields: { roleId: text({ min: 15, max: 20 }) } },
  slow_mode: {
    needs: 'channel',
    fields: {
      interval: number('seconds', { min: 1, max: 21_600 }, 30),
      seconds: number('seconds', { min: 60, max: 86_400 }, 900),
    },
  },
  lock: { needs: 'channel', fields: { seconds: number('seconds', { min: 60, max: 86_400 }, 900) } },
  raise: { needs: 'server', fields: { level: choice(['low', 'medium', 'high'], 'low') } },
  /** A card in the queue of moderators; `call` mentions them. */
  alert: { needs: 'person', fields: { call: flag(false) } },
  points: { needs: 'person', fields: { points: number('points', { min: 1, max: 100 }, 20) } },
  /** A thread on the message, where moderators ask what happened. */
  thread: { needs: 'message', fields: { name: text({ min: 0, max: 80 }) } },
  /** The account is treated as taken over by somebody else: what it sent goes, it is paused, and its owner is told how to get it back. */
  secure: { needs: 'person', fields: {} },
} as const satisfies Readonly<Record<string, { needs: 'message' | 'channel' | 'person' | 'server'; fields: Fields }>>;
export type ActionKind = keyof typeof actions;
export type Action = OneOf<typeof actions>;

/** Actions that somebody sees, or that keep a trace for moderators. A rule with any of these says that something is wrong with the message. */
export const accusing: ReadonlySet<ActionKind> = new Set(['delete', 'keep', 'warn', 'timeout', 'alert', 'points', 'secure']);

const oneOf = <T>(kinds: Readonly<Record<string, { fields: Fields }>>, extra: z.ZodRawShape = {}): z.ZodType<T> => {
  const [first, ...others] = Object.entries(kinds).map(([kind, { fields }]) =>
    z.object({ kind: z.literal(kind), ...shapeOf(fields), ...extra }),
  );
  if (!first) throw new Error('no kind');
  // What the fields say of the type is in `OneOf`: zod cannot follow a shape that is built.
  return z.discriminatedUnion('kind', [first, ...others]) as unknown as z.ZodType<T>;
};

export const triggerSchema = oneOf<Trigger>(triggers);
export const conditionSchema = oneOf<Condition>(conditions, { not: z.boolean().default(false) });
export const actionSchema = oneOf<Action>(actions).superRefine((action, context) => {
  if ('roleId' in action && !snowflake.safeParse(action.roleId).success)
    context.addIssue({ code: 'custom', path: ['roleId'], message: 'bad_id' satisfies OwnFault });
});

/** A person's counter: each hit adds, hours take off, and the actions wait until it reaches `at`. Rules of the same `name` share it. */
export const counterFields = {
  name: text({ min: 1, max: 40 }),
  add: count(1, 100),
  decayPerHour: number('count', { min: 0, max: 100 }, 1),
  at: count(3, 1_000, 2),
} as const satisfies Fields;

const exemptions = z.object({
  roleIds: z.array(snowflake).max(50).default([]),
  channelIds: z.array(snowflake).max(100).default([]),
  userIds: z.array(snowflake).max(100).default([]),
  /** Staff and moderators. */
  staff: z.boolean().default(true),
});
export type Exemptions = z.output<typeof exemptions>;

export const bounds = {
  name: { min: 1, max: 80 },
  triggers: { least: 1, most: 8 },
  conditions: { least: 0, most: 8 },
  actions: { least: 1, most: 8 },
  cooldownSeconds: { min: 0, max: 86_400 },
  exemptRoles: { most: 50 },
  exemptChannels: { most: 100 },
  exemptUsers: { most: 100 },
} as const;

const unchecked = z.object({
  id: z.int().positive(),
  name: z.string().trim().min(bounds.name.min).max(bounds.name.max),
  on: z.array(z.enum(events)).min(1).max(events.length),
  triggers: z.array(triggerSchema).min(bounds.triggers.least).max(bounds.triggers.most),
  conditions: z.array(conditionSchema).max(bounds.conditions.most).default([]),
  exemptions: exemptions.prefault({}),
  actions: z.array(actionSchema).min(bounds.actions.least).max(bounds.actions.most),
  /** After it acted on a person, the rule leaves them alone for that long, but for deleting. */
  cooldownSeconds: z.int().min(bounds.cooldownSeconds.min).max(bounds.cooldownSeconds.max).default(0),
  counter: z.object(shapeOf(counterFields)).optional() as unknown as z.ZodOptional<z.ZodType<Counter>>,
  mode: z.enum(modes).default('shadow'),
});

export type Counter = { name: string; add: number; decayPerHour: number; at: number };

/** Faults that no value has alone. */
function together(rule: z.output<typeof unchecked>, context: z.RefinementCtx): void {
  const say = (path: (string | number)[], message: OwnFault) => context.addIssue({ code: 'custom', path, message });
  rule.triggers.forEach((trigger, index) => {
    const on: readonly Event[] = triggers[trigger.kind].on;
    if (rule.on.length > 0 && !on.some((event) => rule.on.includes(event))) say(['triggers', index], 'never_set_off');
    if (trigger.kind === 'files' && trigger.families.length + trigger.extensions.length === 0)
      say(['triggers', index, 'families'], 'never_set_off');
    if (trigger.kind === 'image' && !trigger.useList && trigger.hashes.length === 0)
      say(['triggers', index, 'hashes'], 'never_set_off');
    if ((trigger.kind === 'blocked_link' && !trigger.useList) || (trigger.kind === 'look_alike' && !trigger.useKnown))
      if (trigger.domains.length === 0) say(['triggers', index, 'domains'], 'never_set_off');
  });
  rule.conditions.forEach((condition, index) => {
    if (condition.kind === 'hours' && condition.from === condition.to) say(['conditions', index, 'to'], 'end_before_begin');
  });
  const kinds = rule.actions.map(({ kind }) => kind);
  rule.actions.forEach(({ kind }, index) => {
    const { needs } = actions[kind];
    const isOnlyJoin = rule.on.every((event) => event === 'join');
    if (isOnlyJoin && (needs === 'message' || needs === 'channel')) say(['actions', index], 'nothing_to_act_on');
    const isRole = kind === 'add_role' || kind === 'remove_role';
    if (!isRole && kinds.indexOf(kind) !== index) say(['actions', index], 'same_twice');
  });
}

export const ruleSchema = unchecked.superRefine(together);
/** A rule that has no row yet, as the form of a new one and the default set have it. */
export const draftSchema = unchecked.omit({ id: true }).superRefine((draft, context) => together({ ...draft, id: 1 }, context));

export type Rule = z.output<typeof unchecked>;
export type Draft = Omit<Rule, 'id'>;
/** What a rule may leave out: it is then what a new rule begins with. */
export type DraftInput = {
  name: string;
  on: readonly Event[];
  triggers: readonly InputOf<typeof triggers>[];
  conditions?: readonly InputOf<typeof conditions, { not?: boolean }>[];
  exemptions?: { [Name in keyof Exemptions]?: Readonly<Exemptions[Name]> };
  actions: readonly InputOf<typeof actions>[];
  cooldownSeconds?: number;
  counter?: Partial<Counter>;
  mode?: Mode;
};
