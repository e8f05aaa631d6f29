import type { APIButtonComponent, APISelectMenuOption } from 'discord-api-types/v10';
import { ComponentType } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { badgeName, dashboardId, pairId as pairUpId } from '../../../kernel/mentoring.ts';
import { buttonOf, container, linkTo, paragraph, placeOf, row, rows, screen, selectOf } from '../../../kernel/piece.ts';
import { bold, cut, escapeMarkdown, type Locale, type Text } from '../../../kernel/text.ts';
import { timeOf } from '../../../kernel/time.ts';
import { endNames, listNames, text } from '../messages.ts';
import { pageSize } from '../rules.ts';
import type { EndedRow, MentorRow, PairRow, PromoPage, PromoRow, WaitingRow } from '../service/list.ts';
import { attestId, coordinateId, type List, listId, pauseId, pickId, promoId, remindId, resumeId, stopId } from '../wire.ts';

const quoted = (typed: string): string => `> ${escapeMarkdown(typed).replace(/\s*\n\s*/g, '\n> ')}`;

type Line = { title: string; detail: string; option: APISelectMenuOption };

/** Eight lines of the longest names stay under the 4000 characters of a message. */
const longestName = 40;
const called = (name: string | null, locale: Locale): string => cut(name ?? text.gone[locale], longestName);
const inPromo = (promo: string | null): string => (promo === null ? '' : ` · ${bold(cut(promo, longestName))}`);
const until = (day: Date | null, locale: Locale): string => (day ? ` · ${text.pausedUntil(timeOf(day, 'D'))[locale]}` : '');
const optionOf = (value: string, label: string, description?: string): APISelectMenuOption => ({
  value,
  label: cut(label, 100),
  ...(description && { description: cut(description, 100) }),
});

export function waitingLine({ id, name, promo, createdAt, asking, refused }: WaitingRow, locale: Locale): Line {
  const shown = called(name, locale);
  return {
    title: `${bold(shown)}${inPromo(promo)}`,
    detail: text.waitingLine(timeOf(createdAt, 'D'), asking, refused)[locale],
    option: optionOf(String(id), shown, promo ?? text.noPromo[locale]),
  };
}

const pairName = ({ mentor, learner }: Pick<PairRow, 'mentor' | 'learner'>, locale: Locale): [string, string] => [
  called(mentor, locale),
  called(learner, locale),
];

export function pairLine(pair: PairRow, locale: Locale): Line {
  const [mentor, learner] = pairName(pair, locale);
  return {
    title: `${bold(mentor)} → ${bold(learner)}${inPromo(pair.promo)}`,
    detail: `${text.pairLine(timeOf(pair.activeAt, 'R'), pair.done)[locale]}${until(pair.pausedUntil, locale)}`,
    option: optionOf(String(pair.id), `${mentor} → ${learner}`, pair.promo ?? text.noPromo[locale]),
  };
}

const howOf = ({ endedAs, by }: EndedRow, locale: Locale): string =>
  endNames[endedAs](bold(cut(by ?? text.gone[locale], 25)))[locale];

export function endedLine(pair: EndedRow, locale: Locale): Line {
  const [mentor, learner] = pairName(pair, locale);
  const word = pair.reason ? ` · ${text.hasReason[locale]}` : '';
  return {
    title: `${bold(mentor)} → ${bold(learner)}${inPromo(pair.promo)}`,
    detail: `${timeOf(pair.endedAt, 'D')} · ${howOf(pair, locale)}${word}`,
    option: optionOf(String(pair.id), `${mentor} → ${learner}`, pair.promo ?? text.noPromo[locale]),
  };
}

export function mentorLine({ userId, name, taken, capacity, badge, pausedUntil }: MentorRow, locale: Locale): Line {
  const shown = called(name, locale);
  return {
    title: bold(shown),
    detail: `${text.mentorLine(taken, capacity)[locale]}${badge > 0 ? ` · ${badgeName(badge)[locale]}` : ''}${until(pausedUntil, locale)}`,
    option: optionOf(userId, shown, text.mentorLine(taken, capacity)[locale]),
  };
}

/** What a menu of promos sends for those who are in none. */
export const noPromo = 'none';

export function promoLine({ id, name, waiting, pairs, quiet, silent, sessions }: PromoRow, locale: Locale): Line {
  const shown = cut(name ?? text.noPromo[locale], longestName);
  const detail = text.promoLine(waiting, pairs, quiet, silent, sessions)[locale];
  return { title: bold(shown), detail, option: optionOf(id === null ? noPromo : String(id), shown, detail) };
}

const linesOf = (lines: readonly Line[]): string => lines.map(({ title, detail }) => `${title}\n${detail}`).join('\n');

/** To open one of these. */
const opener = (list: List, label: Text, lines: readonly Line[], locale: Locale) =>
  lines.length === 0
    ? []
    : [
        selectOf(
          pickId.encode({ list }),
          label[locale],
          lines.map(({ option }) => option),
        ),
      ];

/** A page of a list, and the way on. */
export function listScreen(
  list: List,
  { lines, total, page }: { lines: readonly Line[]; total: number; page: number },
  locale: Locale,
  notice = '',
): Message {
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const turn = (label: Text, to: number): APIButtonComponent => buttonOf(label[locale], listId.encode({ list, page: to }));
  const buttons = [
    ...(page > 0 ? [turn(text.previous, page - 1)] : []),
    ...(page < pages - 1 ? [turn(text.next, page + 1)] : []),
    buttonOf(text.back[locale], dashboardId.encode({})),
  ];
  const body = linesOf(lines);
  return screen([
    container([
      paragraph(`## ${listNames[list][locale]}`),
      ...(notice ? [paragraph(notice)] : []),
      paragraph(body || text.empty[list][locale]),
      ...(pages > 1 ? [paragraph(`-# ${text.pageOf(page + 1, pages)[locale]}`)] : []),
    ]),
    ...opener(list, text.open, lines, locale),
    ...rows(buttons),
  ]);
}

/** A pair, and what staff can do for it. */
export function pairScreen(pair: PairRow & { guildId: string }, locale: Locale, notice = ''): Message {
  const [mentor, learner] = pairName(pair, locale);
  const { id: pairId, coordinatorId, threadId, pausedUntil } = pair;
  const buttons = [
    buttonOf(text.remind[locale], remindId.encode({ pairId })),
    pausedUntil
      ? buttonOf(text.resume[locale], resumeId.encode({ pairId }))
      : buttonOf(text.pause[locale], pauseId.encode({ pairId })),
    buttonOf(text.stop[locale], stopId.encode({ pairId }), 4),
    ...(threadId ? [linkTo(text.thread[locale], placeOf(pair.guildId, threadId))] : []),
    buttonOf(text.back[locale], dashboardId.encode({})),
  ];
  return screen([
    container([
      paragraph(`## ${bold(mentor)} → ${bold(learner)}`),
      ...(notice ? [paragraph(notice)] : []),
      paragraph(
        [
          `${text.since(timeOf(pair.createdAt, 'D'))[locale]}${inPromo(pair.promo)}${until(pausedUntil, locale)}`,
          text.lastActive(timeOf(pair.activeAt, 'R'))[locale],
          text.met(pair.done, pair.next && timeOf(pair.next))[locale],
          coordinatorId ? text.coordinatedBy(`<@${coordinatorId}>`)[locale] : text.noCoordinator[locale],
        ].join('\n'),
      ),
    ]),
    row({ type: ComponentType.UserSelect, custom_id: coordinateId.encode({ pairId }), placeholder: text.coordinator[locale] }),
    ...rows(buttons),
  ]);
}

/** A pair that is over: how, and what one of the two wrote for staff. */
export const endedScreen = (pair: EndedRow, locale: Locale): Message =>
  screen([
    container([
      paragraph(`## ${pairName(pair, locale).map(bold).join(' → ')}`),
      paragraph(`${text.endedOn(timeOf(pair.endedAt, 'D'))[locale]}${inPromo(pair.promo)}\n${howOf(pair, locale)}`),
      paragraph(pair.reason ? quoted(pair.reason) : text.noReason[locale]),
    ]),
    ...rows([buttonOf(text.back[locale], dashboardId.encode({}))]),
  ]);

/** Somebody who waits: staff pair them by hand. */
export const waitingScreen = (waiting: WaitingRow, locale: Locale): Message => {
  const { title, detail } = waitingLine(waiting, locale);
  return screen([
    container([paragraph(`## ${title}`), paragraph(detail)]),
    ...rows([
      buttonOf(text.pairUp[locale], pairUpId.encode({ requestId: waiting.id })),
      buttonOf(text.back[locale], dashboardId.encode({})),
    ]),
  ]);
};

/** One promo: whoever waits there and its pairs, each with its own menu. */
export function promoScreen({ id, name, waiting, pairs, total, page }: PromoPage, locale: Locale): Message {
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const [waitingLines, pairLines] = [
    waiting.map((one) => waitingLine({ ...one, promo: null }, locale)),
    pairs.map((one) => pairLine({ ...one, promo: null }, locale)),
  ];
  const part = (heading: Text, lines: readonly Line[]) =>
    lines.length === 0 ? [] : [paragraph(`**${heading[locale]}**\n${linesOf(lines)}`)];
  const turn = (label: Text, to: number) => buttonOf(label[locale], promoId.encode({ promo: id ?? 0, page: to }));
  return screen([
    container([
      paragraph(`## ${bold(cut(name ?? text.noPromo[locale], longestName))}`),
      ...part(listNames.waiting, waitingLines),
      ...part(listNames.pairs, pairLines),
      ...(total === 0 ? [paragraph(text.emptyPromo[locale])] : []),
      ...(pages > 1 ? [paragraph(`-# ${text.pageOf(page + 1, pages)[locale]}`)] : []),
    ]),
    ...opener('waiting', text.openWaiting, waitingLines, locale),
    ...opener('pairs', text.openPair, pairLines, locale),
    ...rows([
      ...(page > 0 ? [turn(text.previous, page - 1)] : []),
      ...(page < pages - 1 ? [turn(text.next, page + 1)] : []),
      buttonOf(listNames.promos[locale], listId.encode({ list: 'promos', page: 0 })),
      buttonOf(text.back[locale], dashboardId.encode({})),
    ]),
  ]);
}

/** A mentor, whom they accompany, and the proof of what they gave. */
export const mentorScreen = (mentor: MentorRow, pairs: readonly PairRow[], locale: Locale): Message => {
  const { title, detail } = mentorLine(mentor, locale);
  const lines = pairs.map((one) => pairLine(one, locale));
  return screen([
    container([paragraph(`## ${title}`), paragraph(detail), ...(lines.length > 0 ? [paragraph(linesOf(lines))] : [])]),
    ...opener('pairs', text.openPair, lines, locale),
    ...rows([
      buttonOf(text.attestation[locale], attestId.encode({ userId: mentor.userId })),
      buttonOf(text.back[locale], dashboardId.encode({})),
    ]),
  ]);
};
