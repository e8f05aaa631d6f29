import { ButtonStyle } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { findTalentsId, mineId, postId } from '../../../kernel/hiring.ts';
import { buttonOf, row, rows } from '../../../kernel/piece.ts';
import type { Locale } from '../../../kernel/text.ts';
import { homeId } from '../../../kernel/wire.ts';
import { text } from '../messages/company.ts';
import { ownId, startId } from '../wire.ts';

/** Doors that other features answer, when they do. */
export const doors = [
  { prefix: postId.prefix, customId: postId.encode({}), label: text.postOffer },
  { prefix: mineId.prefix, customId: mineId.encode({}), label: text.ownOffers },
  { prefix: findTalentsId.prefix, customId: findTalentsId.encode({}), label: text.findTalents },
] as const;

/** Of them, as buttons, those that somebody answers; `open`: prefixes. */
export const doorButtons = (open: ReadonlySet<string>, locale: Locale) =>
  doors.flatMap(({ prefix, customId, label }, index) =>
    open.has(prefix) ? [buttonOf(label[locale], customId, index === 0 ? ButtonStyle.Primary : ButtonStyle.Secondary)] : [],
  );

/** The message of the companies' space: in the language of the server, with a word for who reads the other. */
export function panelMessage(guildId: string, locale: Locale, open: ReadonlySet<string>): Message {
  const other: Locale = locale === 'fr' ? 'en' : 'fr';
  return {
    content: '',
    embeds: [{ title: text.panelTitle[locale], description: text.panel[locale], footer: { text: text.panelShort[other] } }],
    components: [
      row(
        buttonOf(text.register[locale], startId.encode({}), ButtonStyle.Primary),
        buttonOf(text.own[locale], ownId.encode({ guildId })),
        buttonOf(text.home[locale], homeId.encode({})),
      ),
      ...rows(doorButtons(open, locale)),
    ],
  };
}
