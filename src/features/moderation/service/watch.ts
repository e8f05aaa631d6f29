import { type Db, enqueue, enqueueAll, isDuplicate, type Tx } from '../../../infra/db.ts';
import { idBefore } from '../../../kernel/snowflake.ts';
import { second } from '../../../kernel/time.ts';
import type { Outside } from '../rules/outside.ts';
import { watchTask } from '../wire.ts';
import { promiseTelling } from './act.ts';
import { activeSanction, lockCases, openCase } from './case.ts';
import { releaseCase } from './end.ts';

/** Something was done by Discord's own menus. What was done before anybody watched stays nobody's case. */
export async function noteEntry(db: Db | Tx, { guildId, entryId }: { guildId: string; entryId: string }): Promise<void> {
  await startAt(db, guildId, String(BigInt(entryId) - 1n));
  await enqueue(db, watchTask, { guildId }, { key: guildId });
}

async function startAt(db: Db | Tx, guildId: string, lastAuditId: string): Promise<void> {
  await db.$executeRaw`
    INSERT INTO moderation_setting AS kept (guild_id, last_audit_id) VALUES (${guildId}, ${lastAuditId})
    ON CONFLICT (guild_id) DO UPDATE SET last_audit_id = ${lastAuditId} WHERE kept.last_audit_id IS NULL`;
}

/** For every server where the bot is. */
export async function promiseWatches(tx: Tx): Promise<void> {
  const guilds = await tx.guild.findMany({ where: { leftAt: null }, select: { id: true } });
  await enqueueAll(
    tx,
    watchTask,
    guilds.map(({ id }) => ({ payload: { guildId: id }, key: id })),
  );
}

/** After which entry the log is to be read: from now on, the first time. */
export async function lastRead(db: Db, guildId: string, now: Date): Promise<string> {
  const fresh = idBefore(now);
  await startAt(db, guildId, fresh);
  const { lastAuditId } = await db.moderationSetting.findUniqueOrThrow({ where: { guildId }, select: { lastAuditId: true } });
  return lastAuditId ?? fresh;
}

type Seen = Outside & { guildId: string; now: Date };

async function sanctionOutside(tx: Tx, { guildId, userId, authorId, reason, auditId, now, at, ...deed }: Seen): Promise<void> {
  if (deed.kind !== 'timeout' && deed.kind !== 'kick' && deed.kind !== 'ban') return;
  const until = deed.kind === 'timeout' ? deed.until : null;
  if (deed.kind === 'timeout' && (until === null || until <= at)) return;
  const active = deed.kind === 'kick' ? null : await activeSanction(tx, { guildId, userId, kind: deed.kind });
  // Discord says of somebody who is banned already what we know.
  if (active && deed.kind === 'ban') return;
  // AutoMod is named by two entries.
  if (active && until && Math.abs((active.endsAt?.getTime() ?? 0) - until.getTime()) < second) return;
  if (active) await tx.moderationCase.update({ where: { id: active.id }, data: { endedAt: at, updatedAt: now } });
  const opened = await openCase(tx, {
    guildId,
    userId,
    kind: deed.kind,
    origin: 'discord',
    authorId,
    reason,
    // Moderators and other programs write there for the team: whom they name is none of the person's business.
    isReasonInternal: true,
    auditId,
    now: at,
    seconds: until ? Math.max(1, Math.round((until.getTime() - at.getTime()) / second)) : null,
  });
  await promiseTelling(tx, opened, 'opened');
}

async function releaseOutside(tx: Tx, { guildId, userId, authorId, reason, auditId, kind, at, now }: Seen): Promise<void> {
  if (kind !== 'untimeout' && kind !== 'unban') return;
  const active = await activeSanction(tx, { guildId, userId, kind: kind === 'unban' ? 'ban' : 'timeout' });
  // What is over by its time needs nobody to end it.
  if (!active || (active.endsAt !== null && active.endsAt <= at)) return;
  const opened = await releaseCase(tx, { guildId, caseId: active.id, authorId, reason, origin: 'discord', auditId, now: at });
  await tx.moderationCase.update({ where: { id: opened.id }, data: { updatedAt: now } });
  if (kind === 'untimeout') await promiseTelling(tx, opened, 'lifted');
}

/** One case for each thing done, however often it is read. */
export async function recordOutside(db: Db, seen: Seen): Promise<void> {
  const { guildId, auditId } = seen;
  try {
    await db.$transaction(async (tx) => {
      await lockCases(tx, guildId);
      if ((await tx.moderationCase.count({ where: { guildId, auditId } })) > 0) return;
      await sanctionOutside(tx, seen);
      await releaseOutside(tx, seen);
    });
  } catch (error) {
    if (!isDuplicate(error, 'moderation_case_audit')) throw error;
  }
}

/** Never backwards: two may read at a time. */
export async function recordRead(db: Db, { guildId, lastAuditId }: { guildId: string; lastAuditId: string }): Promise<void> {
  await db.$executeRaw`
    UPDATE moderation_setting SET last_audit_id = ${lastAuditId}
    WHERE guild_id = ${guildId} AND coalesce(last_audit_id, '0')::numeric < ${lastAuditId}::numeric`;
}
