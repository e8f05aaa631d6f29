import {
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIMessageTopLevelComponent,
  ComponentType,
  MessageFlags,
} from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { type Row, row } from '../../../kernel/piece.ts';

/** A row, unless it would be empty. */
export const rows = (...components: APIComponentInMessageActionRow[]): Row[] =>
  components.length > 0 ? [row(...components)] : [];

/** A line with a button beside it. */
export const line = (content: string, accessory: APIButtonComponent): APIComponentInContainer => ({
  type: ComponentType.Section,
  components: [{ type: ComponentType.TextDisplay, content }],
  accessory,
});

/** A message made of components. */
export const sheet = (body: APIComponentInContainer[], ...below: APIMessageTopLevelComponent[]): Message => ({
  flags: MessageFlags.IsComponentsV2,
  components: [{ type: ComponentType.Container, components: body }, ...below],
});

/** Where a channel or message is, for who reads of it in a direct message too. */
export const placeOf = (guildId: string, channelId: string, messageId?: string): string =>
  `https://discord.com/channels/${guildId}/${channelId}${messageId ? `/${messageId}` : ''}`;
