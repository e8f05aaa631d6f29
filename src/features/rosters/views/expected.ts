import { ButtonStyle } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { kinds } from '../../../kernel/kind.ts';
import { buttonOf, row } from '../../../kernel/piece.ts';
import { cut, escapeMarkdown, type Locale } from '../../../kernel/text.ts';
import { text } from '../messages/expected.ts';
import { text as importText } from '../messages/import.ts';
import type { CodeLine } from '../service/code.ts';
import type { ExpectedPage } from '../service/expected.ts';
import { confirmCodesId, pageId } from '../wire.ts';
import { codesFile, guardedNote, type ToCsv } from './import.ts';

/** Who is expected and has not come, and what new codes would mean for them. `canRenew`: the promo is not over. `isAgain`: codes were made since it was shown. */
export function expectedPage(
  { promo, people, total, arrived, withCode, page, round }: ExpectedPage,
  locale: Locale,
  { size, canRenew, isAgain = false }: { size: number; canRenew: boolean; isAgain?: boolean },
): Message {
  const { id: promoId } = promo;
  const name = escapeMarkdown(promo.name);
  if (total === 0) return { content: (arrived > 0 ? text.allHere : text.noList)(name)[locale], embeds: [], components: [] };
  const pages = Math.ceil(total / size);
  const turn = (to: number, label: string) => buttonOf(label, pageId.encode({ promoId, page: to }));
  const turns = [
    ...(page > 0 ? [turn(page - 1, text.previous[locale])] : []),
    ...(page < pages - 1 ? [turn(page + 1, text.next[locale])] : []),
  ];
  const lines = people.map(({ firstName, lastName, hasCode, lookalike }) => {
    const who = escapeMarkdown(`${firstName} ${lastName}`);
    const name = cut(escapeMarkdown(lookalike?.name ?? ''), 45);
    return [
      `- ${cut(who, lookalike ? 50 : 150)}${hasCode ? '' : ` (${text.withoutCode[locale]})`}`,
      ...(lookalike ? [`  - ${text.toCheck(`<@${lookalike.userId}>`, name, kinds[lookalike.kind])[locale]}`] : []),
    ].join('\n');
  });
  const hasLookalike = people.some(({ lookalike }) => lookalike !== null);
  return {
    content: isAgain ? text.renewedSince[locale] : '',
    embeds: [
      {
        title: cut(text.title(name)[locale], 256),
        description: cut(lines.join('\n'), 4_096),
        fields: [
          ...(hasLookalike ? [{ name: text.checking[locale], value: text.checkingHelp[locale] }] : []),
          ...(canRenew ? [{ name: text.renew[locale], value: text.help(total)[locale] }] : []),
        ],
        footer: {
          text: [text.arrived(arrived, arrived + total)[locale], ...(pages > 1 ? [text.page(page + 1, pages)[locale]] : [])].join(
            ' ',
          ),
        },
      },
    ],
    components: [
      ...(turns.length > 0 ? [row(...turns)] : []),
      ...(canRenew
        ? [
            row(
              buttonOf(
                text.renew[locale],
                confirmCodesId.encode({ promoId, round }),
                withCode > 0 ? ButtonStyle.Danger : ButtonStyle.Primary,
              ),
            ),
          ]
        : []),
    ],
  };
}

export const codesRenewed = (
  { promo, codes }: { promo: { id: number; name: string }; codes: readonly CodeLine[] },
  locale: Locale,
  toCsv: ToCsv,
): Message => ({
  content: [
    text.renewed(escapeMarkdown(promo.name))[locale],
    importText.codesGiven(codes.length)[locale],
    ...guardedNote(codes, locale),
    importText.howTo[locale],
  ].join('\n'),
  embeds: [],
  components: [],
  files: [codesFile(promo.id, codes, locale, toCsv)],
});
