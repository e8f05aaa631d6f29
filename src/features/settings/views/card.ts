import { type APIMessageTopLevelComponent, ButtonStyle, ComponentType, MessageFlags } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { cut } from '../../../kernel/text.ts';

export type CardButton = {
  label: string;
  customId: string;
  style?: ButtonStyle.Primary | ButtonStyle.Secondary | ButtonStyle.Danger;
};

/** Texts of a message made of components may not exceed 4000 characters in all; the rest is room for titles. */
export const textBudget = 3_600;

/** As many lines as fit in `budget` characters, and one more that says how many are missing. */
export function listing(lines: readonly string[], budget: number, more: (count: number) => string): string {
  const kept: string[] = [];
  let used = 0;
  for (const [index, line] of lines.entries()) {
    const shown = cut(line, 600);
    if (used + shown.length + 1 > budget) {
      kept.push(more(lines.length - index));
      break;
    }
    kept.push(shown);
    used += shown.length + 1;
  }
  return kept.join('\n');
}

/** One frame with its texts, one under the other, and a row of buttons. */
export function card(texts: readonly string[], buttons: readonly CardButton[] = []): Message {
  const components: APIMessageTopLevelComponent[] = [
    {
      type: ComponentType.Container,
      components: texts.filter((text) => text !== '').map((content) => ({ type: ComponentType.TextDisplay, content })),
    },
  ];
  if (buttons.length > 0) {
    components.push({
      type: ComponentType.ActionRow,
      components: buttons.map(({ label, customId, style = ButtonStyle.Secondary }) => ({
        type: ComponentType.Button,
        style,
        label,
        custom_id: customId,
      })),
    });
  }
  return { flags: MessageFlags.IsComponentsV2, components };
}
