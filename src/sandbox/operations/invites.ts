import { randomInt } from 'node:crypto';
import { AuditLogEvent, ChannelType } from 'discord-api-types/v10';
import { refuse } from '../errors.ts';
import { expiryOf, inviteEvent } from '../objects/invite.ts';
import { channelPermissions, guildPermissions, hasPermission, requireInChannel } from '../permissions.ts';
import { enforce } from '../rules/rule.ts';
import { ruleTable } from '../rules/table.ts';
import type { Channel, Guild, Invite, Member, World } from '../world.ts';
import { announceMember } from './announce.ts';
import { type Act, audit, changesBetween } from './audit.ts';
import { guildOf } from './find.ts';
import { requireOpenInvites } from './incidents.ts';
import { joinGuild, requireGrantable } from './members.ts';

export type NewInvite = {
  /** Seconds; 0: for ever. Default: a day. */
  max_age?: number | null | undefined;
  /** 0, the default: without limit. */
  max_uses?: number | null | undefined;
  temporary?: boolean | null | undefined;
  /** Never answers with an invite that is already there. */
  unique?: boolean | null | undefined;
  role_ids?: readonly string[] | null | undefined;
};

const mostInGuild = 1_000;
const dayInSeconds = 86_400;

const closed: readonly ChannelType[] = [ChannelType.GuildCategory, ChannelType.GuildDirectory];
const audited = ['code', 'channel_id', 'inviter_id', 'max_uses', 'uses', 'max_age', 'temporary'] as const;

/**
 * Those that still work. An invite that is too old goes without a word: Discord sends INVITE_DELETE only for one that somebody deleted or
 * that was used up.
 */
export function invitesOf(world: World, guild: Guild): Invite[] {
  const now = world.clock.now();
  for (const invite of [...world.invites.values()]) {
    const expiry = expiryOf(invite);
    if (expiry !== null && new Date(expiry) <= now) world.invites.delete(invite.code);
  }
  return [...world.invites.values()].filter(({ guild_id }) => guild_id === guild.id);
}

/** 10006 for a code that does not exist, or no longer. */
export function inviteBy(world: World, code: string): { invite: Invite; guild: Guild } {
  const guild = world.guilds.get(world.invites.get(code)?.guild_id ?? '');
  const invite = guild ? invitesOf(world, guild).find((one) => one.code === code) : undefined;
  if (!guild || !invite) throw refuse('unknownInvite');
  return { invite, guild };
}

/** https://docs.discord.com/developers/resources/channel#create-channel-invite */
export function createInvite(world: World, by: Act, channel: Channel, wanted: NewInvite): Invite {
  const guild = guildOf(world, channel);
  enforce(ruleTable.invite, wanted);
  if (channel.thread || closed.includes(channel.type)) throw refuse('wrongChannelType');
  requireInChannel(world, by.actorId, channel, 'CreateInstantInvite');
  const role_ids = [...(wanted.role_ids ?? [])];
  for (const id of role_ids) requireGrantable(world, by, guild, id);
  const kind = {
    guild_id: guild.id,
    channel_id: channel.id,
    inviter_id: by.actorId,
    max_age: wanted.max_age ?? dayInSeconds,
    max_uses: wanted.max_uses ?? 0,
    temporary: wanted.temporary ?? false,
    role_ids,
  };
  const known = invitesOf(world, guild);
  const same = known.find((invite) => JSON.stringify({ ...invite, ...kind }) === JSON.stringify(invite));
  if (same && !wanted.unique) return same;
  if (known.length >= mostInGuild) throw refuse('tooManyInvites');
  const invite: Invite = { code: freeCode(world), created_at: world.clock.now().toISOString(), uses: 0, ...kind };
  world.invites.set(invite.code, invite);
  audit(world, guild, by, {
    type: AuditLogEvent.InviteCreate,
    targetId: null,
    changes: changesBetween<Invite>({}, invite, audited),
  });
  announce(world, 'INVITE_CREATE', invite, inviteEvent(world, invite));
  return invite;
}

const alphabet = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

function freeCode(world: World): string {
  const code = Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return world.invites.has(code) ? freeCode(world) : code;
}

/** Bots hear of the invites of channels that they manage. https://docs.discord.com/developers/events/gateway-events#invites */
function announce(world: World, event: string, invite: Invite, data: object): void {
  const channel = world.channels.get(invite.channel_id);
  const botId = world.application.id;
  if (!channel || !hasPermission(channelPermissions(world, channel, botId), 'ManageChannels')) return;
  world.emit({ event, data, guildId: invite.guild_id, channelId: null, only: [botId] });
}

function drop(world: World, invite: Invite): void {
  world.invites.delete(invite.code);
  const { channel_id, guild_id, code } = invite;
  announce(world, 'INVITE_DELETE', invite, { channel_id, guild_id, code });
}

/** Takes MANAGE_CHANNELS in its channel, or MANAGE_GUILD. */
export function deleteInvite(world: World, by: Act, code: string): { invite: Invite; guild: Guild } {
  const { invite, guild } = inviteBy(world, code);
  const channel = world.channels.get(invite.channel_id);
  const inGuild = guildPermissions(world, guild, by.actorId);
  const inChannel = channel ? channelPermissions(world, channel, by.actorId) : 0n;
  if (!hasPermission(inGuild, 'ManageGuild') && !hasPermission(inChannel, 'ManageChannels')) throw refuse('missingPermissions');
  drop(world, invite);
  audit(world, guild, by, {
    type: AuditLogEvent.InviteDelete,
    targetId: null,
    changes: changesBetween<Invite>(invite, {}, audited),
  });
  return { invite, guild };
}

/**
 * Joins by a code. Its roles come with the member, and also to who is in the guild already, which counts as no use.
 * https://docs.discord.com/developers/communities/guides/community-invites
 */
export function acceptInvite(world: World, userId: string, code: string, pending?: boolean): Member {
  const { invite, guild } = inviteBy(world, code);
  const known = guild.members.get(userId);
  if (known) {
    const missing = invite.role_ids.filter((id) => !known.roles.includes(id));
    known.roles = [...known.roles, ...missing];
    if (missing.length > 0) announceMember(world, guild, known);
    return known;
  }
  if (guild.bans.has(userId)) throw refuse('userBanned');
  requireOpenInvites(world, guild);
  invite.uses += 1;
  // Bots that watch invites know: the last use takes the invite away before the member is announced.
  if (invite.max_uses > 0 && invite.uses >= invite.max_uses) drop(world, invite);
  return joinGuild(world, guild, userId, { pending, roles: invite.role_ids, temporary: invite.temporary });
}
