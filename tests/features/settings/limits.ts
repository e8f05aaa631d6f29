import type { Message } from '../../../src/discord/command.ts';

type Node = { type?: number; custom_id?: string; content?: string; label?: string; components?: Node[]; accessory?: Node };

const nodesOf = (nodes: readonly Node[]): Node[] =>
  nodes.flatMap((node) => [node, ...nodesOf(node.components ?? []), ...nodesOf(node.accessory ? [node.accessory] : [])]);

/** Which of Discord's limits on a message of components it breaks. https://docs.discord.com/developers/components/reference */
export function limitsBroken(message: Message): string[] {
  const nodes = nodesOf((message.components ?? []) as Node[]);
  const texts = nodes.flatMap(({ content }) => content ?? []);
  const customIds = nodes.flatMap(({ custom_id }) => custom_id ?? []);
  const broken: string[] = [];
  if (nodes.length > 40) broken.push(`${nodes.length} components`);
  if (texts.join('').length > 4_000) broken.push(`${texts.join('').length} characters`);
  if (texts.some((text) => text === '')) broken.push('an empty text');
  if (new Set(customIds).size !== customIds.length) broken.push('the same custom id twice');
  if (customIds.some((customId) => customId.length > 100)) broken.push('a long custom id');
  if (nodes.some(({ label }) => label !== undefined && (label === '' || label.length > 80))) broken.push('a bad label');
  if (message.flags !== undefined && (message.content !== undefined || message.embeds !== undefined))
    broken.push('content beside components');
  if (message.content !== undefined && message.content.length > 2_000) broken.push('a long content');
  return broken;
}
