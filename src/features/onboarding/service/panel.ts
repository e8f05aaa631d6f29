import type { Panel } from '../../../../prisma/client/client.ts';
import { type Db, enqueue, enqueueAll, type Tx } from '../../../infra/db.ts';
import { cardTask, panelTask } from '../wire.ts';

/** Key of the welcome panel in `panel`, and of its channel in the settings. */
export const welcomeKey = 'welcome';
export const requestsKey = 'requests';

export const promisePanel = (tx: Db | Tx, guildId: string): Promise<void> =>
  enqueue(tx, panelTask, { guildId }, { key: guildId });

/** For every server with a welcome channel: a panel that is already there is only brought up to date. */
export async function promisePanels(tx: Tx): Promise<void> {
  const bound = await tx.channelBinding.findMany({ where: { key: welcomeKey, guild: { leftAt: null } }, select: { guildId: true } });
  await enqueueAll(
    tx,
    panelTask,
    bound.map(({ guildId }) => ({ payload: { guildId }, key: guildId })),
  );
}

/** Requests that wait and have no card, because there was no channel to post it in. */
export async function promiseMissingCards(tx: Tx, guildId?: string): Promise<void> {
  const left = await tx.guild.findMany({ where: { leftAt: { not: null } }, select: { id: true } });
  const missing = await tx.identificationRequest.findMany({
    where: {
      status: { in: ['pending', 'asked'] },
      cardMessageId: null,
      guildId: guildId ?? { notIn: left.map(({ id }) => id) },
    },
    select: { id: true, guildId: true },
  });
  await enqueueAll(
    tx,
    cardTask,
    missing.map((request) => ({ payload: { guildId: request.guildId, requestId: request.id }, key: String(request.id) })),
  );
}

export const findPanel = (db: Db, guildId: string): Promise<Panel | null> =>
  db.panel.findUnique({ where: { guildId_key: { guildId, key: welcomeKey } } });

export async function recordPanel(db: Db, panel: { guildId: string; channelId: string; messageId: string }): Promise<void> {
  const { guildId, channelId, messageId } = panel;
  await db.panel.upsert({
    where: { guildId_key: { guildId, key: welcomeKey } },
    update: { channelId, messageId },
    create: { guildId, key: welcomeKey, channelId, messageId },
  });
}

/** Messages of a server were deleted: if the panel is among them, it comes back. */
export async function restorePanel(db: Db, { guildId, messageIds }: { guildId: string; messageIds: string[] }): Promise<void> {
  const lost = await db.panel.count({ where: { guildId, key: welcomeKey, messageId: { in: messageIds } } });
  if (lost > 0) await promisePanel(db, guildId);
}
