import type { LogEntry } from '../../../../prisma/client/client.ts';
import type { Message } from '../../../discord/command.ts';
import { wallOf } from '../../../kernel/day.ts';
import { placeOf } from '../../../kernel/piece.ts';
import { bornAt } from '../../../kernel/snowflake.ts';
import { cut, escapeMarkdown, type Locale } from '../../../kernel/text.ts';
import { timeOf } from '../../../kernel/time.ts';
import { line, titleOf } from '../messages/line.ts';
import type { Told } from '../service/post.ts';

/** Longest name in a line; what is typed may double when it is escaped. */
const longestName = 20;
const longestTyped = 50;
/** Of a quote: at least so much, at most so much; the whole is in the file. */
const [shortestQuote, longestQuote] = [16, 400];
/** Of an embed: its 4096 characters, less what we add. */
const room = 3_900;
/** Lines that a message shows one by one. */
const fewLines = 10;
/** People and channels of which a flood says how many. */
const mostNamed = 8;

type How = {
  locale: Locale;
  person(id: string, name: string): string;
  channel(id: string): string;
  moment(at: Date): string;
  typed(text: string): string;
};

function headOf(entry: LogEntry, { locale, person, channel, moment, typed }: How): string {
  const who = entry.userId ? person(entry.userId, entry.userName) : null;
  const someone = who ?? line.somebody[locale];
  const actor = entry.actorId && entry.actorId !== entry.userId ? person(entry.actorId, '') : null;
  const where = channel(entry.channelId ?? '');
  const said = {
    deleted: () => line.deleted(who, where, actor),
    edited: () => line.edited(someone, where),
    joined: () => line.joined(someone, moment(bornAt(entry.userId ?? '0'))),
    left: () => line.left(someone),
    roles: () => line.roles(someone, typed(entry.after), typed(entry.before), actor),
    renamed: () => line.renamed(someone, typed(entry.before), typed(entry.after), actor),
    entered: () => line.entered(someone, where),
    exited: () => line.exited(someone, where),
    moved: () => line.moved(someone, channel(entry.fromChannelId ?? ''), where),
  } as const;
  return said[entry.what]()[locale];
}

/** What was said, before and after. */
function quotesOf({ what, before, after, files }: LogEntry, locale: Locale): [label: string, text: string][] {
  if (what !== 'deleted' && what !== 'edited') return [];
  const said: [string, string][] =
    what === 'edited'
      ? [
          [`${line.before[locale]} : `, before],
          [`${line.after[locale]} : `, after],
        ]
      : [['', before]];
  return [...said, [`${line.files[locale]} : `, files.join(', ')] as [string, string]].filter(([, text]) => text !== '');
}

const flat = (text: string): string => text.replace(/\s*\n\s*/g, ' ');

/** One thing, as a message shows it: mentions, which ping nobody, and as much of a quote as fits in `space`. */
function shownLine(guildId: string, entry: LogEntry, space: number, locale: Locale): { line: string; isCut: boolean } {
  const how: How = {
    locale,
    person: (id, name) => (name ? `<@${id}> (${escapeMarkdown(cut(name, longestName))})` : `<@${id}>`),
    channel: (id) => `<#${id}>`,
    moment: (at) => timeOf(at, 'R'),
    typed: (text) => escapeMarkdown(cut(text, longestTyped)),
  };
  const isQuoting = entry.what === 'deleted' || entry.what === 'edited';
  const link =
    entry.what === 'edited' && entry.channelId && entry.messageId
      ? ` · [${line.open[locale]}](${placeOf(guildId, entry.channelId, entry.messageId)})`
      : '';
  const quotes = quotesOf(entry, locale);
  const missing = isQuoting && quotes.length === 0 ? ` · ${line.noText[locale]}` : '';
  const head = `${timeOf(entry.at, 'f')} · ${headOf(entry, how)}${link}${missing}`;
  const labels = quotes.reduce((sum, [label]) => sum + label.length + 4, 0);
  const each = Math.floor((space - head.length - labels) / Math.max(1, quotes.length) / 2);
  const longest = Math.min(longestQuote, Math.max(shortestQuote, each));
  const shown = quotes.map(([label, text]) => `> ${label}${escapeMarkdown(cut(flat(text), longest))}`);
  return {
    line: [head, ...shown].join('\n'),
    isCut: quotes.some(([, text]) => flat(text).length > longest || text.includes('\n')),
  };
}

/** The same for the file: names and hours in words, everything in full. */
function filedLine(entry: LogEntry, locale: Locale, { timeZone, names, channels }: Known): string {
  const clock = (at: Date) => wallOf(at, timeZone).toISOString().slice(0, 19).replace('T', ' ');
  const how: How = {
    locale,
    person: (id, name) => `${names.get(id) ?? (name || '?')} (${id})`,
    channel: (id) => `#${channels.get(id) ?? id}`,
    moment: clock,
    typed: (text) => text,
  };
  const quotes = quotesOf(entry, locale).map(([label, text]) => `    ${label}${text.replaceAll('\n', '\n    ')}`);
  return [`${clock(entry.at)}  ${headOf(entry, how)}`, ...quotes].join('\n');
}

/** What is known beside the entries: how people and channels are called, and the hour there. */
export type Known = { timeZone: string; names: ReadonlyMap<string, string>; channels: ReadonlyMap<string, string> };

/** `<#1> : 150, <#2> : 53, 4 autres` */
function counts(ids: readonly (string | null)[], show: (id: string) => string, locale: Locale): string {
  const found = [
    ...Map.groupBy(
      ids.filter((id) => id !== null),
      (id) => id,
    ),
  ].map(([id, all]) => ({ id, count: all.length }));
  const sorted = found.sort((a, b) => b.count - a.count);
  const left = sorted.slice(mostNamed).reduce((sum, { count }) => sum + count, 0);
  return [
    ...sorted.slice(0, mostNamed).map(({ id, count }) => `${show(id)} : ${count}`),
    ...(left > 0 ? [line.others(left)[locale]] : []),
  ].join(', ');
}

function summary(entries: readonly LogEntry[], hasFile: boolean, locale: Locale): string {
  const times = entries.map(({ at }) => at.getTime());
  const [from, to] = [new Date(Math.min(...times)), new Date(Math.max(...times))];
  const ofChannels = counts(
    entries.map(({ channelId }) => channelId),
    (id) => `<#${id}>`,
    locale,
  );
  const ofPeople = counts(
    entries.map(({ userId }) => userId),
    (id) => `<@${id}>`,
    locale,
  );
  const lines = [
    line.span(timeOf(from), timeOf(to))[locale],
    ofChannels,
    ofPeople,
    hasFile ? line.allInFile[locale] : line.detailGone[locale],
  ];
  return lines.filter(Boolean).join('\n');
}

/** Whether a message shows everything one by one. */
export const isFlood = (entries: readonly LogEntry[]): boolean => entries.length > fewLines;

/**
 * A message of a log. A few things are shown one by one, many are counted and told in a file. Without their text any more, the file goes too. The number
 * tells it apart from all others.
 */
export function logMessage({ post, entries }: Told, known: Known, locale: Locale): Message {
  const isMany = isFlood(entries);
  const isWhole = post.hasText || (post.kind !== 'deletions' && post.kind !== 'edits');
  const shown = isMany ? [] : entries.map((entry) => shownLine(post.guildId, entry, Math.floor(room / entries.length), locale));
  const withFile = isMany ? isWhole : shown.some(({ isCut }) => isCut);
  const body = isMany
    ? summary(entries, withFile, locale)
    : [...shown.map((one) => one.line), ...(withFile ? [`-# ${line.inFile[locale]}`] : [])].join('\n');
  const file = entries.map((entry) => filedLine(entry, locale, known)).join('\n');
  return {
    embeds: [{ title: titleOf(post.kind, entries.length, post.id)[locale], description: body }],
    allowed_mentions: { parse: [] },
    ...(withFile
      ? { files: [{ name: line.file[locale], data: file, contentType: 'text/plain; charset=utf-8' }] }
      : { attachments: [] }),
  };
}
