import { type APIComponentInContainer, ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { saveId } from '../../../kernel/hiring.ts';
import { buttonOf, paragraph, row, sheet } from '../../../kernel/piece.ts';
import type { Locale } from '../../../kernel/text.ts';
import { text } from '../messages/saved.ts';
import { text as searchText } from '../messages/search.ts';
import { pagesOf } from '../rules/rank.ts';
import type { SavedPage } from '../service/saved.ts';
import { askId, dropClosedId, dropId, savedId, savedPageId } from '../wire.ts';
import { offerLines, offerSection } from './offer.ts';

/** A page of what somebody keeps: an open offer can be read, a closed one taken off. */
export function savedPage({ offers, page, total, closed }: SavedPage, locale: Locale): Message {
  const pages = pagesOf(total);
  const section = (offer: SavedPage['offers'][number]): APIComponentInContainer =>
    offer.isOpen
      ? offerSection(offer, locale)
      : {
          type: ComponentType.Section,
          components: [{ type: ComponentType.TextDisplay, content: offerLines(offer, locale) }],
          accessory: buttonOf(text.drop[locale], dropId.encode({ offerId: offer.id, page })),
        };
  const buttons = [
    ...(page > 0 ? [buttonOf(searchText.previous[locale], savedPageId.encode({ page: page - 1 }))] : []),
    ...(page < pages - 1 ? [buttonOf(searchText.next[locale], savedPageId.encode({ page: page + 1 }))] : []),
    ...(closed > 0 ? [buttonOf(text.dropClosed[locale], dropClosedId.encode({}))] : []),
    buttonOf(searchText.search[locale], askId.encode({})),
  ];
  return sheet(
    [
      paragraph(`### ${text.title[locale]}\n${total === 0 ? text.none[locale] : text.counted(total, closed)[locale]}`),
      ...offers.map(section),
      ...(pages > 1 ? [paragraph(searchText.page(page + 1, pages)[locale])] : []),
    ],
    row(...buttons),
  );
}

/** What *Garder* answers. */
export const savedNote = (offerId: number, done: 'saved' | 'dropped', locale: Locale): Message => ({
  content: text[done][locale],
  components: [
    row(
      buttonOf(done === 'saved' ? text.undo[locale] : text.again[locale], saveId.encode({ offerId }), ButtonStyle.Secondary),
      buttonOf(text.list[locale], savedId.encode({})),
    ),
  ],
});
