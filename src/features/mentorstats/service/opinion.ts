import type { Db } from '../../../infra/db.ts';
import { fewestOpinions } from '../rules.ts';

/** Averages of what was answered, from 1 to 5. */
export type Opinion = { useful: number; ease: number; count: number };

/** What people thought of their sessions since then; null where the answers of so few people would say who answered what. */
export async function readOpinion(db: Db, { guildId, since }: { guildId: string; since: Date }): Promise<Opinion | null> {
  const [row] = await db.$queryRaw<(Opinion & { people: number })[]>`/* kept */
    SELECT count(*)::int AS count, count(DISTINCT user_id)::int AS people, avg(useful)::float AS useful, avg(comfort)::float AS ease
    FROM mentoring_opinion WHERE guild_id = ${guildId} AND said_at > ${since}`;
  if (!row || row.people < fewestOpinions) return null;
  const { useful, ease, count } = row;
  return { useful, ease, count };
}
