import type { Day } from '../../../kernel/day.ts';
import { serverLimits as limits } from '../../../kernel/overwrite.ts';
import type { Template, TemplateChannel } from '../../catalogue/service/template.ts';

/** One thing that the space of a promo holds, in the order in which it is made. `key` names it for ever. */
export type Part =
  | { key: 'role'; what: 'role'; name: string }
  | { key: string; what: 'category'; name: string; channels: readonly TemplateChannel[] }
  | { key: string; what: 'channel'; name: string; category: string; channel: TemplateChannel; topic: string }
  | { key: string; what: 'post'; name: string; forum: string; content: string; tag: string | null };

/** Longest name of a channel, post or role. https://docs.discord.com/developers/resources/channel#channel-object-channel-structure */
const longestName = 100;

/** What the template becomes for one promo. `fill` puts the promo's own words into a text. */
export function partsOf(promoName: string, template: Template, fill: (text: string) => string): Part[] {
  const short = (text: string) => fill(text).slice(0, longestName).trim();
  return [
    { key: 'role', what: 'role', name: promoName },
    ...template.categories.flatMap((category, index): Part[] => {
      const key = `category:${index}`;
      return [
        { key, what: 'category', name: short(category.name), channels: category.channels },
        ...category.channels.flatMap((channel): Part[] => [
          {
            key: `channel:${channel.key}`,
            what: 'channel',
            name: short(channel.name),
            category: key,
            channel,
            topic: fill(channel.topic).slice(0, 1_024),
          },
          ...channel.posts.map(
            (post): Part => ({
              key: `post:${channel.key}:${post.key}`,
              what: 'post',
              name: short(post.title),
              forum: `channel:${channel.key}`,
              content: fill(post.content).slice(0, 2_000),
              tag: post.tag,
            }),
          ),
        ]),
      ];
    }),
  ];
}

export { serverLimits as limits } from '../../../kernel/overwrite.ts';

export type Counts = { roles: number; channels: number };
/** `on`: a day to come, when there are that many; absent for today. */
export type Shortage = { what: 'roles' | 'channels' | 'inCategory'; limit: number; there: number; needed: number; on?: Day };

/** What a template needs of a server's limits. Categories count as channels. */
export function needsOf(template: Template): Counts & { inCategory: number } {
  const inside = template.categories.map(({ channels }) => channels.length);
  return {
    roles: 1,
    channels: inside.length + inside.reduce((sum, count) => sum + count, 0),
    inCategory: Math.max(0, ...inside),
  };
}

/** Whether each category of a template fits in one of Discord's. */
export function overfull(template: Template): Shortage[] {
  const { inCategory } = needsOf(template);
  return inCategory > limits.inCategory ? [{ what: 'inCategory', limit: limits.inCategory, there: 0, needed: inCategory }] : [];
}

/** The channels that somebody made by hand in these categories: neither the promo's own nor another feature's. */
export const madeByHand = <T extends { id: string; parentId: string | null }>(
  channels: readonly T[],
  made: { categories: readonly string[]; channels: readonly string[]; others: readonly string[] },
): T[] =>
  channels.filter(
    ({ id, parentId }) =>
      parentId !== null && made.categories.includes(parentId) && !made.channels.includes(id) && !made.others.includes(id),
  );

type Placed = { id: string; position: number };

/**
 * New positions of categories, so that those of promos come in the order `wanted` in the places that promos hold, and all others stay where
 * they are. Only what must move.
 */
export function moves(categories: readonly Placed[], wanted: readonly string[]): Placed[] {
  const shown = [...categories].sort((a, b) => a.position - b.position || (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
  const queue = wanted.filter((id) => shown.some((one) => one.id === id));
  const ours = new Set(queue);
  const after = shown.map((one) => (ours.has(one.id) ? (queue.shift() ?? one.id) : one.id));
  if (after.every((id, index) => id === shown[index]?.id)) return [];
  return after
    .map((id, position) => ({ id, position }))
    .filter(({ id, position }) => shown.find((one) => one.id === id)?.position !== position);
}
