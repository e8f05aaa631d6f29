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
  const bound = await tx.channelBinding.findMany({
    where: { key: welcomeKey, guild: { leftAt: null } },
    select: { guildId: true },
  });
  await enqueueAll(
    tx,
    panelTask,
    bound.map(({ guildId }) => ({ payload: { guildId }, key: guildId })),
  );
}

type Open = { id: number; guildId: string };

const enqueueCards = (tx: Db | Tx, open: readonly Open[]): Promise<void> =>
  enqueueAll(
    tx,
    cardTask,
    open.map(({ id, guildId }) => ({ payload: { guildId, requestId: id }, key: String(id) })),
  );

/** Requests that wait without a card where staff look for it: there was no channel, or another is bound now. */
export async function promiseMissingCards(tx: Tx, guildId: string | null = null): Promise<void> {
  await enqueueCards(
    tx,
    await tx.$queryRaw<Open[]>`
      SELECT request.id, request.guild_id AS "guildId" FROM identification_request AS request
      JOIN channel_binding AS bound ON bound.guild_id = request.guild_id AND bound.key = ${requestsKey}
      WHERE request.status IN ('pending', 'asked') AND (${guildId}::text IS NULL OR request.guild_id = ${guildId})
        AND (request.card_message_id IS NULL OR request.card_channel_id <> bound.channel_id)
        AND NOT EXISTS (SELECT FROM guild WHERE guild.id = request.guild_id AND guild.left_at IS NOT NULL)`,
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

type Deleted = { guildId: string; messageIds: string[] };

/** Messages of a server were deleted: if the panel is among them, it comes back. */
export async function restorePanel(db: Db, { guildId, messageIds }: Deleted): Promise<void> {
  const lost = await db.panel.count({ where: { guildId, key: welcomeKey, messageId: { in: messageIds } } });
  if (lost > 0) await promisePanel(db, guildId);
}

/** The same for the cards of requests that wait. */
export async function restoreCards(db: Db, { guildId, messageIds }: Deleted): Promise<void> {
  const lost = await db.identificationRequest.findMany({
    where: { guildId, status: { in: ['pending', 'asked'] }, cardMessageId: { in: messageIds } },
    select: { id: true, guildId: true },
  });
  await enqueueCards(db, lost);
}
