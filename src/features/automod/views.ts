import { ButtonStyle } from 'discord-api-types/v10';
import type { Message } from '../../discord/command.ts';
import { buttonOf, container, note, paragraph, row, rows, screen, separator } from '../../kernel/piece.ts';
import { cut, escapeMarkdown, type Locale } from '../../kernel/text.ts';
import { timeOf } from '../../kernel/time.ts';
import { places, reasonText, text } from './messages.ts';
import type { Line } from './rules/account.ts';
import { namePrefix } from './rules/native.ts';
import type { Overview } from './service/choice.ts';
import type { Ours } from './service/sync.ts';
import { leaveId, pageId, restoreId, turnId } from './wire.ts';

/** A screen holds 4000 characters: https://docs.discord.com/developers/components/reference#container */
const linesShown = 6;
const reasonsShown = 2;
/** Drifted rules that one screen names, each with its buttons. */
const driftsShown = 3;
const nameLength = 50;

const titleOf = ({ name }: Pick<Ours, 'name'>): string =>
  cut(name.startsWith(namePrefix) ? name.slice(namePrefix.length) : name, nameLength);

function lineOf({ name, place, reasons }: Line, locale: Locale): string {
  const shown = reasons.slice(0, reasonsShown).map((reason) => reasonText(reason)[locale]);
  const more = reasons.length - shown.length;
  const why = [...shown, ...(more > 0 ? [text.moreReasons(more)[locale]] : [])].join(' ; ');
  return `**${escapeMarkdown(cut(name, nameLength))}** · ${places[place][locale]}${why ? `\n${why}` : ''}`;
}

const driftText = ({ drift, isLeft, ...ours }: Ours, locale: Locale): string => {
  const of = drift === 'deleted' ? (isLeft ? text.leftDeleted : text.deleted) : isLeft ? text.leftChanged : text.changed;
  return of(titleOf(ours))[locale];
};

const choices = ({ id, isLeft }: Ours, locale: Locale) => [
  buttonOf(text.restore[locale], restoreId.encode({ ruleId: id }), ButtonStyle.Primary),
  ...(isLeft ? [] : [buttonOf(text.leave[locale], leaveId.encode({ ruleId: id }))]),
];

/** What Discord runs, what it would, and why not the rest. `said`: what was just chosen. */
export function overviewScreen(
  { enabled, syncedAt, foreign, refused, lines, drifted }: Overview,
  locale: Locale,
  { page, said = '' }: { page: number; said?: string },
): Message {
  const pages = Math.max(1, Math.ceil(lines.length / linesShown));
  const at = Math.min(page, pages - 1);
  const head = [
    `## ${text.title[locale]}`,
    ...(said ? [`**${said}**`] : []),
    text.about[locale],
    ...(said ? [] : [`**${(enabled ? text.isOn : text.isOff)[locale]}**`]),
    ...(enabled && syncedAt ? [text.synced(timeOf(syncedAt, 'R'))[locale]] : []),
    ...(foreign > 0 ? [text.others(foreign)[locale]] : []),
    ...(refused ? [text.refused[locale]] : []),
  ];
  const shown = lines.slice(at * linesShown, (at + 1) * linesShown);
  // Those that wait for a choice come first.
  const drifts = [...drifted].sort((one, other) => Number(one.isLeft) - Number(other.isLeft)).slice(0, driftsShown);
  return screen([
    container([
      paragraph(head.join('\n')),
      separator,
      paragraph(
        shown.length === 0
          ? text.noRules[locale]
          : [...shown.map((line) => lineOf(line, locale)), ...(pages > 1 ? [`-# ${text.page(at + 1, pages)[locale]}`] : [])].join(
              '\n',
            ),
      ),
      ...(enabled ? [separator, paragraph(`-# ${text.offWarning[locale]}`)] : []),
    ]),
    row(
      enabled
        ? buttonOf(text.turnOff[locale], turnId.encode({ mode: 'off' }))
        : buttonOf(text.turnOn[locale], turnId.encode({ mode: 'on' }), ButtonStyle.Success),
      ...(at > 0 ? [buttonOf(text.previous[locale], pageId.encode({ page: at - 1 }))] : []),
      ...(at < pages - 1 ? [buttonOf(text.next[locale], pageId.encode({ page: at + 1 }))] : []),
    ),
    ...drifts.flatMap((ours) => [container([paragraph(driftText(ours, locale)), row(...choices(ours, locale))])]),
  ]);
}

/** For the moderators; administrators alone may press. */
export const driftCard = (ours: Ours, locale: Locale): Message => ({
  embeds: [{ title: text.cardTitle[locale], description: `${driftText(ours, locale)}\n\n${text.cardNext[locale]}` }],
  components: rows(choices(ours, locale)),
});

/** Nothing can be pressed any more. */
export const settledCard = (ours: Pick<Ours, 'name'>, locale: Locale) => ({
  embeds: [{ title: text.cardTitle[locale], description: `**${escapeMarkdown(titleOf(ours))}**\n${text.cardSettled[locale]}` }],
  components: [],
});

export const restoring = (locale: Locale): Message => note(text.restored[locale]);
export const leaving = (locale: Locale): Message => note(text.left[locale]);
