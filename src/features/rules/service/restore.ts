import type { RuleRestore } from '../../../../prisma/client/client.ts';
import { audit } from '../../../infra/audit.ts';
import { type Db, enqueue, enqueueAll, type Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import type { Locale } from '../../../kernel/text.ts';
import { readFiles } from '../../moderation/service/evidence.ts';
import { alreadyRestored, keptSecret, nothingRemoved, ownHit, stillThere, unknownHit } from '../messages/refusal.ts';
import type { Found } from '../rules/hit.ts';
import { cardTask, restoreTask } from '../wire.ts';
import { getHit, type HitWith, learn, takeBack } from './hit.ts';
import { touchLearnt } from './rule.ts';

/** How many messages come back, and how many sanctions were taken back with them. */
export type Restored = { hit: HitWith; messages: number; cases: number };

type Options = { locale: Locale };

/**
 * Brings back, once, what a hit took away; what came of it for the person is taken back, whichever rule did it, and all of those rules learn. What Discord
 * refused is tried again. Throws `rules.unknown_hit`, `rules.own_hit`, `rules.nothing_removed`, `rules.still_there`, `rules.already_restored`,
 * `rules.kept_secret`.
 */
export const restoreHit = (db: Db, by: Change, hitId: number, options: Options): Promise<Restored> =>
  db.$transaction(async (tx) => {
    await touchLearnt(tx, by.guildId);
    const hit = await getHit(tx, by.guildId, hitId);
    if (hit.userId === by.actorId) throw ownHit();
    if (hit.messages.length === 0) throw nothingRemoved();
    if (isSecret(hit)) throw keptSecret();
    if (hit.messages.every(({ removedAt }) => removedAt === null)) throw stillThere();
    return { hit, ...(await bringBack(tx, by, [hitId], options)) };
  });

/** The same for all that a card shows: what is back already stays as it is. Throws the same. */
export const restoreCard = (db: Db, by: Change, cardId: number, options: Options): Promise<{ messages: number; cases: number }> =>
  db.$transaction(async (tx) => {
    const { guildId } = by;
    await touchLearnt(tx, guildId);
    const rows = await tx.$queryRaw<{ id: number }[]>`
      SELECT id FROM rule_hit WHERE guild_id = ${guildId} AND card_id = ${cardId} AND NOT found @> '[{"kind":"secret"}]'
        AND EXISTS (SELECT FROM rule_message WHERE hit_id = rule_hit.id AND removed_at IS NOT NULL)`;
    if (rows.length === 0) throw nothingRemoved();
    return bringBack(
      tx,
      by,
      rows.map(({ id }) => id),
      options,
    );
  });

const isSecret = ({ found }: HitWith): boolean => (found as unknown as Found[]).some(({ kind }) => kind === 'secret');

/** What of these hits is gone, with every other hit that took the same away. */
async function bringBack(
  tx: Tx,
  { guildId, actorId, now }: Change,
  hitIds: readonly number[],
  { locale }: Options,
): Promise<{ messages: number; cases: number }> {
  // All of them before any case: who sanctions holds a hit, then the cases.
  const locked = await tx.$queryRaw<{ id: number }[]>`
    SELECT id FROM rule_hit WHERE guild_id = ${guildId} AND id IN (
      SELECT other.hit_id FROM rule_message AS own JOIN rule_message AS other ON other.guild_id = own.guild_id AND other.message_id = own.message_id
      WHERE own.hit_id = ANY (${[...hitIds]}::int[]) AND own.removed_at IS NOT NULL)
    ORDER BY id FOR UPDATE`;
  const hits: HitWith[] = [];
  for (const { id } of locked) hits.push(await getHit(tx, guildId, id));
  if (hits.some(({ userId }) => userId === actorId)) throw ownHit();

  const wanted = new Set(hitIds);
  const removed = hits
    .filter(({ id }) => wanted.has(id))
    .flatMap(({ messages }) => messages.filter(({ removedAt }) => removedAt !== null));
  const rows = await tx.ruleRestore.createManyAndReturn({
    data: removed.map(({ hitId, channelId, messageId, evidenceId }) => ({
      guildId,
      messageId,
      hitId,
      channelId,
      evidenceId,
      createdAt: now,
    })),
    skipDuplicates: true,
    select: { id: true },
  });
  const again = await tx.ruleRestore.updateManyAndReturn({
    where: { guildId, messageId: { in: removed.map(({ messageId }) => messageId) }, doneAt: null, failure: { not: null } },
    data: { failure: null },
    select: { id: true },
  });
  await enqueueAll(
    tx,
    restoreTask,
    [...rows, ...again].map(({ id }) => ({
      payload: { guildId, restoreId: id },
      key: String(id),
      queue: `rules.restore:${guildId}`,
    })),
  );
  let cases = 0;
  let learnt = 0;
  for (const hit of hits) {
    cases += await takeBack(tx, hit, { locale, now });
    if (hit.verdict === 'mistaken') continue;
    await learn(tx, hit, 'mistaken', now);
    learnt++;
  }
  const messages = rows.length + again.length;
  if (messages + cases + learnt === 0) throw alreadyRestored();
  for (const hit of hits)
    await audit(tx, {
      guildId,
      actorId,
      targetId: hit.userId,
      action: 'rules.restore',
      subject: `hit:${hit.id}`,
      after: { messages: removed.filter(({ hitId }) => hitId === hit.id).length },
      at: now,
    });
  return { messages, cases };
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
  /** Refused: it may be tried again, once staff have mended what was missing. */
  outcome: { restoredId: string } | { failure: string; isRefused: boolean },
  now: Date,
): Promise<void> {
  const hit = await db.ruleHit.findUnique({ where: { id: hitId }, select: { cardId: true } });
  if (!hit) throw unknownHit();
  await db.$transaction(async (tx) => {
    const data =
      'restoredId' in outcome
        ? { restoredId: outcome.restoredId, failure: null, doneAt: now }
        : { failure: outcome.failure, doneAt: outcome.isRefused ? null : now };
    await tx.ruleRestore.updateMany({ where: { id, doneAt: null }, data });
    if (hit.cardId !== null) await enqueue(tx, cardTask, { guildId, cardId: hit.cardId }, { key: String(hit.cardId) });
  });
}
