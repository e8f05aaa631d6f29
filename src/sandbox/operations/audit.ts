import type { APIAuditLogChange, AuditLogEvent } from 'discord-api-types/v10';
import { day } from '../../kernel/time.ts';
import { auditEntryObject } from '../objects.ts';
import { guildPermissions, hasPermission, requireInGuild } from '../permissions.ts';
import { enforce } from '../rules/rule.ts';
import { ruleTable } from '../rules/table.ts';
import { type AuditEntry, type Guild, timeOf, type World } from '../world.ts';

/** Who acts, and why as it will stand in the audit log. */
export type Act = { actorId: string; reason: string | null };

export const act = (actorId: string, reason: string | null = null): Act => ({ actorId, reason });

type Entry = { type: AuditLogEvent; targetId: string | null; changes?: APIAuditLogChange[]; options?: Record<string, string> };

/** Writes what happened. The event goes to the bot only, and only while it may read the log. */
export function audit(world: World, guild: Guild, { actorId, reason }: Act, { type, targetId, changes, options }: Entry): void {
  enforce(ruleTable.reason, { reason });
  const entry = {
    id: world.id(),
    action_type: type,
    user_id: actorId,
    target_id: targetId,
    reason,
    changes: changes ?? [],
    options: options ?? null,
  };
  guild.auditLog.push(entry);
  const botId = world.application.id;
  if (!hasPermission(guildPermissions(world, guild, botId), 'ViewAuditLog')) return;
  world.emit({
    event: 'GUILD_AUDIT_LOG_ENTRY_CREATE',
    data: { ...auditEntryObject(entry), guild_id: guild.id },
    guildId: guild.id,
    channelId: null,
    only: [botId],
  });
}

export type AuditFilter = {
  userId?: string | null;
  type?: number | null;
  before?: string | null;
  after?: string | null;
};

/** "All audit log entries are stored for 45 days." https://docs.discord.com/developers/resources/audit-log */
const kept = 45 * day;

/** Newest first; with `after`, oldest first. https://docs.discord.com/developers/resources/audit-log#get-guild-audit-log */
export function entriesOf(world: World, actorId: string, guild: Guild, filter: AuditFilter): AuditEntry[] {
  requireInGuild(world, actorId, guild, 'ViewAuditLog');
  const { userId, type, before, after } = filter;
  const since = world.clock.now().getTime() - kept;
  const entries = guild.auditLog.filter(
    (entry) =>
      timeOf(entry.id) >= since &&
      (!userId || entry.user_id === userId) &&
      (!type || entry.action_type === type) &&
      (!before || BigInt(entry.id) < BigInt(before)) &&
      (!after || BigInt(entry.id) > BigInt(after)),
  );
  return after ? entries : entries.toReversed();
}

/** The keys that differ, as the audit log shows them. */
export function changesBetween<T extends object>(
  before: Partial<T>,
  after: Partial<T>,
  keys: readonly (keyof T & string)[],
): APIAuditLogChange[] {
  return keys.flatMap((key) => {
    const [old, fresh] = [before[key], after[key]];
    if (JSON.stringify(old) === JSON.stringify(fresh)) return [];
    return [
      {
        key,
        ...(old === undefined || old === null ? {} : { old_value: old }),
        ...(fresh === undefined || fresh === null ? {} : { new_value: fresh }),
      } as unknown as APIAuditLogChange,
    ];
  });
}
