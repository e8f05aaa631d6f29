import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIContainerComponent,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { cut, type Locale, type Text } from '../../../kernel/text.ts';

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

export const paragraph = (content: string): APIComponentInContainer & { content: string } => ({
  type: ComponentType.TextDisplay,
  content,
});

export const container = (components: APIComponentInContainer[]): APIContainerComponent => ({
  type: ComponentType.Container,
  components,
});

export const line: APIComponentInContainer = { type: ComponentType.Separator };

type Style = Exclude<ButtonStyle, ButtonStyle.Link | ButtonStyle.Premium>;

export const button = (
  label: Text,
  custom_id: string,
  locale: Locale,
  style: Style = ButtonStyle.Secondary,
): APIButtonComponent => ({
  type: ComponentType.Button,
  style,
  label: cut(label[locale], 80),
  custom_id,
});

export const link = (label: Text, url: string, locale: Locale): APIButtonComponent => ({
  type: ComponentType.Button,
  style: ButtonStyle.Link,
  label: cut(label[locale], 80),
  url,
});

/** Discord takes five in a row. */
export function rows(buttons: readonly APIButtonComponent[]): Row[] {
  const inRow = 5;
  return Array.from({ length: Math.ceil(buttons.length / inRow) }, (_, at) => ({
    type: ComponentType.ActionRow,
    components: buttons.slice(at * inRow, (at + 1) * inRow),
  }));
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
