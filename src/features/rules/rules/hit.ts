import type { Facts } from './facts.ts';
import type { Event, Mode, TriggerKind } from './rule.ts';
import type { Windows } from './windows.ts';

/** Part of the text as it was typed, in UTF-16 units: `text.slice(start, end)`. */
export type Span = { start: number; end: number };

/**
 * Why a trigger was set off, as data that `messages` speaks. `values` are what a sentence quotes: a word, a domain, a family of a detector; typed by people,
 * so escape them. `count` is what was counted, `limit` what the rule allows, `seconds` the window, `score` of 100.
 */
export type Reason = {
  code: TriggerKind;
  values: readonly string[];
  count?: number;
  limit?: number;
  seconds?: number;
  score?: number;
};

/** One trigger that was set off. `index` is its place in the rule. */
export type Found = { kind: TriggerKind; index: number; spans: readonly Span[]; reason: Reason };

export type Hit = {
  ruleId: number;
  mode: Exclude<Mode, 'off'>;
  on: Event;
  /** All triggers of the rule that were set off; at least one. */
  found: readonly Found[];
  /** Other messages of the same person that belong to it (duplicates over channels, bursts): what to delete as well. */
  others: readonly { channelId: string; messageId: string }[];
};

/** What a guild keeps beside its rules. */
export type Lists = {
  /** The server's block list: up to 40 000 domains cost no more than ten. */
  blocked: Iterable<string>;
  allowed: Iterable<string>;
  /** Codes of invites to the server itself, its vanity code included. */
  invites: Iterable<string>;
  /** Where offers of jobs belong: `job_spam` looks away there. */
  jobChannelIds: Iterable<string>;
  /** IANA zone of the server, for hours of the day. */
  zone: string;
  /** Perceptual hashes of pictures that the server wants to know again. */
  images?: Iterable<string>;
};

/** The rules of one guild, made ready. Build it anew when they change. */
export type Engine = {
  /** What the event sets off, in the order of the rules. Remembers the event in `windows`; cooldowns and counters are the caller's (`counter.ts`). */
  read(facts: Facts, windows: Windows): Hit[];
  /** A rule looks for pictures: their hashes are worth working out. */
  seesImages: boolean;
  /** The longest window that a rule looks back, in milliseconds: what `windows.restore` needs after a restart. 0 when none does. */
  lookBack: number;
};
