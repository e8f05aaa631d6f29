import { type APIComponentInContainer, ButtonStyle, ComponentType, MessageFlags } from 'discord-api-types/v10';
import type { Message } from '../../discord/command.ts';
import type { Feature } from '../../kernel/feature.ts';
import type { Locale } from '../../kernel/text.ts';
import { text } from './messages.ts';
import { confirmEraseId, eraseId, exportId, keepId } from './wire.ts';

const line = (content: string): APIComponentInContainer => ({ type: ComponentType.TextDisplay, content });

/** What each feature keeps, why and how long, and what the person can do about it. */
export const dataOverview = (features: readonly Feature[], locale: Locale): Message => ({
  flags: MessageFlags.IsComponentsV2,
  components: [
    {
      type: ComponentType.Container,
      components: [
        line(`## ${text.title[locale]}\n${text.intro[locale]}`),
        ...features.map(({ description, personalData: { purpose, retention } }) =>
          line(`**${description[locale]}**\n${text.purpose(purpose[locale], retention[locale])[locale]}`),
        ),
      ],
    },
    {
      type: ComponentType.ActionRow,
      components: [
        { type: ComponentType.Button, style: ButtonStyle.Primary, label: text.download[locale], custom_id: exportId.encode({}) },
        { type: ComponentType.Button, style: ButtonStyle.Danger, label: text.erase[locale], custom_id: eraseId.encode({}) },
      ],
    },
  ],
});

export const dataFile = (data: Record<string, unknown>, locale: Locale): Message => ({
  content: text.downloaded[locale],
  files: [{ name: 'passerelle.json', data: JSON.stringify(data, null, 2), contentType: 'application/json' }],
});

export const eraseQuestion = (locale: Locale): Message => ({
  content: text.eraseWarning[locale],
  components: [
    {
      type: ComponentType.ActionRow,
      components: [
        {
          type: ComponentType.Button,
          style: ButtonStyle.Danger,
          label: text.confirm[locale],
          custom_id: confirmEraseId.encode({}),
        },
        { type: ComponentType.Button, style: ButtonStyle.Secondary, label: text.keep[locale], custom_id: keepId.encode({}) },
      ],
    },
  ],
});

export const keptNote = (locale: Locale): Message => ({ content: text.keptAll[locale], components: [] });

export const erasedNote = (locale: Locale): Message => ({ content: text.erased[locale], components: [] });
