import type { Overwrite } from '../../../kernel/overwrite.ts';

const viewAndRead = (1n << 10n) | (1n << 16n);

/**
 * Whether somebody who holds these permissions on the server may read a channel with these overwrites.
 * https://docs.discord.com/developers/topics/permissions#permission-overwrites
 */
export function mayRead(
  held: bigint,
  { guildId, userId, roleIds }: { guildId: string; userId: string; roleIds: readonly string[] },
  overwrites: readonly Overwrite[],
): boolean {
  if (held & (1n << 3n)) return true;
  const apply = (bits: bigint, chosen: readonly Overwrite[]): bigint => {
    const deny = chosen.reduce((all, one) => all | one.deny, 0n);
    const allow = chosen.reduce((all, one) => all | one.allow, 0n);
    return (bits & ~deny) | allow;
  };
  const of = (ids: readonly string[]) => overwrites.filter(({ id }) => ids.includes(id));
  const ruled = apply(apply(apply(held, of([guildId])), of(roleIds.filter((id) => id !== guildId))), of([userId]));
  return (ruled & viewAndRead) === viewAndRead;
}

/** The ids in a link to a message; null for anything else. */
export function readLink(typed: string): { guildId: string; channelId: string; messageId: string } | null {
  const found = /^<?https:\/\/(?:\w+\.)?discord(?:app)?\.com\/channels\/(\d{17,20})\/(\d{17,20})\/(\d{17,20})\/?>?$/.exec(
    typed.trim(),
  );
  const [, guildId = '', channelId = '', messageId = ''] = found ?? [];
  return found && { guildId, channelId, messageId };
}
