import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { cut } from '../../../kernel/text.ts';

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;
type Style = ButtonStyle.Primary | ButtonStyle.Secondary | ButtonStyle.Danger | ButtonStyle.Success;

export const row = (...components: APIComponentInMessageActionRow[]): Row => ({ type: ComponentType.ActionRow, components });

/** A row, unless it would be empty. */
export const rows = (...components: APIComponentInMessageActionRow[]): Row[] =>
  components.length > 0 ? [row(...components)] : [];

export const push = (label: string, custom_id: string, style: Style = ButtonStyle.Secondary): APIButtonComponent => ({
  type: ComponentType.Button,
  style,
  label: cut(label, 80),
  custom_id,
});

export const say = (content: string): APIComponentInContainer => ({ type: ComponentType.TextDisplay, content });

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

/** A channel or message, as a link that works in a direct message too. */
export const linkTo = (guildId: string, channelId: string, messageId?: string): string =>
  `https://discord.com/channels/${guildId}/${channelId}${messageId ? `/${messageId}` : ''}`;
