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
export async function audit(
  tx: Tx,
  { guildId, actorId, targetId, action, subject, before, after, at }: AuditRecord,
): Promise<void> {
  const people = [...new Set(targetId === undefined ? [actorId] : [actorId, targetId])].sort();
  await tx.$executeRaw`
    INSERT INTO pseudonym (guild_id, user_id) SELECT ${guildId}, person FROM unnest(${people}::text[]) AS person
    ON CONFLICT DO NOTHING`;
  await tx.$executeRaw`
    INSERT INTO audit_entry (guild_id, actor_ref, target_ref, action, subject, before, after, at)
    SELECT ${guildId}, (SELECT ref FROM pseudonym WHERE guild_id = ${guildId} AND user_id = ${actorId}),
      (SELECT ref FROM pseudonym WHERE guild_id = ${guildId} AND user_id = ${targetId ?? null}),
      ${action}, ${subject ?? null}, ${JSON.stringify(before ?? null)}::jsonb, ${JSON.stringify(after ?? null)}::jsonb, ${at}`;
}
