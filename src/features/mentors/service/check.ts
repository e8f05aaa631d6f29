import { type Db, enqueueAll, type Tx } from '../../../infra/db.ts';
import { checkTask } from '../wire.ts';

/** Servers that have mentors are looked through. */
export async function promiseChecks(tx: Tx): Promise<void> {
  const guilds = await tx.$queryRaw<{ guildId: string }[]>`
    SELECT DISTINCT guild_id AS "guildId" FROM mentor_profile AS mentor
    WHERE state IN ('approved', 'paused') AND NOT EXISTS (SELECT FROM guild WHERE guild.id = mentor.guild_id AND guild.left_at IS NOT NULL)`;
  await enqueueAll(
    tx,
    checkTask,
    guilds.map(({ guildId }) => ({ payload: { guildId }, key: guildId, queue: `mentors:${guildId}` })),
  );
}

/** Mentors of a server whom Discord is asked about, and how many people it has. */
export async function whomToCheck(db: Db, guildId: string): Promise<{ userIds: string[]; people: number }> {
  const [mentors, people] = await Promise.all([
    db.mentorProfile.findMany({ where: { guildId, state: { in: ['approved', 'paused'] } }, select: { userId: true } }),
    db.member.count({ where: { guildId, leftAt: null } }),
  ]);
  return { userIds: mentors.map(({ userId }) => userId), people };
}
