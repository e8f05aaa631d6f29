import type { Message } from '../../discord/command.ts';
import { actId } from '../../kernel/moderation.ts';
import { buttonOf, paragraph, plainNote, row, rows, sheet } from '../../kernel/piece.ts';
import { cut, escapeMarkdown, type Locale } from '../../kernel/text.ts';
import { second, timeOf } from '../../kernel/time.ts';
import { text } from './messages.ts';
import type { Shown } from './service.ts';
import { backId, extendId, freeId } from './wire.ts';

/** Escaped it may be twice as long: the card stays under 4000 characters. */
const longestQuote = 900;

const quoted = (typed: string): string => `> ${escapeMarkdown(cut(typed, longestQuote)).replace(/\n/g, '\n> ')}`;

/** How its owner gets the account back. */
export const toldMessage = (
  { guildId, accountId, server, until }: { guildId: string; accountId: number; server: string; until: Date },
  locale: Locale,
): Message =>
  plainNote(
    text.told(escapeMarkdown(cut(server, 80)), timeOf(until))[locale],
    row(buttonOf(text.back[locale], backId.encode({ guildId, accountId }), 1)),
  );

function stateOf({ account, hasFailed }: Shown, locale: Locale, now: Date): string {
  const { state, decidedBy, decidedAt, until, caseId } = account;
  const who = decidedBy ? `<@${decidedBy}>` : text.someone[locale];
  if (state === 'freed') return text.freed(who, timeOf(decidedAt ?? until))[locale];
  if (state === 'acted') return text.acted(who, timeOf(decidedAt ?? until))[locale];
  if (hasFailed) return text.failed[locale];
  if (caseId === null) return text.already[locale];
  return until > now ? text.quiet(timeOf(until))[locale] : text.over[locale];
}

/** What happened, what was done, and what moderators can do next. */
export function accountCard(shown: Shown, locale: Locale, now: Date): Message {
  const { account, content, found, removed, isTold } = shown;
  const { id: accountId, userId, evidenceId, createdAt, recoveredAt, until, state } = account;
  const isOpen = state === 'secured';
  const facts = [
    text.what(`<@${userId}>`, timeOf(createdAt))[locale],
    `${text.removed(removed, found)[locale]} ${stateOf(shown, locale, now)}`,
    ...(isTold ? [text.informed[locale]] : []),
    ...(recoveredAt ? [`**${text.recovered(timeOf(recoveredAt))[locale]}**`] : []),
  ];
  const buttons = [
    buttonOf(text.free[locale], freeId.encode({ accountId }), 3),
    buttonOf(text.extend[locale], extendId.encode({ accountId, until: Math.floor(until.getTime() / second) })),
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
