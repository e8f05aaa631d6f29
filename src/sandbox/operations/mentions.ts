import { type Component, walk } from '../components.ts';
import type { MessageDraft } from '../draft.ts';
import { channelPermissions, hasPermission } from '../permissions.ts';
import type { Channel, Message, World } from '../world.ts';

type Mentions = Pick<Message, 'mentions' | 'mention_roles' | 'mention_everyone'>;

/**
 * Whom a message pings, of all that it names: what `allowed_mentions` lets through, and what its author may ping.
 * https://docs.discord.com/developers/resources/message#allowed-mentions-object
 */
export function mentionsIn(
  world: World,
  channel: Channel,
  authorId: string,
  text: { content: string; components: readonly Component[] },
  allowed: MessageDraft['allowed_mentions'],
  repliedTo: string | null,
): Mentions {
  const displays = [...walk(text.components)].map(({ component }) =>
    typeof component.content === 'string' ? component.content : '',
  );
  const said = [text.content, ...displays].join('\n');
  const guild = channel.guild_id ? world.guilds.get(channel.guild_id) : undefined;
  const mayPingAll = hasPermission(channelPermissions(world, channel, authorId), 'MentionEveryone');
  const pings = (kind: 'users' | 'roles', id: string) =>
    !allowed || (allowed.parse?.includes(kind) ?? false) || (allowed[kind]?.includes(id) ?? false);

  const users = [...said.matchAll(/<@!?(\d{17,20})>/g)].flatMap(([, id]) =>
    id && world.users.has(id) && pings('users', id) ? [id] : [],
  );
  const replied = repliedTo && (allowed ? (allowed.replied_user ?? false) : true) ? [repliedTo] : [];
  const roles = [...said.matchAll(/<@&(\d{17,20})>/g)].flatMap(([, id]) => {
    const role = guild?.roles.get(id ?? '');
    return role && pings('roles', role.id) && (role.mentionable || mayPingAll) ? [role.id] : [];
  });
  return {
    mentions: [...new Set([...users, ...replied])],
    mention_roles: [...new Set(roles)],
    mention_everyone:
      /@(everyone|here)\b/.test(said) && mayPingAll && (!allowed || (allowed.parse?.includes('everyone') ?? false)),
  };
}
