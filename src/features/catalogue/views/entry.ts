import { ButtonStyle } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import type { Proposal } from '../../../discord/options.ts';
import { buttonOf, row } from '../../../kernel/piece.ts';
import { cut, escapeMarkdown, type Locale } from '../../../kernel/text.ts';
import { text } from '../messages/catalogue.ts';
import type { EntryPage, Removal } from '../service/entry.ts';
import { pageId, removeId } from '../wire.ts';

/** Exactly what goes, before it goes. */
export const removalCard = ({ entry, finished }: Removal, locale: Locale): Message => ({
  embeds: [
    {
      title: cut(text.confirmTitle(entry.kind, escapeMarkdown(entry.name))[locale], 256),
      description: [
        text.confirmRole(entry.roleId ? `<@&${entry.roleId}>` : null),
        text.confirmPromos(finished),
        ...(entry.template === null ? [] : [text.confirmTemplate]),
      ]
        .map((line) => `- ${line[locale]}`)
        .join('\n'),
    },
  ],
  components: [row(buttonOf(text.remove[locale], removeId.encode({ entryId: entry.id }), ButtonStyle.Danger))],
});

export const done = (content: string): Message => ({ content, embeds: [], components: [] });

/** Campuses or courses, a page at a time. */
export function entryList({ kind, entries, total, page }: EntryPage, locale: Locale, size: number): Message {
  if (total === 0) return done(text.none(kind)[locale]);
  const last = Math.ceil(total / size) - 1;
  const turns = [
    ...(page > 0 ? [buttonOf(text.previous[locale], pageOf(kind, page - 1))] : []),
    ...(page < last ? [buttonOf(text.next[locale], pageOf(kind, page + 1))] : []),
  ];
  return {
    content: '',
    embeds: [
      {
        title: text.listTitle(kind, total)[locale],
        description: entries
          .map(({ name, roleId, diploma, promos, hasTemplate }) => {
            const facts = [
              roleId ? `<@&${roleId}>` : text.noRole[locale],
              ...(diploma ? [text.diploma[locale]] : []),
              ...(hasTemplate ? [text.ownTemplate[locale]] : []),
              text.promos(promos)[locale],
            ];
            return cut(`- **${escapeMarkdown(name)}** (${facts.join(', ')})`, 160);
          })
          .join('\n'),
        ...(last > 0 && { footer: { text: text.page(page + 1, last + 1)[locale] } }),
      },
    ],
    components: turns.length > 0 ? [row(...turns)] : [],
  };
}

/** Even pages are courses' and odd ones campuses', so that one button turns both. */
const pageOf = (kind: EntryPage['kind'], page: number): string => pageId.encode({ page: page * 2 + (kind === 'campus' ? 1 : 0) });

export const proposals = (entries: readonly { id: number; name: string }[]): Proposal[] =>
  entries.map(({ id, name }) => ({ name: cut(name, 100), value: String(id) }));
