import type { Tx } from './db.ts';

/** One action of staff. `before` and `after` hold states and ids of rows: never a name, an address or a Discord id of a person. */
export type AuditRecord = {
  guildId: string;
  actorId: string;
  targetId?: string;
  /** `onboarding.accept`, `settings.bind_role`. */
  action: `${string}.${string}`;
  subject?: string;
  before?: unknown;
  after?: unknown;
  at: Date;
};

/**
 * Appends to the audit log, in the transaction of the action itself. People appear under pseudonyms, so that erasing a person
 * leaves the log unchanged and says nothing of them any more (GDPR, article 4(5) and recital 26).
 */
export const audit = (tx: Tx, record: AuditRecord): Promise<void> => auditAll(tx, [record]);

/** The same for many, in their order, in two round trips. */
export async function auditAll(tx: Tx, records: readonly AuditRecord[]): Promise<void> {
  if (records.length === 0) return;
  const guilds = records.map(({ guildId }) => guildId);
  const actors = records.map(({ actorId }) => actorId);
  const targets = records.map(({ targetId }) => targetId ?? null);
  await tx.$executeRaw`/* kept */
    INSERT INTO pseudonym (guild_id, user_id)
    SELECT DISTINCT guild_id, person FROM unnest(
      ${[...guilds, ...guilds]}::text[], ${[...actors, ...targets]}::text[]) AS named (guild_id, person)
    WHERE person IS NOT NULL ORDER BY guild_id, person
    ON CONFLICT DO NOTHING`;
  await tx.$executeRaw`/* kept */
    INSERT INTO audit_entry (guild_id, actor_ref, target_ref, action, subject, before, after, at)
    SELECT done.guild_id, actor.ref, target.ref, done.action, done.subject, done.before::jsonb, done.after::jsonb, done.at::timestamptz
    FROM unnest(
      ${guilds}::text[], ${actors}::text[], ${targets}::text[], ${records.map(({ action }) => action)}::text[],
      ${records.map(({ subject }) => subject ?? null)}::text[], ${records.map(({ before }) => JSON.stringify(before ?? null))}::text[],
      ${records.map(({ after }) => JSON.stringify(after ?? null))}::text[], ${records.map(({ at }) => at.toISOString())}::text[]
    ) WITH ORDINALITY AS done (guild_id, actor_id, target_id, action, subject, before, after, at, place)
    JOIN pseudonym AS actor ON actor.guild_id = done.guild_id AND actor.user_id = done.actor_id
    LEFT JOIN pseudonym AS target ON target.guild_id = done.guild_id AND target.user_id = done.target_id
    ORDER BY done.place`;
}
