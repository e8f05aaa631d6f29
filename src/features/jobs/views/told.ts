import { ButtonStyle } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { rows } from '../../../kernel/piece.ts';
import { cut, escapeMarkdown, type Locale } from '../../../kernel/text.ts';
import { text } from '../messages/author.ts';
import { fieldNames } from '../messages/offer.ts';
import { howToChange, openServer, orphaned, told } from '../messages/told.ts';
import type { OfferField } from '../rules/content.ts';
import type { Offer } from '../service/offer.ts';
import { closeId, fillId, renewId, repostId, type Told } from '../wire.ts';
import { button, link } from './part.ts';

const serverLink = (guildId: string, threadId: string | null): string =>
  `https://discord.com/channels/${guildId}${threadId ? `/${threadId}` : ''}`;

/** What the author is told, by direct message or in their thread. */
export function toldMessage(offer: Offer, what: Told, locale: Locale): Message {
  const { id: offerId, guildId, expiresAt, reason, changes } = offer;
  const title = cut(offer.title || text.untitled[locale], 80);
  const asks = what === 'asked' ? (Object.entries(changes ?? {}) as [OfferField, string][]) : [];
  const lines = [
    told[what]({ title, reason: reason && cut(reason, 1_000), expiresAt })[locale],
    ...asks.map(([field, typed]) => text.ask(fieldNames[field], escapeMarkdown(cut(typed, 300)))[locale]),
    ...(what === 'asked' ? [howToChange[locale]] : []),
  ];
  const actions =
    what === 'expiring'
      ? [
          button(text.renew, renewId.encode({ guildId, offerId }), locale, ButtonStyle.Primary),
          button(text.fill, fillId.encode({ guildId, offerId }), locale, ButtonStyle.Success),
        ]
      : what === 'lost'
        ? [
            button(text.repost, repostId.encode({ guildId, offerId }), locale, ButtonStyle.Primary),
            button(text.close, closeId.encode({ guildId, offerId }), locale, ButtonStyle.Danger),
          ]
        : [];
  return {
    content: cut(lines.join('\n'), 2_000),
    components: rows([...actions, link(openServer, serverLink(guildId, offer.threadId), locale)]),
  };
}

export const orphanedMessage = (offer: Offer, locale: Locale): Message => ({
  content: orphaned(cut(offer.title, 80))[locale],
  components: rows([link(openServer, serverLink(offer.guildId, null), locale)]),
});
