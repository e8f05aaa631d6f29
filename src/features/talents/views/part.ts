import {
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  ComponentType,
  MessageFlags,
} from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';

export const separator: APIComponentInContainer = { type: ComponentType.Separator };

export const screen = (lines: readonly APIComponentInContainer[], ...rows: APIMessageTopLevelComponent[]): Message => ({
  flags: MessageFlags.IsComponentsV2,
  components: [{ type: ComponentType.Container, components: [...lines] }, ...rows],
});

/** `48 210 937`: eight digits are read out more easily so. */
export const shownNumber = (number: number): string => String(number).replace(/(\d{2})(\d{3})(\d{3})/, '$1 $2 $3');
