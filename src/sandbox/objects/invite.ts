import type { APIExtendedInvite, APIInvite } from 'discord-api-types/v10';
import { userOf } from '../objects.ts';
import type { Guild, Invite, World } from '../world.ts';

/** When it dies of age; `null`: never. */
export const expiryOf = ({ created_at, max_age }: Invite): string | null =>
  max_age === 0 ? null : new Date(new Date(created_at).getTime() + max_age * 1_000).toISOString();

/** What anyone who knows the code may read. https://docs.discord.com/developers/resources/invite#invite-object */
export function inviteObject(world: World, guild: Guild, invite: Invite): APIInvite {
  const channel = world.channels.get(invite.channel_id);
  return {
    type: 0,
    code: invite.code,
    flags: 0,
    guild_id: guild.id,
    guild: {
      id: guild.id,
      name: guild.name,
      description: guild.description,
      icon: null,
      splash: null,
      banner: null,
      features: [...guild.features],
      verification_level: guild.verification_level,
      vanity_url_code: null,
      nsfw: false,
      nsfw_level: 0,
      premium_subscription_count: 0,
    },
    channel: { id: invite.channel_id, name: channel?.name ?? null, type: channel?.type ?? 0 },
    inviter: userOf(world, invite.inviter_id),
    expires_at: expiryOf(invite),
    ...(invite.role_ids.length > 0 ? { roles: rolesOf(guild, invite) } : {}),
  } as unknown as APIInvite;
}

const rolesOf = (guild: Guild, { role_ids }: Invite): object[] =>
  role_ids
    .flatMap((id) => guild.roles.get(id) ?? [])
    .map(({ id, name, position, color, permissions, unicode_emoji }) => ({
      id,
      name,
      position,
      color,
      colors: { primary_color: color, secondary_color: null, tertiary_color: null },
      icon: null,
      unicode_emoji,
      permissions,
    }));

/** With how it is used, for those who manage invites. https://docs.discord.com/developers/resources/invite#invite-metadata-object */
export const fullInviteObject = (world: World, guild: Guild, invite: Invite): APIExtendedInvite => ({
  ...inviteObject(world, guild, invite),
  uses: invite.uses,
  max_uses: invite.max_uses,
  max_age: invite.max_age,
  temporary: invite.temporary,
  created_at: invite.created_at,
});

/** `d` of INVITE_CREATE. https://docs.discord.com/developers/events/gateway-events#invite-create */
export const inviteEvent = (world: World, invite: Invite): object => ({
  type: 0,
  channel_id: invite.channel_id,
  guild_id: invite.guild_id,
  code: invite.code,
  created_at: invite.created_at,
  inviter: userOf(world, invite.inviter_id),
  max_age: invite.max_age,
  max_uses: invite.max_uses,
  temporary: invite.temporary,
  uses: 0,
  expires_at: expiryOf(invite),
  ...(invite.role_ids.length > 0 ? { role_ids: [...invite.role_ids] } : {}),
});
