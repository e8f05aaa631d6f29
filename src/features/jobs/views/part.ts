import { type APIButtonComponent, ComponentType } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { type ButtonLook, buttonOf, linkTo, rows, screen } from '../../../kernel/piece.ts';
import type { Locale, Text } from '../../../kernel/text.ts';

export const button = (label: Text, custom_id: string, locale: Locale, style?: ButtonLook): APIButtonComponent =>
  buttonOf(label[locale], custom_id, style);

export const link = (label: Text, url: string, locale: Locale): APIButtonComponent => linkTo(label[locale], url);

export const say = (content: string, buttons: readonly APIButtonComponent[] = []): Message =>
  screen([{ type: ComponentType.TextDisplay, content }, ...rows(buttons)]);

/** Below Discord's 4000 characters for all the text of a message. */
export const mostText = 3_900;
