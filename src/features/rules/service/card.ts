import type { RuleCard } from '../../../../prisma/client/client.ts';
import { audit } from '../../../infra/audit.ts';
import { type Db, enqueue, enqueueAll, type Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import { day } from '../../../kernel/time.ts';
import { ownHit, unknownCard } from '../messages/refusal.ts';
import { cardPageSize, shownHits } from '../rules/limit.ts';
import { cardTask, uncardTask } from '../wire.ts';
import type { HitWith } from './hit.ts';

export type { RuleCard } from '../../../../prisma/client/client.ts';

/** What was found of one person within some minutes, or of a crowd by one rule: the last ones in full, and how many there are. */
export type Found = {
  card: RuleCard;
  hits: HitWith[];
  total: number;
  /** Messages that are gone and may come back. */
  removed: number;
  /** Of the person; how many there are of a crowd. */
  history: { cases: number; points: number };
  people: number;
  page: number;
};

const withRule = {
  rule: { select: { name: true, mode: true } },
  messages: true,
  restores: true,
  actions: { orderBy: { place: 'asc' } },
  evidence: { select: { files: { select: { contentType: true } } } },
} as const;

async function foundOf(
  db: Db | Tx,
  card: RuleCard,
  now: Date,
  { take, page = 0 }: { take: number; page?: number },
): Promise<Found> {
  const { guildId, userId } = card;
  const total = await db.ruleHit.count({ where: { cardId: card.id } });
  const at = Math.min(page, Math.max(0, Math.ceil(total / take) - 1));
  const [hits, [counts]] = await Promise.all([
    db.ruleHit.findMany({ where: { cardId: card.id }, include: withRule, orderBy: { id: 'desc' }, skip: at * take, take }),
    db.$queryRaw<{ cases: number; points: number; removed: number; people: number }[]>`
      SELECT
        (SELECT count(*)::int FROM moderation_case WHERE guild_id = ${guildId} AND user_id = ${userId} AND kind NOT IN ('note', 'release') AND voided_at IS NULL) AS cases,
        (SELECT coalesce(sum(points), 0)::int FROM moderation_case
          WHERE guild_id = ${guildId} AND user_id = ${userId} AND points_until > ${now} AND voided_at IS NULL AND state <> 'failed') AS points,
        (SELECT count(DISTINCT user_id)::int FROM rule_hit WHERE card_id = ${card.id}) AS people,
        (SELECT count(DISTINCT message.message_id)::int FROM rule_message AS message JOIN rule_hit AS hit ON hit.id = message.hit_id
          WHERE hit.card_id = ${card.id} AND message.removed_at IS NOT NULL AND NOT hit.found @> '[{"kind":"secret"}]' AND NOT EXISTS (
            SELECT FROM rule_restore WHERE rule_restore.guild_id = message.guild_id AND rule_restore.message_id = message.message_id
              AND (rule_restore.done_at IS NOT NULL OR rule_restore.failure IS NULL))) AS removed`,
  ]);
  return {
    card,
    hits,
    total,
    removed: counts?.removed ?? 0,
    history: { cases: counts?.cases ?? 0, points: counts?.points ?? 0 },
    people: counts?.people ?? 0,
    page: at,
  };
}

export async function readCard(
  db: Db,
  { guildId, cardId }: { guildId: string; cardId: number },
  now: Date,
): Promise<Found | null> {
  const card = await db.ruleCard.findFirst({ where: { id: cardId, guildId } });
  return card && foundOf(db, card, now, { take: shownHits });
}

/** Its hits page by page. Throws `rules.unknown_card`. */
export async function getCard(
  db: Db,
  { guildId, cardId, page }: { guildId: string; cardId: number; page: number },
  now: Date,
): Promise<Found> {
  const card = await db.ruleCard.findFirst({ where: { id: cardId, guildId } });
  if (!card) throw unknownCard();
  return foundOf(db, card, now, { take: cardPageSize, page });
}

export const recordCard = (db: Db, id: number, posted: { channelId: string; messageId: string }) =>
  db.ruleCard.updateMany({ where: { id }, data: posted });
export const recordCalled = (db: Db, id: number, now: Date) =>
  db.ruleCard.updateMany({ where: { id, calledAt: null }, data: { calledAt: now } });

export const promiseCard = (tx: Tx | Db, { id: cardId, guildId }: Pick<RuleCard, 'id' | 'guildId'>): Promise<void> =>
  enqueue(tx, cardTask, { guildId, cardId }, { key: String(cardId) });

/** Everybody whom it showed was erased: it goes, here and there. */
export const dropCard = (db: Db, { id, guildId, channelId, messageId }: RuleCard): Promise<void> =>
  db.$transaction(async (tx) => {
    const { count } = await tx.ruleCard.deleteMany({ where: { id, hits: { none: {} } } });
    if (count > 0 && channelId && messageId) await enqueue(tx, uncardTask, { guildId, channelId, messageId }, { key: messageId });
  });

/** Nothing is left to do about it. A second click changes nothing. Throws `rules.unknown_card`, `rules.own_hit`. */
export const closeCard = (db: Db, { guildId, actorId, now }: Change, cardId: number): Promise<void> =>
  db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM rule_card WHERE id = ${cardId} AND guild_id = ${guildId} FOR UPDATE`;
    const card = await tx.ruleCard.findFirst({ where: { id: cardId, guildId } });
    if (!card) throw unknownCard();
    if (card.userId === actorId) throw ownHit();
    if (card.closedAt) return;
    await tx.ruleCard.update({ where: { id: cardId }, data: { closedAt: now } });
    await promiseCard(tx, card);
    await audit(tx, {
      guildId,
      actorId,
      ...(card.userId !== null && { targetId: card.userId }),
      action: 'rules.close',
      subject: `card:${cardId}`,
      at: now,
    });
  });

/**
 * A moderator or a vote settled it: a case shows that the rule was right. What the rule itself opened settles nothing: somebody may still look at it.
 */
export const settleHit = (
  db: Db,
  { guildId, hitId, caseId, now }: { guildId: string; hitId: number; caseId: number | null; now: Date },
): Promise<void> =>
  db.$transaction(async (tx) => {
    const hit = await tx.ruleHit.findFirst({ where: { id: hitId, guildId } });
    if (!hit) return;
    const opened = caseId === null ? null : await tx.moderationCase.findFirst({ where: { id: caseId, guildId } });
    if (opened?.origin === 'rule') return;
    if (opened)
      await tx.ruleHit.update({
        where: { id: hitId },
        data: { caseId: opened.id, ...(hit.verdict === null && { verdict: 'founded', verdictAt: now }) },
      });
    if (hit.cardId === null) return;
    // Of a crowd the others are still to be looked at.
    await tx.ruleCard.updateMany({ where: { id: hit.cardId, closedAt: null, ruleId: null }, data: { closedAt: now } });
    await promiseCard(tx, { id: hit.cardId, guildId });
  });

/** Cards that wait, for the channel that was bound anew or lost one. */
export async function promiseCards(tx: Tx, now: Date, guildId?: string): Promise<void> {
  const due = await tx.ruleCard.findMany({
    where: { closedAt: null, openedAt: { gt: new Date(now.getTime() - 7 * day) }, ...(guildId !== undefined && { guildId }) },
    select: { id: true, guildId: true },
    orderBy: { id: 'asc' },
    take: 500,
  });
  await enqueueAll(
    tx,
    cardTask,
    due.map(({ id: cardId, guildId: there }) => ({ payload: { guildId: there, cardId }, key: String(cardId) })),
  );
}

/** What waits for moderators in *Mon espace*: the cards of others. */
export const countOpenCards = (db: Db, { guildId, userId }: { guildId: string; userId: string }): Promise<number> =>
  db.ruleCard.count({ where: { guildId, closedAt: null, OR: [{ userId: null }, { userId: { not: userId } }] } });
