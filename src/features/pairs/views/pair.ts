import {
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  ButtonStyle,
} from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { endId, planId, statusId } from '../../../kernel/mentoring.ts';
import { buttonOf, paragraph, placeOf, row, separator, sheet } from '../../../kernel/piece.ts';
import { cut, escapeMarkdown, type Locale, type Text } from '../../../kernel/text.ts';
import { day, timeOf } from '../../../kernel/time.ts';
import { text as changeText } from '../messages/change.ts';
import { text } from '../messages/pair.ts';
import { ownPageSize } from '../rules/limit.ts';
import { mayResume } from '../rules/pause.ts';
import { betweenSteps, type SilenceLimits } from '../rules/silence.ts';
import type { OwnPage, OwnPair, Pair } from '../service/pair.ts';
import type { Goal, Room } from '../service/thread.ts';
import { endThereId, goalsId, type News, notesId, pairsId, reopenId, reportId, restId, returnId, wellId } from '../wire.ts';
import { dayShown, labelled, said, shown } from './part.ts';

/** Discord shows the name of a thread as it is. */
export const threadName = ({ mentorName, learnerName }: Room, locale: Locale): string =>
  cut(text.threadName(cut(mentorName ?? text.somebody[locale], 45), cut(learnerName ?? text.somebody[locale], 45)), 100);

const peopleOf = ({ mentorId, learnerId }: Pair): string[] => [mentorId, learnerId].filter((id) => id !== null);
const mentions = (ids: readonly string[]): string => ids.map((id) => `<@${id}>`).join(' ');

/** `▰▰▱▱ 50 %`, of which the number says all. */
export const progressBar = (progress: number, locale: Locale): string =>
  `${'▰'.repeat(progress / 25)}${'▱'.repeat(4 - progress / 25)} ${changeText.progress(progress)[locale]}`;

export const goalLine = ({ place, text: goal, progress }: Goal, locale: Locale): string =>
  `${place}. ${escapeMarkdown(goal)}\n${progressBar(progress, locale)}`;

/** Pause, or its end where one of the two may end it. */
function restOf(pair: Pair, locales: readonly Locale[]): APIButtonComponent[] {
  const address = { guildId: pair.guildId, pairId: pair.id };
  if (mayResume(pair)) return [buttonOf(labelled(locales, text.resume), returnId.encode(address))];
  return pair.state === 'paused' ? [] : [buttonOf(labelled(locales, text.rest), restId.encode(address))];
}

/** The card of the thread: who, what to begin with, what they aim at, and all that can be done. */
export function welcomeMessage(room: Room): Message {
  const { pair, goals, locales } = room;
  const [first = 'fr'] = locales;
  const address = { guildId: pair.guildId, pairId: pair.id };
  const names = (locale: Locale) => [shown(room.mentorName, locale), shown(room.learnerName, locale)] as const;
  const intro = locales.map((locale) => text.welcome(...names(locale))[locale]);
  const coordinated = pair.coordinatorId === null ? [] : [said(locales, text.coordinated(`<@${pair.coordinatorId}>`))];
  return {
    content: mentions(peopleOf(pair)),
    embeds: [
      {
        title: cut(labelled(locales, text.welcomeTitle), 256),
        description: [...intro, ...coordinated].join('\n\n'),
        fields: [
          ...(pair.state === 'paused' && pair.pausedUntil
            ? [{ name: labelled(locales, text.pausedTitle), value: said(locales, text.pausedUntil(dayShown(pair.pausedUntil))) }]
            : []),
          { name: labelled(locales, text.agendaTitle), value: said(locales, text.agenda) },
        ],
      },
      {
        title: cut(labelled(locales, text.goalsTitle), 256),
        description: goals.length === 0 ? said(locales, text.noGoals) : goals.map((goal) => goalLine(goal, first)).join('\n'),
      },
    ],
    components: [
      row(
        buttonOf(labelled(locales, text.plan), planId.encode({ pairId: pair.id }), ButtonStyle.Primary),
        buttonOf(labelled(locales, text.goals), goalsId.encode(address)),
        buttonOf(labelled(locales, text.notes), notesId.encode(address)),
      ),
      row(
        ...restOf(pair, locales),
        buttonOf(labelled(locales, text.end), endId.encode({ pairId: pair.id })),
        buttonOf(labelled(locales, text.report), reportId.encode(address)),
      ),
    ],
    allowed_mentions: { parse: [], users: peopleOf(pair) },
  };
}

/** Without a thread each is sent who the other is, and what can be done from there. */
export function metMessage(room: Room, userId: string, locale: Locale): Message {
  const { pair } = room;
  const isMentor = pair.mentorId === userId;
  const otherId = isMentor ? pair.learnerId : pair.mentorId;
  const name = shown(isMentor ? room.learnerName : room.mentorName, locale);
  const address = { guildId: pair.guildId, pairId: pair.id };
  return {
    embeds: [
      {
        title: text.metTitle[locale],
        description: `${(isMentor ? text.metMentor(name) : text.metLearner(name))[locale]}\n\n<@${otherId}>`,
      },
    ],
    components: [
      row(
        buttonOf(text.goals[locale], goalsId.encode(address)),
        buttonOf(text.rest[locale], restId.encode(address)),
        buttonOf(text.end[locale], endThereId.encode(address)),
        buttonOf(text.report[locale], reportId.encode(address)),
      ),
    ],
  };
}

const age = (since: Date, now: Date): number => Math.floor((now.getTime() - since.getTime()) / day);

/** What is said, without what can be done. */
function wordOf(
  { activeAt, warnedAt, pausedUntil, absentSince, threadId }: Pair,
  what: News,
  limits: SilenceLimits,
  now: Date,
): Text {
  const endsAt = Math.max(activeAt.getTime() + limits.endDays * day, (warnedAt ?? now).getTime() + betweenSteps);
  switch (what) {
    case 'nudge':
      return text.nudgeDays(age(activeAt, now));
    case 'warn':
      return text.warnDays(age(activeAt, now), timeOf(new Date(endsAt), 'D'));
    case 'waiting':
      return threadId ? text.waitingThread : text.waiting;
    case 'paused':
      return text.paused(dayShown(pausedUntil ?? now));
    case 'absent':
      return text.absent(timeOf(new Date((absentSince ?? now).getTime() + betweenSteps), 'D'));
    default:
      return text[what];
  }
}

/** Where `locale` is given it is for one of them, outside the thread, where only what names its server can be pressed. */
export function wordMessage(
  room: Room,
  what: News,
  { limits, now, locale, isQuiet = false }: { limits: SilenceLimits; now: Date; locale?: Locale; isQuiet?: boolean },
): Message {
  const { pair } = room;
  const locales = locale ? [locale] : room.locales;
  const address = { guildId: pair.guildId, pairId: pair.id };
  const named = (spoken: Text, customId: string, style: ButtonStyle.Primary | ButtonStyle.Secondary = ButtonStyle.Secondary) =>
    buttonOf(labelled(locales, spoken), customId, style);
  const plan = locale ? [] : [named(text.plan, planId.encode({ pairId: pair.id }))];
  const end = named(text.end, locale ? endThereId.encode(address) : endId.encode({ pairId: pair.id }));
  const rest = named(text.rest, restId.encode(address));
  const asked = [named(text.well, wellId.encode(address), ButtonStyle.Primary), ...plan, rest, end];
  const ways = {
    nudge: asked,
    warn: asked,
    remind: asked,
    paused: mayResume(pair) ? [named(text.resume, returnId.encode(address))] : [],
    resumed: [...plan, rest],
    absent: [end],
    back: plan,
    waiting: [end],
    lost: [named(text.reopen, reopenId.encode(address), ButtonStyle.Primary), end],
  }[what];
  const people = locale || isQuiet ? [] : peopleOf(pair);
  return {
    content: [mentions(people), said(locales, wordOf(pair, what, limits, now))].filter((line) => line !== '').join('\n'),
    components: ways.length > 0 ? [row(...ways)] : [],
    allowed_mentions: { parse: [], users: people },
  };
}

/** After a click: nothing is left to press. */
export const wellMessage = ({ locales }: Room): Message => ({ content: said(locales, text.allWell), components: [] });

export const closingMessage = ({ pair, locales }: Room): Message => ({
  content: [mentions(peopleOf(pair)), said(locales, text.closing)].join('\n'),
  components: [
    row(
      buttonOf(labelled(locales, text.notes), notesId.encode({ guildId: pair.guildId, pairId: pair.id })),
      buttonOf(labelled(locales, text.report), reportId.encode({ guildId: pair.guildId, pairId: pair.id })),
    ),
  ],
  allowed_mentions: { parse: [], users: peopleOf(pair) },
});

/** `Vous accompagnez **Léa**`. */
const relation = ({ isMentor, otherName }: OwnPair, locale: Locale): string =>
  (isMentor ? text.asMentor(shown(otherName, locale)) : text.asLearner(shown(otherName, locale)))[locale];

const whereOf = ({ threadId, lostAt, awaitedAt }: Pair, locale: Locale): string =>
  threadId
    ? text.inThread(`<#${threadId}>`)[locale]
    : (lostAt ? text.lostThread : awaitedAt ? text.noThreadYet : text.noThread)[locale];

/** One's pairs, with the way to each and what can be done with it. */
export function ownScreen({ pairs, total, page }: OwnPage, locale: Locale): Message {
  const last = Math.max(0, Math.ceil(total / ownPageSize) - 1);
  const ofPair = (pair: OwnPair, index: number): (APIComponentInContainer | APIMessageTopLevelComponent)[] => {
    const address = { guildId: pair.guildId, pairId: pair.id };
    const lines = [
      `**${index + 1 + page * ownPageSize}.** ${relation(pair, locale)}`,
      whereOf(pair, locale),
      ...(pair.pausedUntil ? [text.pausedUntil(dayShown(pair.pausedUntil))[locale]] : []),
      ...(pair.goals > 0 ? [text.goalsCount(pair.done, pair.goals)[locale]] : []),
    ];
    return [
      ...(index > 0 ? [separator] : []),
      paragraph(lines.join('\n')),
      row(
        ...(pair.lostAt && !pair.threadId ? [buttonOf(text.reopen[locale], reopenId.encode(address), ButtonStyle.Primary)] : []),
        buttonOf(text.goals[locale], goalsId.encode(address)),
        ...restOf(pair, [locale]),
        buttonOf(text.report[locale], reportId.encode(address)),
        buttonOf(text.end[locale], endId.encode({ pairId: pair.id })),
      ),
    ];
  };
  const turns = [
    ...(page > 0 ? [buttonOf(text.previous[locale], pairsId.encode({ page: page - 1 }))] : []),
    ...(page < last ? [buttonOf(text.next[locale], pairsId.encode({ page: page + 1 }))] : []),
  ];
  return sheet(
    [
      paragraph(`## ${text.pairsTitle[locale]}`),
      ...(pairs.length === 0 ? [paragraph(text.pairsNone[locale])] : (pairs.flatMap(ofPair) as APIComponentInContainer[])),
      ...(last > 0 ? [paragraph(text.page(page + 1, last + 1)[locale])] : []),
    ],
    row(...turns, buttonOf(changeText.statusDoor[locale], statusId.encode({}))),
  );
}

/** For *Mon espace*. */
export const homeText = (pair: OwnPair): Text => {
  const isLost = pair.lostAt !== null && pair.threadId === null;
  const of = (locale: Locale) =>
    isLost
      ? text.homeLost(relation(pair, locale))[locale]
      : text.homeOne(relation(pair, locale), pair.threadId ? `<#${pair.threadId}>` : null);
  return { fr: of('fr'), en: of('en') };
};

/** For staff, on the card of a person. */
export const cardText = (pair: OwnPair): Text => {
  const of = (locale: Locale) => {
    const name = shown(pair.otherName, locale);
    const where = pair.threadId ? ` · ${placeOf(pair.guildId, pair.threadId)}` : '';
    return `${(pair.isMentor ? text.cardMentor(name) : text.cardLearner(name))[locale]} ${text.since(timeOf(pair.createdAt, 'D'))[locale]}${where}`;
  };
  return { fr: of('fr'), en: of('en') };
};
