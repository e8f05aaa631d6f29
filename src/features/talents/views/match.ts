import type { Message } from '../../../discord/command.ts';
import { contracts, remotes } from '../../../kernel/hiring.ts';
import { buttonOf, linkTo, placeOf, row } from '../../../kernel/piece.ts';
import { type Place, placeName } from '../../../kernel/place.ts';
import { cut, escapeMarkdown, type Locale } from '../../../kernel/text.ts';
import { text } from '../messages/match.ts';
import type { MatchNotice } from '../service/match.ts';
import { quietId } from '../wire.ts';
import { whyText } from './card.ts';

/** An offer that fits, and why. `offersId`: the forum, when the offer has no post yet. */
export function matchMessage({ guildId, offer, fit }: MatchNotice, offersId: string | null, locale: Locale): Message {
  const { title, company, contract, city, department, remote } = offer;
  const facts = [
    ...(contract ? [contracts[contract as keyof typeof contracts][locale]] : []),
    ...(department ? [placeName({ city: city && escapeMarkdown(city), department } as Place)] : []),
    ...(remote ? [remotes[remote][locale]] : []),
  ];
  const place = offer.threadId ?? offersId;
  return {
    embeds: [
      {
        title: cut(`${text.title[locale]}${locale === 'fr' ? ' :' : ':'} ${escapeMarkdown(title)}`, 256),
        description: [text.at(escapeMarkdown(cut(company, 100)))[locale], facts.join(' · ')].filter(Boolean).join('\n'),
        fields: [{ name: text.because[locale], value: whyText(fit, locale) || '—' }],
        footer: { text: text.how[locale] },
      },
    ],
    components: [
      row(
        ...(place ? [linkTo(text.see[locale], placeOf(guildId, place))] : []),
        buttonOf(text.stop[locale], quietId.encode({ guildId })),
      ),
    ],
  };
}
