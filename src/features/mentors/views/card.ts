import { type APIButtonComponent, type APIEmbed, type APIEmbedField, ButtonStyle } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { kinds } from '../../../kernel/kind.ts';
import { buttonOf, placeOf as linkOf, row, rows } from '../../../kernel/piece.ts';
import { cut, escapeMarkdown, type Locale } from '../../../kernel/text.ts';
import { timeOf } from '../../../kernel/time.ts';
import { text as profileText } from '../messages/profile.ts';
import { eventText, text } from '../messages/review.ts';
import { stateNames } from '../messages/standing.ts';
import { isMentor, isOpen } from '../rules/profile.ts';
import type { MentorCard, QueuePage } from '../service/card.ts';
import type { Edits } from '../service/edit.ts';
import type { Late } from '../service/life.ts';
import type { Mentor, MentorEvent } from '../service/mentor.ts';
import { approveId, askId, pageId, queueId, refuseId, removeId, seeId } from '../wire.ts';
import { factsOf, quoted } from './part.ts';

const field = (name: string, value: string): APIEmbedField => ({ name, value: cut(value, 1_000) });

function stateLine({ state, approvedUntil, pausedAs }: Mentor, locale: Locale): string {
  const until =
    approvedUntil && state !== 'pending' && state !== 'asked' ? `, ${text.until(timeOf(approvedUntil, 'D'))[locale]}` : '';
  return `**${stateNames[state][locale]}**${pausedAs ? ` (${text.because(pausedAs)[locale]})` : ''}${until}`;
}

const eventLine = ({ kind, cause, actedBy, userId, at }: MentorEvent, locale: Locale): string =>
  `- ${timeOf(at)} ${eventText(kind, cause, actedBy === null || actedBy === userId ? null : `<@${actedBy}>`)[locale]}`;

function attention({ mentor, events, isPresent }: MentorCard, locale: Locale): string[] {
  return [
    ...(isPresent ? [] : [text.gone[locale]]),
    ...(mentor.roleMissing ? [text.roleMissing[locale]] : []),
    ...(events.some(({ untold }) => untold) ? [text.untold[locale]] : []),
  ];
}

export function cardEmbed(card: MentorCard, locale: Locale): APIEmbed {
  const { mentor, events, pairs, identity, prefers } = card;
  const { userId, submittedAt, comment, about, capacity, charterVersion, charterAt } = mentor;
  const shortfalls = attention(card, locale);
  const who = identity ? `${escapeMarkdown(identity.name)} (${kinds[identity.kind][locale]})` : text.unknown[locale];
  return {
    title: cut(text.card(identity ? escapeMarkdown(identity.name) : userId)[locale], 256),
    fields: [
      field(text.person[locale], `<@${userId}>, ${who}`),
      field(text.state[locale], stateLine(mentor, locale)),
      ...(isOpen(mentor) && submittedAt
        ? [field(text.since[locale], `${timeOf(submittedAt)} (${timeOf(submittedAt, 'R')})`)]
        : []),
      ...(shortfalls.length > 0 ? [field(text.attention[locale], shortfalls.map((line) => `- ${line}`).join('\n'))] : []),
      ...factsOf(mentor, prefers, locale).map(({ name, value }) => field(name[locale], cut(value, 500))),
      ...(about === '' ? [] : [field(profileText.about[locale], quoted(about, 800))]),
      field(text.pairs[locale], profileText.seats(pairs, capacity)[locale]),
      ...(charterVersion !== null && charterAt
        ? [field(text.charter[locale], text.charterAgreed(charterVersion, timeOf(charterAt, 'D'))[locale])]
        : []),
      ...(comment === null ? [] : [field(text.comment[locale], quoted(comment, 800))]),
      ...(events.length > 0 ? [field(text.history[locale], events.map((event) => eventLine(event, locale)).join('\n'))] : []),
    ],
  };
}

function decisions(mentor: Mentor, locale: Locale): APIButtonComponent[] {
  const { userId, revision, state } = mentor;
  if (state === 'draft' || state === 'withdrawn') return [];
  return [
    ...(isOpen(mentor) ? [buttonOf(text.approve[locale], approveId.encode({ userId, revision }), ButtonStyle.Success)] : []),
    buttonOf(text.ask[locale], askId.encode({ userId, revision })),
    isMentor(mentor)
      ? buttonOf(text.remove[locale], removeId.encode({ userId, revision }), ButtonStyle.Danger)
      : buttonOf(text.refuse[locale], refuseId.encode({ userId, revision }), ButtonStyle.Danger),
  ];
}

type Card = Message & { components: NonNullable<Message['components']> };

/** The profile with all that staff can do about it now. Without a button left it still names its person, for what looks for it. */
export const mentorCard = (card: MentorCard, locale: Locale): Card => ({
  content: '',
  embeds: [cardEmbed(card, locale)],
  components: rows([
    ...decisions(card.mentor, locale),
    ...(card.mentor.state === 'draft' || card.mentor.state === 'withdrawn'
      ? [buttonOf(text.see[locale], seeId.encode({ userId: card.mentor.userId }))]
      : []),
  ]),
});

const done = (content: string, ...components: ReturnType<typeof row>[]): Message => ({ content, embeds: [], components });

/** The staff's queue, one profile at a time. */
export function queueScreen({ card, at, total }: QueuePage, locale: Locale): Message {
  if (!card) return done(text.noneWaiting[locale]);
  const turns = [
    ...(at > 0 ? [buttonOf(text.previous[locale], pageId.encode({ page: at - 1 }))] : []),
    ...(at < total - 1 ? [buttonOf(text.next[locale], pageId.encode({ page: at + 1 }))] : []),
  ];
  const screen = mentorCard(card, locale);
  return {
    ...screen,
    content: text.position(at + 1, total)[locale],
    components: [...screen.components, ...(turns.length > 0 ? [row(...turns)] : [])],
  };
}

/** What staff are told after a decision, with the way to the other profiles. */
export const decided = (content: string, waiting: number, locale: Locale): Message =>
  done(content, ...(waiting > 0 ? [row(buttonOf(text.seeWaiting(waiting)[locale], queueId.encode({})))] : []));

/** To staff, of a profile that comes back: its card, edited, would go unseen. */
export const noteMessage = (mentor: Mentor, locale: Locale): Message => ({
  content: text.resent(`<@${mentor.userId}>`)[locale],
  components: [row(buttonOf(text.see[locale], seeId.encode({ userId: mentor.userId })))],
});

const lineOf = ({ guildId, userId, cardChannelId, cardMessageId }: Mentor, at: Date | null, locale: Locale): string => {
  const url = cardChannelId && cardMessageId ? linkOf(guildId, cardChannelId, cardMessageId) : null;
  return `- <@${userId}>${at ? `, ${timeOf(at, 'R')}` : ''}${url ? `${locale === 'fr' ? ' ' : ''}: ${url}` : ''}`;
};

/** To staff, of what approved mentors changed, in one message. */
export function editsMessage({ edits, total }: Edits, locale: Locale): Message {
  const lines = edits.map(({ profile, at }) => lineOf(profile, at, locale));
  const more = total > edits.length ? [text.andOthers(total - edits.length)[locale]] : [];
  return { content: text.edited(total)[locale], embeds: [{ description: cut([...lines, ...more].join('\n'), 4_000) }] };
}

/** To staff, of the profiles that wait for too long, in one message. */
export function lateMessage({ mentors, total }: Late, locale: Locale): Message {
  const lines = mentors.map((mentor) => lineOf(mentor, mentor.submittedAt, locale));
  const more = total > mentors.length ? [text.andOthers(total - mentors.length)[locale]] : [];
  return {
    content: text.late(total)[locale],
    embeds: [{ description: cut([...lines, ...more].join('\n'), 4_000) }],
    components: [row(buttonOf(text.seeWaiting(total)[locale], queueId.encode({})))],
  };
}
