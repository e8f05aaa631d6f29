import {
  type APIButtonComponentWithCustomId,
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from 'discord-api-types/v10';
import type { Message } from '../../discord/command.ts';
import type { HomeItem } from '../../kernel/feature.ts';
import { paragraph } from '../../kernel/piece.ts';
import { cut, type Locale, type Text } from '../../kernel/text.ts';
import { text } from './messages.ts';
import type { Page } from './rules.ts';
import { pageId } from './wire.ts';

/** Nine of these stay under the 4000 characters of a message. */
const longestItem = 350;

const button = (
  label: Text,
  customId: string,
  locale: Locale,
  style: APIButtonComponentWithCustomId['style'] = ButtonStyle.Secondary,
) =>
  ({
    type: ComponentType.Button,
    style,
    label: cut(label[locale], 80),
    custom_id: customId,
  }) satisfies APIButtonComponentWithCustomId;

/** `seen`: Discord refuses the same custom id twice in a message, and two features may offer the same door. */
function itemOf(item: HomeItem, locale: Locale, seen: Set<string>): APIComponentInContainer {
  const content = cut(item.text[locale], longestItem);
  if (!item.button || seen.has(item.button.customId)) return paragraph(content);
  seen.add(item.button.customId);
  const style = item.waiting ? ButtonStyle.Primary : ButtonStyle.Secondary;
  return {
    type: ComponentType.Section,
    components: [{ type: ComponentType.TextDisplay, content }],
    accessory: button(item.button.label, item.button.customId, locale, style),
  };
}

export type HomeView = Page & {
  /** Shown name of the person, as typed. */
  name: string;
  /** A feature could not say what it has. */
  isIncomplete: boolean;
};

/** *Mon espace*, one page of it. */
export function homeCard({ name, waiting, possible, page, pages, isIncomplete }: HomeView, locale: Locale): Message {
  const seen = new Set<string>();
  const group = (title: Text, items: readonly HomeItem[]) =>
    items.length === 0 ? [] : [paragraph(title[locale]), ...items.map((item) => itemOf(item, locale, seen))];
  const isEmpty = waiting.length + possible.length === 0;
  const components: APIMessageTopLevelComponent[] = [
    {
      type: ComponentType.Container,
      components: [
        paragraph(text.greeting(cut(name, 60))[locale]),
        ...(isEmpty && !isIncomplete ? [paragraph(text.nothing[locale])] : []),
        ...group(text.waiting, waiting),
        ...group(text.possible, possible),
        ...(isIncomplete ? [paragraph(text.incomplete[locale])] : []),
        ...(pages > 1 ? [paragraph(text.page(page + 1, pages)[locale])] : []),
      ],
    },
  ];
  const moves = [
    ...(page > 0 ? [button(text.previous, pageId.encode({ page: page - 1 }), locale)] : []),
    ...(page < pages - 1 ? [button(text.next, pageId.encode({ page: page + 1 }), locale)] : []),
    ...(pages === 1 ? [button(text.refresh, pageId.encode({ page }), locale)] : []),
  ];
  components.push({ type: ComponentType.ActionRow, components: moves });
  return { flags: MessageFlags.IsComponentsV2, components };
}
