import type { APIEmbed } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import type { Row } from '../../../kernel/piece.ts';

/** One embed and its buttons: also what a former state of the same message is replaced with. */
export const screen = (embed: APIEmbed, ...components: Row[]): Message => ({ content: '', embeds: [embed], components });
