import type { Message } from '../../discord/command.ts';
import { actId } from '../../kernel/moderation.ts';
import { buttonOf, paragraph, plainNote, row, rows, sheet } from '../../kernel/piece.ts';
import { cut, escapeMarkdown, type Locale } from '../../kernel/text.ts';
import { second, timeOf } from '../../kernel/time.ts';
import { text } from './messages.ts';
import type { Shown } from './service/card.ts';
import { backId, extendId, freeId } from './wire.ts';

/** Escaped it may be twice as long: the card stays under 4000 characters. */
const longestQuote = 900;

const quoted = (typed: string): string => `> ${escapeMarkdown(cut(typed, longestQuote)).replace(/\n/g, '\n> ')}`;

/** How its owner gets the account back. `until` null: it can still write. */
export const toldMessage = (
  {
    guildId,
    accountId,
    server,
    ...done
  }: { guildId: string; accountId: number; server: string } & {
    until: Date | null;
    isRemoved: boolean;
  },
  locale: Locale,
): Message =>
  plainNote(
    text.told(escapeMarkdown(cut(server, 80)), { ...done, until: done.until && timeOf(done.until) })[locale],
    row(buttonOf(text.back[locale], backId.encode({ guildId, accountId }), 1)),
  );

function stateOf({ account, standing, endsAt }: Shown, locale: Locale): string {
  const { decidedBy, decidedAt, until } = account;
  const who = decidedBy ? `<@${decidedBy}>` : text.someone[locale];
  const said = {
    freed: () => text.freed(who, timeOf(decidedAt ?? until)),
    acted: () => text.acted(who, timeOf(decidedAt ?? until)),
    failed: () => text.failed,
    lifted: () => text.lifted,
    over: () => text.over,
    already: () => text.already(timeOf(endsAt ?? until)),
    quiet: () => text.quiet(timeOf(endsAt ?? until)),
  } as const;
  return said[standing]()[locale];
}

/** What happened, what was done, and what moderators can do next. */
export function accountCard(shown: Shown, locale: Locale): Message {
  const { account, content, found, removed, standing, isTold } = shown;
  const { id: accountId, userId, evidenceId, floodedAt, recoveredAt, until, state } = account;
  const isOpen = state === 'secured';
  const facts = [
    text.what(`<@${userId}>`, timeOf(floodedAt))[locale],
    `${text.removed(removed, found)[locale]} ${stateOf(shown, locale)}`,
    ...(isTold ? [text.informed[locale]] : []),
    ...(recoveredAt ? [`**${text.recovered(timeOf(recoveredAt))[locale]}**`] : []),
  ];
  const buttons = [
    buttonOf(text.free[locale], freeId.encode({ accountId }), 3),
    ...(standing === 'lifted' || standing === 'already'
      ? []
      : [buttonOf(text.extend[locale], extendId.encode({ accountId, until: Math.floor(until.getTime() / second) }))]),
    buttonOf(text.act[locale], actId.encode({ userId, evidenceId: evidenceId ?? 0, source: 'account', sourceId: accountId }), 4),
  ];
  return sheet(
    [
      paragraph(`### ${text.cardTitle[locale]}`),
      paragraph(facts.join('\n')),
      paragraph(content ? `${text.sent[locale]}\n${quoted(content)}` : `-# ${text.noText[locale]}`),
      ...(isOpen ? [paragraph(`-# ${text.check[locale]}`)] : []),
    ],
    ...(isOpen ? rows(buttons) : []),
  );
}
