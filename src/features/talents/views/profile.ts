import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
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
import { line, push, row, screen, separator } from './part.ts';

export const introScreen = (locale: Locale): Message =>
  screen(
    [line(`## ${text.title[locale]}\n${text.intro[locale]}`)],
    row(push(text.begin[locale], searchEditId.encode({}), ButtonStyle.Primary)),
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
  return screen(
    [
      line(lines.join('\n')),
      separator,
      line(text.preview[locale]),
      line(cardText(card, cardTexts.sample[locale], locale)),
      separator,
      line(cut(hidden, 900)),
    ],
    row(
      push(text.editSearch[locale], searchEditId.encode({})),
      push(next[locale], abilityEditId.encode({}), isNew ? ButtonStyle.Primary : ButtonStyle.Secondary),
      ...(profile.isOpen
        ? [push(text.pause[locale], pauseId.encode({}))]
        : [push(text.publish[locale], publishId.encode({}), ButtonStyle.Primary, gaps.length > 0)]),
    ),
    row(
      push((profile.tellsOffers ? text.tellOff : text.tellOn)[locale], tellingId.encode({ on: profile.tellsOffers ? 0 : 1 })),
      ...(hasBlocks ? [push(text.blocks[locale], blocksId.encode({}))] : []),
      push(text.remove[locale], deleteId.encode({}), ButtonStyle.Danger),
    ),
  );
}

export const consentScreen = (locale: Locale): Message =>
  screen(
    [line(`## ${text.consentTitle[locale]}\n${text.consent[locale]}`)],
    row(
      push(text.agree[locale], agreeId.encode({ version: consentVersion }), ButtonStyle.Primary),
      push(text.back[locale], backId.encode({})),
    ),
  );

export const deleteScreen = (locale: Locale): Message =>
  screen(
    [line(text.askDelete[locale])],
    row(
      push(text.confirmDelete[locale], confirmDeleteId.encode({}), ButtonStyle.Danger),
      push(text.back[locale], backId.encode({})),
    ),
  );

export const deletedScreen = (locale: Locale): Message =>
  screen([line(text.deleted[locale])], row(push(text.begin[locale], searchEditId.encode({}))));

export const blocksScreen = (blocked: readonly Blocked[], locale: Locale): Message =>
  screen(
    [line(blocked.length === 0 ? text.noBlocks[locale] : text.blocksTitle[locale])],
    ...(blocked.length === 0
      ? []
      : [
          row({
            type: ComponentType.StringSelect,
            custom_id: unblockId.encode({}),
            placeholder: text.unblock[locale],
            max_values: blocked.length,
            options: blocked.map(({ companyId, name }) => ({ value: String(companyId), label: cut(name, 100) })),
          }),
        ]),
    row(push(text.back[locale], backId.encode({}))),
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
            ...(canKeep ? [push(text.keep[locale], keepId.encode({ guildId }), ButtonStyle.Primary)] : []),
            ...(canHide ? [push(text.pause[locale], hideId.encode({ guildId }))] : []),
          ),
        ]
      : [],
});

/** What takes the place of a message once its button was pressed. */
export const doneNote = (said: string): Message => ({ content: said, embeds: [], components: [] });
