import type { Panel } from '../../../../prisma/client/client.ts';
import { type Db, enqueue, enqueueAll, type Tx } from '../../../infra/db.ts';
import { panelTask } from '../wire.ts';

/** Key of the panel in `panel`, and of its channel in the settings. */
export const jobSearchKey = 'job_search';

export const promisePanel = (tx: Db | Tx, guildId: string): Promise<void> =>
  enqueue(tx, panelTask, { guildId }, { key: guildId });

/** For every server with the channel: a panel that is already there is only brought up to date. */
export async function promisePanels(tx: Tx): Promise<void> {
  const bound = await tx.channelBinding.findMany({
    where: { key: jobSearchKey, guild: { leftAt: null } },
    select: { guildId: true },
  });
  await enqueueAll(
    tx,
    panelTask,
    bound.map(({ guildId }) => ({ payload: { guildId }, key: guildId })),
  );
}

export const findPanel = (db: Db, guildId: string): Promise<Panel | null> =>
  db.panel.findUnique({ where: { guildId_key: { guildId, key: jobSearchKey } } });

export async function recordPanel(db: Db, { guildId, channelId, messageId }: Omit<Panel, 'key'>): Promise<void> {
  await db.panel.upsert({
    where: { guildId_key: { guildId, key: jobSearchKey } },
    update: { channelId, messageId },
    create: { guildId, key: jobSearchKey, channelId, messageId },
  });
}

/** Messages of a server were deleted: if the panel is among them, it comes back. */
export async function restorePanel(db: Db, { guildId, messageIds }: { guildId: string; messageIds: string[] }): Promise<void> {
  const lost = await db.panel.count({ where: { guildId, key: jobSearchKey, messageId: { in: messageIds } } });
  if (lost > 0) await promisePanel(db, guildId);
}
