import type { Db, Tx } from '../../../infra/db.ts';
import { findMember, identityOf } from '../../members/service.ts';
import { hasRole } from '../rules/life.ts';
import type { Recruiter, Who } from './company.ts';
import { promiseCard } from './event.ts';
import { promiseRoles } from './promise.ts';

/** What a person's companies say of their role. */
export type RoleStanding = {
  /** Their place in a company whose people have the role; null: they have it from none. */
  place: Recruiter | null;
  /** Roles that the bot gave them for a company. */
  given: string[];
  /** Staff identified them as somebody who recruits: the role is theirs anyway. */
  isRecruiter: boolean;
};

export async function roleStanding(db: Db, { guildId, userId }: Who): Promise<RoleStanding> {
  const [places, member] = await Promise.all([
    db.companyRecruiter.findMany({
      where: { guildId, userId, OR: [{ leftAt: null }, { grantedRoleId: { not: null } }] },
      include: { company: true },
    }),
    findMember(db, { guildId, userId }),
  ]);
  const there = places.find(({ leftAt, company }) => leftAt === null && hasRole(company));
  return {
    place: there ?? null,
    given: [...new Set(places.flatMap(({ grantedRoleId, roleGiven }) => (roleGiven && grantedRoleId) || []))],
    isRecruiter: identityOf(member)?.kind === 'recruiter',
  };
}

/** They have it. `isGiven`: from the bot, at some time. */
export async function recordGranted(
  db: Db,
  place: Recruiter,
  { roleId, isGiven }: { roleId: string; isGiven: boolean },
): Promise<void> {
  const { id, guildId, userId, companyId, roleMissing } = place;
  await db.$transaction(async (tx) => {
    await forgetGranted(tx, { guildId, userId });
    await tx.companyRecruiter.updateMany({
      where: { id },
      data: { grantedRoleId: roleId, roleGiven: isGiven, roleMissing: false },
    });
    if (roleMissing) await promiseCard(tx, { guildId, companyId });
  });
}

/** They no longer have it from us. */
export const forgetGranted = (db: Db | Tx, { guildId, userId }: Who) =>
  db.companyRecruiter.updateMany({
    where: { guildId, userId, grantedRoleId: { not: null } },
    data: { grantedRoleId: null, roleGiven: false },
  });

/** It could not be given: the card says so. */
export const recordMissing = (db: Db, { id, guildId, companyId }: Recruiter): Promise<void> =>
  db.$transaction(async (tx) => {
    const { count } = await tx.companyRecruiter.updateMany({ where: { id, roleMissing: false }, data: { roleMissing: true } });
    if (count > 0) await promiseCard(tx, { guildId, companyId });
  });

/** At most so many of all servers at once: where a role cannot be given, each try is a refusal of Discord's. */
const mostTries = 50;

/** People who should have the role and do not, or have it for a company that they left or that staff suspended. */
export async function promiseDueRoles(tx: Tx, guildId: string | null = null): Promise<void> {
  const due = await tx.$queryRaw<Who[]>`
    SELECT guild_id AS "guildId", user_id AS "userId" FROM (
      SELECT DISTINCT place.guild_id, place.user_id FROM company_recruiter AS place
      JOIN company ON company.id = place.company_id
      JOIN member ON member.guild_id = place.guild_id AND member.user_id = place.user_id AND member.left_at IS NULL
      WHERE (${guildId}::text IS NULL OR place.guild_id = ${guildId})
        AND NOT EXISTS (SELECT FROM guild WHERE guild.id = place.guild_id AND guild.left_at IS NOT NULL)
        AND CASE WHEN place.left_at IS NULL AND company.state IN ('verified', 'lapsed')
          THEN EXISTS (SELECT FROM role_binding AS bound WHERE bound.guild_id = place.guild_id AND bound.key = 'recruiter')
            AND NOT EXISTS (SELECT FROM role_binding AS bound
              WHERE bound.guild_id = place.guild_id AND bound.key = 'recruiter' AND bound.role_id = place.granted_role_id)
          ELSE place.granted_role_id IS NOT NULL END) AS due
    ORDER BY random() LIMIT ${mostTries}`;
  await promiseRoles(tx, due);
}

/** Gives back what their company gives them to somebody who lost it by other hands. */
export async function promiseLostRole(db: Db, { guildId, userId, roleIds }: Who & { roleIds: readonly string[] }): Promise<void> {
  const place = await db.companyRecruiter.findFirst({
    where: { guildId, userId, leftAt: null, grantedRoleId: { not: null }, company: { state: { in: ['verified', 'lapsed'] } } },
    select: { grantedRoleId: true },
  });
  if (place?.grantedRoleId && !roleIds.includes(place.grantedRoleId)) await promiseRoles(db, [{ guildId, userId }]);
}
