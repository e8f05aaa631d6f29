import { type Db, enqueueAll, type Tx } from '../../../infra/db.ts';
import { panelIn } from '../../../infra/panel.ts';
import { cardTask, panelTask } from '../wire.ts';

/** Key of the welcome panel in `panel`, and of its channel in the settings. */
export const welcomeKey = 'welcome';
export const requestsKey = 'requests';

export const { promisePanel, promisePanels, findPanel, recordPanel, restorePanel } = panelIn(welcomeKey, panelTask);

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

type Deleted = { guildId: string; messageIds: string[] };

/** Messages of a server were deleted: the cards of requests that wait come back if they are among them. */
export async function restoreCards(db: Db, { guildId, messageIds }: Deleted): Promise<void> {
  const lost = await db.identificationRequest.findMany({
    where: { guildId, status: { in: ['pending', 'asked'] }, cardMessageId: { in: messageIds } },
    select: { id: true, guildId: true },
  });
  await enqueueCards(db, lost);
}
