import { type APIButtonComponent, ButtonStyle } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { appealDaysOf, appealId, isAppealable, ruleTitle } from '../../../kernel/moderation.ts';
import { buttonOf, container, paragraph, plainNote, row, rows, screen, separator } from '../../../kernel/piece.ts';
import { escapeMarkdown, type Locale } from '../../../kernel/text.ts';
import { timeOf } from '../../../kernel/time.ts';
import { caseText } from '../messages/case.ts';
import { mineText as text } from '../messages/mine.ts';
import { countsNow, isRunning } from '../rules/case.ts';
import type { OwnCase, OwnCases } from '../service/read.ts';
import { minePageId } from '../wire.ts';
import { quoted } from './case.ts';

function wordsOf({ made, rule, appeal }: OwnCase, now: Date, locale: Locale): string {
  const { number, kind, createdAt, reason, endsAt, endedAt, voidedAt, points, pointsUntil } = made;
  const over = endedAt ?? endsAt;
  const stands = voidedAt
    ? [text.voided(timeOf(voidedAt, 'D'))[locale]]
    : isRunning(made, now)
      ? [(endsAt && kind !== 'ban' ? text.until(timeOf(endsAt), timeOf(endsAt, 'R')) : text.forGood)[locale]]
      : over
        ? [text.ended(timeOf(over, 'D'))[locale]]
        : [];
  const weighs =
    voidedAt || !pointsUntil || points === 0
      ? []
      : [countsNow(made, now) ? text.held(points, timeOf(pointsUntil, 'D'))[locale] : text.expired[locale]];
  const late = !appeal && !voidedAt && !isAppealable(made, now) ? [text.tooLate(appealDaysOf(kind))[locale]] : [];
  return [
    text.heading(number, kind, timeOf(createdAt, 'D'))[locale],
    ...(rule ? [text.rule(escapeMarkdown(ruleTitle(rule, locale)))[locale]] : []),
    reason === '' ? text.noReason[locale] : quoted(reason, 700),
    [...stands, ...weighs].join(' '),
    ...(appeal ? [`**${text.appeal(appeal.state)[locale]}**`] : late),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function buttonFor(guildId: string, { made, appeal }: OwnCase, now: Date, locale: Locale): APIButtonComponent[] {
  const id = appealId.encode({ guildId, caseId: made.id });
  if (appeal && appeal.state !== 'draft') return [buttonOf(text.followButton(made.number)[locale], id)];
  return isAppealable(made, now) ? [buttonOf(text.appealButton(made.number)[locale], id, ButtonStyle.Primary)] : [];
}

/** A person's own sanctions. Who decided is nowhere in it. */
export function mineScreen({ guildId, cases, total, page, pages, points }: OwnCases, now: Date, locale: Locale): Message {
  if (total === 0) return screen([container([paragraph(`## ${text.title[locale]}`), paragraph(text.none[locale])])]);
  const turns = [
    ...(page > 0 ? [buttonOf(caseText.previous[locale], minePageId.encode({ guildId, page: page - 1 }))] : []),
    ...(page < pages - 1 ? [buttonOf(caseText.next[locale], minePageId.encode({ guildId, page: page + 1 }))] : []),
  ];
  return screen([
    container([
      paragraph(`## ${text.title[locale]}\n${text.count(total)[locale]}. ${text.points(points)[locale]}`),
      ...cases.flatMap((own) => [separator, paragraph(wordsOf(own, now, locale))]),
      separator,
      paragraph(`-# ${text.more[locale]}${pages > 1 ? ` ${caseText.page(page + 1, pages)[locale]}` : ''}`),
    ]),
    ...rows([...cases.flatMap((own) => buttonFor(guildId, own, now, locale)), ...turns]),
  ]);
}

/** What somebody is told when a decision about them changes: all that holds now, and what they can do. */
export function changedMessage(
  server: { id: string; name: string },
  own: OwnCase,
  what: 'edited' | 'voided',
  now: Date,
  locale: Locale,
): Message {
  const { made } = own;
  const where = server.name === '' ? '' : `\n-# ${text.of(escapeMarkdown(server.name))[locale]}`;
  if (what === 'voided') {
    const why = made.voidReason ? `\n${quoted(made.voidReason, 600)}` : '';
    return plainNote(`${text.voidedTold(made.number)[locale]}${why}${where}`);
  }
  const buttons = buttonFor(server.id, own, now, locale);
  return plainNote(
    `${text.editedTold(made.number)[locale]}\n${wordsOf(own, now, locale)}${where}`,
    ...(buttons.length > 0 ? [row(...buttons)] : []),
  );
}
