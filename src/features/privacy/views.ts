import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { Message } from '../../discord/command.ts';
import type { Feature } from '../../kernel/feature.ts';
import { paragraph, sheet } from '../../kernel/piece.ts';
import type { Locale, Text } from '../../kernel/text.ts';
import { text } from './messages.ts';
import { confirmEraseId, eraseId, exportId, keepId, pageId } from './wire.ts';

/** Discord takes 4 000 characters in one message of this kind; the title and the number of the page take the rest. */
const pageLength = 3_300;

/** What each feature keeps, in as many pages as it takes. */
function pagesOf(features: readonly Feature[], locale: Locale): string[][] {
  const pages: string[][] = [[]];
  let length = 0;
  for (const { description, personalData } of features) {
    const { purpose, retention } = personalData;
    const entry = `**${description[locale]}**\n${text.purpose(purpose[locale], retention[locale])[locale]}`;
    if (length + entry.length > pageLength && length > 0) {
      pages.push([]);
      length = 0;
    }
    pages.at(-1)?.push(entry);
    length += entry.length;
  }
  return pages;
}

/** What each feature keeps, why and how long, and what the person can do about it. */
export function dataOverview(features: readonly Feature[], locale: Locale, asked = 0): Message {
  const pages = pagesOf(features, locale);
  const page = Math.min(asked, pages.length - 1);
  const turn = (to: number, label: Text) => ({
    type: ComponentType.Button as const,
    style: ButtonStyle.Secondary as const,
    label: label[locale],
    custom_id: pageId.encode({ page: to }),
  });
  return sheet(
    [
      paragraph(`## ${text.title[locale]}\n${text.intro[locale]}`),
      ...(pages[page] ?? []).map(paragraph),
      ...(pages.length > 1 ? [paragraph(text.page(String(page + 1), String(pages.length))[locale])] : []),
    ],
    {
      type: ComponentType.ActionRow,
      components: [
        ...(page > 0 ? [turn(page - 1, text.previous)] : []),
        ...(page < pages.length - 1 ? [turn(page + 1, text.next)] : []),
        {
          type: ComponentType.Button,
          style: ButtonStyle.Primary,
          label: text.download[locale],
          custom_id: exportId.encode({}),
        },
        { type: ComponentType.Button, style: ButtonStyle.Danger, label: text.erase[locale], custom_id: eraseId.encode({}) },
      ],
    },
  );
}

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
