import { type Db, enqueue, enqueueAll, type Tx } from '../../../infra/db.ts';
import { closedKeptFor, draftKeptFor } from '../rules.ts';
import { cardTask, removeCardTask } from '../wire.ts';
import { dropLateList } from './reminder.ts';

type Erased = { guildId: string; cardChannelId: string | null; cardMessageId: string | null };

/** The cards of erased requests go with them. What people were told is kept, and erased, by the privacy feature. */
async function promiseRemovals(tx: Tx, erased: readonly Erased[]): Promise<void> {
  await enqueueAll(
    tx,
    removeCardTask,
    erased.flatMap(({ guildId, cardChannelId, cardMessageId }) =>
      cardChannelId && cardMessageId
        ? [{ payload: { guildId, channelId: cardChannelId, messageId: cardMessageId }, key: cardMessageId }]
        : [],
    ),
  );
}

/** The list that names late requests to staff goes with one that it names. */
async function promiseUnlisting(tx: Tx, guildIds: ReadonlySet<string>): Promise<void> {
  for (const guildId of guildIds) {
    const list = await dropLateList(tx, guildId);
    if (!list?.messageId) continue;
    const { channelId, messageId } = list;
    await enqueue(tx, removeCardTask, { guildId, channelId, messageId }, { key: messageId });
  }
}

/**
 * Erases requests that are closed, or wait for an answer of anybody's, after 180 days, those that were never sent after 30, and the
 * consents of people of whom nothing else is left.
 */
export async function forgetOldRequests(tx: Tx, now: Date): Promise<void> {
  const closedBefore = new Date(now.getTime() - closedKeptFor);
  const draftBefore = new Date(now.getTime() - draftKeptFor);
  const erased = await tx.$queryRaw<(Erased & { staffRemindedAt: Date | null })[]>`
    DELETE FROM identification_request
    WHERE (status IN ('asked', 'accepted', 'refused', 'cancelled') AND decided_at < ${closedBefore})
      OR (status = 'pending' AND submitted_at < ${closedBefore})
      OR (status = 'cancelled' AND submitted_at IS NULL AND decided_at < ${draftBefore})
      OR (status = 'draft' AND created_at < ${draftBefore})
    RETURNING guild_id AS "guildId", card_channel_id AS "cardChannelId", card_message_id AS "cardMessageId",
      staff_reminded_at AS "staffRemindedAt"`;
  await promiseRemovals(tx, erased);
  await promiseUnlisting(tx, new Set(erased.flatMap(({ guildId, staffRemindedAt }) => (staffRemindedAt ? [guildId] : []))));
  await tx.$executeRaw`
    DELETE FROM consent WHERE accepted_at < ${closedBefore} AND NOT EXISTS (
      SELECT FROM member WHERE member.guild_id = consent.guild_id AND member.user_id = consent.user_id)`;
}

export async function exportOnboarding(db: Db, guildId: string, userId: string): Promise<Record<string, unknown>> {
  const where = { guildId, userId };
  const [consents, requests, decisions] = await Promise.all([
    db.consent.findMany({ where }),
    // Who decided is another person's data.
    db.identificationRequest.findMany({
      where,
      orderBy: { id: 'asc' },
      omit: { decidedBy: true },
      include: { promo: { select: { name: true, startsOn: true, endsOn: true } } },
    }),
    db.identificationRequest.findMany({
      where: { guildId, decidedBy: userId, userId: { not: userId } },
      select: { id: true, status: true, decidedAt: true },
    }),
  ]);
  return { consents, requests, decisions };
}

export async function eraseOnboarding(tx: Tx, guildId: string, userId: string): Promise<void> {
  const where = { guildId, userId };
  const erased = await tx.identificationRequest.findMany({ where });
  await promiseRemovals(tx, erased);
  // Also the list from before a question: what was sent anew since is no more late, and still named there.
  if (erased.some(({ submittedAt }) => submittedAt)) await promiseUnlisting(tx, new Set([guildId]));
  await tx.identificationRequest.deleteMany({ where });
  const decided = await tx.identificationRequest.updateManyAndReturn({
    where: { guildId, decidedBy: userId },
    data: { decidedBy: null },
    select: { id: true, cardMessageId: true },
  });
  const managed = await tx.identificationRequest.findMany({
    where: { guildId, promo: { managerId: userId }, status: { in: ['pending', 'asked'] } },
    select: { id: true, cardMessageId: true, staffRemindedAt: true },
  });
  if (managed.some(({ staffRemindedAt }) => staffRemindedAt)) await promiseUnlisting(tx, new Set([guildId]));
  // The cards of what the person decided as staff, or would have as manager of a promo, name them.
  await enqueueAll(
    tx,
    cardTask,
    [...decided, ...managed].flatMap(({ id, cardMessageId }) =>
      cardMessageId ? [{ payload: { guildId, requestId: id }, key: String(id) }] : [],
    ),
  );
  await tx.consent.deleteMany({ where });
}
