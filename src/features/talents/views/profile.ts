import { ButtonStyle } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { buttonOf, paragraph, row, selectOf, separator, sheet } from '../../../kernel/piece.ts';
import { cut, escapeMarkdown, type Locale, type Text } from '../../../kernel/text.ts';
import { timeOf } from '../../../kernel/time.ts';
import { card as cardTexts } from '../messages/card.ts';
import { text } from '../messages/profile.ts';
import { consentVersion } from '../rules/limit.ts';
import { gapsOf } from '../rules/profile.ts';
import type { Card } from '../service/card.ts';
import type { Blocked } from '../service/contact.ts';
import type { Profile } from '../service/profile.ts';
import {
  abilityEditId,
  agreeId,
  backId,
  blocksId,
  confirmDeleteId,
  deleteId,
  hideId,
  keepId,
  pauseId,
  publishId,
  searchEditId,
  tellingId,
  unblockId,
} from '../wire.ts';
import { cardText } from './card.ts';

export const introScreen = (locale: Locale): Message =>
  sheet(
    [paragraph(`## ${text.title[locale]}\n${text.intro[locale]}`)],
    row(buttonOf(text.begin[locale], searchEditId.encode({}), ButtonStyle.Primary)),
  );

export type ProfileView = { profile: Profile; card: Card; name: string; sights: number; hasBlocks: boolean };

/** A profile as its person sees it: where it stands, the card of the companies, and what they learn only later. */
export function profileScreen({ profile, card, name, sights, hasBlocks }: ProfileView, locale: Locale): Message {
  const gaps = gapsOf(profile);
  const isNew = profile.skills.length === 0;
  const state = profile.isOpen ? text.open(timeOf(profile.confirmedAt, 'D')) : profile.consentedAt ? text.closed : text.draft;
  const lines = [
    `## ${text.title[locale]}`,
    state[locale],
    ...(gaps.length > 0 ? [text.missing(gaps)[locale]] : []),
    ...(profile.isOpen ? [text.telling(profile.tellsOffers)[locale], text.seen(sights)[locale]] : []),
  ];
  const hidden = text.hidden(escapeMarkdown(name), profile.links)[locale];
  const next = isNew ? text.next : text.editAbility;
  return sheet(
    [
      paragraph(lines.join('\n')),
      separator,
      paragraph(text.preview[locale]),
      paragraph(cardText(card, cardTexts.sample[locale], locale)),
      separator,
      paragraph(cut(hidden, 900)),
    ],
    row(
      buttonOf(text.editSearch[locale], searchEditId.encode({})),
      buttonOf(next[locale], abilityEditId.encode({}), isNew ? ButtonStyle.Primary : ButtonStyle.Secondary),
      ...(profile.isOpen
        ? [buttonOf(text.pause[locale], pauseId.encode({}))]
        : [buttonOf(text.publish[locale], publishId.encode({}), ButtonStyle.Primary, { disabled: gaps.length > 0 })]),
    ),
    row(
      buttonOf((profile.tellsOffers ? text.tellOff : text.tellOn)[locale], tellingId.encode({ on: profile.tellsOffers ? 0 : 1 })),
      ...(hasBlocks ? [buttonOf(text.blocks[locale], blocksId.encode({}))] : []),
      buttonOf(text.remove[locale], deleteId.encode({}), ButtonStyle.Danger),
    ),
  );
}

export const consentScreen = (locale: Locale): Message =>
  sheet(
    [paragraph(`## ${text.consentTitle[locale]}\n${text.consent[locale]}`)],
    row(
      buttonOf(text.agree[locale], agreeId.encode({ version: consentVersion }), ButtonStyle.Primary),
      buttonOf(text.back[locale], backId.encode({})),
    ),
  );

export const deleteScreen = (locale: Locale): Message =>
  sheet(
    [paragraph(text.askDelete[locale])],
    row(
      buttonOf(text.confirmDelete[locale], confirmDeleteId.encode({}), ButtonStyle.Danger),
      buttonOf(text.back[locale], backId.encode({})),
    ),
  );

export const deletedScreen = (locale: Locale): Message =>
  sheet([paragraph(text.deleted[locale])], row(buttonOf(text.begin[locale], searchEditId.encode({}))));

export const blocksScreen = (blocked: readonly Blocked[], locale: Locale): Message =>
  sheet(
    [paragraph(blocked.length === 0 ? text.noBlocks[locale] : text.blocksTitle[locale])],
    ...(blocked.length === 0
      ? []
      : [
          selectOf(
            unblockId.encode({}),
            text.unblock[locale],
            blocked.map(({ companyId, name }) => ({ value: String(companyId), label: cut(name, 100) })),
            { max: blocked.length },
          ),
        ]),
    row(buttonOf(text.back[locale], backId.encode({}))),
  );

/** Something to know about one's profile, told outside of it, with what can be done. */
export const profileNote = (
  said: Text,
  { guildId, canKeep, canHide }: { guildId: string; canKeep: boolean; canHide: boolean },
  locale: Locale,
): Message => ({
  content: said[locale],
  components:
    canKeep || canHide
      ? [
          row(
            ...(canKeep ? [buttonOf(text.keep[locale], keepId.encode({ guildId }), ButtonStyle.Primary)] : []),
            ...(canHide ? [buttonOf(text.pause[locale], hideId.encode({ guildId }))] : []),
          ),
        ]
      : [],
});

/** What takes the place of a message once its button was pressed. */
export const doneNote = (said: string): Message => ({ content: said, embeds: [], components: [] });
