import type { Panel } from '../../../../prisma/client/client.ts';
import { type Db, enqueue, enqueueAll, type Tx } from '../../../infra/db.ts';
import { mentoringKey } from '../../../kernel/mentoring.ts';
import { panelTask } from '../wire.ts';

export const promisePanel = (tx: Db | Tx, guildId: string): Promise<void> =>
  enqueue(tx, panelTask, { guildId }, { key: guildId });

/** For every server with the channel: a panel that is there is only brought up to date. */
export async function promisePanels(tx: Tx): Promise<void> {
  const bound = await tx.channelBinding.findMany({
    where: { key: mentoringKey, guild: { leftAt: null } },
    select: { guildId: true },
  });
  await enqueueAll(
    tx,
    panelTask,
    bound.map(({ guildId }) => ({ payload: { guildId }, key: guildId })),
  );
}

const where = (guildId: string) => ({ guildId_key: { guildId, key: mentoringKey } });

export const findPanel = (db: Db, guildId: string): Promise<Panel | null> => db.panel.findUnique({ where: where(guildId) });

export async function recordPanel(db: Db, panel: { guildId: string; channelId: string; messageId: string }): Promise<void> {
  const { guildId, channelId, messageId } = panel;
  await db.panel.upsert({
    where: where(guildId),
    update: { channelId, messageId },
    create: { guildId, key: mentoringKey, channelId, messageId },
  });
}

/** Messages of a server were deleted: if the panel is among them, it comes back. */
export async function restorePanel(db: Db, { guildId, messageIds }: { guildId: string; messageIds: string[] }): Promise<void> {
  const lost = await db.panel.count({ where: { guildId, key: mentoringKey, messageId: { in: messageIds } } });
  if (lost > 0) await promisePanel(db, guildId);
}
