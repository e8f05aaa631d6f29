import { ButtonStyle } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { boardId } from '../../../kernel/hiring.ts';
import { buttonOf, paragraph, row, rows, sheet } from '../../../kernel/piece.ts';
import { bold, cut, escapeMarkdown, type Locale } from '../../../kernel/text.ts';
import { timeOf } from '../../../kernel/time.ts';
import { stageNames, text } from '../messages/application.ts';
import { isReason, reasons } from '../messages/reason.ts';
import { isOpen, type Stage } from '../rules/stage.ts';
import type { BoardLine, Mine, MineRow } from '../service/board.ts';
import { boardsId, confirmWithdrawalId, mineId, withdrawId } from '../wire.ts';
import { line } from './part.ts';

function mineLine({ id, stage, reason, sentAt, title, company, roomId, isPurged, isOnHold }: MineRow, locale: Locale) {
  const sentOn = timeOf(sentAt, 'D');
  const said = [
    `${bold(cut(title, 70))} · ${escapeMarkdown(cut(company ?? text.company[locale], 40))}`,
    stage === 'sent' ? `${stageNames.sent[locale]} · ${sentOn}` : `${stageNames[stage][locale]} · ${text.sentOn(sentOn)[locale]}`,
    ...(isReason(reason) ? [`> ${reasons[reason].told[locale]}`] : []),
    ...(isOnHold ? [text.onHold[locale]] : []),
    ...(roomId ? [text.talk(`<#${roomId}>`)[locale]] : []),
  ].join('\n');
  const label = isOpen(stage) ? text.withdraw : text.purge;
  return isPurged ? paragraph(said) : line(said, buttonOf(label[locale], withdrawId.encode({ applicationId: id })));
}

function boardLine({ id, title, state, open, total }: BoardLine, locale: Locale) {
  const where = text.offerStates[state]?.[locale] ?? '';
  const said = `${bold(cut(title, 70))} · ${where}\n${text.boardsLine(open, total)[locale]}`;
  const style = open > 0 ? ButtonStyle.Primary : ButtonStyle.Secondary;
  return line(said, buttonOf(text.open[locale], boardId.encode({ offerId: id }), style));
}

/** One's own applications, and the boards of one's own offers. `isSeeker`: may apply, so that an empty list says how. */
export function mineCard(
  { rows: own, total, page, boards }: Mine,
  { size, isSeeker }: { size: number; isSeeker: boolean },
  locale: Locale,
): Message {
  const last = Math.max(0, Math.ceil(total / size) - 1);
  const isAuthor = boards.total > 0;
  return sheet(
    [
      ...(isAuthor
        ? [
            paragraph(`## ${text.boardsTitle[locale]}`),
            ...boards.lines.map((one) => boardLine(one, locale)),
            ...(boards.last > 0 ? [paragraph(`-# ${text.page(boards.page + 1, boards.last + 1)[locale]}`)] : []),
          ]
        : []),
      ...(total > 0
        ? [paragraph(`## ${text.mineTitle(total)[locale]}`), ...own.map((one) => mineLine(one, locale))]
        : isAuthor
          ? []
          : [paragraph((isSeeker ? text.mineEmpty : text.boardsEmpty)[locale])]),
      ...(last > 0 ? [paragraph(`-# ${text.page(page + 1, last + 1)[locale]}`)] : []),
    ],
    ...rows([
      ...(boards.page > 0 ? [buttonOf(text.previousBoards[locale], boardsId.encode({ page: boards.page - 1 }))] : []),
      ...(boards.page < boards.last ? [buttonOf(text.nextBoards[locale], boardsId.encode({ page: boards.page + 1 }))] : []),
    ]),
    ...rows([
      ...(page > 0 ? [buttonOf(text.previous[locale], mineId.encode({ page: page - 1 }))] : []),
      ...(page < last ? [buttonOf(text.next[locale], mineId.encode({ page: page + 1 }))] : []),
    ]),
  );
}

/** What goes, before it goes: of an open application all of it, of another what was written. */
export const withdrawalCard = ({ id, title, stage }: { id: number; title: string; stage: Stage }, locale: Locale): Message =>
  sheet(
    [paragraph((isOpen(stage) ? text.askWithdrawal : text.askPurge)(cut(title, 100))[locale])],
    row(
      buttonOf(
        (isOpen(stage) ? text.confirmWithdrawal : text.confirmPurge)[locale],
        confirmWithdrawalId.encode({ applicationId: id }),
        ButtonStyle.Danger,
      ),
      buttonOf(text.keep[locale], mineId.encode({ page: 0 })),
    ),
  );

export const withdrawnCard = (wasOpen: boolean, locale: Locale): Message =>
  sheet([paragraph((wasOpen ? text.withdrawn : text.gone)[locale])]);
