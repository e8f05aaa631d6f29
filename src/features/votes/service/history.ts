import type { Db, Tx } from '../../../infra/db.ts';

/** What moderators must know of somebody before they judge: how often they were sanctioned, and what still counts. */
export type History = {
  /** As the server shows it: typed by a person, to be escaped. Null for who left and was never known. */
  name: string | null;
  cases: number;
  points: number;
};

/** Of several people at once. Notes, voided cases and ends of sanctions say nothing against anybody. */
export async function historiesOf(
  db: Db | Tx,
  { guildId, userIds, now }: { guildId: string; userIds: readonly string[]; now: Date },
): Promise<Map<string, History>> {
  const ids = [...new Set(userIds)];
  const found = await db.$queryRaw<(History & { userId: string })[]>`
    SELECT person.id AS "userId",
      (SELECT display_name FROM member WHERE guild_id = ${guildId} AND user_id = person.id) AS name,
      count(past.id)::int AS cases,
      coalesce(sum(past.points) FILTER (WHERE past.points_until > ${now}), 0)::int AS points
    FROM unnest(${ids}::text[]) AS person (id)
    LEFT JOIN moderation_case AS past ON past.guild_id = ${guildId} AND past.user_id = person.id
      AND past.kind NOT IN ('note', 'release') AND past.voided_at IS NULL AND past.state <> 'failed'
    GROUP BY person.id`;
  return new Map(found.map(({ userId, ...history }) => [userId, history]));
}

export async function historyOf(
  db: Db | Tx,
  { guildId, userId, now }: { guildId: string; userId: string; now: Date },
): Promise<History> {
  const found = await historiesOf(db, { guildId, userIds: [userId], now });
  return found.get(userId) ?? { name: null, cases: 0, points: 0 };
}
