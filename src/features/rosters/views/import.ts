import { type APIEmbed, ButtonStyle } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { buttonOf, row } from '../../../kernel/piece.ts';
import { cut, escapeMarkdown, type Locale, type Text } from '../../../kernel/text.ts';
import { obstacleText, problemOf, text } from '../messages/import.ts';
import { keyOf } from '../rules/file.ts';
import type { CodeLine } from '../service/code.ts';
import type { Applied, Preview } from '../service/roster.ts';
import { confirmImportId, expectedId } from '../wire.ts';

/** Turns rows into the text of a spreadsheet that holds no formula: the service of promos does. */
export type ToCsv = (rows: readonly (readonly string[])[]) => string;

type Named = { lastName: string; firstName: string };
const nameOf = ({ firstName, lastName }: Named): string => escapeMarkdown(`${firstName} ${lastName}`);

/** Of each kind of change; the others are in the file. */
const shownOfEach = 5;

const isReaddressed = (from: { email: string }, to: { email: string }): boolean => keyOf(from.email) !== keyOf(to.email);

type Part = { title: Text; lines: readonly string[]; help?: Text | undefined };

/** The parts of a preview that have something in them, as staff read them. */
function partsOf({ difference, invalid }: Preview, locale: Locale): Part[] {
  const { added, changed, removed, entering, present, held } = difference;
  const at = (line: number) => text.line(line)[locale];
  const confirmedAs = (confirmed: string) => escapeMarkdown(obstacleText({ why: 'name', confirmed })[locale]);
  return [
    {
      title: text.added(added.length),
      lines: added.map((line) => `${nameOf(line)} (${at(line.line)})`),
    },
    {
      title: text.changed(changed.length),
      lines: changed.map(({ from, to }) =>
        isReaddressed(from, to)
          ? `${nameOf(to)} (${text.newAddress[locale]}, ${at(to.line)})`
          : `${nameOf(from)} → ${nameOf(to)} (${at(to.line)})`,
      ),
    },
    {
      title: text.removed(removed.length),
      lines: removed.map((line) => `${nameOf(line)}${line.isIn ? ` (${text.inPromo[locale]})` : ''}`),
      help: text.removedHelp,
    },
    { title: text.entering(entering.length), lines: entering.map((one) => `${nameOf(one)} (<@${one.userId}>)`) },
    {
      title: text.present(present.length),
      // Those to look at first.
      lines: [...present]
        .sort((a, b) => Number(b.confirmed !== null) - Number(a.confirmed !== null))
        .map((one) => `${nameOf(one)} (<@${one.userId}>${one.confirmed === null ? '' : `, ${confirmedAs(one.confirmed)}`})`),
    },
    {
      title: text.held(held.length),
      lines: held.map((one) => `${nameOf(one)} (<@${one.userId}>, ${escapeMarkdown(obstacleText(one.obstacle)[locale])})`),
      help: text.heldHelp,
    },
    {
      title: text.invalid(invalid.length),
      lines: invalid.map((line) => text.ofLine(line.line, problemOf(line))[locale]),
    },
  ].filter(({ lines }) => lines.length > 0);
}

function fieldOf({ title, lines, help }: Part, locale: Locale) {
  const rest = lines.length - shownOfEach;
  const shown = lines.slice(0, shownOfEach).map((line) => `- ${cut(line, 100)}`);
  const value = [...shown, ...(rest > 0 ? [`- ${text.more(rest)[locale]}`] : []), ...(help ? [help[locale]] : [])].join('\n');
  return { name: cut(title[locale], 256), value: cut(value, 1_024) };
}

/** All of it, when the message has no room: one row a change. */
function listRows({ difference, invalid }: Preview, locale: Locale): string[][] {
  const { added, changed, removed, entering, present, held } = difference;
  const what = (kind: keyof typeof text.changes) => text.changes[kind][locale];
  const person = ({ lastName, firstName, email }: Named & { email: string }) => [lastName, firstName, email];
  return [
    ...added.map((line) => [String(line.line), what('added'), ...person(line), '']),
    ...changed.map(({ from, to }) => [
      String(to.line),
      what('changed'),
      ...person(to),
      isReaddressed(from, to) ? from.email : `${from.lastName} ${from.firstName}`,
    ]),
    ...removed.map((line) => ['', what('removed'), ...person(line), line.isIn ? text.inPromo[locale] : '']),
    ...entering.map((one) => ['', what('entering'), ...person(one), '']),
    ...present.map((one) => [
      '',
      what('present'),
      ...person(one),
      one.confirmed === null ? '' : obstacleText({ why: 'name', confirmed: one.confirmed })[locale],
    ]),
    ...held.map((one) => ['', what('held'), ...person(one), obstacleText(one.obstacle)[locale]]),
    ...invalid.map((line) => [String(line.line), what('invalid'), '', '', line.email ?? '', problemOf(line)[locale]]),
  ];
}

/** What an import will do, before it does it. `isAgain`: it is not what was shown a moment ago. */
export function importPreview(preview: Preview, locale: Locale, toCsv: ToCsv, { isAgain = false } = {}): Message {
  const { planId, promo, difference, expected } = preview;
  const parts = partsOf(preview, locale);
  const name = escapeMarkdown(promo.name);
  const isLong = parts.some(({ lines }) => lines.length > shownOfEach);
  const file = { name: `promo-${promo.id}-${locale === 'fr' ? 'apercu' : 'preview'}.csv`, contentType: 'text/csv' };
  const embed: APIEmbed = {
    ...(planId !== null && { title: cut(text.previewTitle(name)[locale], 256) }),
    description: [
      ...(difference.coded.length > 0 ? [text.coded(difference.coded.length)[locale]] : []),
      ...(difference.unchanged > 0 ? [text.unchanged(difference.unchanged)[locale]] : []),
      ...(planId === null && expected > 0 ? [text.expected(expected)[locale]] : []),
    ].join('\n'),
    fields: parts.map((part) => fieldOf(part, locale)),
    ...(planId !== null && { footer: { text: text.notYet[locale] } }),
  };
  return {
    content: [...(isAgain ? [text.changedSince[locale]] : []), ...(planId === null ? [text.upToDate(name)[locale]] : [])].join(
      '\n',
    ),
    embeds: embed.description || parts.length > 0 ? [embed] : [],
    components: [
      ...(planId === null
        ? expected > 0
          ? [row(buttonOf(text.seeExpected[locale], expectedId.encode({ promoId: promo.id })))]
          : []
        : [row(buttonOf(text.confirm[locale], confirmImportId.encode({ planId }), ButtonStyle.Success))]),
    ],
    ...(isLong && { files: [{ ...file, data: toCsv([text.listColumns[locale], ...listRows(preview, locale)]) }] }),
  };
}

/** The codes as a file for a mail merge. */
export const codesFile = (promoId: number, codes: readonly CodeLine[], locale: Locale, toCsv: ToCsv) => ({
  name: `promo-${promoId}-codes.csv`,
  data: toCsv([
    text.codeColumns[locale],
    ...codes.map(({ lastName, firstName, email, code }) => [lastName, firstName, email, code]),
  ]),
  contentType: 'text/csv',
});

/** `toCsv` keeps a spreadsheet from taking an address for a formula, by a letter that is not of it. */
export const guardedNote = (codes: readonly CodeLine[], locale: Locale): string[] =>
  codes.some(({ email }) => /^[+-]/.test(email)) ? [text.guarded[locale]] : [];

/** What an import did, with the codes that it gave. */
export function importDone({ promo, difference, codes, expected }: Applied, locale: Locale, toCsv: ToCsv): Message {
  const { added, changed, removed, entering } = difference;
  const counts = { added: added.length, changed: changed.length, removed: removed.length, entered: entering.length };
  return {
    content: [
      text.applied(escapeMarkdown(promo.name), counts)[locale],
      ...(codes.length > 0 ? [text.codesGiven(codes.length)[locale], ...guardedNote(codes, locale), text.howTo[locale]] : []),
      ...(expected > 0 ? [text.expected(expected)[locale]] : []),
    ].join('\n'),
    embeds: [],
    components: expected > 0 ? [row(buttonOf(text.seeExpected[locale], expectedId.encode({ promoId: promo.id })))] : [],
    ...(codes.length > 0 && { files: [codesFile(promo.id, codes, locale, toCsv)] }),
  };
}
