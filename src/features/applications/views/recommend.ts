import { ButtonStyle } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { applyId } from '../../../kernel/hiring.ts';
import { buttonOf, placeOf, row } from '../../../kernel/piece.ts';
import { bold, cut, escapeMarkdown, type Locale } from '../../../kernel/text.ts';
import { text } from '../messages/application.ts';
import { recommendText } from '../messages/recommend.ts';
import type { OfferFacts } from '../service/offer.ts';
import type { Asked } from '../service/recommend.ts';
import { agreeId, refuseId } from '../wire.ts';

/** What somebody who is recommended reads and answers, in a direct message or on the server. */
export const askMessage = ({ recommendation, offer, by }: Asked, locale: Locale): Message => {
  const { id: recommendationId, guildId, words } = recommendation;
  const who = bold(cut(by === '' ? text.somebody[locale] : by, 80));
  return {
    content: [
      recommendText.ask(who, cut(offer.title, 100), cut(offer.company ?? text.company[locale], 80))[locale],
      `> ${escapeMarkdown(words).replaceAll('\n', ' ')}`,
      recommendText.askNote[locale],
    ].join('\n'),
    components: [
      row(
        buttonOf(recommendText.agree[locale], agreeId.encode({ guildId, recommendationId }), ButtonStyle.Primary),
        buttonOf(recommendText.refuse[locale], refuseId.encode({ guildId, recommendationId })),
      ),
    ],
  };
};

/** Their answer was kept. On the server they can apply at once. */
export const answeredMessage = (
  offer: OfferFacts,
  { agrees, isHere }: { agrees: boolean; isHere: boolean },
  locale: Locale,
): Message => ({
  content: agrees
    ? recommendText.agreed(offer.threadId ? placeOf(offer.guildId, offer.threadId) : null)[locale]
    : recommendText.refused[locale],
  components:
    agrees && isHere
      ? [row(buttonOf(recommendText.apply[locale], applyId.encode({ offerId: offer.id }), ButtonStyle.Primary))]
      : [],
});

export const proposals = (offers: readonly { id: number; title: string; company: string | null }[]) =>
  offers.map(({ id, title, company }) => ({ name: cut(company ? `${title} · ${company}` : title, 100), value: String(id) }));
