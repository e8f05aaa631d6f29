import { channelObject, messageObject, partialMember, roleObject, userOf } from '../objects.ts';
import { channelPermissions } from '../permissions.ts';
import type { Attachment, Channel, Guild, Message, World } from '../world.ts';

export type Named = {
  users?: readonly string[];
  roles?: readonly string[];
  channels?: readonly string[];
  messages?: readonly Message[];
  attachments?: readonly Attachment[];
};

/**
 * The objects behind the ids of an interaction.
 * https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-resolved-data-structure
 */
export function resolved(
  world: World,
  guild: Guild | undefined,
  place: Channel,
  userId: string,
  named: Named,
): { resolved: object } | Record<string, never> {
  const result: Record<string, Record<string, unknown>> = {};
  const put = (kind: string, id: string, object: unknown) => {
    result[kind] = { ...result[kind], [id]: object };
  };
  for (const id of named.users ?? []) {
    if (!world.users.has(id)) continue;
    put('users', id, userOf(world, id));
    const member = guild?.members.get(id);
    if (!member) continue;
    const { deaf: _deaf, mute: _mute, ...shown } = partialMember(member);
    put('members', id, { ...shown, permissions: String(channelPermissions(world, place, id)) });
  }
  for (const id of named.roles ?? []) {
    const role = guild?.roles.get(id);
    if (role) put('roles', id, roleObject(role));
  }
  for (const id of named.channels ?? []) {
    const channel = world.channels.get(id);
    if (channel)
      put('channels', id, { ...channelObject(world, channel), permissions: String(channelPermissions(world, channel, userId)) });
  }
  for (const message of named.messages ?? []) put('messages', message.id, messageObject(world, message));
  for (const attachment of named.attachments ?? [])
    put('attachments', attachment.id, { ...attachment, proxy_url: attachment.url, ephemeral: true });
  return Object.keys(result).length > 0 ? { resolved: result } : {};
}
