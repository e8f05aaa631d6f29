import type { Db } from '../../../infra/db.ts';

/** Messages that handed an application on where no thread could be made, so that they can be taken back. */
export const deliveredKey = (applicationId: number): string => `applications.delivered:${applicationId}`;

/** How many people of the company have the application as a direct message. */
export async function countDelivered(db: Db, guildId: string, applicationId: number): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM notice WHERE guild_id = ${guildId} AND key = ${deliveredKey(applicationId)} AND lasting AND via = 'dm'`;
  return row?.count ?? 0;
}
