import type { Overwrite } from '../../../kernel/overwrite.ts';
import { type Looker, overruled } from '../../../kernel/sight.ts';

const administrator = 1n << 3n;
const viewAndRead = (1n << 10n) | (1n << 16n);

/** Whether somebody who holds these permissions on the server may read a channel with these overwrites. */
export const mayRead = (held: bigint, looker: Looker, overwrites: readonly Overwrite[]): boolean =>
  (held & administrator) !== 0n || (overruled(held, looker, overwrites) & viewAndRead) === viewAndRead;

/** The ids in a link to a message; null for anything else. */
export function readLink(typed: string): { guildId: string; channelId: string; messageId: string } | null {
  const found = /^<?https:\/\/(?:\w+\.)?discord(?:app)?\.com\/channels\/(\d{17,20})\/(\d{17,20})\/(\d{17,20})\/?>?$/.exec(
    typed.trim(),
  );
  const [, guildId = '', channelId = '', messageId = ''] = found ?? [];
  return found && { guildId, channelId, messageId };
}
