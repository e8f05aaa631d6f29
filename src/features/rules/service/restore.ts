import type { RuleRestore } from '../../../../prisma/client/client.ts';
import { audit } from '../../../infra/audit.ts';
import { type Db, enqueue, enqueueAll, type Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import type { Locale } from '../../../kernel/text.ts';
import { readFiles } from '../../moderation/service/evidence.ts';
import { voidMistakes } from '../../moderation/service/mistake.ts';
import { text } from '../messages/hit.ts';
import { alreadyRestored, nothingRemoved, ownHit, stillThere, unknownHit } from '../messages/refusal.ts';
import { cardTask, restoreTask } from '../wire.ts';
import { getHit, type HitWith, learn } from './hit.ts';
import { touchRules } from './rule.ts';

/** How many messages come back, and how many sanctions were taken back with them. */
export type Restored = { hit: HitWith; messages: number; cases: number };

type Options = { locale: Locale };

/**
 * Brings back, once, what a hit took away; what came of the hit for the person is taken back, and the rule learns. Throws `rules.unknown_hit`,
 * `rules.own_hit`, `rules.nothing_removed`, `rules.still_there`, `rules.already_restored`.
 */
export const restoreHit = (db: Db, by: Change, hitId: number, options: Options): Promise<Restored> =>
  db.$transaction(async (tx) => {
    await touchRules(tx, by.guildId);
    const hit = await lockHit(tx, by, hitId);
    const removed = hit.messages.filter(({ removedAt }) => removedAt !== null);
    if (hit.messages.length === 0) throw nothingRemoved();
    if (removed.length === 0) throw stillThere();
    const restored = await bringBack(tx, by, hit, options);
    if (restored.messages === 0) throw alreadyRestored();
    return restored;
  });

/** The same for all that a card shows: what is back already stays as it is. Throws the same. */
export const restoreCard = (db: Db, by: Change, cardId: number, options: Options): Promise<{ messages: number; cases: number }> =>
  db.$transaction(async (tx) => {
    const { guildId } = by;
    await touchRules(tx, guildId);
    // All of them before any case: who sanctions holds a hit, then the cases.
    const rows = await tx.$queryRaw<{ id: number }[]>`
      SELECT id FROM rule_hit WHERE guild_id = ${guildId} AND card_id = ${cardId}
        AND EXISTS (SELECT FROM rule_message WHERE hit_id = rule_hit.id AND removed_at IS NOT NULL)
      ORDER BY id FOR UPDATE`;
    if (rows.length === 0) throw nothingRemoved();
    let [messages, cases] = [0, 0];
    for (const { id } of rows) {
      const back = await bringBack(tx, by, await lockHit(tx, by, id), options);
      messages += back.messages;
      cases += back.cases;
    }
    if (messages === 0) throw alreadyRestored();
    return { messages, cases };
  });

async function lockHit(tx: Tx, { guildId, actorId }: Change, hitId: number): Promise<HitWith> {
  await tx.$queryRaw`SELECT id FROM rule_hit WHERE id = ${hitId} AND guild_id = ${guildId} FOR UPDATE`;
  const hit = await getHit(tx, guildId, hitId);
  if (hit.userId === actorId) throw ownHit();
  return hit;
}

async function bringBack(tx: Tx, { guildId, actorId, now }: Change, hit: HitWith, { locale }: Options): Promise<Restored> {
  const removed = hit.messages.filter(({ removedAt }) => removedAt !== null);
  const rows = await tx.ruleRestore.createManyAndReturn({
    data: removed.map(({ channelId, messageId, evidenceId }) => ({
      guildId,
      messageId,
      hitId: hit.id,
      channelId,
      evidenceId,
      createdAt: now,
    })),
    skipDuplicates: true,
  });
  if (rows.length === 0) return { hit, messages: 0, cases: 0 };
  await enqueueAll(
    tx,
    restoreTask,
    rows.map(({ id }) => ({ payload: { guildId, restoreId: id }, key: String(id), queue: `rules.restore:${guildId}` })),
  );
  const cases = await voidMistakes(tx, { guildId, hitId: hit.id, reason: text.voided[locale], now });
  await learn(tx, hit, 'mistaken', now);
  await audit(tx, {
    guildId,
    actorId,
    targetId: hit.userId,
    action: 'rules.restore',
    subject: `hit:${hit.id}`,
    after: { messages: rows.length, cases },
    at: now,
  });
  return { hit, messages: rows.length, cases };
}

export type Restoring = {
  restore: RuleRestore;
  hit: HitWith;
  /** As it was written, in full. */
  content: string;
  sentAt: Date | null;
  files: { name: string; data: Uint8Array }[];
  /** Names of those that were not kept. */
  lost: string[];
};

export async function readRestore(
  db: Db,
  { guildId, restoreId }: { guildId: string; restoreId: number },
): Promise<Restoring | null> {
  const restore = await db.ruleRestore.findFirst({ where: { id: restoreId, guildId, doneAt: null } });
  if (!restore) return null;
  const hit = await getHit(db, guildId, restore.hitId);
  const evidence =
    restore.evidenceId === null
      ? null
      : await db.moderationEvidence.findFirst({
          where: { id: restore.evidenceId, guildId },
          select: { content: true, sentAt: true, files: { select: { name: true } } },
        });
  const kept = restore.evidenceId === null ? [] : await readFiles(db, { guildId, evidenceId: restore.evidenceId });
  const files = kept.flatMap(({ name, data }) => (data ? [{ name, data }] : []));
  const own = hit.messageId === restore.messageId ? hit.content : '';
  return {
    restore,
    hit,
    content: evidence?.content ?? own,
    sentAt: evidence?.sentAt ?? hit.createdAt,
    files,
    lost: (evidence?.files ?? []).map(({ name }) => name).filter((name) => !files.some((file) => file.name === name)),
  };
}

export async function recordRestored(
  db: Db,
  { id, guildId, hitId }: Pick<RuleRestore, 'id' | 'guildId' | 'hitId'>,
  outcome: { restoredId: string } | { failure: string },
  now: Date,
): Promise<void> {
  const hit = await db.ruleHit.findUnique({ where: { id: hitId }, select: { cardId: true } });
  if (!hit) throw unknownHit();
  await db.$transaction(async (tx) => {
    await tx.ruleRestore.updateMany({ where: { id, doneAt: null }, data: { ...outcome, doneAt: now } });
    if (hit.cardId !== null) await enqueue(tx, cardTask, { guildId, cardId: hit.cardId }, { key: String(hit.cardId) });
  });
}
