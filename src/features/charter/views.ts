import { type APIButtonComponent, ButtonStyle } from 'discord-api-types/v10';
import type { ServerRule } from '../../../prisma/client/client.ts';
import type { Message } from '../../discord/command.ts';
import { myCasesId, reportId, ruleBody, ruleId, rulesId, ruleTitle } from '../../kernel/moderation.ts';
import { buttonOf, container, linkTo, paragraph, placeOf, rows, screen, selectOf, separator } from '../../kernel/piece.ts';
import { cut, escapeMarkdown, type Locale } from '../../kernel/text.ts';
import { text } from './messages.ts';
import { pagesOf, spoken } from './rules.ts';
import { addId, editId, modelId, moveId, pageId, pickId, retireId, retireSureId } from './wire.ts';

/** Where the rules are posted, if they are. */
type Posted = { guildId: string; channelId: string; messageId: string | null } | null;

/** Who reads: an admin also finds the way to change the rules. */
export type Reader = { isAdmin: boolean; posted: Posted; locale: Locale };

const linkOf = (posted: Posted, locale: Locale): APIButtonComponent[] =>
  posted?.messageId ? [linkTo(text.where[locale], placeOf(posted.guildId, posted.channelId, posted.messageId))] : [];

/** A page of the rules, with the way to each. `said`: what just happened. */
export function rulesScreen(
  rules: readonly ServerRule[],
  at: number,
  { isAdmin, posted, locale }: Reader,
  said?: string,
): Message {
  const happened = said === undefined ? [] : [paragraph(said), separator];
  if (rules.length === 0)
    return screen([
      container([
        ...happened,
        paragraph(`## ${text.title[locale]}`),
        paragraph((isAdmin ? text.noneForAdmin : text.none)[locale]),
      ]),
      ...rows(
        isAdmin
          ? [buttonOf(text.model[locale], modelId.encode({}), ButtonStyle.Primary), buttonOf(text.add[locale], addId.encode({}))]
          : [buttonOf(text.report[locale], reportId.encode({}))],
      ),
    ]);
  const pages = pagesOf(rules, locale);
  const page = Math.min(at, pages.length - 1);
  const shown = pages[page] ?? [];
  const turns = [
    ...(page > 0 ? [buttonOf(text.previous[locale], pageId.encode({ page: page - 1 }))] : []),
    ...(page < pages.length - 1 ? [buttonOf(text.next[locale], pageId.encode({ page: page + 1 }))] : []),
    ...(isAdmin ? [buttonOf(text.add[locale], addId.encode({}))] : []),
    ...linkOf(posted, locale),
  ];
  return screen([
    container([
      ...happened,
      paragraph(`## ${text.title[locale]}`),
      paragraph(text.intro[locale]),
      ...shown.map((rule) => paragraph(spoken(rule, locale))),
      ...(pages.length > 1 ? [paragraph(`-# ${text.page(page + 1, pages.length)[locale]}`)] : []),
    ]),
    selectOf(
      pickId.encode({}),
      text.pick[locale],
      rules.map((rule) => ({ label: cut(`${rule.number}. ${ruleTitle(rule, locale)}`, 100), value: String(rule.id) })),
    ),
    ...rows(turns),
  ]);
}

/** One rule, whole. An admin sees both languages and what can be done with it. */
export function ruleScreen(rule: ServerRule, count: number, { isAdmin, posted, locale }: Reader, said?: string): Message {
  const title = escapeMarkdown(ruleTitle(rule, locale));
  const heading = rule.retiredAt ? text.retired(title) : text.rule(rule.number, title);
  const other = isAdmin && locale === 'fr' && rule.titleEn + rule.bodyEn !== '';
  const id = { ruleId: rule.id };
  return screen([
    container([
      ...(said === undefined ? [] : [paragraph(said), separator]),
      paragraph(`## ${heading[locale]}`),
      ...(ruleBody(rule, locale) === '' ? [] : [paragraph(escapeMarkdown(ruleBody(rule, locale)))]),
      ...(rule.retiredAt ? [separator, paragraph(text.retiredNote[locale])] : []),
      ...(other
        ? [
            separator,
            paragraph(
              `**${text.english[locale]}**\n${escapeMarkdown(ruleTitle(rule, 'en'))}\n${escapeMarkdown(ruleBody(rule, 'en'))}`,
            ),
          ]
        : []),
      ...(isAdmin && !rule.retiredAt && rule.titleEn + rule.bodyEn === '' ? [separator, paragraph(text.noEnglish[locale])] : []),
    ]),
    ...rows([
      ...(isAdmin && !rule.retiredAt
        ? [
            buttonOf(text.edit[locale], editId.encode(id), ButtonStyle.Primary),
            buttonOf(text.up[locale], moveId.encode({ ...id, way: 'up' }), ButtonStyle.Secondary, {
              disabled: rule.number === 1,
            }),
            buttonOf(text.down[locale], moveId.encode({ ...id, way: 'down' }), ButtonStyle.Secondary, {
              disabled: rule.number >= count,
            }),
            buttonOf(text.retire[locale], retireId.encode(id), ButtonStyle.Danger),
          ]
        : []),
      buttonOf(text.all[locale], pageId.encode({ page: 0 })),
      ...(rule.retiredAt ? [] : linkOf(posted, locale)),
    ]),
  ]);
}

export const retireScreen = (rule: ServerRule, cases: number, locale: Locale): Message =>
  screen([
    container([
      paragraph(`## ${text.rule(rule.number, escapeMarkdown(ruleTitle(rule, locale)))[locale]}`),
      paragraph(text.retireAsk(cases)[locale]),
    ]),
    ...rows([
      buttonOf(text.retireSure[locale], retireSureId.encode({ ruleId: rule.id }), ButtonStyle.Danger),
      buttonOf(text.keep[locale], ruleId.encode({ ruleId: rule.id })),
    ]),
  ]);

/** What can be done from the panel, when somebody answers it. */
export const doors = [
  { id: rulesId, label: text.read },
  { id: reportId, label: text.report },
  { id: myCasesId, label: text.mine },
] as const;

/** Of the 4096 characters of a description. */
const panelCharacters = 3_800;

/** All rules whole, when they fit; else each with its beginning: the button opens the rest. */
function panelBody(rules: readonly ServerRule[], locale: Locale): string {
  if (rules.length === 0) return text.none[locale];
  const lines = rules.map((rule) => spoken(rule, locale));
  const whole = [text.intro[locale], ...lines].join('\n');
  if (whole.length <= panelCharacters) return whole;
  const share = Math.floor((panelCharacters - text.intro[locale].length) / rules.length) - 1;
  return [text.intro[locale], ...lines.map((line) => cut(line, share))].join('\n');
}

/** The message of the channel of the rules: in the language of the server, with a word for who reads the other. `open`: prefixes that somebody answers. */
export function panelMessage(rules: readonly ServerRule[], locale: Locale, open: ReadonlySet<string>): Message {
  const other: Locale = locale === 'fr' ? 'en' : 'fr';
  return {
    content: '',
    embeds: [
      {
        title: text.title[locale],
        description: panelBody(rules, locale),
        fields: [{ name: '\u200b', value: text.after[locale] }],
        footer: { text: text.other[other] },
      },
    ],
    components: rows(
      doors.flatMap(({ id, label }, index) =>
        open.has(id.prefix)
          ? [buttonOf(label[locale], id.encode({}), index === 0 ? ButtonStyle.Primary : ButtonStyle.Secondary)]
          : [],
      ),
    ),
  };
}
