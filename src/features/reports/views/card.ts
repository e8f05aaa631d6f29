import { type APIButtonComponent, type APIEmbedField, ButtonStyle } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { actId, type Category, caseId, categories, proposeId } from '../../../kernel/moderation.ts';
import { buttonOf, linkTo, paragraph, placeOf, row, rows, selectOf, separator, sheet } from '../../../kernel/piece.ts';
import { cut, escapeMarkdown, type Locale } from '../../../kernel/text.ts';
import { timeOf } from '../../../kernel/time.ts';
import { reveal as revealText, card as text } from '../messages/report.ts';
import { pageSize } from '../rules/limit.ts';
import type { QueuePage, ReportLine, ReportPage, SubjectCard } from '../service/card.ts';
import type { RevealCard } from '../service/reveal.ts';
import {
  calledId,
  confirmId,
  dismissId,
  identityId,
  lateId,
  listId,
  queueId,
  removeId,
  revealPickId,
  showId,
  weighId,
} from '../wire.ts';

type Subject = SubjectCard['subject'];

const quoted = (words: string, limit: number): string => `> ${cut(escapeMarkdown(words).replace(/\s*\n\s*/g, '\n> '), limit)}`;

const titleOf = ({ id, messageId }: Subject, locale: Locale): string => text.title(id, messageId !== null)[locale];

/** What the message said, and whether it is still there. */
function saidIn({ subject, evidence }: SubjectCard, locale: Locale): string {
  const words = !evidence
    ? text.kept[locale]
    : evidence.content !== ''
      ? quoted(evidence.content, 800)
      : (evidence.files > 0 ? text.wordless : text.unreadable)[locale];
  return [
    words,
    ...(evidence && evidence.files > 0 ? [text.files(evidence.files)[locale]] : []),
    ...(subject.goneAt
      ? [text.gone[locale]]
      : subject.removalAskedAt
        ? [text.removing[locale]]
        : subject.removalRefusedAt
          ? [text.removalRefused[locale]]
          : []),
  ].join('\n');
}

/** What it said to others who reported it, cut so that all are there. */
const formerIn = ({ former }: SubjectCard): string =>
  former.map((words) => quoted(words, Math.floor(600 / former.length))).join('\n\n');

function aboutOf({ subject, history, others }: SubjectCard, locale: Locale): string {
  const name = history.name ? ` (${cut(escapeMarkdown(history.name), 80)})` : '';
  return [
    `<@${subject.userId}>${name}`,
    subject.isBot ? text.botNote[locale] : text.historyOf(history.cases, history.points, others)[locale],
  ].join('\n');
}

function countsOf({ counts, thresholds, ignored }: SubjectCard, locale: Locale): string {
  const lines = counts.map(({ category, count }) => text.countsLine(categories[category], count, thresholds[category])[locale]);
  return [...lines, ...(ignored > 0 ? [text.ignored(ignored)[locale]] : [])].join('\n');
}

/** `limit`: of the comment. */
function lineOf({ alias, category, founded, unfounded, comment }: ReportLine, limit: number, locale: Locale): string {
  const head = text.reporter(alias ?? text.erased[locale], categories[category], founded, unfounded)[locale];
  return comment === '' ? head : `${head}\n> ${cut(escapeMarkdown(comment).replace(/\s+/g, ' '), limit)}`;
}

function endOf({ subject, opened }: SubjectCard, locale: Locale): string {
  const { closedAt, closedBy, closeReason } = subject;
  const when = closedAt ? timeOf(closedAt) : '';
  return [
    (closedBy ? text.closedBy(`<@${closedBy}>`, when) : text.closedAt(when))[locale],
    ...(closeReason ? [quoted(closeReason, 600)] : []),
    ...(opened?.isLive ? [text.caseOf(opened.number)[locale]] : []),
  ].join('\n');
}

/** What can be done: while it waits all of it, afterwards what an answer left open. */
function waysOf({ subject, voteId, opened, total }: SubjectCard, locale: Locale): APIButtonComponent[] {
  const { id: subjectId, guildId, userId, channelId, messageId, state, isBot, goneAt, removalAskedAt } = subject;
  const target = { userId, evidenceId: subject.evidenceId ?? 0, source: 'report' as const, sourceId: subjectId };
  const isOpen = state === 'open';
  const isThere = messageId !== null && !goneAt;
  const isActing = opened?.isLive === true;
  const canAct = !isBot && !isActing && voteId === null;
  return [
    ...(canAct ? [buttonOf(text.act[locale], actId.encode(target), isOpen ? ButtonStyle.Primary : ButtonStyle.Secondary)] : []),
    ...(isThere && !removalAskedAt ? [buttonOf(text.remove[locale], removeId.encode({ subjectId }), ButtonStyle.Danger)] : []),
    ...(canAct && isOpen ? [buttonOf(text.toVote[locale], proposeId.encode(target))] : []),
    ...(isOpen && voteId === null && !isActing && (!removalAskedAt || goneAt)
      ? [buttonOf(text.dismiss[locale], dismissId.encode({ subjectId }))]
      : []),
    ...(total > 0 ? [buttonOf(text.all[locale], listId.encode({ subjectId, page: 0 }))] : []),
    ...(opened ? [buttonOf(text.seeCase[locale], caseId.encode({ caseId: opened.id }))] : []),
    ...(isThere && channelId ? [linkTo(text.where[locale], placeOf(guildId, channelId, messageId))] : []),
  ];
}

/** One card a subject: what, who, how often and for what, and what can be done. */
export function subjectCard(card: SubjectCard, locale: Locale): Message {
  const { subject, total, latest, voteId, opened } = card;
  const isMessage = subject.messageId !== null;
  const shown = latest.slice(0, pageSize);
  const lines = [
    ...shown.map((line) => lineOf(line, 110, locale)),
    ...(total > shown.length ? [text.more(total - shown.length)[locale]] : []),
  ];
  const fields: APIEmbedField[] = [
    ...(isMessage ? [{ name: text.said[locale], value: saidIn(card, locale) }] : []),
    ...(card.former.length > 0 ? [{ name: text.former[locale], value: cut(formerIn(card), 1_024) }] : []),
    { name: text.about[locale], value: aboutOf(card, locale) },
    ...(total > 0 ? [{ name: text.counts[locale], value: countsOf(card, locale) }] : []),
    ...(total > 0 ? [{ name: text.reporters(total)[locale], value: cut(lines.join('\n'), 1_024) }] : []),
    ...(subject.closedAt ? [{ name: text.end[locale], value: endOf(card, locale) }] : []),
  ];
  const head = [
    `**${text.state[subject.state][locale]}** · ${timeOf(subject.waitingSince, 'R')}`,
    ...(subject.alertLevel !== null && subject.state === 'open' ? [text.called[locale]] : []),
    ...(voteId !== null ? [text.vote(voteId)[locale]] : []),
    ...(opened?.isLive === false ? [text.caseFailed(opened.number)[locale]] : []),
    ...(opened?.isLive && subject.state === 'open' ? [text.caseUnderWay(opened.number)[locale]] : []),
  ];
  return {
    embeds: [{ title: titleOf(subject, locale), description: head.join('\n'), fields }],
    components: rows(waysOf(card, locale)),
  };
}

/** The same where the person concerned reads: nothing of it, and the way to it for the others. */
export const sealedCard = (subject: Subject, locale: Locale): Message => ({
  embeds: [
    {
      title: text.title(subject.id, subject.messageId !== null)[locale],
      description: `**${text.state[subject.state][locale]}**\n${text.sealed[locale]}`,
    },
  ],
  components: [row(buttonOf(text.open[locale], showId.encode({ subjectId: subject.id }), ButtonStyle.Primary))],
});

/** Roles that one message names: a server may bind many, and a message has its limit. */
const mostCalled = 20;

/** Calls the moderators. Says what for, and nothing of whom. */
export function callMessage({ subject, counts, total }: SubjectCard, roleIds: readonly string[], locale: Locale): Message {
  const called = roleIds.slice(0, mostCalled);
  const category: Category = counts[0]?.category ?? 'other';
  return {
    content: [...called.map((id) => `<@&${id}>`), text.call(total, categories[category])[locale]].join(' '),
    components: [
      row(
        buttonOf(
          text.title(subject.id, subject.messageId !== null)[locale],
          calledId.encode({ subjectId: subject.id, level: subject.alertLevel ?? 1 }),
          ButtonStyle.Primary,
        ),
      ),
    ],
    allowed_mentions: { parse: [], roles: called },
  };
}

export const lateMessage = ({ count, hours }: { count: number; hours: number }, label: string, locale: Locale): Message => ({
  content: text.late(count, hours)[locale],
  components: [row(buttonOf(label, lateId.encode({}), ButtonStyle.Primary))],
});

const turnsOf = (page: number, total: number, idOf: (page: number) => string, locale: Locale) => {
  const last = Math.max(0, Math.ceil(total / pageSize) - 1);
  const turns = [
    ...(page > 0 ? [buttonOf(text.previous[locale], idOf(page - 1))] : []),
    ...(page < last ? [buttonOf(text.next[locale], idOf(page + 1))] : []),
  ];
  return turns.length > 0 ? [row(...turns)] : [];
};

/** All that waits, each with the way to its card. */
export function queueScreen({ entries, total, page }: QueuePage, locale: Locale): Message {
  const lines = entries.flatMap(({ subject, name, reporters, content }, index) => [
    ...(index > 0 ? [separator] : []),
    paragraph(
      [
        `**${titleOf(subject, locale)}** · ${timeOf(subject.waitingSince, 'R')}${subject.alertLevel === null ? '' : ` · ${text.called[locale]}`}`,
        `<@${subject.userId}>${name ? ` (${cut(escapeMarkdown(name), 60)})` : ''} · ${text.reporters(reporters)[locale]}`,
        ...(content ? [`> ${cut(escapeMarkdown(content).replace(/\s+/g, ' '), 200)}`] : []),
      ].join('\n'),
    ),
    row(buttonOf(text.open[locale], showId.encode({ subjectId: subject.id }))),
  ]);
  return sheet(
    [paragraph(`## ${text.queueTitle(total)[locale]}`), ...lines],
    ...turnsOf(page, total, (at) => queueId.encode({ page: at }), locale),
  );
}

/** Everything that was said of one subject; from here an identity can be asked for. */
export function reportsScreen({ subject, lines, total, page }: ReportPage, locale: Locale): Message {
  const known = lines.filter(({ alias }) => alias !== null);
  const pick =
    known.length > 0
      ? [
          selectOf(
            revealPickId.encode({ subjectId: subject.id }),
            revealText.pick[locale],
            known.map(({ id, alias, category }) => ({
              value: String(id),
              label: alias ?? '',
              description: categories[category][locale],
            })),
          ),
        ]
      : [];
  const weighable = lines.filter(({ answer }) => answer === 'dismissed');
  const weigh =
    weighable.length > 0
      ? [
          selectOf(
            weighId.encode({ subjectId: subject.id, page }),
            text.weighOne[locale],
            weighable.map(({ id, alias, isUnfounded }) => ({
              value: String(id),
              label: alias ?? text.erased[locale],
              description: (isUnfounded ? text.weighAs.sincere : text.weighAs.unfounded)[locale],
            })),
          ),
        ]
      : [];
  return sheet(
    [
      paragraph(`## ${titleOf(subject, locale)}\n${text.reporters(total)[locale]}`),
      ...lines.flatMap((line) => [separator, paragraph(lineOf(line, 600, locale))]),
    ],
    ...pick,
    ...weigh,
    ...turnsOf(page, total, (at) => listId.encode({ subjectId: subject.id, page: at }), locale),
  );
}

/** A request for an identity, in the channel of the team. Its reason is read by whoever may confirm. */
export function revealMessage({ reveal, subjectId }: RevealCard, locale: Locale, { isSealed }: { isSealed: boolean }): Message {
  const { askedBy, confirmedBy, confirmedAt, closedAt, expiresAt, reason, id: revealId } = reveal;
  const who = (id: string | null) => (id ? `<@${id}>` : text.somebody[locale]);
  const until = timeOf(expiresAt);
  const said = closedAt
    ? revealText.over[locale]
    : confirmedAt
      ? revealText.granted(who(askedBy), who(confirmedBy), until)[locale]
      : revealText.message(who(askedBy), subjectId, until)[locale];
  const button = confirmedAt
    ? buttonOf(revealText.read[locale], identityId.encode({ revealId }), ButtonStyle.Primary)
    : buttonOf(revealText.confirm[locale], confirmId.encode({ revealId }), ButtonStyle.Primary);
  return {
    embeds: [
      {
        title: revealText.heading[locale],
        description: closedAt || isSealed ? said : `${said}\n${quoted(reason, 1_000)}`,
      },
    ],
    components: closedAt ? [] : [row(button)],
  };
}
