import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { cut } from '../../../kernel/text.ts';

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;
export type Push = APIButtonComponentWithCustomId;

export const row = (...components: APIComponentInMessageActionRow[]): Row => ({ type: ComponentType.ActionRow, components });

export const push = (label: string, custom_id: string, style: Push['style'] = ButtonStyle.Secondary, disabled = false): Push => ({
  type: ComponentType.Button,
  style,
  label: cut(label, 80),
  custom_id,
  ...(disabled && { disabled }),
});

export const line = (content: string): APIComponentInContainer => ({ type: ComponentType.TextDisplay, content });
export const separator: APIComponentInContainer = { type: ComponentType.Separator };

export const screen = (lines: readonly APIComponentInContainer[], ...rows: APIMessageTopLevelComponent[]): Message => ({
  flags: MessageFlags.IsComponentsV2,
  components: [{ type: ComponentType.Container, components: [...lines] }, ...rows],
});

/** `48 210 937`: eight digits are read out more easily so. */
export const shownNumber = (number: number): string => String(number).replace(/(\d{2})(\d{3})(\d{3})/, '$1 $2 $3');
