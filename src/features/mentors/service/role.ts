import { type Db, enqueueAll, type Tx } from '../../../infra/db.ts';
import { isMentor } from '../rules/profile.ts';
import { roleTask } from '../wire.ts';
import { promiseCard, promiseRole } from './event.ts';
import { findMentor, type Mentor, type Who } from './mentor.ts';

/** They have it. `isGiven`: from the bot, at some time. */
export async function recordGranted(
  db: Db,
  mentor: Mentor,
  { roleId, isGiven }: { roleId: string; isGiven: boolean },
): Promise<void> {
  const { guildId, userId, roleMissing } = mentor;
  await db.$transaction(async (tx) => {
    await tx.mentorProfile.updateMany({
      where: { guildId, userId },
      data: { grantedRoleId: roleId, roleGiven: isGiven, roleMissing: false },
    });
    if (roleMissing) await promiseCard(tx, mentor);
  });
}

/** They no longer have it from us. */
export const forgetGranted = (db: Db | Tx, { guildId, userId }: Who) =>
  db.mentorProfile.updateMany({
    where: { guildId, userId, OR: [{ grantedRoleId: { not: null } }, { roleMissing: true }] },
    data: { grantedRoleId: null, roleGiven: false, roleMissing: false },
  });

/** It could not be given: the card says so. */
export const recordMissing = (db: Db, mentor: Mentor): Promise<void> =>
  db.$transaction(async (tx) => {
    const { guildId, userId } = mentor;
    const { count } = await tx.mentorProfile.updateMany({
      where: { guildId, userId, roleMissing: false },
      data: { roleMissing: true },
    });
    if (count > 0) await promiseCard(tx, mentor);
  });

/** At most so many of all servers at once: where a role cannot be given, each try is a refusal of Discord's. */
const mostTries = 50;

/** Mentors who should have the role and do not, or have it and are none any more. */
export async function promiseDueRoles(tx: Tx, guildId: string | null = null): Promise<void> {
  const due = await tx.$queryRaw<Who[]>`
    SELECT mentor.guild_id AS "guildId", mentor.user_id AS "userId" FROM mentor_profile AS mentor
    JOIN member ON member.guild_id = mentor.guild_id AND member.user_id = mentor.user_id AND member.left_at IS NULL
    WHERE (${guildId}::text IS NULL OR mentor.guild_id = ${guildId})
      AND NOT EXISTS (SELECT FROM guild WHERE guild.id = mentor.guild_id AND guild.left_at IS NOT NULL)
      AND CASE WHEN mentor.state NOT IN ('draft', 'withdrawn') AND mentor.approved_until IS NOT NULL
        THEN EXISTS (SELECT FROM role_binding AS bound WHERE bound.guild_id = mentor.guild_id AND bound.key = 'mentor')
          AND NOT EXISTS (SELECT FROM role_binding AS bound
            WHERE bound.guild_id = mentor.guild_id AND bound.key = 'mentor' AND bound.role_id = mentor.granted_role_id)
        ELSE mentor.granted_role_id IS NOT NULL END
    ORDER BY random() LIMIT ${mostTries}`;
  await enqueueAll(
    tx,
    roleTask,
    due.map((who) => ({ payload: who, key: `${who.guildId}:${who.userId}` })),
  );
}

/** Gives back what approval gives to somebody who lost it by other hands. */
export async function promiseLostRole(db: Db, { guildId, userId, roleIds }: Who & { roleIds: readonly string[] }): Promise<void> {
  const mentor = await findMentor(db, { guildId, userId });
  if (!mentor?.grantedRoleId || !isMentor(mentor) || roleIds.includes(mentor.grantedRoleId)) return;
  await promiseRole(db, mentor);
}
