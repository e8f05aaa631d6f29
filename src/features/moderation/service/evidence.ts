import type { Tx } from '../../../infra/db.ts';
import { day } from '../../../kernel/time.ts';

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

/** Keeps what a message says, for as long as the settings of the server allow. Returns the id of the evidence. */
export async function keepEvidence(tx: Tx, { files, now, ...message }: NewEvidence): Promise<number> {
  const setting = await tx.moderationSetting.findUnique({ where: { guildId: message.guildId }, select: { evidenceDays: true } });
  const purgeAt = new Date(now.getTime() + (setting?.evidenceDays ?? 90) * day);
  const { id } = await tx.moderationEvidence.create({
    data: { ...message, createdAt: now, purgeAt, files: { create: [...files] } },
    select: { id: true },
  });
  return id;
}
