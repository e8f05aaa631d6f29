import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { Message } from '../../discord/command.ts';
import { escapeMarkdown, type Locale } from '../../kernel/text.ts';
import { type Problem, text } from './messages.ts';
import { changeId } from './wire.ts';

/** The first message of a room's chat: whose it is, and how it is changed. Nobody is called by it. */
export function panelMessage(
  { id, userId, seats }: { id: number; userId: string | null; seats: number },
  locale: Locale,
): Message {
  const opened = userId === null ? text.opened : text.openedBy(`<@${userId}>`);
  return {
    content: [opened, text.seats(seats), text.vanishes].map((one) => one[locale]).join(' '),
    components: [
      {
        type: ComponentType.ActionRow,
        components: [
          {
            type: ComponentType.Button,
            style: ButtonStyle.Secondary,
            label: text.change[locale],
            custom_id: changeId.encode({ roomId: id }),
          },
        ],
      },
    ],
    allowed_mentions: { parse: [] },
  };
}

/** Why no room opened, for who asked for one. */
export const problemMessage = (problem: Problem, promoName: string, locale: Locale): Message => ({
  content: text.problems(escapeMarkdown(promoName))[problem][locale],
});

/** The same in the channel's own chat, for somebody who takes no direct messages. */
export const problemInChannel = (problem: Problem, promoName: string, userId: string, locale: Locale): Message => ({
  content: `<@${userId}> ${text.problems(escapeMarkdown(promoName))[problem][locale]}`,
  allowed_mentions: { users: [userId] },
});

export const alertMessage = (problem: Exclude<Problem, 'closed'>, promoName: string, locale: Locale): Message => ({
  content: text.alerts(escapeMarkdown(promoName))[problem][locale],
});
