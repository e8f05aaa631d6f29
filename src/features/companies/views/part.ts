import type { APIEmbed, APIEmbedField } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import type { Row } from '../../../kernel/piece.ts';
import { cut, escapeMarkdown } from '../../../kernel/text.ts';

export const field = (name: string, value: string): APIEmbedField => ({ name, value: cut(value, 1_024) });

/** Beside the next one, where there is room. */
export const shortField = (name: string, value: string): APIEmbedField => ({ ...field(name, value), inline: true });

/** Of all texts of an embed: https://docs.discord.com/developers/resources/message#embed-object-embed-limits */
const embedLimit = 6_000;

/** As much of the fields as an embed holds: where it is too much, the longest ones give way. */
export function bounded(embed: APIEmbed): APIEmbed {
  const fields = [...(embed.fields ?? [])];
  const total = () =>
    [embed.title, embed.description, ...fields.flatMap(({ name, value }) => [name, value])].reduce(
      (sum, one) => sum + (one?.length ?? 0),
      0,
    );
  while (total() > embedLimit) {
    const longest = Math.max(...fields.map(({ value }) => value.length));
    const at = fields.findIndex(({ value }) => value.length === longest);
    const one = fields[at];
    if (one) fields[at] = { ...one, value: cut(one.value, Math.floor(longest * 0.8)) };
  }
  return { ...embed, fields };
}

/** Nothing but words: also what takes the place of a screen. */
export const done = (content: string, ...components: Row[]): Message => ({ content, embeds: [], components });

/** Typed by somebody; each line stays inside the quotation. */
export const quoted = (typed: string, limit = 1_000): string =>
  cut(escapeMarkdown(typed), limit)
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');

export const nameOf = ({ name }: { name: string }): string => escapeMarkdown(name);

/** A site that anybody may open; its address as it is, so that one sees where it leads. */
export const siteOf = (website: string): string => `<${website.replace(/[<>\s]/g, '')}>`;
