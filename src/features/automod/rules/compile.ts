import { cut, fold } from '../../../kernel/text.ts';
import type { Kept } from '../../rules/service/rule.ts';
import type { Line, Place, Reason, ReasonCode } from './account.ts';
import { nativePattern } from './expression.ts';
import { limits, type Native, namePrefix, ordered } from './native.ts';

export type Rule = Kept['rule'];
type Trigger = Rule['triggers'][number];

/** All that decides what Discord runs. */
export type Source = {
  rules: readonly Rule[];
  /** The server's block list: all of it, or the beginning of what is longer than Discord has room for. */
  blocked: { sites: readonly string[]; total: number };
  /** Rules of which somebody said that they were mistaken: Discord could not make that exception. */
  excepted: ReadonlySet<number>;
  /** Codes of invites to the server itself. */
  invites: readonly string[];
  staffRoleIds: readonly string[];
  /** Where Discord alerts the moderators. */
  alertChannelId: string | null;
  /** Roles and channels that are no more. */
  missing: ReadonlySet<string>;
  /** Places that rules of others leave. */
  free: { words: number; mentions: number };
  /** What authors read, with and without a timeout, when the rule has no words of its own. */
  explanations: { held: string; paused: string };
};

/** `key`: stays the same while the rule that it began with is there. */
export type Planned = { key: string; native: Native };
export type Plan = { natives: Planned[]; lines: Line[] };

/** How rules must agree to share one of Discord's. */
type Manner = Pick<Native, 'explanation' | 'alertChannelId' | 'timeoutSeconds' | 'exemptRoles' | 'exemptChannels'>;

/** What one rule asks for. `sites`: of the server's block list. */
type Asked = {
  rule: Rule;
  manner: Manner;
  keywords: string[][];
  patterns: string[];
  /** With the words that they hold off, they stand in one of Discord's rules. */
  invites: { keywords: string[]; allowed: string[] } | null;
  usesList: boolean;
  mentions: number | null;
};

/** An account of one rule while it is made. */
type Tally = Map<ReasonCode, number>;
const note = (tally: Tally, code: ReasonCode, count = 1): void => void tally.set(code, (tally.get(code) ?? 0) + count);

const carried = new Set(['delete', 'keep', 'alert', 'timeout', 'dm']);

/** Why all of the rule stays with the bot; null when nothing keeps it. */
function keeps(rule: Rule, source: Source): Reason | null {
  const { exemptions, actions } = rule;
  const reason = (code: ReasonCode, count = 1): Reason => ({ code, count });
  if (rule.mode !== 'on') return reason('shadow');
  if (!rule.on.includes('message')) return reason('not_written');
  if (rule.conditions.length > 0) return reason('conditions', rule.conditions.length);
  if (rule.counter) return reason('counter');
  if (exemptions.userIds.length > 0) return reason('people', exemptions.userIds.length);
  if (source.excepted.has(rule.id)) return reason('exceptions');
  const foreign = actions.filter(({ kind }) => !carried.has(kind));
  if (foreign.length > 0) return reason('action', foreign.length);
  if (!actions.some(({ kind }) => kind === 'delete')) return reason('not_deleted');
  if (rule.cooldownSeconds > 0 && actions.some(({ kind }) => kind === 'timeout')) return reason('cooldown');
  for (const action of actions) {
    if (action.kind === 'alert' && action.call) return reason('call');
    if ((action.kind === 'alert' || action.kind === 'keep') && source.alertChannelId === null) return reason('no_channel');
    if (action.kind === 'dm' && action.text.length > limits.explanation) return reason('dm_long');
  }
  if (exemptions.channelIds.some((id) => source.missing.has(id))) return reason('channel_gone');
  if (exemptions.channelIds.length > limits.exemptChannels) return reason('channels', exemptions.channelIds.length);
  const roles = exemptRolesOf(rule, source);
  return roles.length > limits.exemptRoles ? reason('roles', roles.length) : null;
}

const exemptRolesOf = ({ exemptions }: Rule, { staffRoleIds, missing }: Source): string[] =>
  ordered([...exemptions.roleIds, ...(exemptions.staff ? staffRoleIds : [])]).filter((id) => !missing.has(id));

function mannerOf(rule: Rule, source: Source): Manner {
  let own = '';
  let timeoutSeconds = 0;
  let isShown = false;
  for (const action of rule.actions) {
    if (action.kind === 'dm') own = action.text;
    if (action.kind === 'timeout') timeoutSeconds = action.seconds;
    if (action.kind === 'alert' || action.kind === 'keep') isShown = true;
  }
  const { held, paused } = source.explanations;
  return {
    explanation: own || (timeoutSeconds > 0 ? paused : held),
    alertChannelId: isShown ? source.alertChannelId : null,
    timeoutSeconds,
    exemptRoles: exemptRolesOf(rule, source),
    exemptChannels: ordered(rule.exemptions.channelIds),
  };
}

const framed = { word: (word: string) => word, start: (word: string) => `${word}*`, inside: (word: string) => `*${word}*` };

/** As it is typed, and without its accents. A star has a meaning of its own there. */
function wordsFor({ words, match }: Extract<Trigger, { kind: 'words' }>, tally: Tally): string[][] {
  return words.flatMap((typed) => {
    const word = typed.trim().toLowerCase();
    const all = [...new Set([word, fold(word).trim()])].map(framed[match]);
    if (!word.includes('*') && all.every(({ length }) => length > 0 && length <= limits.keywordLength)) return [all];
    note(tally, 'word');
    return [];
  });
}

/**
 * A site and those below it, where links are written with `https://`. Nothing shorter would do: `t.co` anywhere in a text is in `pinterest.com` too. What is
 * written otherwise is for the bot.
 */
export const siteWords = (domain: string): string[] => [`*//${domain}/*`, `*//${domain}`, `*.${domain}/*`];
const fits = (words: readonly string[]): boolean => words.every(({ length }) => length <= limits.keywordLength);

const inviteRoots = ['discord.gg/', 'discord.com/invite/', 'discordapp.com/invite/'];

function invitesFor({ codes }: Extract<Trigger, { kind: 'invite' }>, source: Source, tally: Tally): Asked['invites'] {
  const allowed = ordered([...codes, ...source.invites]).flatMap((code) => inviteRoots.map((root) => `*${root}${code}*`));
  if (allowed.length > limits.allowed || !fits(allowed)) {
    note(tally, 'invites', allowed.length / inviteRoots.length);
    return null;
  }
  return { keywords: inviteRoots.map((root) => `*${root}*`), allowed };
}

/** Discord counts beyond its limit, we from ours on. */
function mentionsFor({ least, roles }: Extract<Trigger, { kind: 'mentions' }>, tally: Tally): number | null {
  if (!roles) note(tally, 'mentions_people');
  else if (least < 2 || least > limits.mentions + 1) note(tally, 'mentions_many', least);
  else return least - 1;
  return null;
}

function ask(rule: Rule, source: Source, tally: Tally): Asked {
  const asked: Asked = {
    rule,
    manner: mannerOf(rule, source),
    keywords: [],
    patterns: [],
    invites: null,
    usesList: false,
    mentions: null,
  };
  for (const trigger of rule.triggers) {
    if (trigger.kind === 'words') asked.keywords.push(...wordsFor(trigger, tally));
    else if (trigger.kind === 'blocked_link') {
      const sites = trigger.domains.map(siteWords);
      asked.keywords.push(...sites.filter(fits));
      if (sites.some((site) => !fits(site))) note(tally, 'domain_long', sites.filter((site) => !fits(site)).length);
      asked.usesList ||= trigger.useList;
      if (trigger.useList && source.blocked.total === 0) note(tally, 'list_empty');
    } else if (trigger.kind === 'invite') {
      const found = invitesFor(trigger, source, tally);
      // Two of them in one rule: what either allows passes, and the bot has the last word.
      const allowed = ordered([...(asked.invites?.allowed ?? []), ...(found?.allowed ?? [])]);
      if (found && allowed.length <= limits.allowed) asked.invites = { keywords: found.keywords, allowed };
      else if (found) note(tally, 'invites', allowed.length / inviteRoots.length);
    } else if (trigger.kind === 'mentions') {
      const limit = mentionsFor(trigger, tally);
      if (limit !== null) asked.mentions = Math.min(limit, asked.mentions ?? limit);
    } else if (trigger.kind === 'expression' && trigger.reading === 'normal') note(tally, 'reading');
    else if (trigger.kind === 'expression') {
      const patterns = trigger.expressions.map(nativePattern);
      asked.patterns.push(...patterns.filter((pattern) => pattern !== null));
      const refused = patterns.filter((pattern) => pattern === null).length;
      if (refused > 0) note(tally, 'expression', refused);
    } else note(tally, 'trigger');
  }
  return asked;
}

/** One of Discord's rules while it is filled. */
type Box = { manner: Manner; ruleIds: Set<number>; keywords: Set<string>; patterns: Set<string>; allowed: Set<string> };

/**
 * Fills Discord's rules, those of the oldest of ours first: words, expressions and invites, then the server's block list, its shortest names first. Rules that act
 * alike share; what finds no place is counted.
 */
function fill(all: readonly Asked[], source: Source, tallies: ReadonlyMap<number, Tally>) {
  const boxes: Box[] = [];
  const placed = new Set<number>();
  const shared = new Map<string, Box[]>();
  /** True when it found a place: in the first box that has room, else in a new one. */
  function put({ rule, manner }: Asked, more: { keywords?: string[]; patterns?: string[]; allowed?: string[] }): boolean {
    const { keywords = [], patterns = [], allowed = [] } = more;
    const sum = (there: ReadonlySet<string>, added: string[]) => there.size + added.filter((one) => !there.has(one)).length;
    const hasRoom = (box: Box) =>
      sum(box.keywords, keywords) <= limits.keywords &&
      sum(box.patterns, patterns) <= limits.patterns &&
      sum(box.allowed, allowed) <= limits.allowed;
    const written = JSON.stringify(manner);
    const alike = shared.get(written) ?? [];
    shared.set(written, alike);
    let box = alike.find(hasRoom);
    if (!box && boxes.length < source.free.words) {
      box = { manner, ruleIds: new Set(), keywords: new Set(), patterns: new Set(), allowed: new Set() };
      boxes.push(box);
      alike.push(box);
    }
    if (!box) return false;
    for (const one of keywords) box.keywords.add(one);
    for (const one of patterns) box.patterns.add(one);
    for (const one of allowed) box.allowed.add(one);
    box.ruleIds.add(rule.id);
    placed.add(rule.id);
    return true;
  }
  for (const asked of all) {
    const missed =
      asked.keywords.filter((keywords) => !put(asked, { keywords })).length +
      asked.patterns.filter((pattern) => !put(asked, { patterns: [pattern] })).length +
      (asked.invites && !put(asked, asked.invites) ? 1 : 0);
    const tally = tallies.get(asked.rule.id);
    if (missed > 0 && tally) note(tally, 'full', missed);
  }
  const sites = [...source.blocked.sites]
    .sort((one, other) => one.length - other.length || (one < other ? -1 : 1))
    .map(siteWords);
  for (const asked of all.filter(({ usesList }) => usesList)) {
    const left = sites.findIndex((keywords) => !fits(keywords) || !put(asked, { keywords }));
    const tally = tallies.get(asked.rule.id);
    if (left >= 0 && tally) note(tally, 'list_full', source.blocked.total - left);
  }
  return { boxes, placed };
}

/** Which of Discord's rules a server's rules become, within Discord's limits, and what becomes of each of ours. The same source gives the same plan. */
export function compile(source: Source): Plan {
  const rules = [...source.rules].sort((one, other) => one.id - other.id);
  const names = new Map(rules.map(({ id, name }) => [id, name]));
  const tallies = new Map<number, Tally>(rules.map(({ id }) => [id, new Map()]));
  const all: Asked[] = [];
  for (const rule of rules) {
    const tally = tallies.get(rule.id) ?? new Map();
    const kept = keeps(rule, source);
    if (kept) note(tally, kept.code, kept.count);
    else all.push(ask(rule, source, tally));
  }
  const { boxes, placed } = fill(all, source, tallies);

  const natives: Planned[] = [];
  const titleOf = (ruleIds: Iterable<number>) => [...ruleIds].map((id) => names.get(id) ?? '').join(', ');
  const title = titles();
  const ofKey = new Map<string, number>();
  for (const box of boxes) {
    const anchor = Math.min(...box.ruleIds);
    const many = (ofKey.get(`words:${anchor}`) ?? 0) + 1;
    ofKey.set(`words:${anchor}`, many);
    natives.push({
      key: `words:${anchor}:${many}`,
      native: {
        kind: 'words',
        name: title(titleOf(box.ruleIds)),
        isEnabled: true,
        keywords: ordered([...box.keywords]),
        patterns: ordered([...box.patterns]),
        allowed: ordered([...box.allowed]),
        limit: null,
        isBlocked: true,
        ...box.manner,
      },
    });
  }
  let left = source.free.mentions;
  for (const { rule, manner, mentions } of all) {
    if (mentions === null) continue;
    if (left === 0) {
      note(tallies.get(rule.id) ?? new Map(), 'mentions_taken');
      continue;
    }
    left--;
    placed.add(rule.id);
    natives.push({
      key: `mentions:${rule.id}`,
      native: {
        kind: 'mentions',
        name: title(rule.name),
        isEnabled: true,
        keywords: [],
        patterns: [],
        allowed: [],
        limit: mentions,
        isBlocked: true,
        ...manner,
      },
    });
  }
  const lines = rules.map(({ id: ruleId, name }): Line => {
    const reasons = [...(tallies.get(ruleId) ?? [])].map(([code, count]): Reason => ({ code, count }));
    const place: Place = !placed.has(ruleId) ? 'bot' : reasons.length > 0 ? 'both' : 'discord';
    return { ruleId, name, place, reasons };
  });
  return { natives, lines };
}

/** Names that no two share: by its name a rule is found again that a crash left unrecorded. */
function titles(): (names: string) => string {
  const taken = new Set<string>();
  return (names) => {
    for (let number = 1; ; number++) {
      const end = number === 1 ? '' : ` (${number})`;
      const name = `${cut(`${namePrefix}${names}`, limits.name - end.length)}${end}`;
      if (taken.has(name)) continue;
      taken.add(name);
      return name;
    }
  };
}
