import { ButtonStyle } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { flashId, profileId, requestId, statusId } from '../../../kernel/mentoring.ts';
import { buttonOf, rows } from '../../../kernel/piece.ts';
import type { Locale } from '../../../kernel/text.ts';
import { text } from '../messages/panel.ts';

/** What can be done from the panel, when somebody answers it. */
export const doors = [
  { id: requestId, label: text.request },
  { id: profileId, label: text.profile },
  { id: statusId, label: text.status },
  { id: flashId, label: text.flash },
] as const;

/** The message of the mentoring channel: in the language of the server, with a word for who reads the other. `open`: prefixes that somebody answers. */
export function panelMessage(locale: Locale, open: ReadonlySet<string>): Message {
  const other: Locale = locale === 'fr' ? 'en' : 'fr';
  return {
    content: '',
    embeds: [{ title: text.title[locale], description: text.body[locale], footer: { text: text.short[other] } }],
    components: rows(
      doors.flatMap(({ id, label }, index) =>
        open.has(id.prefix)
          ? [buttonOf(label[locale], id.encode({}), index < 2 ? ButtonStyle.Primary : ButtonStyle.Secondary)]
          : [],
      ),
    ),
  };
}
