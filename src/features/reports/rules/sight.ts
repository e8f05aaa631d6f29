import { overruled } from '../../../kernel/sight.ts';

const viewChannel = 1n << 10n;
const readHistory = 1n << 16n;
const administrator = 1n << 3n;
const manageThreads = 1n << 34n;

export type Overwrite = { id: string; allow: string; deny: string };
export type Looker = { userId: string; roleIds: readonly string[]; isAdministrator: boolean };

export type Place = {
  guildId: string;
  ownerId: string;
  roles: readonly { id: string; permissions: string }[];
  /** Of the channel, or of the one that a thread belongs to. */
  overwrites: readonly Overwrite[];
};

/** What is left to this person in the channel, as a bit field. */
export function rightsIn({ guildId, ownerId, roles, overwrites }: Place, looker: Looker): bigint {
  const held = roles.filter(({ id }) => id === guildId || looker.roleIds.includes(id));
  const base = held.reduce((bits, { permissions }) => bits | BigInt(permissions), 0n);
  if (looker.isAdministrator || looker.userId === ownerId || (base & administrator) !== 0n) return ~0n;
  const read = overwrites.map(({ id, allow, deny }) => ({ id, allow: BigInt(allow), deny: BigInt(deny) }));
  return overruled(base, { ...looker, guildId }, read);
}

/** Reads what is written there; `isMember`: of a private thread. */
export function canRead(place: Place, looker: Looker, { isPrivate = false, isMember = false } = {}): boolean {
  const rights = rightsIn(place, looker);
  const may = (bit: bigint) => (rights & bit) !== 0n;
  return may(viewChannel) && may(readHistory) && (!isPrivate || isMember || may(manageThreads));
}

/** What Discord copies as the link of a message. */
export function messageLinkOf(typed: string): { guildId: string; channelId: string; messageId: string } | null {
  const pattern = /^<?https:\/\/(?:(?:canary|ptb)\.)?discord(?:app)?\.com\/channels\/(\d{17,20})\/(\d{17,20})\/(\d{17,20})\/?>?$/;
  const [, guildId, channelId, messageId] = pattern.exec(typed.trim()) ?? [];
  return guildId && channelId && messageId ? { guildId, channelId, messageId } : null;
}
