import { ButtonStyle } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { boardId } from '../../../kernel/hiring.ts';
import { buttonOf, paragraph, row, rows, selectOf, sheet } from '../../../kernel/piece.ts';
import { bold, cut, escapeMarkdown, type Locale } from '../../../kernel/text.ts';
import { timeOf } from '../../../kernel/time.ts';
import { stageNames, text } from '../messages/application.ts';
import { isReason, reasons } from '../messages/reason.ts';
import { isOpen } from '../rules/stage.ts';
import type { BoardLine, Mine, MineRow } from '../service/board.ts';
import { confirmWithdrawalId, mineId, pickBoardId, withdrawId } from '../wire.ts';
import { line } from './part.ts';

function mineLine({ id, stage, reason, sentAt, title, company, roomId }: MineRow, locale: Locale) {
  const sentOn = timeOf(sentAt, 'D');
  const said = [
    `${bold(cut(title, 70))} · ${escapeMarkdown(cut(company ?? text.company[locale], 40))}`,
    stage === 'sent' ? `${stageNames.sent[locale]} · ${sentOn}` : `${stageNames[stage][locale]} · ${text.sentOn(sentOn)[locale]}`,
    ...(isReason(reason) ? [`> ${reasons[reason].told[locale]}`] : []),
    ...(roomId ? [text.talk(`<#${roomId}>`)[locale]] : []),
  ].join('\n');
  return isOpen(stage) ? line(said, buttonOf(text.withdraw[locale], withdrawId.encode({ applicationId: id }))) : paragraph(said);
}

/** Boards that have a button each; when there are more, all are in a menu. */
const boardsShown = 5;

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
  const isAuthor = boards.length > 0;
  return sheet(
    [
      ...(isAuthor
        ? [paragraph(`## ${text.boardsTitle[locale]}`), ...boards.slice(0, boardsShown).map((one) => boardLine(one, locale))]
        : []),
      ...(total > 0
        ? [paragraph(`## ${text.mineTitle(total)[locale]}`), ...own.map((one) => mineLine(one, locale))]
        : isAuthor
          ? []
          : [paragraph((isSeeker ? text.mineEmpty : text.boardsEmpty)[locale])]),
      ...(last > 0 ? [paragraph(`-# ${text.page(page + 1, last + 1)[locale]}`)] : []),
    ],
    ...(boards.length > boardsShown
      ? [
          selectOf(
            pickBoardId.encode({}),
            text.boards[locale],
            boards.map((one) => ({
              value: String(one.id),
              label: cut(one.title, 100),
              description: text.boardsLine(one.open, one.total)[locale],
            })),
          ),
        ]
      : []),
    ...rows([
      ...(page > 0 ? [buttonOf(text.previous[locale], mineId.encode({ page: page - 1 }))] : []),
      ...(page < last ? [buttonOf(text.next[locale], mineId.encode({ page: page + 1 }))] : []),
    ]),
  );
}

/** What goes, before it goes. */
export const withdrawalCard = ({ id, title }: { id: number; title: string }, locale: Locale): Message =>
  sheet(
    [paragraph(text.askWithdrawal(cut(title, 100))[locale])],
    row(
      buttonOf(text.confirmWithdrawal[locale], confirmWithdrawalId.encode({ applicationId: id }), ButtonStyle.Danger),
      buttonOf(text.keep[locale], mineId.encode({ page: 0 })),
    ),
  );

export const withdrawnCard = (locale: Locale): Message => sheet([paragraph(text.withdrawn[locale])]);
