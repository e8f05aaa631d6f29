import { AuditLogEvent } from 'discord-api-types/v10';
import { refuse } from '../errors.ts';
import { compareRoles, guildPermissions, hasPermission, isAboveRole, requireInGuild } from '../permissions.ts';
import { addRole, announceChannel, announceRole, channelsOf } from '../population.ts';
import { enforce } from '../rules/rule.ts';
import { ruleTable } from '../rules/table.ts';
import type { Guild, Role, World } from '../world.ts';
import { type Act, audit, changesBetween } from './audit.ts';
import { roleBy } from './find.ts';

export type RoleFields = Partial<Pick<Role, 'name' | 'permissions' | 'color' | 'hoist' | 'mentionable' | 'unicode_emoji'>>;

const audited = ['name', 'permissions', 'color', 'hoist', 'mentionable'] as const;

/** Nobody hands out permissions that they do not hold. */
function requireHeld(world: World, guild: Guild, actorId: string, permissions: bigint): void {
  const held = guildPermissions(world, guild, actorId);
  if (!hasPermission(held, 'Administrator') && permissions & ~held) throw refuse('missingPermissions');
}

export function createRole(world: World, by: Act, guild: Guild, fields: RoleFields): Role {
  requireInGuild(world, by.actorId, guild, 'ManageRoles');
  enforce(ruleTable.role, fields);
  if (guild.roles.size >= 250) throw refuse('tooManyGuildRoles');
  const permissions = BigInt(fields.permissions ?? guild.roles.get(guild.id)?.permissions ?? '0');
  if (fields.permissions !== undefined) requireHeld(world, guild, by.actorId, permissions);
  const role = addRole(world, guild, {
    name: fields.name || 'new role',
    permissions,
    color: fields.color ?? 0,
    hoist: fields.hoist ?? false,
    mentionable: fields.mentionable ?? false,
  });
  audit(world, guild, by, {
    type: AuditLogEvent.RoleCreate,
    targetId: role.id,
    changes: changesBetween<Role>({}, role, audited),
  });
  return role;
}

export function modifyRole(world: World, by: Act, guild: Guild, id: string, fields: RoleFields): Role {
  const role = roleBy(guild, id);
  requireInGuild(world, by.actorId, guild, 'ManageRoles');
  if (!isAboveRole(guild, by.actorId, role)) throw refuse('missingPermissions');
  enforce(ruleTable.role, fields);
  if (fields.permissions !== undefined)
    requireHeld(world, guild, by.actorId, BigInt(fields.permissions) ^ (BigInt(fields.permissions) & BigInt(role.permissions)));
  const before = { ...role };
  Object.assign(role, fields);
  const changes = changesBetween<Role>(before, role, audited);
  if (changes.length > 0) audit(world, guild, by, { type: AuditLogEvent.RoleUpdate, targetId: role.id, changes });
  announceRole(world, 'GUILD_ROLE_UPDATE', guild, role);
  return role;
}

export function deleteRole(world: World, by: Act, guild: Guild, id: string): void {
  const role = roleBy(guild, id);
  requireInGuild(world, by.actorId, guild, 'ManageRoles');
  if (role.id === guild.id || role.managed) throw refuse('invalidRole');
  if (!isAboveRole(guild, by.actorId, role)) throw refuse('missingPermissions');
  guild.roles.delete(id);
  for (const member of guild.members.values())
    if (member.roles.includes(id)) member.roles = member.roles.filter((other) => other !== id);
  for (const invite of world.invites.values()) invite.role_ids = invite.role_ids.filter((other) => other !== id);
  for (const channel of channelsOf(world, guild.id)) {
    if (!channel.permission_overwrites.some((overwrite) => overwrite.id === id)) continue;
    channel.permission_overwrites = channel.permission_overwrites.filter((overwrite) => overwrite.id !== id);
    announceChannel(world, 'CHANNEL_UPDATE', channel);
  }
  audit(world, guild, by, { type: AuditLogEvent.RoleDelete, targetId: id, changes: changesBetween<Role>(role, {}, audited) });
  world.emit({
    event: 'GUILD_ROLE_DELETE',
    data: { guild_id: guild.id, role_id: id },
    guildId: guild.id,
    channelId: null,
    only: null,
  });
}

/** Puts each named role at its position; the others keep their order around them, and all are numbered anew. */
export function moveRoles(
  world: World,
  by: Act,
  guild: Guild,
  moves: readonly { id: string; position?: number | null | undefined }[],
): Role[] {
  requireInGuild(world, by.actorId, guild, 'ManageRoles');
  const wanted = moves.flatMap(({ id, position }) =>
    position === null || position === undefined ? [] : [{ role: roleBy(guild, id), position }],
  );
  for (const { role, position } of wanted) {
    if (role.id === guild.id) throw refuse('invalidRole');
    if (!isAboveRole(guild, by.actorId, role) || !isAboveRole(guild, by.actorId, { ...role, position }))
      throw refuse('missingPermissions');
  }
  const moved = new Set(wanted.map(({ role }) => role.id));
  const order = [...guild.roles.values()].filter(({ id }) => id !== guild.id && !moved.has(id)).sort(compareRoles);
  for (const { role, position } of wanted.sort((a, b) => a.position - b.position))
    order.splice(Math.max(0, position - 1), 0, role);
  for (const [index, role] of order.entries()) {
    if (role.position === index + 1) continue;
    const before = { position: role.position };
    role.position = index + 1;
    if (moved.has(role.id))
      audit(world, guild, by, {
        type: AuditLogEvent.RoleUpdate,
        targetId: role.id,
        changes: changesBetween<Role>(before, role, ['position']),
      });
    announceRole(world, 'GUILD_ROLE_UPDATE', guild, role);
  }
  return [...guild.roles.values()];
}
