import { type APIMessage, MessageType } from 'discord-api-types/v10';
import { fold } from '../../kernel/text.ts';
import { day, hour, minute } from '../../kernel/time.ts';

/** Most that goes at once: one by one, Discord removes about one a second. */
export const mostMessages = 500;
/** Those without a word: the latest. */
export const usualNumber = 100;

/** Younger ones Discord removes a hundred at a time; a little less, for the way there. https://docs.discord.com/developers/resources/message#bulk-delete-messages */
export const together = 14 * day - hour;

/** A preview that is confirmed later would remove what nobody remembers. */
export const previewFor = 15 * minute;
/** What was removed can be read for so long. */
export const textKeptFor = 7 * day;

export const spans = {
  '10m': 10 * minute,
  '1h': hour,
  '6h': 6 * hour,
  '1d': day,
  '7d': 7 * day,
  '14d': 14 * day,
  '30d': 30 * day,
} as const;
export type Span = keyof typeof spans;

/** What makes a message one of those that shall go: all of it at once. */
export type Filter = { userId: string | null; words: string; since: Date | null };

const invisible = /[\u200b-\u200f\u2060-\u2064\ufeff\u00ad]/g;
const markup = /[*_~`|]/g;
/** Words as they are compared: without accents, case, markdown, what nobody sees, and the number of spaces. */
export const plain = (typed: string): string =>
  fold(typed.replace(invisible, '').replace(markup, '')).replace(/\s+/g, ' ').trim();

/** What people write; the rest tells of what happened on the server. */
const writtenByPeople: ReadonlySet<MessageType> = new Set([
  MessageType.Default,
  MessageType.Reply,
  MessageType.ChatInputCommand,
  MessageType.ContextMenuCommand,
]);

/** Why a message stays though it may look like the others. */
export type Verdict = 'goes' | 'other' | 'pinned' | 'ours';

/** Pinned messages and our own, such as panels, always stay. */
export function judge(message: APIMessage, { userId, words, since }: Filter, applicationId: string): Verdict {
  const isMeant =
    writtenByPeople.has(message.type) &&
    (userId === null || message.author.id === userId) &&
    (words === '' || plain(message.content).includes(plain(words))) &&
    (since === null || Date.parse(message.timestamp) >= since.getTime());
  if (!isMeant) return 'other';
  if (message.author.id === applicationId) return 'ours';
  return message.pinned ? 'pinned' : 'goes';
}
