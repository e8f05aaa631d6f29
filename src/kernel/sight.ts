import type { APIChannel, ChannelType } from 'discord-api-types/v10';
import { heldBy, type Overwrite } from './overwrite.ts';

/** What Discord says of a server, as far as it decides who sees what. */
export type Server = { id: string; owner_id: string; roles: readonly { id: string; permissions: string }[] };
type Member = { user: { id: string }; roles: readonly string[] };

const viewChannel = 1n << 10n;
const administrator = 1n << 3n;

const apply = (held: bigint, overwrites: readonly Bits[]): bigint => {
  const deny = overwrites.reduce((bits, overwrite) => bits | overwrite.deny, 0n);
  return overwrites.reduce((bits, overwrite) => bits | overwrite.allow, held & ~deny);
};

type Bits = Pick<Overwrite, 'id' | 'allow' | 'deny'>;
export type Looker = { guildId: string; userId: string; roleIds: readonly string[] };

/**
 * What overwrites leave of the permissions that somebody holds on the server: everybody's, then those of their roles together, then their own.
 * Administrators are above them. https://docs.discord.com/developers/topics/permissions#permission-overwrites
 */
export function overruled(held: bigint, { guildId, userId, roleIds }: Looker, overwrites: readonly Bits[]): bigint {
  const of = (is: (id: string) => boolean) => overwrites.filter(({ id }) => is(id));
  const everybody = apply(
    held,
    of((id) => id === guildId),
  );
  const ofRoles = apply(
    everybody,
    of((id) => id !== guildId && roleIds.includes(id)),
  );
  return apply(
    ofRoles,
    of((id) => id === userId),
  );
}

/** What a member may do in a channel; nothing where they do not see it. */
export function permissionsIn(server: Server, overwrites: readonly Overwrite[], { user, roles }: Member): bigint {
  const base = heldBy(server, { user, roles });
  if (base & administrator) return ~0n;
  const held = overruled(base, { guildId: server.id, userId: user.id, roleIds: roles }, overwrites);
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
