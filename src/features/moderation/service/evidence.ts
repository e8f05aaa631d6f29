import type { ModerationEvidence, ModerationFile } from '../../../../prisma/client/client.ts';
import { type Db, enqueue, type Tx } from '../../../infra/db.ts';
import { day } from '../../../kernel/time.ts';
import { fetchTask } from '../wire.ts';

/** A message that somebody must judge later. Files are named here and fetched by a task. */
export type NewEvidence = {
  guildId: string;
  userId: string;
  channelId: string;
  messageId: string | null;
  content: string;
  sentAt: Date | null;
  files: readonly { name: string; contentType: string; size: number; url: string }[];
  now: Date;
};

/** Of one message. */
const mostFiles = 10;
/** Of one file, in bytes. */
export const largestFile = 8 * 1024 * 1024;

/** Keeps what a message says, for as long as the settings of the server allow. Returns the id of the evidence. */
export async function keepEvidence(tx: Tx, { files, now, ...message }: NewEvidence): Promise<number> {
  const { guildId } = message;
  const setting = await tx.moderationSetting.findUnique({ where: { guildId }, select: { evidenceDays: true } });
  const purgeAt = new Date(now.getTime() + (setting?.evidenceDays ?? 90) * day);
  const { id } = await tx.moderationEvidence.create({
    data: { ...message, createdAt: now, purgeAt, files: { create: files.slice(0, mostFiles) } },
    select: { id: true },
  });
  // Discord's address of a file is good for a day.
  if (files.length > 0) await enqueue(tx, fetchTask, { guildId, evidenceId: id }, { key: String(id) });
  return id;
}

/** Files of a piece of evidence that nobody tried to fetch yet. */
export const unfetchedFiles = (
  db: Db,
  { guildId, evidenceId }: { guildId: string; evidenceId: number },
): Promise<Pick<ModerationFile, 'id' | 'url' | 'size'>[]> =>
  db.moderationFile.findMany({
    where: { evidenceId, evidence: { guildId }, triedAt: null },
    orderBy: { id: 'asc' },
    select: { id: true, url: true, size: true },
  });

/** `data` null: it is too large, or gone. */
export async function recordFile(db: Db, { id, data, now }: { id: number; data: Uint8Array | null; now: Date }): Promise<void> {
  await db.moderationFile.updateMany({ where: { id }, data: { triedAt: now, data: data && Uint8Array.from(data) } });
}

export type Kept = ModerationEvidence & { files: (Omit<ModerationFile, 'data'> & { isKept: boolean })[] };

/** A piece of evidence with the names of its files, for moderators. */
export async function readEvidence(
  db: Db,
  { guildId, evidenceId }: { guildId: string; evidenceId: number },
): Promise<Kept | null> {
  const found = await db.moderationEvidence.findFirst({
    where: { id: evidenceId, guildId },
    include: { files: { orderBy: { id: 'asc' }, omit: { data: true } } },
  });
  if (!found) return null;
  const kept = await db.moderationFile.findMany({ where: { evidenceId, data: { not: null } }, select: { id: true } });
  const ids = new Set(kept.map(({ id }) => id));
  return { ...found, files: found.files.map((file) => ({ ...file, isKept: ids.has(file.id) })) };
}

/** Its files themselves, those that were fetched. */
export const readFiles = (
  db: Db,
  { guildId, evidenceId }: { guildId: string; evidenceId: number },
): Promise<{ name: string; data: Uint8Array | null }[]> =>
  db.moderationFile.findMany({
    where: { evidenceId, evidence: { guildId }, data: { not: null } },
    orderBy: { id: 'asc' },
    select: { name: true, data: true },
  });

/**
 * What an open report or vote is judged by: kept from whom it is about, and from their erasure, until there is an answer. A message may be kept in
 * several versions.
 */
export async function underReview(db: Db | Tx, { guildId, userId }: { guildId: string; userId: string }): Promise<number[]> {
  const kept = await db.$queryRaw<{ id: number }[]>`
    SELECT kept.id FROM moderation_evidence AS kept
    WHERE kept.guild_id = ${guildId} AND kept.user_id = ${userId} AND (
      EXISTS (
        SELECT FROM report_subject AS subject
        WHERE subject.guild_id = kept.guild_id AND subject.user_id = kept.user_id AND subject.state = 'open'
          AND (subject.evidence_id = kept.id OR subject.message_id = kept.message_id))
      OR EXISTS (SELECT FROM moderation_vote AS vote WHERE vote.evidence_id = kept.id AND vote.state IN ('open', 'confirming')))`;
  return kept.map(({ id }) => id);
}

/** Of somebody who had asked for their data to be erased, once what it was kept for is answered. What a case rests on stays with the case. */
export async function dropReviewed(
  tx: Tx,
  reviewed: readonly { guildId: string; userId: string; evidenceId: number | null; messageId?: string | null }[],
): Promise<void> {
  for (const { guildId, userId, evidenceId, messageId } of reviewed) {
    const about = [...(evidenceId === null ? [] : [{ id: evidenceId }]), ...(messageId ? [{ messageId }] : [])];
    const id = { notIn: await underReview(tx, { guildId, userId }) };
    if (about.length > 0)
      await tx.moderationEvidence.deleteMany({ where: { AND: [{ OR: about }, { id }], guildId, userId, cases: { none: {} } } });
  }
}

/** Its time is over. */
export async function purgeEvidence(tx: Tx, now: Date): Promise<void> {
  await tx.moderationEvidence.deleteMany({ where: { purgeAt: { lte: now } } });
}
