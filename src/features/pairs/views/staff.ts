import { type APIButtonComponent, type APIComponentInContainer, ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { buttonOf, linkTo, paragraph, placeOf, row, separator, sheet } from '../../../kernel/piece.ts';
import { cut, escapeMarkdown, type Locale } from '../../../kernel/text.ts';
import { day, timeOf } from '../../../kernel/time.ts';
import { text as pairText } from '../messages/pair.ts';
import { text } from '../messages/staff.ts';
import { pageSize } from '../rules/limit.ts';
import type { ReportCard, ReportPage } from '../service/report.ts';
import type { UncoordinatedPage } from '../service/staff.ts';
import type { Room } from '../service/thread.ts';
import { coordinatorId, handleId, reportEndId, reportOpenId, reportPauseId, reportsId, waitingId, whyId } from '../wire.ts';
import { shown } from './part.ts';

const namesOf = ({ mentorName, learnerName }: Pick<Room, 'mentorName' | 'learnerName'>, locale: Locale) =>
  [shown(mentorName, locale), shown(learnerName, locale)] as const;

const chooser = (pairId: number, locale: Locale) =>
  row({ type: ComponentType.UserSelect, custom_id: coordinatorId.encode({ pairId }), placeholder: text.questionPick[locale] });

/** Who looks after a pair that waits for somebody; what became of it once it does not. */
export function questionMessage(room: Room, locale: Locale): Message {
  const { pair } = room;
  const answered = pair.coordinatorId !== null;
  const isOpen = room.lacksCoordinator && pair.state !== 'ended';
  const last = answered ? text.questionAnswered(`<@${pair.coordinatorId}>`)[locale] : text.questionOver[locale];
  return {
    embeds: [
      {
        title: text.questionTitle[locale],
        description: isOpen ? text.question(...namesOf(room, locale))[locale] : last,
      },
    ],
    components: isOpen ? [chooser(pair.id, locale)] : [],
  };
}

export const alertMessage = (room: Room, what: 'warn' | 'ended', now: Date, locale: Locale): Message => {
  const { pair } = room;
  const days = Math.floor((now.getTime() - pair.activeAt.getTime()) / day);
  const said = what === 'warn' ? text.warn(...namesOf(room, locale), days) : text.ended(...namesOf(room, locale));
  return {
    embeds: [{ title: (what === 'warn' ? text.warnTitle : text.endedTitle)[locale], description: said[locale] }],
  };
};

const aboutOf = ({ report, other }: ReportCard, locale: Locale): string => {
  const { about, aboutUserId } = report;
  if (about === 'other') return text.aboutOther(shown(other, locale))[locale];
  if (about === 'else') return text.aboutElse[locale];
  // Whoever looked after it when it was written, whoever does now.
  return aboutUserId ? text.aboutCoordinator(`<@${aboutUserId}>`)[locale] : text.aboutFormer[locale];
};

const reporterOf = ({ report, pair, reporter }: ReportCard, locale: Locale): string =>
  `<@${report.userId}> (${shown(reporter, locale)}), ${text.reportRole(pair.mentorId === report.userId)[locale]}`;

/** What somebody of a pair tells staff; who handled it and how, once it is. */
export function reportCard(card: ReportCard, locale: Locale): Message {
  const { report } = card;
  const { handledAt, handledBy, note } = report;
  return {
    embeds: [
      {
        title: text.reportTitle(report.id)[locale],
        description: cut(escapeMarkdown(report.text), 4_000),
        footer: { text: text.discreet[locale] },
        fields: [
          { name: text.reportBy[locale], value: reporterOf(card, locale) },
          { name: text.reportAbout[locale], value: aboutOf(card, locale) },
          ...(report.isLeaving ? [{ name: '\u200b', value: text.reportLeft[locale] }] : []),
          ...(handledAt && note
            ? [
                {
                  name: text.note[locale],
                  value: `${cut(escapeMarkdown(note), 900)}\n${text.handledAt(handledBy ? `<@${handledBy}>` : pairText.somebody[locale], timeOf(handledAt))[locale]}`,
                },
              ]
            : []),
        ],
      },
    ],
    components: handledAt ? [] : [row(...waysOf(card, locale))],
  };
}

/** What can be done about it from where it is read. */
function waysOf({ report, pair }: ReportCard, locale: Locale): APIButtonComponent[] {
  const address = { reportId: report.id };
  const isOver = pair.state === 'ended';
  return [
    buttonOf(text.handle[locale], handleId.encode(address), ButtonStyle.Primary),
    ...(isOver ? [] : [buttonOf(text.reportPause[locale], reportPauseId.encode(address))]),
    ...(isOver ? [] : [buttonOf(text.reportEnd[locale], reportEndId.encode(address), ButtonStyle.Danger)]),
    ...(pair.threadId ? [linkTo(text.reportThread[locale], placeOf(pair.guildId, pair.threadId))] : []),
  ];
}

/** The same where somebody whom it concerns would read it: nothing of it, and the way to it for the others. */
export function sealedCard({ id, handledAt }: ReportCard['report'], locale: Locale): Message {
  return {
    embeds: [{ title: text.reportTitle(id)[locale], description: (handledAt ? text.sealedHandled : text.sealed)[locale] }],
    components: handledAt
      ? []
      : [row(buttonOf(text.reportOpen[locale], reportOpenId.encode({ reportId: id }), ButtonStyle.Primary))],
  };
}

const said = (words: string): string => `> ${cut(escapeMarkdown(words).replace(/\s*\n\s*/g, '\n> '), 2_000)}`;

/** Why one of the two ended it. */
export function reasonMessage(room: Pick<Room, 'pair' | 'mentorName' | 'learnerName'>, reason: string, locale: Locale): Message {
  const { pair } = room;
  const [mentor, learner] = namesOf(room, locale);
  const who = pair.endedBy === pair.mentorId ? mentor : learner;
  return {
    embeds: [{ title: text.whyTitle[locale], description: `${text.why(mentor, learner, who)[locale]}\n${said(reason)}` }],
  };
}

export const sealedReason = (pairId: number, locale: Locale): Message => ({
  embeds: [{ title: text.whyTitle[locale], description: text.whySealed[locale] }],
  components: [row(buttonOf(text.whyOpen[locale], whyId.encode({ pairId }), ButtonStyle.Primary))],
});

export const coordinatorNote = (room: Room, locale: Locale): Message => ({
  content: text.coordinatorTold(...namesOf(room, locale))[locale],
});

const turnsOf = (page: number, total: number, idOf: (page: number) => string, locale: Locale) => {
  const last = Math.max(0, Math.ceil(total / pageSize) - 1);
  const turns = [
    ...(page > 0 ? [buttonOf(pairText.previous[locale], idOf(page - 1))] : []),
    ...(page < last ? [buttonOf(pairText.next[locale], idOf(page + 1))] : []),
  ];
  return turns.length > 0 ? [row(...turns)] : [];
};

/** All that waits, the oldest first. */
export function reportsScreen({ cards, total, page }: ReportPage, locale: Locale): Message {
  const ofCard = (card: ReportCard, index: number): APIComponentInContainer[] => [
    ...(index > 0 ? [separator] : []),
    paragraph(
      [
        `**${text.reportTitle(card.report.id)[locale]}** · ${timeOf(card.report.createdAt, 'R')}`,
        `${text.reportBy[locale]} : ${reporterOf(card, locale)}`,
        `${text.reportAbout[locale]} : ${aboutOf(card, locale)}`,
        `> ${cut(escapeMarkdown(card.report.text).replace(/\s+/g, ' '), 200)}`,
      ].join('\n'),
    ),
    row(
      buttonOf(text.reportOpen[locale], reportOpenId.encode({ reportId: card.report.id }), ButtonStyle.Primary),
      buttonOf(text.handle[locale], handleId.encode({ reportId: card.report.id })),
    ),
  ];
  return sheet(
    [paragraph(`## ${(total === 0 ? text.reportsNone : text.reportsTitle(total))[locale]}`), ...cards.flatMap(ofCard)],
    ...turnsOf(page, total, (to) => reportsId.encode({ page: to }), locale),
  );
}

/** Pairs without somebody of staff, each with the choice of who. */
export function waitingScreen({ pairs, total, page }: UncoordinatedPage, locale: Locale): Message {
  return sheet(
    [
      paragraph(`## ${(total === 0 ? text.waitingNone : text.waitingTitle(total))[locale]}`),
      ...pairs.flatMap(({ id, mentor, learner }, index): APIComponentInContainer[] => [
        ...(index > 0 ? [separator] : []),
        paragraph(text.question(shown(mentor, locale), shown(learner, locale))[locale]),
        chooser(id, locale),
      ]),
    ],
    ...turnsOf(page, total, (to) => waitingId.encode({ page: to }), locale),
  );
}
