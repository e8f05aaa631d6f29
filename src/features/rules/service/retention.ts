import { type Db, enqueueAll, Prisma, type Tx } from '../../../infra/db.ts';
import { day } from '../../../kernel/time.ts';
import { draftKeptFor, hitKeptFor } from '../rules/limit.ts';
import { uncardTask } from '../wire.ts';
import { promiseCard } from './card.ts';
import { forgetHolds } from './hold.ts';
import { touchRules } from './rule.ts';

/** What the rules found of somebody, and what they themselves are writing. What the rules look for is staff's. */
export async function exportRules(db: Db, guildId: string, userId: string): Promise<Record<string, unknown>> {
  const own = { guildId, userId };
  const [found, counters, cooldowns, cards, drafts, exempt] = await Promise.all([
    db.ruleHit.findMany({
      // What a rule only tried is nobody's reproach: it is kept all the same, so it is said.
      where: own,
      orderBy: { id: 'asc' },
      select: {
        id: true,
        eventKey: true,
        event: true,
        userId: true,
        userName: true,
        channelId: true,
        messageId: true,
        content: true,
        found: true,
        isDue: true,
        verdict: true,
        createdAt: true,
        actions: { select: { kind: true, state: true, at: true } },
      },
    }),
    db.ruleCounter.findMany({ where: own }),
    db.ruleCooldown.findMany({ where: own, select: { userId: true, actedAt: true } }),
    db.ruleCard.findMany({ where: own, select: { userId: true, openedAt: true, closedAt: true } }),
    db.ruleDraft.findMany({
      where: { guildId, authorId: userId },
      select: { authorId: true, name: true, body: true, updatedAt: true },
    }),
    exemptOf(db, guildId, userId),
  ]);
  return {
    found,
    counters,
    cooldowns,
    cards,
    drafts: drafts.map(({ body, ...draft }) => ({ ...draft, body: ownPeople(body, userId) })),
    exempt: exempt.map(({ name }) => ({ name, userId })),
  };
}

/** A rule that is being written may name others: they are theirs. */
function ownPeople(body: Prisma.JsonValue, userId: string): unknown {
  const { exemptions, ...rest } = body as { exemptions?: { userIds?: string[] } };
  return { ...rest, exemptions: { ...exemptions, userIds: (exemptions?.userIds ?? []).filter((id) => id === userId) } };
}

const exemptOf = (db: Db | Tx, guildId: string, userId: string): Promise<{ id: number; name: string }[]> => db.$queryRaw`
  SELECT id, name FROM rule WHERE guild_id = ${guildId} AND body -> 'exemptions' -> 'userIds' ? ${userId} ORDER BY id`;

/** Nothing found of them stays, here or in the channel of moderators; the rules forget that they were exempt. */
export async function eraseRules(tx: Tx, guildId: string, userId: string): Promise<void> {
  if ((await exemptOf(tx, guildId, userId)).length > 0) await touchRules(tx, guildId);
  const cards = await tx.ruleCard.findMany({ where: { guildId, userId } });
  await enqueueAll(
    tx,
    uncardTask,
    cards.flatMap(({ channelId, messageId }) =>
      channelId && messageId ? [{ payload: { guildId, channelId, messageId }, key: messageId }] : [],
    ),
  );
  const back = await tx.ruleRestore.findMany({ where: { hit: { guildId, userId }, restoredId: { not: null } } });
  await enqueueAll(
    tx,
    uncardTask,
    back.flatMap(({ channelId, restoredId }) =>
      restoredId ? [{ payload: { guildId, channelId, messageId: restoredId }, key: restoredId }] : [],
    ),
  );
  const crowds = await tx.ruleHit.findMany({
    where: { guildId, userId, card: { ruleId: { not: null } } },
    select: { cardId: true },
    distinct: ['cardId'],
  });
  await tx.ruleHit.deleteMany({ where: { guildId, userId } });
  for (const { cardId } of crowds) if (cardId !== null) await promiseCard(tx, { guildId, id: cardId });
  await tx.ruleCard.deleteMany({ where: { guildId, userId } });
  await tx.ruleCounter.deleteMany({ where: { guildId, userId } });
  await tx.ruleCooldown.deleteMany({ where: { guildId, userId } });
  await tx.ruleDraft.deleteMany({ where: { guildId, authorId: userId } });
  for (const table of [Prisma.sql`rule`, Prisma.sql`rule_draft`])
    await tx.$executeRaw`
      UPDATE ${table} SET body = jsonb_set(body, '{exemptions,userIds}', (body -> 'exemptions' -> 'userIds') - ${userId}::text)
      WHERE guild_id = ${guildId} AND body -> 'exemptions' -> 'userIds' ? ${userId}`;
}

/** Deletes what has outlived its use. A counter or cooldown of a month ago says nothing any more. */
export async function sweepRules(tx: Tx, now: Date): Promise<void> {
  const before = new Date(now.getTime() - hitKeptFor);
  await tx.ruleHit.deleteMany({ where: { createdAt: { lt: before } } });
  await tx.ruleCard.deleteMany({ where: { openedAt: { lt: before } } });
  await tx.ruleCounter.deleteMany({ where: { at: { lt: before } } });
  await tx.ruleCooldown.deleteMany({ where: { actedAt: { lt: new Date(now.getTime() - 2 * day) } } });
  await tx.ruleDraft.deleteMany({ where: { updatedAt: { lt: new Date(now.getTime() - draftKeptFor) } } });
  await forgetHolds(tx, now);
}
