import { ButtonStyle } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { appealId, myCasesOfId, severities } from '../../../kernel/moderation.ts';
import { buttonOf, container, paragraph, plainNote, row, screen, separator } from '../../../kernel/piece.ts';
import { cut, escapeMarkdown, type Locale } from '../../../kernel/text.ts';
import { timeOf } from '../../../kernel/time.ts';
import { answerText, text, wishes } from '../messages/appeal.ts';
import type { OwnAppeal } from '../service/appeal.ts';
import type { Answer } from '../wire.ts';
import { withdrawId, withdrawSureId } from '../wire.ts';

/** Typed by somebody: each line stays inside the quotation, and the whole under `limit`. */
export const quoted = (typed: string, limit: number): string =>
  cut(
    escapeMarkdown(typed)
      .split('\n')
      .map((line) => `> ${line}`)
      .join('\n'),
    limit,
  );

/** Where one's own appeal stands, with what was written and answered. */
export function ownScreen({ appeal, made }: OwnAppeal, now: Date, locale: Locale, said?: string): Message {
  const { guildId, state, dueAt, answer } = appeal;
  const waits = state === 'open' && dueAt ? [(dueAt > now ? text.usual(timeOf(dueAt, 'D')) : text.late)[locale]] : [];
  return screen([
    container([
      ...(said === undefined ? [] : [paragraph(said), separator]),
      paragraph([`## ${text.title(made.number, made.kind)[locale]}`, text.states[state][locale], ...waits].join('\n')),
      ...(appeal.text === ''
        ? []
        : [paragraph(`**${text.yours[locale]}** (${wishes[appeal.wish][locale]})\n${quoted(appeal.text, 2_000)}`)]),
      ...(answer === '' ? [] : [paragraph(`**${text.answer[locale]}**\n${quoted(answer, 1_000)}`)]),
    ]),
    row(
      ...(state === 'open' ? [buttonOf(text.withdraw[locale], withdrawId.encode({ guildId, appealId: appeal.id }))] : []),
      buttonOf(text.mine[locale], myCasesOfId.encode({ guildId })),
    ),
  ]);
}

export const withdrawScreen = (
  { guildId, id, caseId }: { guildId: string; id: number; caseId: number },
  locale: Locale,
): Message =>
  screen([
    container([paragraph(text.withdrawAsk[locale])]),
    row(
      buttonOf(text.withdrawSure[locale], withdrawSureId.encode({ guildId, appealId: id }), ButtonStyle.Danger),
      buttonOf(text.keep[locale], appealId.encode({ guildId, caseId })),
    ),
  ]);

export const withdrawnScreen = (guildId: string, locale: Locale): Message =>
  screen([container([paragraph(text.withdrawn[locale])]), row(buttonOf(text.mine[locale], myCasesOfId.encode({ guildId })))]);

/** What the person is told of the outcome: what it is, what holds now, and the answer as it was written. */
export function outcomeMessage({ appeal, made }: OwnAppeal, server: string, now: Date, locale: Locale): Message {
  const { guildId, state, answer } = appeal;
  const { kind, endsAt, severity, points } = made;
  const isBan = kind === 'ban' || kind === 'tempban';
  const lighter =
    (kind === 'timeout' || kind === 'tempban') && endsAt
      ? [(endsAt > now ? text.newEnd(timeOf(endsAt), timeOf(endsAt, 'R')) : text.overNow)[locale]]
      : severity
        ? [text.lighter(severities[severity], points)[locale]]
        : [];
  const lines = [
    `**${text.title(made.number, kind)[locale]}**`,
    text.states[state][locale],
    ...(state === 'reduced' ? lighter : []),
    ...(state === 'accepted' && isBan ? [text.comeBack[locale]] : []),
    ...(answer === '' ? [] : [`**${text.answer[locale]}**`, quoted(answer, 1_000)]),
    ...(state === 'upheld' || state === 'reduced' ? [text.final[locale]] : []),
    ...(server === '' ? [] : [`-# ${text.of(escapeMarkdown(server))[locale]}`]),
  ];
  return plainNote(lines.join('\n'), row(buttonOf(text.mine[locale], myCasesOfId.encode({ guildId }))));
}

type About = { guildId?: string | undefined; caseId: number | null; locale: Locale | null };

/** The answer to a direct message: in both languages to whom nothing is known of. */
export function answerMessage(said: Answer, { guildId, caseId, locale }: About): Message {
  if (!locale || !guildId || caseId === null) return plainNote(`${answerText[said].fr}\n\n${answerText[said].en}`);
  const id = appealId.encode({ guildId, caseId });
  const label = said === 'already' || said === 'sent' ? text.mine[locale] : text.appeal[locale];
  const address = said === 'already' || said === 'sent' || said === 'late' ? myCasesOfId.encode({ guildId }) : id;
  return plainNote(answerText[said][locale], row(buttonOf(said === 'late' ? text.mine[locale] : label, address)));
}
