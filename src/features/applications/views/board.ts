import { ButtonStyle } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { buttonOf, paragraph, placeOf, row, rows, selectOf, sheet } from '../../../kernel/piece.ts';
import { bold, cut, escapeMarkdown, type Locale, type Text } from '../../../kernel/text.ts';
import { timeOf } from '../../../kernel/time.ts';
import { stageHelp, stageNames, text } from '../messages/application.ts';
import { companyReasons, isReason, reasons } from '../messages/reason.ts';
import { canUndo, choicesAfter, isOpen, pathTo, type Stage, stages } from '../rules/stage.ts';
import type { Board, BoardRow, Card } from '../service/board.ts';
import type { OfferFacts } from '../service/offer.ts';
import { boardPageId, cardId, cvId, filterId, reasonId, stageId, undoId } from '../wire.ts';
import { line } from './part.ts';

const nameOf = (name: string | null, locale: Locale): string => escapeMarkdown(cut(name ?? text.somebody[locale], 80));

function boardLine({ id, name, stage, sentAt, hasCv, isRecommended }: BoardRow, locale: Locale) {
  const marks = [...(hasCv ? [text.withCv[locale]] : []), ...(isRecommended ? [text.recommended[locale]] : [])];
  const facts = [stageNames[stage][locale], timeOf(sentAt, 'R'), ...marks].join(' · ');
  const style = stage === 'sent' ? ButtonStyle.Primary : ButtonStyle.Secondary;
  return line(`**${nameOf(name, locale)}**\n${facts}`, buttonOf(text.open[locale], cardId.encode({ applicationId: id }), style));
}

/** What a select of stages offers, in the order of the filters: open, all, then each stage. */
const filterNames: readonly Text[] = [
  text.filterOpen,
  text.filterAll,
  ...stages.filter((stage) => stage !== 'withdrawn').map((stage) => stageNames[stage]),
];

const holdNote = ({ state, isFrozen }: OfferFacts, locale: Locale) =>
  state === 'hidden' ? [paragraph((isFrozen ? text.frozenNote : text.pausedNote)[locale])] : [];

/** The applications to an offer, a page of them. */
export function boardCard({ offer, filter, page, counts, total, rows: shown }: Board, locale: Locale, size: number): Message {
  const last = Math.max(0, Math.ceil(total / size) - 1);
  const at = (place: number) => boardPageId.encode({ offerId: offer.id, filter, page: place });
  const counted = stages.flatMap((stage) => (counts[stage] ? [text.counted(stageNames[stage], counts[stage] ?? 0)[locale]] : []));
  const isWaiting = stages.some((stage) => isOpen(stage) && (counts[stage] ?? 0) > 0);
  return sheet(
    [
      paragraph(`## ${text.boardTitle(escapeMarkdown(cut(offer.title, 100)))[locale]}`),
      ...(counted.length > 0 ? [paragraph(counted.join(' · '))] : []),
      ...holdNote(offer, locale),
      ...(offer.state === 'closed' && isWaiting ? [paragraph(text.outcomeNote[locale])] : []),
      ...(shown.length === 0 ? [paragraph(text.boardEmpty[locale])] : shown.map((one) => boardLine(one, locale))),
      ...(last > 0 ? [paragraph(`-# ${text.page(page + 1, last + 1)[locale]}`)] : []),
    ],
    selectOf(
      filterId.encode({ offerId: offer.id }),
      text.filter[locale],
      filterNames.map((name, value) => ({ value: String(value), label: name[locale], default: value === filter })),
    ),
    ...rows([
      ...(page > 0 ? [buttonOf(text.previous[locale], at(page - 1))] : []),
      ...(page < last ? [buttonOf(text.next[locale], at(page + 1))] : []),
    ]),
  );
}

/** What may be chosen now; a closed offer takes any outcome at once, and one that staff look into only a no. */
const choicesOf = (stage: Stage, { state, isFrozen }: OfferFacts): Stage[] =>
  isFrozen
    ? choicesAfter(stage).filter((next) => next === 'declined')
    : state === 'closed' && isOpen(stage)
      ? stages.filter((next) => (next === 'hired' || next === 'declined') && pathTo(stage, next))
      : choicesAfter(stage);

/** An application as who answers it reads it, with what can be done now. */
export function applicationCard({ application, offer, name, hasFile, copies, praise }: Card, locale: Locale, now: Date): Message {
  const { id: applicationId, stage, message, reason, userId, roomChannelId: roomId, cvMessageId, guildId, sentAt } = application;
  const choices = choicesOf(stage, offer);
  const undo = canUndo(application, now) && userId !== null && application.purgedAt === null;
  const cv = roomId && cvMessageId ? [text.cvHere(placeOf(guildId, roomId, cvMessageId))[locale]] : [];
  return sheet(
    [
      paragraph(`## ${nameOf(name, locale)}${userId ? `\n<@${userId}>` : ''}`),
      paragraph(`${bold(cut(offer.title, 100))}\n${stageNames[stage][locale]} · ${text.sentOn(timeOf(sentAt, 'f'))[locale]}`),
      paragraph(message === null ? `-# ${text.purged[locale]}` : cut(escapeMarkdown(message), 2_050)),
      ...praise.map(({ by, words }) =>
        paragraph(
          `**${text.recommendedBy(nameOf(by, locale))[locale]}**\n> ${cut(escapeMarkdown(words).replaceAll('\n', ' '), 220)}`,
        ),
      ),
      ...(roomId ? [paragraph([text.talk(`<#${roomId}>`)[locale], ...cv].join('\n'))] : []),
      ...(!roomId && copies > 0 ? [paragraph(`-# ${text.cvSent(copies)[locale]}`)] : []),
      ...holdNote(offer, locale),
      ...(isReason(reason) ? [paragraph(`> ${reasons[reason].told[locale]}`)] : []),
      ...(undo ? [paragraph(`-# ${text.undoNote[locale]}`)] : []),
    ],
    ...(choices.length > 0
      ? [
          selectOf(
            stageId.encode({ applicationId }),
            text.stageLabel[locale],
            choices.map((next) => {
              const help = stageHelp[next];
              return { value: next, label: stageNames[next][locale], ...(help && { description: help[locale] }) };
            }),
          ),
        ]
      : []),
    row(
      ...(hasFile ? [buttonOf(text.cv[locale], cvId.encode({ applicationId }), ButtonStyle.Primary)] : []),
      ...(undo ? [buttonOf(text.undo[locale], undoId.encode({ applicationId }), ButtonStyle.Danger)] : []),
      buttonOf(text.back[locale], boardPageId.encode({ offerId: offer.id, filter: 0, page: 0 })),
    ),
  );
}

/** Why an application is declined, to be chosen; each reason with the beginning of what the person will read. */
export const reasonCard = ({ application: { id: applicationId }, name }: Card, locale: Locale): Message =>
  sheet(
    [paragraph(text.reasonTitle(nameOf(name, locale))[locale])],
    selectOf(
      reasonId.encode({ applicationId }),
      text.reasonLabel[locale],
      companyReasons.map((reason) => ({
        value: reason,
        label: reasons[reason].label[locale],
        description: cut(reasons[reason].told[locale], 100),
      })),
    ),
    row(buttonOf(text.back[locale], cardId.encode({ applicationId }))),
  );
