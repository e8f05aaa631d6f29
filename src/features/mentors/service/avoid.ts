import { type Db, enqueue, enqueueAll, lock, type Tx } from '../../../infra/db.ts';
import { avoidsChanged, peopleApart } from '../../../kernel/mentoring.ts';
import { avoidSelf, tooManyAvoided } from '../messages/refusal.ts';
import { mostAvoided } from '../rules/limit.ts';
import type { Who } from './mentor.ts';

/** People with whom somebody is never paired: by their own choice, by the other's, or because they were once. */
export async function avoidsOf(db: Db | Tx, { guildId, userId }: Who): Promise<Set<string>> {
  const rows = await db.mentoringAvoid.findMany({
    where: { guildId, OR: [{ userId }, { avoidedId: userId }] },
    select: { userId: true, avoidedId: true },
  });
  return new Set(rows.map((row) => (row.userId === userId ? row.avoidedId : row.userId)));
}

/** True when one of the two is never paired with the other. */
export const areApart = async (
  db: Db | Tx,
  { guildId, one, other }: { guildId: string; one: string; other: string },
): Promise<boolean> =>
  (await db.mentoringAvoid.count({
    where: {
      guildId,
      OR: [
        { userId: one, avoidedId: other },
        { userId: other, avoidedId: one },
      ],
    },
  })) > 0;

export type Avoided = { userId: string /** As the server shows them; null for who is not known here. */; name: string | null };

/** Whom they chose to avoid, for nobody but themselves to see; the latest first. */
export const listAvoided = (db: Db, { guildId, userId }: Who): Promise<Avoided[]> => db.$queryRaw<Avoided[]>`
  SELECT avoided_id AS "userId", member.display_name AS name FROM mentoring_avoid AS avoid
  LEFT JOIN member ON member.guild_id = avoid.guild_id AND member.user_id = avoided_id
  WHERE avoid.guild_id = ${guildId} AND avoid.user_id = ${userId} AND NOT was_paired
  ORDER BY avoid.at DESC, avoided_id`;

/** The other never learns of it; what waits between the two ends. Throws `mentors.avoid_self`, `mentors.too_many_avoided`. */
export async function avoid(
  tx: Tx,
  { guildId, userId, avoidedIds, now }: Who & { avoidedIds: readonly string[]; now: Date },
): Promise<void> {
  if (avoidedIds.includes(userId)) throw avoidSelf();
  await lock(tx, `mentors.avoid:${guildId}:${userId}`);
  const others = await tx.mentoringAvoid.count({
    where: { guildId, userId, wasPaired: false, avoidedId: { notIn: [...avoidedIds] } },
  });
  if (others + new Set(avoidedIds).size > mostAvoided) throw tooManyAvoided(mostAvoided);
  await tx.mentoringAvoid.createMany({
    data: avoidedIds.toSorted().map((avoidedId) => ({ guildId, userId, avoidedId, at: now })),
    skipDuplicates: true,
  });
  await promiseApart(tx, guildId, userId, avoidedIds);
}

/** What waits for an answer between them ends, and what brings them together beside a pair. */
async function promiseApart(tx: Tx, guildId: string, userId: string, others: readonly string[]): Promise<void> {
  if (others.length === 0) return;
  await enqueue(tx, avoidsChanged, { guildId, userId }, { key: `${guildId}:${userId}` });
  await enqueueAll(
    tx,
    peopleApart,
    others.map((other) => ({ payload: { guildId, one: userId, other }, key: [guildId, ...[userId, other].sort()].join(':') })),
  );
}

/** They may be paired again; with whom they were once, never. */
export async function stopAvoiding(db: Db | Tx, { guildId, userId }: Who, avoidedIds: readonly string[]): Promise<void> {
  await db.mentoringAvoid.deleteMany({ where: { guildId, userId, wasPaired: false, avoidedId: { in: [...avoidedIds] } } });
}

type Two = { guildId: string; one: string; other: string; now: Date };

/** One of them says that something is wrong with the other: neither is proposed to the other again, and nothing goes on that brings them together. */
export async function partWays(tx: Tx, two: Two): Promise<void> {
  await keepApart(tx, two);
  await promiseApart(tx, two.guildId, two.one, [two.other]);
}

/** A pair of theirs ended: neither is proposed to the other again. */
export async function keepApart(tx: Tx, { guildId, one, other, now }: Two): Promise<void> {
  for (const [userId, avoidedId] of [[one, other] as const, [other, one] as const].sort(([a], [b]) => (a < b ? -1 : 1)))
    await tx.mentoringAvoid.upsert({
      where: { guildId_userId_avoidedId: { guildId, userId, avoidedId } },
      update: { wasPaired: true },
      create: { guildId, userId, avoidedId, wasPaired: true, at: now },
    });
}
