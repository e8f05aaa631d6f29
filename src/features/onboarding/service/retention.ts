import { type Db, enqueueAll, type Tx } from '../../../infra/db.ts';
import { closedKeptFor, draftKeptFor } from '../rules.ts';
import { cardTask, removeCardTask } from '../wire.ts';

type Erased = { id: number; guildId: string; userId: string; cardChannelId: string | null; cardMessageId: string | null };

/** What goes with erased requests: their cards in the staff channel, and the trace of what was told about them. */
async function eraseTraces(tx: Tx, erased: readonly Erased[]): Promise<void> {
  await enqueueAll(
    tx,
    removeCardTask,
    erased.flatMap(({ guildId, cardChannelId, cardMessageId }) =>
      cardChannelId && cardMessageId
        ? [{ payload: { guildId, channelId: cardChannelId, messageId: cardMessageId }, key: cardMessageId }]
        : [],
    ),
  );
  await tx.$executeRaw`
    DELETE FROM notice USING unnest(${erased.map(({ id }) => id)}::int[], ${erased.map(({ userId }) => userId)}::text[]) AS erased (id, user_id)
    WHERE notice.user_id = erased.user_id AND notice.key ~ ('^onboarding\\.\\w+:' || erased.id || '(:|$)')`;
}

/**
 * Erases requests that are closed or wait for their person's answer after 180 days, those that were never sent after 30, and the consents
 * of people of whom nothing else is left.
 */
export async function forgetOldRequests(tx: Tx, now: Date): Promise<void> {
  const closedBefore = new Date(now.getTime() - closedKeptFor);
  const draftBefore = new Date(now.getTime() - draftKeptFor);
  const erased = await tx.$queryRaw<Erased[]>`
    DELETE FROM identification_request
    WHERE (status IN ('asked', 'accepted', 'refused', 'cancelled') AND decided_at < ${closedBefore})
      OR (status = 'cancelled' AND submitted_at IS NULL AND decided_at < ${draftBefore})
      OR (status = 'draft' AND created_at < ${draftBefore})
    RETURNING id, guild_id AS "guildId", user_id AS "userId", card_channel_id AS "cardChannelId", card_message_id AS "cardMessageId"`;
  await eraseTraces(tx, erased);
  await tx.notice.deleteMany({ where: { key: { startsWith: 'onboarding.arrived:' }, createdAt: { lt: closedBefore } } });
  await tx.$executeRaw`
    DELETE FROM consent WHERE accepted_at < ${closedBefore} AND NOT EXISTS (
      SELECT FROM member WHERE member.guild_id = consent.guild_id AND member.user_id = consent.user_id)`;
}

export async function exportOnboarding(db: Db, guildId: string, userId: string): Promise<Record<string, unknown>> {
  const where = { guildId, userId };
  const [consents, requests, notices, decisions] = await Promise.all([
    db.consent.findMany({ where }),
    // Who decided is another person's data.
    db.identificationRequest.findMany({ where, orderBy: { id: 'asc' }, omit: { decidedBy: true } }),
    db.notice.findMany({ where: { ...where, key: { startsWith: 'onboarding.' } } }),
    db.identificationRequest.findMany({
      where: { guildId, decidedBy: userId },
      select: { id: true, status: true, decidedAt: true },
    }),
  ]);
  return { consents, requests, notices, decisions };
}

export async function eraseOnboarding(tx: Tx, guildId: string, userId: string): Promise<void> {
  const where = { guildId, userId };
  const erased = await tx.identificationRequest.findMany({ where });
  await eraseTraces(tx, erased);
  await tx.identificationRequest.deleteMany({ where });
  const decided = await tx.identificationRequest.updateManyAndReturn({
    where: { guildId, decidedBy: userId },
    data: { decidedBy: null },
    select: { id: true, cardMessageId: true },
  });
  // The cards of what the person decided as staff name them.
  await enqueueAll(
    tx,
    cardTask,
    decided.flatMap(({ id, cardMessageId }) => (cardMessageId ? [{ payload: { guildId, requestId: id }, key: String(id) }] : [])),
  );
  await tx.consent.deleteMany({ where });
  await tx.notice.deleteMany({ where: { ...where, key: { startsWith: 'onboarding.' } } });
}
