import { type APIComponentInContainer, ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { againId } from '../../../kernel/mentoring.ts';
import { buttonOf, linkTo, paragraph, placeOf, rows, sheet } from '../../../kernel/piece.ts';
import { cut, escapeMarkdown, type Locale } from '../../../kernel/text.ts';
import { comfortWords, isMark, lastText, opinionText, usefulWords } from '../messages/opinion.ts';
import { outcomeText } from '../messages/outcome.ts';
import { text } from '../messages/session.ts';
import type { Absent, Outcome, Reminder } from '../rules/life.ts';
import { inWords } from '../rules/zone.ts';
import type { Pair, Party, Session } from '../service/find.ts';
import type { Words, WordsPage } from '../service/opinion.ts';
import type { Settled } from '../service/outcome.ts';
import { absentId, lastOpinionId, readOpinionId, wordsPageId } from '../wire.ts';
import { buttonsOf, calendarFile, ofSession, opinionButton, outcomeButtons, planButtons, whereOf } from './card.ts';

const named = (id: string | null | undefined, locale: Locale): string => (id ? `<@${id}>` : text.somebody[locale]);

/** By direct message. */
export function remindMessage(session: Session, which: Reminder, party: Party, otherId: string | null): Message {
  const { locale, timeZone } = party;
  const { startsAt, pair, guildId } = session;
  return {
    content: [
      outcomeText.remind(which, startsAt, named(otherId, locale))[locale],
      outcomeText.atHome(inWords(startsAt, timeZone, locale))[locale],
      outcomeText.place(whereOf(session, locale))[locale],
    ].join('\n'),
    components: rows([
      ...buttonsOf(session, 'coming', locale),
      ...(pair.threadId ? [linkTo(outcomeText.goThread[locale], placeOf(guildId, pair.threadId))] : []),
    ]),
  };
}

/** A line in the thread that calls one person, who takes no direct messages. */
export const mention = (userId: string, words: string): Message => ({
  content: `<@${userId}> ${words}`,
  allowed_mentions: { users: [userId] },
});

export const remindLine = (session: Session, which: Reminder, party: Party, otherId: string | null): Message =>
  mention(party.userId, outcomeText.remind(which, session.startsAt, named(otherId, party.locale))[party.locale]);

export const askMessage = (session: Session, party: Party, otherId: string | null): Message => ({
  content: outcomeText.ask(named(otherId, party.locale), session.startsAt)[party.locale],
  components: rows(outcomeButtons(session, party.locale)),
});

export const opinionMessage = (session: Session, locale: Locale): Message => ({
  content: opinionText.ask(session.startsAt)[locale],
  components: rows([opinionButton(session, locale)]),
});

/**
 * The end of a pair, for one of the two: what was planned and is no more, with the files that say so to their calendar; the last questions, whatever the end:
 * not to ask would tell somebody that they were reported; and where they may go on.
 */
export function lastMessage(
  { id: pairId, guildId, mentorId, learnerId }: Pair,
  { side, locale }: Pick<Party, 'side' | 'locale'>,
  { dropped, isFree }: { dropped: readonly Session[]; isFree: boolean },
): Message {
  const address = { guildId, pairId };
  const isAlone = mentorId === null || learnerId === null;
  const looks = isFree && side === 'learner';
  return {
    content: [
      (isAlone ? lastText.alone : lastText.ended)[locale],
      ...(dropped.length > 0 ? [lastText.dropped(dropped.length)[locale]] : []),
      lastText.ask[locale],
      ...(isFree ? [lastText.next[side][locale]] : []),
    ].join('\n'),
    components: rows([
      buttonOf(opinionText.give[locale], lastOpinionId.encode(address)),
      ...(looks ? [buttonOf(lastText.look[locale], againId.encode(address), ButtonStyle.Primary)] : []),
    ]),
    ...(dropped.length > 0 && { files: dropped.map((session) => calendarFile(session, locale)) }),
  };
}

/** Where the card of a session can be read. */
export const cardLink = ({ guildId, cardChannelId, cardMessageId, pair }: Session): string =>
  placeOf(guildId, cardChannelId ?? pair.threadId ?? '', cardMessageId ?? undefined);

/** The answer to who said what came of it. */
export function settledMessage(
  { session, what }: Settled,
  { asks, isThere }: { asks: boolean; isThere: boolean },
  locale: Locale,
): Message {
  const outcome = session.state as Outcome;
  const lead =
    what === 'already' ? outcomeText.already : what === 'corrected' ? outcomeText.corrected : outcomeText.thanks[outcome];
  const judges = outcome === 'done' && asks;
  return {
    content: [lead[locale], ...(judges ? [opinionText.askAfter[locale]] : [])].join('\n'),
    components: rows([
      ...(judges ? [opinionButton(session, locale)] : []),
      ...(outcome !== 'done' && isThere ? planButtons(session, locale) : []),
    ]),
  };
}

export function absentCard(session: Session, locale: Locale): Message {
  const people = Object.keys(outcomeText.absent) as Absent[];
  return {
    content: outcomeText.askAbsent[locale],
    components: rows(
      people.map((who) => buttonOf(outcomeText.absent[who][locale], absentId.encode({ ...ofSession(session), who }))),
    ),
  };
}

const wordOf = (words: typeof usefulWords | typeof comfortWords, mark: number, locale: Locale): string =>
  isMark(mark) ? words[mark][locale] : String(mark);

/** For who coordinates, or staff. `isYours`: to who looks after that pair. */
export const alertMessage = ({ guildId, id: opinionId }: Words, isYours: boolean, locale: Locale): Message => ({
  embeds: [
    { title: opinionText.alertTitle[locale], description: (isYours ? opinionText.alertYours : opinionText.alert)[locale] },
  ],
  components: rows([buttonOf(opinionText.read[locale], readOpinionId.encode({ guildId, opinionId }))]),
});

const about = ({ pair, session, userId }: Words, locale: Locale): string => {
  const other = pair.mentorId === userId ? pair.learnerId : pair.mentorId;
  const [who, whom] = [named(userId, locale), named(other, locale)];
  return (session ? opinionText.aboutSession(who, whom, session.startsAt) : opinionText.aboutLast(who, whom))[locale];
};

/** To one of staff: never to the other of the pair. */
export function opinionCard(words: Words, locale: Locale): Message {
  const { useful, comfort, comment, wantsContact } = words;
  return {
    embeds: [
      {
        title: opinionText.readTitle[locale],
        description: [
          about(words, locale),
          ...(wantsContact ? [`**${opinionText.wantsContact[locale]}**`] : []),
          opinionText.discreet[locale],
        ].join('\n\n'),
        fields: [
          { name: opinionText.usefulName[locale], value: wordOf(usefulWords, useful, locale), inline: true },
          { name: opinionText.comfortName[locale], value: wordOf(comfortWords, comfort, locale), inline: true },
          ...(comment ? [{ name: opinionText.commentName[locale], value: cut(escapeMarkdown(comment), 1_000) }] : []),
        ],
      },
    ],
    allowed_mentions: { parse: [] },
  };
}

/** All that was written, to staff. */
export function wordsScreen({ said, page, pages }: WordsPage, locale: Locale): Message {
  const lineOf = (words: Words): APIComponentInContainer => ({
    type: ComponentType.Section,
    components: [
      {
        type: ComponentType.TextDisplay,
        content: [
          about(words, locale),
          `> ${cut(escapeMarkdown(words.comment ?? '').replace(/\s+/g, ' '), 300)}`,
          ...(words.wantsContact ? [opinionText.wantsContact[locale]] : []),
        ].join('\n'),
      },
    ],
    accessory: buttonOf(opinionText.read[locale], readOpinionId.encode({ guildId: words.guildId, opinionId: words.id })),
  });
  return sheet(
    [
      paragraph(`## ${opinionText.wordsTitle[locale]}\n${opinionText.discreet[locale]}`),
      ...(said.length > 0 ? said.map(lineOf) : [paragraph(opinionText.wordsNone[locale])]),
      ...(pages > 1 ? [paragraph(`-# ${text.page(page + 1, pages)[locale]}`)] : []),
    ],
    ...rows([
      ...(page > 0 ? [buttonOf(text.previous[locale], wordsPageId.encode({ page: page - 1 }))] : []),
      ...(page < pages - 1 ? [buttonOf(text.next[locale], wordsPageId.encode({ page: page + 1 }))] : []),
    ]),
  );
}
