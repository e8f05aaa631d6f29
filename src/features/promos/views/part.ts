import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  type APISelectMenuOption,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { cut, type Locale, type Text } from '../../../kernel/text.ts';
import { text } from '../messages/promo.ts';

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;
export const row = (...components: APIComponentInMessageActionRow[]): Row => ({ type: ComponentType.ActionRow, components });

export const buttonOf = (
  label: string,
  custom_id: string,
  style: ButtonStyle.Primary | ButtonStyle.Secondary | ButtonStyle.Success | ButtonStyle.Danger = ButtonStyle.Secondary,
): APIButtonComponent => ({ type: ComponentType.Button, style, label: cut(label, 80), custom_id });

export const selectOf = (
  custom_id: string,
  placeholder: string,
  options: readonly APISelectMenuOption[],
  { min = 1, max = 1 } = {},
): Row =>
  row({ type: ComponentType.StringSelect, custom_id, placeholder, options: [...options], min_values: min, max_values: max });

/** The way to the pages beside this one; no row when there is only one. */
export function turns(page: number, pages: number, idOf: (page: number) => string, locale: Locale): Row[] {
  const buttons = [
    ...(page > 0 ? [buttonOf(text.previous[locale], idOf(page - 1))] : []),
    ...(page < pages - 1 ? [buttonOf(text.next[locale], idOf(page + 1))] : []),
  ];
  return buttons.length > 0 ? [row(...buttons)] : [];
}

/** One sentence in the place of whatever the message showed before. */
export const note = (content: Text, locale: Locale, ...components: Row[]): Message => ({
  content: content[locale],
  embeds: [],
  components,
});
