import type { CleaningMessage } from '../../../prisma/client/client.ts';
import type { Message } from '../../discord/command.ts';
import { wallOf } from '../../kernel/day.ts';
import { buttonOf, note, paragraph, row, sheet } from '../../kernel/piece.ts';
import { cut, escapeMarkdown, type Locale } from '../../kernel/text.ts';
import { timeOf } from '../../kernel/time.ts';
import { text } from './messages.ts';
import { textKeptFor, together } from './rules.ts';
import type { Cleaning, Found } from './service.ts';
import { cancelId, confirmId, readId, stateId } from './wire.ts';

/** Lines, people and channels that a preview names. */
const few = 5;
const longestLine = 100;

const flat = (said: string): string => said.replace(/\s*\n\s*/g, ' ');

/** Those with the most first, and how many more there are. */
function top(ids: readonly string[], show: (id: string) => string): { shown: string; others: number } {
  const found = [...Map.groupBy(ids, (id) => id)].sort(([, a], [, b]) => b.length - a.length);
  return {
    shown: found
      .slice(0, few)
      .map(([id, all]) => `${show(id)} (${all.length})`)
      .join(', '),
    others: Math.max(0, found.length - few),
  };
}

const lineOf = ({ userId, content, files }: Found, locale: Locale): string =>
  `> <@${userId}> : ${escapeMarkdown(cut(flat(content), longestLine)) || files.map((file) => escapeMarkdown(cut(file, 40))).join(', ') || text.noText[locale]}`;

export type Preview = {
  cleaning: Cleaning;
  found: readonly Found[];
  pinned: number;
  ours: number;
  /** Channels in which the bot cannot remove anything. */
  passed: number;
  isCutShort: boolean;
  now: Date;
};

/** What would go, before anything does. */
export function previewScreen({ cleaning, found, pinned, ours, passed, isCutShort, now }: Preview, locale: Locale): Message {
  const times = found.map(({ sentAt }) => sentAt.getTime());
  const [oldest, newest] = [new Date(Math.min(...times)), new Date(Math.max(...times))];
  const places = top(
    found.map(({ channelId }) => channelId),
    (id) => `<#${id}>`,
  );
  const people = top(
    found.map(({ userId }) => userId),
    (id) => `<@${id}>`,
  );
  const old = times.filter((at) => now.getTime() - at >= together).length;
  const facts = [
    text.places(places.shown, places.others),
    text.by(people.shown, people.others),
    text.span(timeOf(oldest), timeOf(newest)),
    ...(old > 0 ? [text.old(old)] : []),
    ...(pinned + ours > 0 ? [text.stays(pinned, ours)] : []),
    ...(passed > 0 ? [text.passed(passed)] : []),
    ...(isCutShort ? [text.cutShort] : []),
  ];
  const lines = found.slice(0, few).map((one) => lineOf(one, locale));
  const own = { cleaningId: cleaning.id };
  return sheet(
    [
      paragraph(`## ${text.previewTitle(found.length)[locale]}`),
      paragraph(facts.map((fact) => `- ${fact[locale]}`).join('\n')),
      paragraph([text.lines[locale], ...lines].join('\n')),
      paragraph(`-# ${text.only[locale]}`),
    ],
    row(buttonOf(text.confirm[locale], confirmId.encode(own), 4), buttonOf(text.cancel[locale], cancelId.encode(own))),
  );
}

/** What the person who asked sees of it from then on. */
export function progressScreen(cleaning: Cleaning, done: number, locale: Locale): Message {
  const { id, state, total, removed, gone, kept } = cleaning;
  if (state === 'cancelled' || state === 'preview') return note(text.cancelled[locale]);
  if (state === 'done') return note(`**${text.doneTitle[locale]}** · ${text.done(removed, gone, kept)[locale]}`);
  return note(text.running(done, total)[locale], row(buttonOf(text.refresh[locale], stateId.encode({ cleaningId: id }))));
}

/** What moderators are told of it. */
export function doneCard(cleaning: Cleaning, locale: Locale): Message {
  const { id, askedBy, userId, words, since, channelId, removed, gone, kept, createdAt } = cleaning;
  const where = channelId ? text.here(`<#${channelId}>`) : text.all;
  const filters = [
    ...(userId ? [text.ofPerson(`<@${userId}>`)] : []),
    ...(words ? [text.withWords(escapeMarkdown(words))] : []),
    ...(since ? [text.younger(timeOf(since))] : []),
  ];
  return sheet(
    [
      paragraph(`### ${text.doneTitle[locale]}`),
      paragraph(
        [
          text.done(removed, gone, kept)[locale],
          text.asked(askedBy ? `<@${askedBy}>` : text.someone[locale], where[locale])[locale],
          ...filters.map((filter) => filter[locale]),
        ].join('\n'),
      ),
      ...(removed > 0
        ? [paragraph(`-# ${text.readUntil(timeOf(new Date(createdAt.getTime() + textKeptFor), 'D'))[locale]}`)]
        : []),
    ],
    row(buttonOf(text.read[locale], readId.encode({ cleaningId: id }), undefined, { disabled: removed === 0 })),
  );
}

/** Everything in full, one after the other. */
export function removedFile(messages: readonly CleaningMessage[], timeZone: string, locale: Locale): Message {
  const clock = (at: Date) => wallOf(at, timeZone).toISOString().slice(0, 19).replace('T', ' ');
  const data = messages
    .map(({ userId, userName, channelId, content, files, sentAt }) =>
      [
        `${clock(sentAt)}  ${userName} (${userId})  #${channelId}`,
        ...(content ? [`    ${content.replaceAll('\n', '\n    ')}`] : []),
        ...(files.length > 0 ? [`    ${text.files[locale]}${files.join(', ')}`] : []),
      ].join('\n'),
    )
    .join('\n');
  return {
    content: text.fileIntro[locale],
    files: [{ name: text.file[locale], data, contentType: 'text/plain; charset=utf-8' }],
  };
}
