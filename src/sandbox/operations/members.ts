import { AuditLogEvent, MessageType } from 'discord-api-types/v10';
import { invalidForm, refuse } from '../errors.ts';
import { userOf } from '../objects.ts';
import { guildPermissions, hasPermission, isAboveMember, isAboveRole, requireInGuild } from '../permissions.ts';
import { addMember, channelsOf } from '../population.ts';
import { enforce } from '../rules/rule.ts';
import { ruleTable } from '../rules/table.ts';
import { type Guild, type Member, timeOf, type World } from '../world.ts';
import { announceMember } from './announce.ts';
import { type Act, audit, changesBetween } from './audit.ts';
import { memberBy, roleBy } from './find.ts';
import { moderateProfile } from './moderating.ts';
import { postMessage } from './posting.ts';
import { connect, planVoice, type VoiceFields } from './voice.ts';

/** Refuses who may not hand out this role: 50028 for @everyone, 50013 for one that is managed or not below their own. */
export function requireGrantable(world: World, by: Act, guild: Guild, roleId: string): void {
  requireInGuild(world, by.actorId, guild, 'ManageRoles');
  const role = roleBy(guild, roleId);
  if (role.id === guild.id) throw refuse('invalidRole');
  if (role.managed || !isAboveRole(guild, by.actorId, role)) throw refuse('missingPermissions');
}

/** `given` false: the role is taken. Already so: nothing happens. */
export function giveRole(world: World, by: Act, guild: Guild, userId: string, roleId: string, given: boolean): void {
  const member = memberBy(world, guild, userId);
  requireGrantable(world, by, guild, roleId);
  if (member.roles.includes(roleId) === given) return;
  member.roles = given ? [...member.roles, roleId] : member.roles.filter((id) => id !== roleId);
  const { name } = roleBy(guild, roleId);
  const key = given ? '$add' : '$remove';
  audit(world, guild, by, {
    type: AuditLogEvent.MemberRoleUpdate,
    targetId: userId,
    changes: [{ key, new_value: [{ id: roleId, name }] }],
  });
  announceMember(world, guild, member);
}

export type MemberFields = {
  nick?: string | null | undefined;
  roles?: string[] | null | undefined;
  communication_disabled_until?: string | null | undefined;
} & VoiceFields;

export function modifyMember(world: World, by: Act, guild: Guild, userId: string, fields: MemberFields): Member {
  const member = memberBy(world, guild, userId);
  const now = world.clock.now().getTime();
  const until = fields.communication_disabled_until ? new Date(fields.communication_disabled_until).getTime() : undefined;
  enforce(ruleTable.member, { nick: fields.nick, untilMs: until === undefined ? undefined : until - now });
  const before = { ...member };
  const own = userId === by.actorId;

  if (fields.nick !== undefined) {
    requireInGuild(world, by.actorId, guild, own ? 'ChangeNickname' : 'ManageNicknames');
    if (!own && !isAboveMember(guild, by.actorId, userId)) throw refuse('missingPermissions');
  }
  const roles = fields.roles === undefined ? member.roles : [...new Set(fields.roles ?? [])];
  for (const id of [...roles, ...member.roles])
    if (roles.includes(id) !== member.roles.includes(id)) requireGrantable(world, by, guild, id);
  if (fields.communication_disabled_until !== undefined) {
    requireInGuild(world, by.actorId, guild, 'ModerateMembers');
    const administrates = hasPermission(guildPermissions(world, guild, userId), 'Administrator');
    if (own || administrates || !isAboveMember(guild, by.actorId, userId)) throw refuse('missingPermissions');
  }
  const applyVoice = planVoice(world, by, guild, member, fields);

  member.roles = roles;
  if (fields.nick !== undefined) member.nick = fields.nick || null;
  if (fields.communication_disabled_until !== undefined)
    member.communication_disabled_until = until === undefined ? null : new Date(until).toISOString();
  applyVoice();
  // https://support.discord.com/hc/en-us/articles/4413305239191: a timeout takes one out of voice.
  if (until !== undefined && until > now) connect(world, guild, userId, null);

  const changes = changesBetween<Member>(before, member, ['nick', 'communication_disabled_until', 'mute', 'deaf']);
  if (changes.length > 0) audit(world, guild, by, { type: AuditLogEvent.MemberUpdate, targetId: userId, changes });
  const named = (ids: readonly string[]) => ids.map((id) => ({ id, name: guild.roles.get(id)?.name ?? '' }));
  const added = named(member.roles.filter((id) => !before.roles.includes(id)));
  const removed = named(before.roles.filter((id) => !member.roles.includes(id)));
  if (added.length + removed.length > 0)
    audit(world, guild, by, {
      type: AuditLogEvent.MemberRoleUpdate,
      targetId: userId,
      changes: [
        ...(added.length > 0 ? [{ key: '$add' as const, new_value: added }] : []),
        ...(removed.length > 0 ? [{ key: '$remove' as const, new_value: removed }] : []),
      ],
    });
  if (changes.length + added.length + removed.length > 0) announceMember(world, guild, member);
  if (fields.nick !== undefined) moderateProfile(world, guild, member);
  return member;
}

export type Joining = { pending?: boolean | undefined; roles?: readonly string[]; temporary?: boolean };

/** Joins as a person does; `pending` while the screening of the guild is not passed. */
export function joinGuild(
  world: World,
  guild: Guild,
  userId: string,
  { pending = guild.screening, roles = [], temporary = false }: Joining = {},
): Member {
  if (guild.bans.has(userId)) throw refuse('userBanned');
  const known = guild.members.get(userId);
  if (known) return known;
  const member = addMember(world, guild, userId, { pending, roles, temporary });
  const system = guild.system_channel_id ? world.channels.get(guild.system_channel_id) : undefined;
  // https://docs.discord.com/developers/resources/guild#guild-object-system-channel-flags: 1 suppresses join notices.
  if (system && !(guild.system_channel_flags & 1))
    postMessage(world, system, { authorId: userId, draft: {}, files: [], type: MessageType.UserJoin });
  moderateProfile(world, guild, member);
  return member;
}

export function passScreening(world: World, guild: Guild, userId: string): void {
  const member = memberBy(world, guild, userId);
  if (!member.pending) return;
  member.pending = false;
  announceMember(world, guild, member);
}

/** Gone, by whatever way: threads forget them, and the event says so. */
export function removeMember(world: World, guild: Guild, userId: string): void {
  connect(world, guild, userId, null);
  if (!guild.members.delete(userId)) return;
  for (const channel of channelsOf(world, guild.id))
    if (channel.thread) channel.thread.members = channel.thread.members.filter(({ user_id }) => user_id !== userId);
  world.emit({
    event: 'GUILD_MEMBER_REMOVE',
    data: { guild_id: guild.id, user: userOf(world, userId) },
    guildId: guild.id,
    channelId: null,
    only: null,
  });
}

/** Closes Discord: out of voice, and out of the guild for a temporary member whom nobody gave a role. */
export function goOffline(world: World, guild: Guild, userId: string): void {
  connect(world, guild, userId, null);
  const member = guild.members.get(userId);
  if (member?.temporary && member.roles.length === 0) removeMember(world, guild, userId);
}

export function kickMember(world: World, by: Act, guild: Guild, userId: string): void {
  memberBy(world, guild, userId);
  requireInGuild(world, by.actorId, guild, 'KickMembers');
  if (!isAboveMember(guild, by.actorId, userId)) throw refuse('missingPermissions');
  audit(world, guild, by, { type: AuditLogEvent.MemberKick, targetId: userId });
  removeMember(world, guild, userId);
}

export function banUser(world: World, by: Act, guild: Guild, userId: string, deleteSeconds = 0): void {
  requireInGuild(world, by.actorId, guild, 'BanMembers');
  if (!world.users.has(userId)) throw refuse('unknownUser');
  enforce(ruleTable.ban, { delete_message_seconds: deleteSeconds });
  if (guild.members.has(userId) && !isAboveMember(guild, by.actorId, userId)) throw refuse('missingPermissions');
  guild.bans.set(userId, by.reason);
  audit(world, guild, by, { type: AuditLogEvent.MemberBanAdd, targetId: userId });
  if (deleteSeconds > 0) deleteRecent(world, guild, userId, deleteSeconds * 1000);
  removeMember(world, guild, userId);
  announceBan(world, 'GUILD_BAN_ADD', guild, userId);
}

/** What they wrote: AutoMod's alerts bear their name and are the team's. */
function deleteRecent(world: World, guild: Guild, userId: string, milliseconds: number): void {
  const since = world.clock.now().getTime() - milliseconds;
  for (const channel of channelsOf(world, guild.id)) {
    const messages = world.messages.get(channel.id);
    const ids = [...(messages?.values() ?? [])]
      .filter(
        ({ id, author_id, type }) => author_id === userId && type !== MessageType.AutoModerationAction && timeOf(id) >= since,
      )
      .map(({ id }) => id);
    for (const id of ids) messages?.delete(id);
    if (ids.length > 0)
      world.emit({
        event: 'MESSAGE_DELETE_BULK',
        data: { ids, channel_id: channel.id, guild_id: guild.id },
        guildId: guild.id,
        channelId: channel.id,
        only: null,
      });
  }
}

export function unbanUser(world: World, by: Act, guild: Guild, userId: string): void {
  requireInGuild(world, by.actorId, guild, 'BanMembers');
  if (!guild.bans.delete(userId)) throw refuse('unknownBan');
  audit(world, guild, by, { type: AuditLogEvent.MemberBanRemove, targetId: userId });
  announceBan(world, 'GUILD_BAN_REMOVE', guild, userId);
}

const announceBan = (world: World, event: string, guild: Guild, userId: string) =>
  world.emit({
    event,
    data: { guild_id: guild.id, user: userOf(world, userId) },
    guildId: guild.id,
    channelId: null,
    only: null,
  });

export type BulkBan = { banned_users: string[]; failed_users: string[] };

/** Bans all that can be; refused with 500000 when none can. At most 200 at once. */
export function banUsers(world: World, by: Act, guild: Guild, userIds: readonly string[], deleteSeconds: number): BulkBan {
  requireInGuild(world, by.actorId, guild, 'BanMembers', 'ManageGuild');
  if (userIds.length > 200)
    throw invalidForm({ path: ['user_ids'], code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 200 or fewer in length.' });
  const bannable = (id: string) =>
    world.users.has(id) &&
    !guild.bans.has(id) &&
    id !== by.actorId &&
    (!guild.members.has(id) || isAboveMember(guild, by.actorId, id));
  const banned_users = userIds.filter(bannable);
  if (banned_users.length === 0) throw refuse('bulkBanFailed');
  for (const id of banned_users) banUser(world, by, guild, id, deleteSeconds);
  return { banned_users, failed_users: userIds.filter((id) => !banned_users.includes(id)) };
}
