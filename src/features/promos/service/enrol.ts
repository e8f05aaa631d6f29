import { auditAll } from '../../../infra/audit.ts';
import type { Db, Tx } from '../../../infra/db.ts';
import { settleKinds } from './kind.ts';
import { personLock, promiseRoles } from './member.ts';
import type { Promo } from './promo.ts';

type People = { guildId: string; userIds: readonly string[] };

/**
 * Nobody else changes the promos of these people until the transaction ends. To be called before the promo itself is locked, as whoever adds one
 * person does, so that the two never wait for each other.
 */
export async function lockPeople(tx: Tx, { guildId, userIds }: People): Promise<void> {
  const names = [...new Set(userIds)].sort().map((userId) => personLock(guildId, userId));
  if (names.length > 0)
    await tx.$queryRaw`SELECT count(pg_advisory_xact_lock(hashtextextended(name, 0)))::int FROM unnest(${names}::text[]) AS name`;
}

/** Where people stand towards a promo. `elsewhere`: the other one, planned or running, where they learn. */
export type Enrolment = { isIn: boolean; elsewhere: string | null };

export async function enrolmentsOf(
  db: Db | Tx,
  { guildId, promoId, userIds }: People & { promoId: number },
): Promise<ReadonlyMap<string, Enrolment>> {
  const rows = await db.$queryRaw<({ userId: string } & Enrolment)[]>`
    SELECT person.user_id AS "userId", bool_or(person.promo_id = ${promoId}) AS "isIn",
      min(promo.name) FILTER (WHERE person.promo_id <> ${promoId} AND person.part = 'learner' AND promo.state IN ('planned', 'active')) AS elsewhere
    FROM promo_member AS person JOIN promo ON promo.id = person.promo_id
    WHERE person.guild_id = ${guildId} AND person.user_id = ANY (${[...userIds]}::text[]) AND person.left_at IS NULL
    GROUP BY person.user_id`;
  return new Map(rows.map(({ userId, isIn, elsewhere }) => [userId, { isIn, elsewhere }]));
}

/** code: they typed theirs. list: staff imported it and confirmed. address: they are on a list, under the name and the address that were confirmed. */
export type Entry = 'code' | 'list' | 'address';

/** Who enters, and in whose name. */
export type Entrant = { userId: string; actorId: string };

/**
 * Enters learners, all at once, with their trace, and promises what follows; those who are in stay as they are. The caller has locked them and the
 * promo, and has checked that they may.
 */
export async function enrol(
  tx: Tx,
  { id: promoId, guildId }: Promo,
  { entrants, by, now }: { entrants: readonly Entrant[]; by: Entry; now: Date },
): Promise<void> {
  const userIds = entrants.map(({ userId }) => userId);
  if (userIds.length === 0) return;
  const entered = await tx.$queryRaw<{ userId: string }[]>`
    INSERT INTO promo_member (promo_id, guild_id, user_id, part, added_at)
    SELECT ${promoId}, ${guildId}, person, 'learner', ${now} FROM unnest(${userIds}::text[]) AS person
    ON CONFLICT (promo_id, user_id) WHERE left_at IS NULL DO NOTHING RETURNING user_id AS "userId"`;
  const isNew = new Set(entered.map(({ userId }) => userId));
  await auditAll(
    tx,
    entrants
      .filter(({ userId }) => isNew.has(userId))
      .map(({ userId, actorId }) => ({
        guildId,
        actorId,
        targetId: userId,
        action: 'promos.add_member',
        subject: `promo:${promoId}`,
        after: { part: 'learner', by },
        at: now,
      })),
  );
  await settleKinds(tx, { guildId, userIds });
  await promiseRoles(tx, guildId, userIds);
}
