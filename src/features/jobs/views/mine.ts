import { ButtonStyle } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { postId } from '../../../kernel/hiring.ts';
import { container, paragraph, rows, screen, selectOf } from '../../../kernel/piece.ts';
import { cut, escapeMarkdown, type Locale } from '../../../kernel/text.ts';
import { text } from '../messages/author.ts';
import type { MinePage } from '../service/list.ts';
import type { Offer } from '../service/offer.ts';
import { minePageId, pickId } from '../wire.ts';
import { button } from './part.ts';

/** Where an offer stands, in few words. */
export function stateOf(offer: Offer, locale: Locale): string {
  const { state, endedAs, expiresAt, submittedAt, touchedAt, createdAt, proposedAt, lostAt, company } = offer;
  const parts = [state === 'closed' && endedAs ? text.ends[endedAs][locale] : text.states[state][locale]];
  if (state === 'published' && expiresAt) parts.push(text.endsOn(offer.deadline ?? expiresAt)[locale]);
  if (state === 'pending' && submittedAt) parts.push(text.sentOn(submittedAt)[locale]);
  if (state === 'draft') parts.push(text.touchedOn(touchedAt ?? createdAt)[locale]);
  if (proposedAt) parts.push(text.editWaits[locale]);
  if (lostAt && state === 'published') parts.push(text.postLost[locale]);
  const employer = company?.name ?? offer.relayedFor;
  if (employer) parts.push(escapeMarkdown(cut(employer, 50)));
  return parts.join(' · ');
}

/** One's offers, those first that wait for their author. */
export function mineScreen({ offers, page, pages, total }: MinePage, locale: Locale): Message {
  const titleOf = ({ title }: Offer) => title || text.untitled[locale];
  const list = offers.map((offer) => paragraph(`**${escapeMarkdown(cut(titleOf(offer), 80))}**\n${stateOf(offer, locale)}`));
  const pagesLine = pages > 1 ? [paragraph(text.page(page + 1, pages)[locale])] : [];
  const choice = selectOf(
    pickId.encode({}),
    text.pick[locale],
    offers.map((offer) => ({
      value: String(offer.id),
      label: cut(titleOf(offer), 100),
      description: (offer.state === 'closed' && offer.endedAs ? text.ends[offer.endedAs] : text.states[offer.state])[locale],
    })),
  );
  return screen([
    container([paragraph(text.mineTitle[locale]), ...(total === 0 ? [paragraph(text.noneYet[locale])] : list), ...pagesLine]),
    ...(offers.length > 0 ? [choice] : []),
    ...rows([
      button(text.post, postId.encode({}), locale, ButtonStyle.Primary),
      ...(page > 0 ? [button(text.previous, minePageId.encode({ page: page - 1 }), locale)] : []),
      ...(page < pages - 1 ? [button(text.next, minePageId.encode({ page: page + 1 }), locale)] : []),
    ]),
  ]);
}
