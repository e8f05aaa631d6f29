import { type APIComponentInContainer, type APISelectMenuOption, ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { contracts, remotes } from '../../../kernel/hiring.ts';
import { buttonOf, paragraph, row, selectOf, separator, sheet } from '../../../kernel/piece.ts';
import { type Place, placeName } from '../../../kernel/place.ts';
import { cut, escapeMarkdown, type Locale, type Text } from '../../../kernel/text.ts';
import { card as cardTexts, ownLevels } from '../messages/card.ts';
import { text } from '../messages/search.ts';
import { pageSize } from '../rules/limit.ts';
import type { Filters, SearchPage, Shown } from '../service/search.ts';
import { contactId, contactsId, filterId, rankId, turnId } from '../wire.ts';
import { cardText } from './card.ts';
import { shownNumber } from './part.ts';

const same = (said: string): Text => ({ fr: said, en: said });

const filterParts = ({ text: typed, contract, city, department, remote, level }: Filters): Text[] => [
  ...(typed === '' ? [] : [same(escapeMarkdown(cut(typed, 100)))]),
  ...(contract ? [contracts[contract]] : []),
  ...(department ? [same(escapeMarkdown(placeName({ city, department } as Place)))] : []),
  ...(remote ? [remotes[remote]] : []),
  ...(level ? [ownLevels[level]] : []),
];

const labels = { free: text.contact, asked: text.asked, talking: text.talking, unavailable: text.notAvailable } as const;

const shownCard = ({ number, card, fit, standing }: Shown, offerId: number | null, locale: Locale): APIComponentInContainer => ({
  type: ComponentType.Section,
  components: [
    { type: ComponentType.TextDisplay, content: cardText(card, cardTexts.number(shownNumber(number))[locale], locale, fit) },
  ],
  accessory: buttonOf(
    labels[standing][locale],
    contactId.encode({ number, offerId: offerId ?? 0 }),
    standing === 'free' ? ButtonStyle.Primary : ButtonStyle.Secondary,
    { disabled: standing !== 'free' },
  ),
});

/** A page of cards, with what changes it. */
export function searchScreen({ searchId, filters, shown, total, page, left, offers }: SearchPage, locale: Locale): Message {
  const last = Math.max(0, Math.ceil(total / pageSize) - 1);
  const offer = offers.find(({ id }) => id === filters.offerId);
  const parts = filterParts(filters);
  const head = [
    `## ${text.title(total)[locale]}`,
    ...(parts.length > 0 ? [text.filters(parts)[locale]] : []),
    (offer ? text.ranked(cut(offer.title, 80)) : text.how)[locale],
    ...(last > 0 ? [text.page(page + 1, last + 1)[locale]] : []),
    ...(left < 25 ? [text.left(left)[locale]] : []),
  ];
  const options: APISelectMenuOption[] = [
    { value: '0', label: text.noRank[locale], default: !offer },
    ...offers.map(({ id, title }) => ({ value: String(id), label: cut(title, 100), default: id === offer?.id })),
  ];
  return sheet(
    [
      paragraph(cut(head.join('\n'), 700)),
      ...(shown.length === 0
        ? [paragraph(text.none[locale])]
        : shown.flatMap((one) => [separator, shownCard(one, filters.offerId, locale)])),
    ],
    ...(offers.length > 0 ? [selectOf(rankId.encode({ searchId }), text.rank[locale], options)] : []),
    row(
      ...(page > 0 ? [buttonOf(text.previous[locale], turnId.encode({ searchId, page: Math.min(page - 1, last) }))] : []),
      ...(page < last ? [buttonOf(text.next[locale], turnId.encode({ searchId, page: page + 1 }))] : []),
      buttonOf(text.filter[locale], filterId.encode({ searchId })),
      buttonOf(text.contacts[locale], contactsId.encode({ page: 0 })),
    ),
  );
}
