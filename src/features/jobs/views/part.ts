import {
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIContainerComponent,
  type APIMessageTopLevelComponent,
  ComponentType,
  MessageFlags,
} from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { type ButtonLook, buttonOf, linkTo, type Row, row } from '../../../kernel/piece.ts';
import type { Locale, Text } from '../../../kernel/text.ts';

export const container = (components: APIComponentInContainer[]): APIContainerComponent => ({
  type: ComponentType.Container,
  components,
});

export const line: APIComponentInContainer = { type: ComponentType.Separator };

export const button = (label: Text, custom_id: string, locale: Locale, style?: ButtonLook): APIButtonComponent =>
  buttonOf(label[locale], custom_id, style);

export const link = (label: Text, url: string, locale: Locale): APIButtonComponent => linkTo(label[locale], url);

/** Discord takes five in a row. */
export function rows(buttons: readonly APIButtonComponent[]): Row[] {
  const inRow = 5;
  return Array.from({ length: Math.ceil(buttons.length / inRow) }, (_, at) =>
    row(...buttons.slice(at * inRow, (at + 1) * inRow)),
  );
}

export const screen = (components: APIMessageTopLevelComponent[]): Message => ({
  flags: MessageFlags.IsComponentsV2,
  components,
  allowed_mentions: { parse: [] },
});

export const say = (content: string, buttons: readonly APIButtonComponent[] = []): Message =>
  screen([{ type: ComponentType.TextDisplay, content }, ...rows(buttons)]);

/** Below Discord's 4000 characters for all the text of a message. */
export const mostText = 3_900;
