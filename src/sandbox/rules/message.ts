import { type APIEmbed, ComponentType, MessageFlags } from 'discord-api-types/v10';
import { type Component, onlyV2, walk } from '../components.ts';
import { count, lengthOf, problem, type Rule, textLength } from './rule.ts';

/** A message as it would stand after the request, with the names of the files it carries. */
export type MessageSubject = {
  content: string;
  embeds: readonly APIEmbed[];
  components: readonly Component[];
  filenames: readonly string[];
  flags: number;
  nonce?: string | number | null;
  allowedMentions?: {
    parse?: readonly string[] | undefined;
    users?: readonly string[] | undefined;
    roles?: readonly string[] | undefined;
  } | null;
};

const messagePage = 'https://docs.discord.com/developers/resources/message';
const componentPage = 'https://docs.discord.com/developers/components/reference';

const isV2 = ({ flags }: MessageSubject) => (flags & MessageFlags.IsComponentsV2) !== 0;

/** What the limit of 6000 counts. */
export const embedLength = ({ title, description, fields, footer, author }: APIEmbed): number =>
  [title, description, footer?.text, author?.name, ...(fields ?? []).flatMap(({ name, value }) => [name, value])]
    .map((text) => lengthOf(text ?? ''))
    .reduce((sum, length) => sum + length, 0);

const isEmptyEmbed = (embed: APIEmbed) => embedLength(embed) === 0 && !embed.image && !embed.thumbnail;

export const messageRules: readonly Rule<MessageSubject>[] = [
  {
    name: 'content has at most 2000 characters',
    page: `${messagePage}#create-message`,
    check: ({ content }) => textLength(['content'], content, { max: 2000 }),
  },
  {
    name: 'a message is not empty',
    page: `${messagePage}#create-message`,
    refusal: 'emptyMessage',
    check: ({ content, embeds, components, filenames }) =>
      content.trim() === '' && embeds.every(isEmptyEmbed) && components.length === 0 && filenames.length === 0
        ? [problem([], 'EMPTY', 'empty')]
        : [],
  },
  {
    name: 'at most 10 embeds',
    page: `${messagePage}#create-message`,
    check: ({ embeds }) => count(['embeds'], embeds, { max: 10 }),
  },
  {
    name: 'lengths of an embed',
    page: `${messagePage}#embed-object-embed-limits`,
    check: ({ embeds }) =>
      embeds.flatMap((embed, index) => [
        ...textLength(['embeds', index, 'title'], embed.title, { max: 256 }),
        ...textLength(['embeds', index, 'description'], embed.description, { max: 4096 }),
        ...count(['embeds', index, 'fields'], embed.fields, { max: 25 }),
        ...textLength(['embeds', index, 'footer', 'text'], embed.footer?.text, { max: 2048 }),
        ...textLength(['embeds', index, 'author', 'name'], embed.author?.name, { max: 256 }),
      ]),
  },
  {
    name: 'an embed field has a name of 1 to 256 and a value of 1 to 1024 characters',
    page: `${messagePage}#embed-object-embed-limits`,
    check: ({ embeds }) =>
      embeds.flatMap((embed, index) =>
        (embed.fields ?? []).flatMap((field, position) => [
          ...textLength(['embeds', index, 'fields', position, 'name'], field.name.trim(), { min: 1, max: 256 }),
          ...textLength(['embeds', index, 'fields', position, 'value'], field.value.trim(), { min: 1, max: 1024 }),
        ]),
      ),
  },
  {
    name: 'embeds have at most 6000 characters in all',
    page: `${messagePage}#embed-object-embed-limits`,
    check: ({ embeds }) =>
      embeds.reduce((sum, embed) => sum + embedLength(embed), 0) > 6000
        ? [problem(['embeds'], 'MAX_EMBED_SIZE_EXCEEDED', 'Embed size exceeds maximum size of 6000')]
        : [],
  },
  {
    name: 'links of an embed are http, https or attachment links',
    page: `${messagePage}#embed-object`,
    check: ({ embeds }) =>
      embeds.flatMap((embed, index) =>
        [
          { path: ['url'], url: embed.url },
          { path: ['image', 'url'], url: embed.image?.url },
          { path: ['thumbnail', 'url'], url: embed.thumbnail?.url },
          { path: ['footer', 'icon_url'], url: embed.footer?.icon_url },
          { path: ['author', 'url'], url: embed.author?.url },
        ]
          .filter(({ url }) => url !== undefined && url !== null && !/^(https?|attachment):\/\/.+/.test(url))
          .map(({ path, url }) =>
            problem(['embeds', index, ...path], 'URL_TYPE_INVALID_SCHEME', `Scheme "${url}" must be one of ('http', 'https').`),
          ),
      ),
  },
  {
    name: 'at most 10 attachments',
    page: `${messagePage}#create-message`,
    refusal: 'tooManyAttachments',
    check: ({ filenames }) => count(['attachments'], filenames, { max: 10 }),
  },
  {
    name: 'a nonce has at most 25 characters',
    page: `${messagePage}#create-message`,
    check: ({ nonce }) => textLength(['nonce'], nonce === null || nonce === undefined ? null : String(nonce), { max: 25 }),
  },
  {
    name: 'allowed_mentions: a list and the same kind in parse exclude each other; at most 100 ids',
    page: `${messagePage}#allowed-mentions-object`,
    check: ({ allowedMentions }) =>
      (['users', 'roles'] as const).flatMap((kind) => {
        const list = allowedMentions?.[kind] ?? [];
        const both = list.length > 0 && allowedMentions?.parse?.includes(kind);
        return [
          ...count(['allowed_mentions', kind], list, { max: 100 }),
          ...(both
            ? [
                problem(
                  ['allowed_mentions'],
                  'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
                  `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
                ),
              ]
            : []),
        ];
      }),
  },
  {
    name: 'components V2: no content and no embeds',
    page: `${componentPage}#component-reference`,
    check: (message) => {
      if (!isV2(message)) return [];
      const flagged = (field: string) =>
        problem(
          [field],
          'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
          `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
        );
      return [
        ...(message.content === '' ? [] : [flagged('content')]),
        ...(message.embeds.length === 0 ? [] : [flagged('embeds')]),
      ];
    },
  },
  {
    name: 'components V2 need the flag IS_COMPONENTS_V2',
    page: `${componentPage}#component-reference`,
    check: (message) =>
      isV2(message)
        ? []
        : message.components.flatMap(({ type }, index) =>
            onlyV2.includes(type)
              ? [problem(['components', index, 'type'], 'UNION_TYPE_CHOICES', `Value of field "type" must be one of (1,).`)]
              : [],
          ),
  },
  {
    name: 'without components V2: at most 5 rows, and rows only',
    page: `${componentPage}#action-row`,
    check: (message) =>
      isV2(message)
        ? []
        : [
            ...count(['components'], message.components, { max: 5 }),
            ...message.components.flatMap(({ type }, index) =>
              type === ComponentType.ActionRow || onlyV2.includes(type)
                ? []
                : [problem(['components', index, 'type'], 'UNION_TYPE_CHOICES', `Value of field "type" must be one of (1,).`)],
            ),
          ],
  },
  {
    name: 'components V2: at most 40 components, nested ones included',
    page: `${componentPage}#component-reference`,
    check: (message) =>
      isV2(message) && [...walk(message.components)].length > 40
        ? [problem(['components'], 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED', 'The total number of components cannot exceed 40')]
        : [],
  },
  {
    name: 'components V2: at most 4000 characters of text in all',
    page: `${componentPage}#text-display`,
    check: (message) => {
      const texts = [...walk(message.components)].filter(({ component }) => component.type === ComponentType.TextDisplay);
      return texts.reduce((sum, { component }) => sum + lengthOf(String(component.content ?? '')), 0) > 4000
        ? [
            problem(
              ['components'],
              'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
              'The total displayable text size cannot exceed 4000',
            ),
          ]
        : [];
    },
  },
  {
    name: 'a component that names a file names one of the message',
    page: `${componentPage}#unfurled-media-item`,
    check: ({ components, filenames }) =>
      [...walk(components)].flatMap(({ component, path }) => {
        const media = [
          component.file,
          component.media,
          ...((component.items as { media?: unknown }[] | undefined) ?? []).map((item) => item.media),
        ];
        return media
          .map((item) => (item as { url?: string } | undefined)?.url)
          .filter((url) => url?.startsWith('attachment://') && !filenames.includes(url.slice('attachment://'.length)))
          .map(() =>
            problem(path, 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND', 'The referenced attachment was not found'),
          );
      }),
  },
];
