import type { Message } from '../../../discord/command.ts';
import { buttonOf, type Row, row } from '../../../kernel/piece.ts';
import type { Locale, Text } from '../../../kernel/text.ts';
import { text } from '../messages/promo.ts';

/** The way to the pages beside this one; no row when there is only one. */
export function turns(page: number, pages: number, idOf: (page: number) => string, locale: Locale): Row[] {
  const buttons = [
    ...(page > 0 ? [buttonOf(text.previous[locale], idOf(page - 1))] : []),
    ...(page < pages - 1 ? [buttonOf(text.next[locale], idOf(page + 1))] : []),
  ];
  return buttons.length > 0 ? [row(...buttons)] : [];
}

/** One sentence in the place of whatever the message showed before. */
export const note = (content: Text, locale: Locale, ...components: Row[]): Message => ({
  content: content[locale],
  embeds: [],
  components,
});
