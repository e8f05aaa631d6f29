import { day } from '../../../kernel/time.ts';
import { type Automaton, automatonOf, type Match, standsAlone } from './automaton.ts';
import { type Brand, extensionsOf } from './brand.ts';
import { holds, isExempt, localClock, type Seen } from './condition.ts';
import { findIdeas, innocent, type Weighed, weigh } from './detect.ts';
import { type Undone, undo, undoPattern, wasHidden } from './disguise.ts';
import { type Expression, needed, readExpression } from './expression.ts';
import type { Engine, Found, Hit, Lists, Reason, Span } from './hit.ts';
import { distanceOf } from './image.ts';
import { above, isWithin, type Place, placesOf } from './link.ts';
import { imitatedOf } from './look.ts';
import { endOf, fenced, firstOther, normalise, normalWord, own, quoted, type Reading, read, spell, symbolsOf } from './normal.ts';
import type { Facts, Mode, Rule, TriggerKind, TriggerOf } from './rule.ts';
import { findSecret, shortestSecret } from './secret.ts';
import { all, byAuthor, byChannel, byName, byPrint, type Windows } from './windows.ts';

/** A trigger and where it stands. */
type Placed<K extends TriggerKind> = { [P in K]: { trigger: TriggerOf<P>; rule: number; index: number } }[K];

/** One event while it is read. */
type Look = {
  facts: Facts;
  windows: Windows;
  reading: Reading;
  /** Worked out when somebody asks. */
  places(): readonly Place[];
  undone(): Undone | null;
  weighed(): Weighed;
  /** What its author says again and again is told from other things by this; 0 when there is nothing to compare. */
  print: number;
  substance: number;
};

type Emit = (placed: { rule: number; index: number }, reason: Reason, spans?: readonly Span[], others?: Hit['others']) => void;
type Reader = (look: Look, emit: Emit) => void;

/** Most that a hit quotes of what it found. */
const mostQuoted = 5;
/** Entries of a window that one question looks at. */
const mostSteps = 256;
/** Words and expressions of one guild, over all its rules: what `compile` can hold in memory and in time. */
export const mostWords = 20_000;
export const mostExpressions = 200;

const least = (numbers: readonly number[]): number => numbers.reduce((low, one) => Math.min(low, one), Number.POSITIVE_INFINITY);

/** Triggers that compare one number: those that ask for too much are left by one look. */
function counting<K extends TriggerKind>(
  placed: readonly { trigger: TriggerOf<K>; rule: number; index: number }[],
  limitOf: (trigger: TriggerOf<K>) => number,
  countOf: (look: Look, least: number) => number,
  isSo: (look: Look, trigger: TriggerOf<K>) => boolean = () => true,
): Reader {
  const lowest = least(placed.map(({ trigger }) => limitOf(trigger)));
  return (look, emit) => {
    const count = countOf(look, lowest);
    if (count < lowest) return;
    for (const one of placed) {
      const limit = limitOf(one.trigger);
      if (count >= limit && isSo(look, one.trigger)) emit(one, { code: one.trigger.kind, values: [], count, limit });
    }
  };
}

type WordEntry = { placed: Placed<'words' | 'name'>; word: string; match: Match; isForeign: boolean };
type GateEntry = { expression: number };

/** Searches a reading for the words of all rules. */
function wordsOf(entries: readonly WordEntry[]) {
  const plain = automatonOf(entries.map(({ word }) => symbolsOf(word)));
  let second: Automaton | undefined;
  return (reading: Reading, undone: Undone | null, onWord: (entry: WordEntry, span: Span) => void): void => {
    const { symbols, length, at, where, hasAsides, text } = reading;
    plain.scan(symbols, length, (pattern, first, last) => {
      const entry = entries[pattern] as WordEntry;
      if (!standsAlone(symbols, length, entry.match, first, last)) return;
      // What is only quoted, or code, is not its author's; a word between single ticks is.
      if (hasAsides && (where[first] === fenced || where[first] === quoted)) return;
      const span = { start: at[first] as number, end: endOf(text, at[last] as number) };
      if (entry.isForeign && !normalise(text.slice(span.start, span.end)).includes(entry.word)) return;
      onWord(entry, span);
    });
    if (!undone) return;
    second ??= automatonOf(entries.map(({ word }) => undoPattern(symbolsOf(word))));
    second.scan(undone.symbols, undone.length, (pattern, first, last) => {
      const entry = entries[pattern] as WordEntry;
      if (entry.isForeign || entry.word.length < 3 || !wasHidden(undone, entry.match, first, last)) return;
      if (hasAsides && undone.where[first] !== own) return;
      onWord(entry, { start: undone.at[first] as number, end: endOf(text, undone.at[last] as number) });
    });
  };
}

/** Emits once for a trigger, with all its words. */
function gathered(emit: Emit): { take(entry: WordEntry, span: Span): void; tell(): void } {
  let taken: Map<Placed<'words' | 'name'>, { words: Set<string>; spans: Span[] }> | undefined;
  return {
    take({ placed, word }, span) {
      taken ??= new Map();
      const known = taken.get(placed) ?? { words: new Set<string>(), spans: [] };
      known.words.add(word);
      if (known.spans.length < mostQuoted && !known.spans.some(({ start }) => start === span.start)) known.spans.push(span);
      taken.set(placed, known);
    },
    tell() {
      if (taken)
        for (const [placed, { words, spans }] of taken)
          emit(placed, { code: placed.trigger.kind, values: [...words].slice(0, mostQuoted), count: words.size }, spans);
    },
  };
}

const wordEntries = (placed: readonly Placed<'words' | 'name'>[]): WordEntry[] =>
  placed.flatMap((one) =>
    one.trigger.words.map((typed) => {
      const word = normalWord(typed);
      return { placed: one, word, match: one.trigger.match, isForeign: symbolsOf(word).some((symbol) => symbol >= firstOther) };
    }),
  );

function readWords(placed: readonly Placed<'words'>[]): Reader {
  const search = wordsOf(wordEntries(placed));
  return (look, emit) => {
    const words = gathered(emit);
    search(look.reading, look.undone(), words.take);
    words.tell();
  };
}

/** Names are few and come again: what each holds is kept for a while. */
function nameSearch(placed: readonly Placed<'name'>[]) {
  const search = wordsOf(wordEntries(placed));
  const known = new Map<string, { entry: WordEntry; span: Span }[]>();
  return (name: string): { entry: WordEntry; span: Span }[] => {
    const before = known.get(name);
    if (before) return before;
    if (known.size >= 2_000) known.clear();
    const found: { entry: WordEntry; span: Span }[] = [];
    const reading = read(name);
    search(reading, reading.isOdd ? undo(reading) : null, (entry, span) => void found.push({ entry, span }));
    known.set(name, found);
    return found;
  };
}

/** Expressions that need a word are searched only where the word is. */
function readExpressions(placed: readonly Placed<'expression'>[]): Reader {
  type One = { placed: Placed<'expression'>; expression: Expression };
  const ones: One[] = placed.flatMap((one) =>
    one.trigger.expressions.flatMap((source) => {
      const compiled = readExpression(source);
      return compiled.ok ? [{ placed: one, expression: compiled.expression }] : [];
    }),
  );
  const gates: GateEntry[] = [];
  const patterns: number[][] = [];
  const always: number[] = [];
  ones.forEach(({ expression }, index) => {
    const words = needed(expression.source);
    if (!words) always.push(index);
    else
      for (const word of words) {
        gates.push({ expression: index });
        patterns.push(symbolsOf(word));
      }
  });
  const gate = automatonOf(patterns);
  const every = ones.map((_, index) => index);
  return (look, emit) => {
    const { reading } = look;
    if (reading.text === '') return;
    // Links and mentions left the stream in which the words are looked for.
    const isWhole = reading.links.length === 0 && !reading.text.includes('<');
    const due = new Set(isWhole ? always : every);
    if (isWhole) gate.scan(reading.symbols, reading.length, (pattern) => void due.add((gates[pattern] as GateEntry).expression));
    if (due.size === 0) return;
    let normal: string | undefined;
    const said = new Set<Placed<'expression'>>();
    for (const index of due) {
      const { placed: one, expression } = ones[index] as One;
      if (said.has(one)) continue;
      const isPlain = one.trigger.reading === 'plain';
      if (!isPlain) normal ??= spell(reading);
      const span = expression.find(isPlain ? reading.text : (normal ?? ''));
      if (!span) continue;
      if (isPlain && reading.hasAsides && isAsideAt(reading, span.start)) continue;
      said.add(one);
      const text = isPlain ? reading.text : (normal ?? '');
      emit(one, { code: 'expression', values: [text.slice(span.start, span.end).slice(0, 100)] }, isPlain ? [span] : []);
    }
  };
}

/** True where code or a quote stands. */
function isAsideAt({ at, where, length }: Reading, start: number): boolean {
  for (let index = 0; index < length; index++)
    if ((at[index] as number) >= start) return where[index] === fenced || where[index] === quoted;
  return false;
}

const spanOf = ({ from, end }: Place): Span => ({ start: from, end });
const hostsOf = (places: readonly Place[]): string[] => [...new Set(places.map(({ host }) => host))].slice(0, mostQuoted);

type Group = { [K in TriggerKind]?: Placed<K>[] };

function linkReaders(
  group: Group,
  lists: { blocked: ReadonlySet<string>; allowed: ReadonlySet<string>; invites: ReadonlySet<string> },
): Reader[] {
  const readers: Reader[] = [];
  const told = (emit: Emit, one: Placed<TriggerKind>, found: readonly Place[], more: Partial<Reason> = {}) =>
    emit(
      one,
      { code: one.trigger.kind, values: hostsOf(found), count: found.length, ...more },
      found.slice(0, mostQuoted).map(spanOf),
    );

  const links = (group.link ?? []).map((one) => ({ one, own: new Set(one.trigger.domains) }));
  if (links.length > 0)
    readers.push(({ places }, emit) => {
      for (const { one, own: allowed } of links) {
        const found = places().filter(
          ({ isLink, host }) => isLink && !isWithin(allowed, host) && !(one.trigger.useList && isWithin(lists.allowed, host)),
        );
        if (found.length >= one.trigger.least) told(emit, one, found, { limit: one.trigger.least });
      }
    });

  const blocked = group.blocked_link ?? [];
  if (blocked.length > 0) {
    // Whatever the number of rules: one look for each label of a host.
    const byDomain = new Map<string, Placed<'blocked_link'>[]>();
    for (const one of blocked)
      for (const domain of one.trigger.domains) byDomain.set(domain, [...(byDomain.get(domain) ?? []), one]);
    const listed = blocked.filter(({ trigger }) => trigger.useList);
    readers.push(({ places }, emit) => {
      const found = new Map<Placed<'blocked_link'>, Place[]>();
      const take = (one: Placed<'blocked_link'>, place: Place) => {
        const known = found.get(one);
        if (!known) found.set(one, [place]);
        else if (!known.includes(place)) known.push(place);
      };
      for (const place of places())
        for (const domain of above(place.host)) {
          for (const one of byDomain.get(domain) ?? []) take(one, place);
          if (listed.length > 0 && lists.blocked.has(domain)) for (const one of listed) take(one, place);
        }
      for (const [one, list] of found) told(emit, one, list);
    });
  }

  const shorteners = (group.shortener ?? []).map((one) => ({ one, more: new Set(one.trigger.domains) }));
  if (shorteners.length > 0)
    readers.push(({ places }, emit) => {
      for (const { one, more } of shorteners) {
        const found = places().filter(({ isShort, host }) => isShort || isWithin(more, host));
        if (found.length > 0) told(emit, one, found);
      }
    });

  const masked = group.masked_link ?? [];
  if (masked.length > 0)
    readers.push(({ places }, emit) => {
      for (const one of masked) {
        const found = places().filter(({ shown, isDeceptive }) => isDeceptive || (one.trigger.which === 'all' && shown !== null));
        if (found.length > 0) told(emit, one, found);
      }
    });

  const alike = (group.look_alike ?? []).map((one) => ({
    one,
    brands: one.trigger.domains.map((domain): Brand => ({ name: domain.split('.')[0] ?? domain, domains: [domain] })),
    real: new Set(one.trigger.domains),
  }));
  if (alike.length > 0)
    readers.push(({ places }, emit) => {
      for (const { one, brands, real } of alike) {
        const found = places().flatMap((place) => {
          if (isWithin(real, place.host)) return [];
          const imitation =
            (one.trigger.useKnown && place.imitation?.rank === 3 ? place.imitation : null) ??
            imitatedOf(place.unicode, place.domain, place.isHosted, brands);
          return imitation && imitation.rank >= 2 ? [{ place, of: imitation.of }] : [];
        });
        const first = found[0];
        if (first)
          emit(
            one,
            { code: 'look_alike', values: [first.place.unicode, first.of], count: found.length },
            found.slice(0, mostQuoted).map(({ place }) => spanOf(place)),
          );
      }
    });

  const invites = (group.invite ?? []).map((one) => ({ one, own: new Set(one.trigger.codes.map((code) => code.toLowerCase())) }));
  if (invites.length > 0)
    readers.push(({ places }, emit) => {
      for (const { one, own: mine } of invites) {
        const found = places().filter(({ invite }) => {
          const code = invite?.toLowerCase();
          return code !== undefined && !mine.has(code) && !lists.invites.has(code);
        });
        if (found.length > 0)
          emit(
            one,
            { code: 'invite', values: found.map(({ invite }) => invite ?? '').slice(0, mostQuoted), count: found.length },
            found.slice(0, mostQuoted).map(spanOf),
          );
      }
    });

  // Nothing to ask of a message that leads nowhere.
  return readers.length === 0
    ? []
    : [
        (look, emit) => {
          if (look.reading.links.length === 0 && !look.reading.hasDots) return;
          if (look.places().length === 0) return;
          for (const reader of readers) reader(look, emit);
        },
      ];
}

const emojis = /\p{RGI_Emoji}/gv;
const spoiler = /\|\|[^|]+\|\|/g;

/** What is wrong with the form of a message. Code is none of it: whoever asks for help pastes hundreds of lines. */
function formReaders(group: Group): Reader[] {
  const readers: Reader[] = [];
  if (group.capitals)
    readers.push((look, emit) => {
      const { letters, capitals, hasCode } = look.reading;
      if (capitals < 5 || hasCode) return;
      const share = Math.floor((100 * capitals) / letters);
      for (const one of group.capitals ?? [])
        if (letters >= one.trigger.letters && share >= one.trigger.share)
          emit(one, { code: 'capitals', values: [], count: share, limit: one.trigger.share });
    });
  if (group.spoilers)
    readers.push(
      counting(
        group.spoilers,
        ({ least: limit }) => limit,
        ({ reading }, low) => (reading.bars < low * 4 ? 0 : [...reading.text.matchAll(spoiler)].length),
      ),
    );
  if (group.zalgo)
    readers.push(
      counting(
        group.zalgo,
        ({ marks }) => marks,
        ({ reading }) => (reading.marks * 2 > reading.letters ? reading.marks : 0),
      ),
    );
  if (group.emoji)
    readers.push(
      counting(
        group.emoji,
        ({ least: limit }) => limit,
        ({ reading }, low) =>
          reading.signs + reading.customEmoji < low
            ? 0
            : reading.customEmoji + (reading.signs === 0 ? 0 : [...reading.text.matchAll(emojis)].length),
      ),
    );
  if (group.lines)
    readers.push(
      counting(
        group.lines,
        ({ least: limit }) => limit,
        ({ reading }) => (reading.hasCode ? 0 : reading.lines),
      ),
    );
  if (group.repetition)
    readers.push(
      counting(
        group.repetition,
        ({ least: limit }) => limit,
        ({ reading }) => (reading.hasCode ? 0 : Math.max(reading.longestRun, reading.longestWordRun)),
      ),
    );
  if (group.hidden)
    readers.push(
      counting(
        group.hidden,
        ({ least: limit }) => limit,
        ({ reading }) => reading.hidden,
      ),
    );
  return readers;
}

function peopleReaders(group: Group): Reader[] {
  const readers: Reader[] = [];
  if (group.mentions)
    readers.push(
      counting(
        group.mentions,
        ({ least: limit }) => limit,
        ({ facts }) => facts.mentions.users + facts.mentions.roles,
        ({ facts }, { roles, least: limit }) => roles || facts.mentions.users >= limit,
      ),
    );
  if (group.everyone)
    readers.push(({ facts, reading }, emit) => {
      if (!facts.mentions.everyone) return;
      const start = reading.text.search(/@(?:everyone|here)/);
      for (const one of group.everyone ?? [])
        emit(
          one,
          { code: 'everyone', values: [] },
          start < 0 ? [] : [{ start, end: start + (reading.text.startsWith('@here', start) ? 5 : 9) }],
        );
    });
  if (group.new_account) {
    const longest = Math.max(...group.new_account.map(({ trigger }) => trigger.days));
    readers.push(({ facts }, emit) => {
      const days = (facts.at - facts.authorCreatedAt) / day;
      if (days >= longest) return;
      for (const one of group.new_account ?? [])
        if (days < one.trigger.days)
          emit(one, { code: 'new_account', values: [], count: Math.floor(days), limit: one.trigger.days });
    });
  }
  if (group.honeypot) {
    const traps = new Map<string, Placed<'honeypot'>[]>();
    for (const one of group.honeypot) for (const id of one.trigger.channelIds) traps.set(id, [...(traps.get(id) ?? []), one]);
    readers.push(({ facts }, emit) => {
      for (const one of (facts.channelId && traps.get(facts.channelId)) || []) emit(one, { code: 'honeypot', values: [] });
      if (facts.parentId) for (const one of traps.get(facts.parentId) ?? []) emit(one, { code: 'honeypot', values: [] });
    });
  }
  if (group.automod)
    readers.push(({ facts }, emit) => {
      const { automod } = facts;
      if (!automod) return;
      for (const one of group.automod ?? [])
        if (one.trigger.ruleIds.length === 0 || one.trigger.ruleIds.includes(automod.ruleId))
          emit(one, { code: 'automod', values: [automod.matched ?? automod.keyword ?? ''].filter(Boolean) });
    });
  return readers;
}

function fileReaders(group: Group): Reader[] {
  const readers: Reader[] = [];
  if (group.attachments)
    readers.push(
      counting(
        group.attachments,
        ({ least: limit }) => limit,
        ({ facts }) => facts.attachments.length,
      ),
    );
  const files = (group.files ?? []).map((one) => ({
    one,
    endings: new Set([
      ...one.trigger.extensions,
      ...one.trigger.families.flatMap((family): readonly string[] => extensionsOf[family]),
    ]),
  }));
  if (files.length > 0)
    readers.push(({ facts }, emit) => {
      if (facts.attachments.length === 0) return;
      for (const { one, endings } of files) {
        const found = facts.attachments.filter(({ name }) => endings.has(extensionOf(name)));
        if (found.length > 0)
          emit(one, { code: 'files', values: found.map(({ name }) => name).slice(0, mostQuoted), count: found.length });
      }
    });
  if (group.image)
    readers.push(({ facts }, emit) => {
      for (const { hash, name } of facts.attachments)
        if (hash !== undefined)
          for (const one of group.image ?? []) {
            const near = one.trigger.hashes.reduce((low, other) => Math.min(low, distanceOf(hash, other)), 65);
            if (near <= one.trigger.distance)
              emit(one, { code: 'image', values: [name], count: near, limit: one.trigger.distance });
          }
    });
  return readers;
}

/** What opens the file: spaces and dots at its end are not read by any system, and right-to-left marks only hide the rest. */
const extensionOf = (name: string): string =>
  name
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\s.]+$/, '')
    .replace(/^.*\./, '')
    .toLowerCase();

/** Is it the k-th newest, and is that one still in the window? */
const isFull = (times: readonly number[], limit: number, since: number): boolean =>
  (times[limit - 1] ?? Number.NEGATIVE_INFINITY) >= since;

function windowReaders(group: Group): Reader[] {
  const readers: Reader[] = [];
  const scopes = (scope: 'person' | 'channels' | 'people') =>
    (group.duplicates ?? []).filter(({ trigger }) => trigger.scope === scope);
  for (const scope of ['person', 'channels', 'people'] as const) {
    const placed = scopes(scope);
    if (placed.length === 0) continue;
    const longest = Math.max(...placed.map(({ trigger }) => trigger.seconds)) * 1_000;
    const highest = Math.max(...placed.map(({ trigger }) => trigger.least));
    const lowest = least(placed.map(({ trigger }) => trigger.least));
    const leastLetters = least(placed.map(({ trigger }) => trigger.letters));
    readers.push(({ facts, windows, print, substance, reading }, emit) => {
      if (facts.kind !== 'message' || print === 0 || substance < leastLetters || reading.hasCode) return;
      const chain =
        scope === 'people'
          ? windows.sent.walk(byPrint, print, facts.at - longest)
          : windows.sent.walk(byAuthor, facts.authorId, facts.at - longest);
      const times: number[] = [];
      const seen = new Set<string>();
      const others: { channelId: string; messageId: string }[] = [];
      let steps = 0;
      for (const sent of chain) {
        if (++steps > mostSteps || times.length >= highest) break;
        if (sent.print !== print) continue;
        if (sent.authorId === facts.authorId && sent.messageId !== facts.messageId)
          others.push({ channelId: sent.channelId, messageId: sent.messageId });
        const key = scope === 'person' ? sent.messageId : scope === 'channels' ? sent.channelId : sent.authorId;
        if (seen.has(key)) continue;
        seen.add(key);
        times.push(sent.at);
      }
      if (times.length < lowest) return;
      for (const one of placed) {
        const { least: limit, seconds, letters } = one.trigger;
        if (substance >= letters && isFull(times, limit, facts.at - seconds * 1_000))
          emit(one, { code: 'duplicates', values: [scope], count: times.length, limit, seconds }, [], others);
      }
    });
  }
  for (const scope of ['person', 'channel'] as const) {
    const placed = (group.burst ?? []).filter(({ trigger }) => trigger.scope === scope);
    if (placed.length === 0) continue;
    const longest = Math.max(...placed.map(({ trigger }) => trigger.seconds)) * 1_000;
    const highest = Math.max(...placed.map(({ trigger }) => trigger.least));
    const lowest = least(placed.map(({ trigger }) => trigger.least));
    readers.push(({ facts, windows }, emit) => {
      if (facts.kind !== 'message' || facts.channelId === null) return;
      const key = scope === 'person' ? facts.authorId : facts.channelId;
      const times: number[] = [];
      const others: { channelId: string; messageId: string }[] = [];
      for (const sent of windows.sent.walk(scope === 'person' ? byAuthor : byChannel, key, facts.at - longest)) {
        times.push(sent.at);
        if (sent.authorId === facts.authorId && sent.messageId !== facts.messageId)
          others.push({ channelId: sent.channelId, messageId: sent.messageId });
        if (times.length >= highest) break;
      }
      if (times.length < lowest) return;
      for (const one of placed) {
        const { least: limit, seconds } = one.trigger;
        if (isFull(times, limit, facts.at - seconds * 1_000))
          emit(one, { code: 'burst', values: [scope], count: times.length, limit, seconds }, [], others);
      }
    });
  }
  return readers;
}

function joinReaders(group: Group): Reader[] {
  const readers: Reader[] = [];
  const over = (
    placed: readonly (Placed<'join_rate'> | Placed<'similar_names'>)[],
    chain: number,
    keyOf: (facts: Facts) => string,
  ): void => {
    if (placed.length === 0) return;
    const longest = Math.max(...placed.map(({ trigger }) => trigger.seconds)) * 1_000;
    const highest = Math.max(...placed.map(({ trigger }) => trigger.least));
    readers.push(({ facts, windows }, emit) => {
      const key = keyOf(facts);
      if (key === '') return;
      const times: number[] = [];
      const seen = new Set<string>();
      for (const { userId, at } of windows.joined.walk(chain, key, facts.at - longest)) {
        if (seen.has(userId)) continue;
        seen.add(userId);
        times.push(at);
        if (times.length >= highest) break;
      }
      for (const one of placed) {
        const { kind, least: limit, seconds } = one.trigger;
        if (isFull(times, limit, facts.at - seconds * 1_000))
          emit(one, {
            code: kind,
            values: kind === 'similar_names' ? [facts.authorName] : [],
            count: times.length,
            limit,
            seconds,
          });
      }
    });
  };
  over(group.join_rate ?? [], all, () => 'all');
  over(group.similar_names ?? [], byName, ({ authorName }) => nameKey(authorName));
  return readers;
}

/** What raiders have in common, whose names differ by a number. Too short a name says nothing. */
export function nameKey(name: string): string {
  const letters = normalise(name).replace(/[^\p{L}]/gu, '');
  return letters.length >= 4 ? letters : '';
}

function detectors(group: Group): Reader[] {
  const readers: Reader[] = [];
  for (const kind of ['phishing', 'spam', 'job_spam'] as const) {
    const placed: readonly Placed<'phishing' | 'spam' | 'job_spam'>[] = group[kind] ?? [];
    const lowest = least(placed.map(({ trigger }) => trigger.score));
    if (placed.length > 0)
      readers.push(({ weighed, facts }, emit) => {
        const all = weighed();
        const { score, families } = all[kind];
        if (score < lowest) return;
        for (const one of placed) {
          if (score < one.trigger.score) continue;
          if (one.trigger.kind === 'job_spam' && isIn(one.trigger.channelIds, facts)) continue;
          emit(one, { code: kind, values: families, score, limit: one.trigger.score }, all.spans.slice(0, mostQuoted));
        }
      });
  }
  if (group.secret)
    readers.push(({ reading }, emit) => {
      if (reading.longestToken < shortestSecret) return;
      for (const one of group.secret ?? []) {
        const found = findSecret(reading.text, one.trigger.secrets);
        if (found) emit(one, { code: 'secret', values: [found.kind] }, [{ start: found.start, end: found.end }]);
      }
    });
  return readers;
}

const isIn = (ids: readonly string[], { channelId, parentId, categoryId }: Facts): boolean =>
  ids.length > 0 && [channelId, parentId, categoryId].some((id) => id !== null && ids.includes(id));

/** Mixes a text into a print. */
function mix(print: number, text: string): number {
  let mixed = print;
  for (let index = 0; index < text.length; index++) mixed = Math.imul(mixed ^ text.charCodeAt(index), 16_777_619);
  return mixed;
}

const nowhere: readonly Place[] = [];

/** Makes rules ready. Costs grow with what a message sets off, not with the number of rules. */
export function compile(rules: readonly Rule[], lists: Lists): Engine {
  const active = rules.filter((rule): rule is Rule & { mode: Exclude<Mode, 'off'> } => rule.mode !== 'off');
  const group: Group = {};
  active.forEach((rule, ruleIndex) => {
    rule.triggers.forEach((trigger, index) => {
      // The key and what it holds are of one kind, which the type of an indexed union cannot say.
      const list: unknown[] = group[trigger.kind] ?? [];
      list.push({ trigger, rule: ruleIndex, index });
      Object.assign(group, { [trigger.kind]: list });
    });
  });

  const known = {
    blocked: new Set(lists.blocked),
    allowed: new Set(lists.allowed),
    invites: new Set([...lists.invites].map((code) => code.toLowerCase())),
  };
  const jobChannels = new Set(lists.jobChannelIds);
  const isJobChannel = ({ channelId, parentId, categoryId }: Facts): boolean =>
    jobChannels.size > 0 && [channelId, parentId, categoryId].some((id) => id !== null && jobChannels.has(id));
  const momentOf = localClock(lists.zone);

  const written: Reader[] = [
    ...(group.words ? [readWords(group.words)] : []),
    ...(group.expression ? [readExpressions(group.expression)] : []),
    ...linkReaders(group, known),
    ...formReaders(group),
    ...detectors(group),
    ...fileReaders(group),
    ...windowReaders(group),
  ];
  const anybody = peopleReaders(group);
  const joins = joinReaders(group);
  const names = group.name ? nameSearch(group.name) : null;
  const heedsStaff = active.some(({ exemptions }) => !exemptions.staff);
  const remembers = group.duplicates !== undefined || group.burst !== undefined;
  const compares = group.duplicates !== undefined;
  const weighs = group.phishing !== undefined || group.spam !== undefined || group.job_spam !== undefined;
  const lookBack = [
    ...(group.duplicates ?? []),
    ...(group.burst ?? []),
    ...(group.join_rate ?? []),
    ...(group.similar_names ?? []),
  ].reduce((longest, { trigger }) => Math.max(longest, trigger.seconds * 1_000), 0);

  function lookAt(facts: Facts, windows: Windows): Look {
    const reading = read(facts.text);
    let places: readonly Place[] | undefined;
    let second: Undone | null | undefined;
    let weighed: Weighed | undefined;
    const look: Look = {
      facts,
      windows,
      reading,
      places: () => {
        places ??= reading.links.length === 0 && !reading.hasDots ? nowhere : placesOf(reading);
        return places;
      },
      undone: () => {
        if (second === undefined) second = reading.isOdd ? undo(reading) : null;
        return second;
      },
      weighed: () => {
        weighed ??= weighLook(look);
        return weighed;
      },
      print: 0,
      substance: 0,
    };
    return look;
  }

  function weighLook(look: Look): Weighed {
    const { facts, reading } = look;
    if (!weighs) return innocent;
    const isAwake = findIdeas(reading, look.undone());
    const places = look.places();
    if (!isAwake && places.length === 0) return innocent;
    return weigh(reading, places, {
      accountDays: (facts.at - facts.authorCreatedAt) / day,
      memberDays: facts.joinedAt === null ? null : (facts.at - facts.joinedAt) / day,
      isJobChannel: isJobChannel(facts),
      isEveryone: facts.mentions.everyone,
      hasArchive: facts.attachments.some(({ name }) =>
        (extensionsOf.archive as readonly string[]).concat(extensionsOf.executable).includes(extensionOf(name)),
      ),
      hasAttachment: facts.attachments.length > 0,
      ownInvites: known.invites,
    });
  }

  /** What makes two messages the same: the letters, and the site; files when there are no letters. */
  function compare(look: Look): void {
    const { reading, facts } = look;
    const [place] = look.places();
    let { print } = reading;
    if (place) print = mix(print, place.host);
    if (reading.letters < 8)
      for (const { size, width, height } of facts.attachments) print = mix(print, `${size}x${width}x${height}`);
    look.substance = reading.letters + (place ? 20 : 0) + 20 * facts.attachments.length;
    look.print = look.substance === 0 ? 0 : print >>> 0;
  }

  return {
    lookBack,
    read(facts, windows) {
      if (facts.kind === 'join')
        windows.joined.add({ userId: facts.authorId, name: nameKey(facts.authorName), at: facts.at }, facts.at);
      if (facts.isStaff && !heedsStaff) return [];

      let found: Map<number, { list: Found[]; others: Hit['others'] }> | undefined;
      const emit: Emit = ({ rule, index }, reason, spans = [], others = []) => {
        const ofRule = active[rule] as Rule;
        if (!ofRule.on.includes(facts.kind)) return;
        found ??= new Map();
        const before = found.get(rule);
        const one: Found = { kind: reason.code, index, spans, reason };
        if (!before) found.set(rule, { list: [one], others });
        else {
          before.list.push(one);
          if (others.length > before.others.length) before.others = others;
        }
      };

      // Names are read before the text: both use the same room.
      if (names) {
        const words = gathered(emit);
        for (const { entry, span } of names(facts.authorName)) words.take(entry, span);
        words.tell();
      }
      const look = lookAt(facts, windows);
      if (facts.kind === 'join') for (const reader of joins) reader(look, emit);
      else {
        if (facts.kind === 'message' && remembers && facts.channelId !== null && facts.messageId !== null) {
          if (compares) compare(look);
          const { authorId, channelId, messageId, at } = facts;
          windows.sent.add({ authorId, channelId, messageId, print: look.print, at }, at);
        }
        for (const reader of written) reader(look, emit);
      }
      for (const reader of anybody) reader(look, emit);
      if (!found) return [];

      const seen: Seen = { hasLink: look.places().some(({ isLink }) => isLink), hasCode: look.reading.hasCode };
      const hits: Hit[] = [];
      for (const [index, { list, others }] of [...found].sort(([one], [other]) => one - other)) {
        const rule = active[index];
        if (!rule || isExempt(rule, facts) || !rule.conditions.every((condition) => holds(condition, facts, seen, momentOf)))
          continue;
        hits.push({ ruleId: rule.id, mode: rule.mode, on: facts.kind, found: list, others });
      }
      return hits;
    },
  };
}
