import { bornAt } from '../../../kernel/snowflake.ts';

/** What of an entry of Discord's audit log we read. https://docs.discord.com/developers/resources/audit-log#audit-log-entry-object */
export type Entry = {
  id: string;
  action_type: number;
  user_id: string | null;
  target_id: string | null;
  reason?: string | undefined;
  changes?: readonly { key: string; new_value?: unknown }[] | undefined;
};

/** Something that was done by Discord's own menus. `authorId` null: Discord's AutoMod did it. */
export type Outside = {
  auditId: string;
  userId: string;
  authorId: string | null;
  reason: string;
  at: Date;
} & (
  | { kind: 'timeout' /** Null: the entry does not say. */; until: Date | null }
  | { kind: 'untimeout' | 'kick' | 'ban' | 'unban' }
);

/** AuditLogEvent: MemberKick, MemberBanAdd, MemberBanRemove, MemberUpdate, AutoModerationUserCommunicationDisabled. */
export const watchedTypes = [20, 22, 23, 24, 145] as const;

/** Null for what concerns nobody's sanctions, and for what the program did itself. */
export function readEntry(entry: Entry, botId: string): Outside | null {
  const { id, action_type: type, user_id: authorId, target_id: userId, reason = '', changes = [] } = entry;
  if (userId === null || authorId === botId) return null;
  const common = { auditId: id, userId, authorId, reason: reason.trim(), at: bornAt(id) };
  if (type === 20) return { ...common, kind: 'kick' };
  if (type === 22) return { ...common, kind: 'ban' };
  if (type === 23) return { ...common, kind: 'unban' };
  if (type === 145) return { ...common, authorId: null, kind: 'timeout', until: null };
  if (type !== 24) return null;
  const change = changes.find(({ key }) => key === 'communication_disabled_until');
  if (!change) return null;
  const until = typeof change.new_value === 'string' ? new Date(change.new_value) : null;
  return until && until > common.at ? { ...common, kind: 'timeout', until } : { ...common, kind: 'untimeout' };
}
