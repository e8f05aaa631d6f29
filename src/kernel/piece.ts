import type {
  APIActionRowComponent,
  APIButtonComponent,
  APIComponentInContainer,
  APIComponentInMessageActionRow,
  APIContainerComponent,
  APIMessageTopLevelComponent,
  APISelectMenuOption,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from 'discord-api-types/v10';
import type { Message } from '../discord/command.ts';
import { cut } from './text.ts';

/** The pieces that every view is made of. Numbers are Discord's: https://docs.discord.com/developers/components/reference#component-object-component-types */
export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

const rowType: ComponentType.ActionRow = 1;
const buttonType: ComponentType.Button = 2;
const selectType: ComponentType.StringSelect = 3;
const textType: ComponentType.TextDisplay = 10;
const separatorType: ComponentType.Separator = 14;
const containerType: ComponentType.Container = 17;
const isComponentsV2: MessageFlags.IsComponentsV2 = 32_768;

/** Those of a button that comes back to us. */
export type ButtonLook = ButtonStyle.Primary | ButtonStyle.Secondary | ButtonStyle.Success | ButtonStyle.Danger;
const secondary: ButtonStyle.Secondary = 2;
const link: ButtonStyle.Link = 5;

/** Longest label of a button. */
const longestLabel = 80;

/** Up to five buttons, or one select. */
export const row = (...components: APIComponentInMessageActionRow[]): Row => ({ type: rowType, components });

/** Rows of at most five buttons; none without a button. */
export const rows = (buttons: readonly APIButtonComponent[]): Row[] =>
  Array.from({ length: Math.ceil(buttons.length / 5) }, (_, index) => row(...buttons.slice(index * 5, index * 5 + 5)));

export const buttonOf = (
  label: string,
  custom_id: string,
  style: ButtonLook = secondary,
  { disabled = false }: { disabled?: boolean } = {},
): APIButtonComponent => ({
  type: buttonType,
  style,
  label: cut(label, longestLabel),
  custom_id,
  ...(disabled && { disabled }),
});

/** A button that opens a page, and does not come back to us. */
export const linkTo = (label: string, url: string): APIButtonComponent => ({
  type: buttonType,
  style: link,
  label: cut(label, longestLabel),
  url,
});

/** A menu of at most 25 options, in a row of its own. */
export const selectOf = (
  custom_id: string,
  placeholder: string,
  options: readonly APISelectMenuOption[],
  { min = 1, max = 1 } = {},
): Row => row({ type: selectType, custom_id, placeholder, options: [...options], min_values: min, max_values: max });

/** A paragraph of a message made of components. */
export const paragraph = (content: string): APIComponentInContainer => ({ type: textType, content });

export const separator: APIComponentInContainer = { type: separatorType };

/** A box around what belongs together. */
export const container = (components: readonly APIComponentInContainer[]): APIContainerComponent => ({
  type: containerType,
  components: [...components],
});

/** A message made of components. */
export const screen = (components: readonly APIMessageTopLevelComponent[]): Message => ({
  flags: isComponentsV2,
  components: [...components],
  allowed_mentions: { parse: [] },
});

/** One box, and what can be done below it. */
export const sheet = (body: readonly APIComponentInContainer[], ...below: readonly APIMessageTopLevelComponent[]): Message =>
  screen([container(body), ...below]);

/** Nothing but words, and what can be done next. */
export const note = (content: string, ...below: Row[]): Message => sheet([paragraph(content)], ...below);
/** The same in a message that is not made of components, or in place of one: nothing of what it had is left. */
export const plainNote = (content: string, ...below: Row[]): Message => ({ content, embeds: [], components: below });

/** Where a channel or message is, for who reads of it in a direct message too. */
export const placeOf = (guildId: string, channelId: string, messageId?: string): string =>
  `https://discord.com/channels/${guildId}/${channelId}${messageId ? `/${messageId}` : ''}`;
