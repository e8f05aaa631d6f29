import { type Db, Prisma, type Tx } from '../../../infra/db.ts';

/** What somebody of the table `member` is called in mentoring: the name that staff confirmed, else the one shown on the server. Typed by people, to be escaped. */
export const calledSql = Prisma.sql`coalesce(
  nullif(CASE WHEN member.identified_at IS NOT NULL THEN concat_ws(' ', member.first_name, member.last_name) END, ''), member.display_name)`;

/** The same of many. Those that we do not know are left out. */
export async function namesOf(db: Db | Tx, guildId: string, userIds: readonly (string | null)[]): Promise<Map<string, string>> {
  const found = await db.$queryRaw<{ userId: string; name: string }[]>`
    SELECT user_id AS "userId", ${calledSql} AS name FROM member
    WHERE guild_id = ${guildId} AND user_id = ANY (${userIds.filter((id) => id !== null)}::text[])`;
  return new Map(found.map(({ userId, name }) => [userId, name]));
}
