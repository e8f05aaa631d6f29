import { type APIButtonComponent, type APIEmbed, ButtonStyle } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { planId } from '../../../kernel/mentoring.ts';
import { buttonOf, linkTo, placeOf, rows } from '../../../kernel/piece.ts';
import type { Locale } from '../../../kernel/text.ts';
import { timeOf } from '../../../kernel/time.ts';
import { agendas, isTheme, lengthName } from '../messages/agenda.ts';
import { opinionText } from '../messages/opinion.ts';
import { outcomeText } from '../messages/outcome.ts';
import { phases, text } from '../messages/session.ts';
import { calendarOf } from '../rules/calendar.ts';
import { isAnswerable, type Phase, phaseOf } from '../rules/life.ts';
import { inWords, showSame, zoneName } from '../rules/zone.ts';
import type { Party, Session } from '../service/find.ts';
import { calledOffId, cancelId, doneId, listId, missedId, moveId, openId, opinionId } from '../wire.ts';

/** The date in words where each of them is; once when their clocks show the same. */
export function wordsOf(at: Date, parties: readonly Pick<Party, 'timeZone'>[], locale: Locale): string[] {
  const zones = [...new Set(parties.map(({ timeZone }) => timeZone))];
  const [first] = zones;
  if (!first) return [];
  if (zones.every((zone) => showSame(at, first, zone))) return [inWords(at, first, locale)];
  return zones.map((zone) => text.inZone(inWords(at, zone, locale), zoneName(zone, locale))[locale]);
}

export const themeName = ({ theme }: Pick<Session, 'theme'>, locale: Locale): string =>
  isTheme(theme) ? agendas[theme].name[locale] : text.session[locale];

export function whereOf({ channelId, link }: Pick<Session, 'channelId' | 'link'>, locale: Locale): string {
  if (channelId) return `<#${channelId}>`;
  return link ? text.onSite(new URL(link).hostname)[locale] : text.inThread[locale];
}

const agendaOf = ({ theme }: Pick<Session, 'theme'>, locale: Locale): string[] =>
  isTheme(theme) ? agendas[theme].steps.map((step) => step[locale]) : [];

export const ofSession = ({ id: sessionId, guildId }: Pick<Session, 'id' | 'guildId'>) => ({ guildId, sessionId });

export const outcomeButtons = (session: Pick<Session, 'id' | 'guildId'>, locale: Locale): APIButtonComponent[] => [
  buttonOf(outcomeText.done[locale], doneId.encode(ofSession(session)), ButtonStyle.Primary),
  buttonOf(outcomeText.missed[locale], missedId.encode(ofSession(session))),
  buttonOf(outcomeText.off[locale], calledOffId.encode(ofSession(session))),
];

const allButton = ({ guildId, pairId }: Session, locale: Locale): APIButtonComponent =>
  buttonOf(text.all[locale], listId.encode({ guildId, pairId, page: 0 }));

export const opinionButton = (session: Pick<Session, 'id' | 'guildId'>, locale: Locale): APIButtonComponent =>
  buttonOf(opinionText.give[locale], opinionId.encode(ofSession(session)), ButtonStyle.Primary);

export function buttonsOf(session: Session, phase: Phase, locale: Locale): APIButtonComponent[] {
  const { link, pair } = session;
  const isOpen = pair.state !== 'ended';
  return [
    ...(phase === 'coming' && isOpen
      ? [
          buttonOf(text.move[locale], moveId.encode(ofSession(session))),
          buttonOf(text.cancel[locale], cancelId.encode(ofSession(session))),
        ]
      : []),
    ...(phase === 'past' || phase === 'running' ? outcomeButtons(session, locale) : []),
    ...(phase === 'done' ? [opinionButton(session, locale)] : []),
    ...(link && (phase === 'coming' || phase === 'running') ? [linkTo(text.join[locale], link)] : []),
  ];
}

function embedOf(session: Session, phase: Phase, parties: readonly Party[], locale: Locale): APIEmbed {
  const { startsAt, minutes } = session;
  const steps = agendaOf(session, locale);
  const isAhead = phase === 'coming' || phase === 'running';
  return {
    title: themeName(session, locale),
    description: [`${timeOf(startsAt)} · ${phases[phase][locale]}`, ...wordsOf(startsAt, parties, locale)].join('\n'),
    fields: [
      { name: text.length[locale], value: lengthName(minutes)[locale], inline: true },
      { name: text.where[locale], value: whereOf(session, locale), inline: true },
      ...(isAhead && steps.length > 0
        ? [{ name: text.agenda[locale], value: steps.map((step, index) => `${index + 1}. ${step}`).join('\n') }]
        : []),
    ],
  };
}

export function calendarFile(session: Session, locale: Locale) {
  const { id, guildId, sequence, state, startsAt, minutes, changedAt, createdAt, channelId, link, pair } = session;
  const url = placeOf(guildId, pair.threadId ?? channelId ?? '');
  const room = channelId ? placeOf(guildId, channelId) : null;
  const data = calendarOf({
    id,
    guildId,
    sequence,
    isCancelled: state === 'cancelled',
    startsAt,
    minutes,
    at: changedAt ?? createdAt,
    summary: text.summary(themeName(session, locale))[locale],
    description: [...agendaOf(session, locale).map((step) => `- ${step}`), link ?? room ?? ''].filter(Boolean).join('\n'),
    location: link ?? room,
    url: link ?? room ?? url,
  });
  return { name: `${text.fileName[locale]}-${id}.ics`, data: Buffer.from(data), contentType: 'text/calendar' };
}

/** `called`: a version to which both are called. `quiet`: one that takes the place of what they were just called to. `same`: as it stands. */
export type Telling = 'called' | 'quiet' | 'same';

/** The card in the thread. A version comes with its file. */
export function cardMessage(
  session: Session,
  { parties, now, as }: { parties: readonly Party[]; now: Date; as: Telling },
  locale: Locale,
): Message {
  const phase = phaseOf(session, now);
  const title = phase === 'cancelled' ? text.calledOff : session.sequence === 0 ? text.planned : text.moved;
  const people = parties.map(({ userId }) => userId);
  const embed = embedOf(session, phase, parties, locale);
  const file = calendarFile(session, locale);
  return {
    content: `${people.map((id) => `<@${id}>`).join(' ')} ${title[locale]}`.trim(),
    embeds: [phase === 'coming' || phase === 'cancelled' ? { ...embed, footer: { text: text.fileHelp[locale] } } : embed],
    components: rows([...buttonsOf(session, phase, locale), allButton(session, locale)]),
    allowed_mentions: as === 'called' ? { users: people } : { parse: [] },
    ...(as !== 'same' && { files: [file] }),
    ...(as === 'quiet' && { attachments: [{ id: '0', filename: file.name }] }),
  };
}

/** The same by direct message, for people without a thread. */
export function directCard(
  session: Session,
  { party, other, now }: { party: Party; other: Party | undefined; now: Date },
): Message {
  const { locale } = party;
  const message = cardMessage(session, { parties: [party, ...(other ? [other] : [])], now, as: 'called' }, locale);
  return { ...message, allowed_mentions: { parse: [] } };
}

/** To its reader alone: what may be done now, and what may be corrected. */
export function ownCard(
  session: Session,
  { parties, now, hasSaid, isThere }: { parties: readonly Party[]; now: Date; hasSaid: boolean; isThere: boolean },
  locale: Locale,
): Message {
  const phase = phaseOf(session, now);
  const mayCorrect = session.state !== 'planned' && isAnswerable(session, now);
  const asks = phase === 'past' || phase === 'running';
  return {
    content: asks ? outcomeText.askHelp[locale] : mayCorrect ? outcomeText.correctHelp[locale] : '',
    embeds: [embedOf(session, phase, parties, locale)],
    components: [
      ...rows(phase === 'done' && hasSaid ? [] : buttonsOf(session, phase, locale)),
      ...rows(mayCorrect ? outcomeButtons(session, locale) : []),
      ...rows([allButton(session, locale), ...(isThere ? planButtons(session, locale) : [])]),
    ],
  };
}

/** For who is on the server: in a direct message the form would not know for which. */
export const planButtons = ({ pair }: Session, locale: Locale): APIButtonComponent[] =>
  pair.state === 'ended' ? [] : [buttonOf(text.plan[locale], planId.encode({ pairId: pair.id }))];

export const openButton = (session: Pick<Session, 'id' | 'guildId'>, locale: Locale): APIButtonComponent =>
  buttonOf(text.open[locale], openId.encode(ofSession(session)));

/** The answer to who planned or changed it. */
export function savedCard(session: Session, timeZone: string, locale: Locale): Message {
  const { threadId } = session.pair;
  return {
    content: [
      `**${inWords(session.startsAt, timeZone, locale)}** · ${timeOf(session.startsAt, 'R')}`,
      (threadId ? text.saved : text.savedNoThread)[locale],
      ...(threadId ? [`<#${threadId}>`] : []),
    ].join('\n'),
    components: rows(buttonsOf(session, 'coming', locale)),
  };
}
