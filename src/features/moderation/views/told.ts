import { ButtonStyle } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { appealId, type CaseKind, caseKinds, myCasesOfId, caseId as openCaseId } from '../../../kernel/moderation.ts';
import { buttonOf, linkTo, placeOf, row } from '../../../kernel/piece.ts';
import { cut, escapeMarkdown, type Locale } from '../../../kernel/text.ts';
import { timeOf } from '../../../kernel/time.ts';
import { durationText } from '../messages/duration.ts';
import { alert, failureText, told } from '../messages/told.ts';
import type { ToldCase } from '../service/act.ts';

/** What somebody is told of a measure about them. */
export type Told = {
  guildId: string;
  /** The name of the server, as its owner typed it. */
  server: string;
  kind: CaseKind;
  reason: string;
  rule: { number: number; title: string; titleEn: string } | null;
  seconds: number | null;
  endsAt: Date | null;
  appealDays: number;
  /** In clear: of a ban. */
  code: string | null;
};

/** Typed by somebody; each line stays inside the quotation. */
export const quoted = (typed: string, limit: number): string =>
  cut(
    escapeMarkdown(typed)
      .split('\n')
      .map((line) => `> ${line}`)
      .join('\n'),
    limit,
  );

function headOf({ kind, server: typed, seconds }: Told) {
  const server = escapeMarkdown(cut(typed, 100));
  const duration = durationText(seconds ?? 0);
  if (kind === 'timeout') return told.timeout(server, duration);
  if (kind === 'tempban') return told.tempban(server, duration);
  if (kind === 'kick') return told.kick(server);
  return kind === 'ban' ? told.ban(server) : told.warning(server);
}

/** The words alone, which whoever decides reads before they confirm. */
export function toldContent(one: Told, locale: Locale): string {
  const { rule, endsAt, reason, appealDays, code } = one;
  const title = (typed: string) => escapeMarkdown(typed);
  return [
    headOf(one)[locale],
    ...(rule ? [told.rule(rule.number, { fr: title(rule.title), en: title(rule.titleEn || rule.title) })[locale]] : []),
    ...(reason === '' ? [] : [told.why(quoted(reason, 1_000))[locale]]),
    ...(endsAt ? [told.until(timeOf(endsAt), timeOf(endsAt, 'R'))[locale]] : []),
    told.mayAppeal(appealDays)[locale],
    ...(code === null ? [] : [told.code(code)[locale]]),
  ].join('\n');
}

export function toldMessage(one: Told, about: { caseId: number; rulesChannelId: string | null }, locale: Locale): Message {
  const { guildId } = one;
  const { caseId, rulesChannelId } = about;
  // Whoever is off the server reads neither its rules nor a list that lives there.
  const stays = one.kind === 'warning' || one.kind === 'timeout';
  return {
    content: toldContent(one, locale),
    components: [
      row(
        buttonOf(told.appeal[locale], appealId.encode({ guildId, caseId }), ButtonStyle.Primary),
        buttonOf(told.mine[locale], myCasesOfId.encode({ guildId })),
        ...(stays && rulesChannelId ? [linkTo(told.readRules[locale], placeOf(guildId, rulesChannelId))] : []),
      ),
    ],
  };
}

export const undoneMessage = (server: string, locale: Locale): Message => ({
  content: told.undone(escapeMarkdown(cut(server, 100)))[locale],
});

/** A sanction ended before its time. */
export function liftedMessage(server: string, ended: CaseKind, reason: string, locale: Locale): Message {
  const name = escapeMarkdown(cut(server, 100));
  const head = ended === 'timeout' ? told.lifted(name) : told.unbanned(name);
  return { content: [head[locale], ...(reason === '' ? [] : [told.why(quoted(reason, 1_000))[locale]])].join('\n') };
}

/** To moderators: Discord refused what they decided. */
export function alertMessage(one: ToldCase, locale: Locale): Message {
  const { id, number, kind, userId, failure, released } = one;
  const who = userId === null ? '–' : `<@${userId}>`;
  const why = failure === 'gone' || failure === 'late' ? failureText[failure] : failureText.forbidden;
  const content =
    kind === 'release'
      ? alert.stuck(released?.number ?? number, who)[locale]
      : [alert.failed(number, caseKinds[kind], who)[locale], why[locale], alert.isVoid[locale]].join('\n');
  return {
    content,
    components: [row(buttonOf(alert.see[locale], openCaseId.encode({ caseId: id })))],
    allowed_mentions: { parse: [] },
  };
}
