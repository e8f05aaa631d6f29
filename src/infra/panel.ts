import type { Panel } from '../../prisma/client/client.ts';
import type { TaskContract } from '../kernel/wire.ts';
import { type Db, enqueue, enqueueAll, type Tx } from './db.ts';

type PanelTask = TaskContract<{ guildId: string }>;

/** The message that a feature keeps in the channel bound under `key`: `task` posts it, brings it up to date, and posts it again when it is gone. */
export function panelIn(key: string, task: PanelTask) {
  const where = (guildId: string) => ({ guildId_key: { guildId, key } });

  const promisePanel = (tx: Db | Tx, guildId: string): Promise<void> => enqueue(tx, task, { guildId }, { key: guildId });

  return {
    promisePanel,

    /** For every server with the channel: a panel that is there is only brought up to date. */
    async promisePanels(tx: Tx): Promise<void> {
      const bound = await tx.channelBinding.findMany({ where: { key, guild: { leftAt: null } }, select: { guildId: true } });
      await enqueueAll(
        tx,
        task,
        bound.map(({ guildId }) => ({ payload: { guildId }, key: guildId })),
      );
    },

    findPanel: (db: Db, guildId: string): Promise<Panel | null> => db.panel.findUnique({ where: where(guildId) }),

    async recordPanel(db: Db, panel: { guildId: string; channelId: string; messageId: string }): Promise<void> {
      const { guildId, channelId, messageId } = panel;
      await db.panel.upsert({
        where: where(guildId),
        update: { channelId, messageId },
        create: { guildId, key, channelId, messageId },
      });
    },

    /** Messages of a server were deleted: if the panel is among them, it comes back. */
    async restorePanel(db: Db, { guildId, messageIds }: { guildId: string; messageIds: string[] }): Promise<void> {
      const lost = await db.panel.count({ where: { guildId, key, messageId: { in: messageIds } } });
      if (lost > 0) await promisePanel(db, guildId);
    },
  };
}
