import type { APIChannel, ChannelType, OverwriteType } from 'discord-api-types/v10';
import { heldBy, type Overwrite } from './overwrite.ts';

/** What Discord says of a server, as far as it decides who sees what. */
export type Server = { id: string; owner_id: string; roles: readonly { id: string; permissions: string }[] };
type Member = { user: { id: string }; roles: readonly string[] };

const viewChannel = 1n << 10n;
const administrator = 1n << 3n;
const ofRole: OverwriteType.Role = 0;

const combine = (held: bigint, overwrites: readonly Overwrite[]): bigint => {
  const deny = overwrites.reduce((bits, overwrite) => bits | overwrite.deny, 0n);
  return overwrites.reduce((bits, overwrite) => bits | overwrite.allow, held & ~deny);
};

/** What a member may do in a channel; nothing where they do not see it. https://docs.discord.com/developers/topics/permissions#permission-overwrites */
export function permissionsIn(server: Server, overwrites: readonly Overwrite[], member: Member): bigint {
  const base = heldBy(server, member);
  if (base & administrator) return ~0n;
  const roles = overwrites.filter(({ type }) => type === ofRole);
  let held = combine(
    base,
    roles.filter(({ id }) => id === server.id),
  );
  held = combine(
    held,
    roles.filter(({ id }) => id !== server.id && member.roles.includes(id)),
  );
  held = combine(
    held,
    overwrites.filter(({ id, type }) => type !== ofRole && id === member.user.id),
  );
  return held & viewChannel ? held : 0n;
}

/** Whether who has nothing but these roles sees a channel; without any: everybody does. */
export const isSeenWith = (server: Server, overwrites: readonly Overwrite[], roleIds: readonly string[] = []): boolean =>
  permissionsIn(server, overwrites, { user: { id: '' }, roles: roleIds }) !== 0n;

const announcementThread: ChannelType.AnnouncementThread = 10;
const publicThread: ChannelType.PublicThread = 11;
const privateThread: ChannelType.PrivateThread = 12;

export const isPrivateThread = ({ type }: Pick<APIChannel, 'type'>): boolean => type === privateThread;
export const isThread = ({ type }: Pick<APIChannel, 'type'>): boolean =>
  type === announcementThread || type === publicThread || type === privateThread;
