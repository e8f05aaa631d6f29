import { type Db, lock, Prisma, type Tx } from '../../../infra/db.ts';
import { noProfile, saysNoCompany, tooManyAvoided } from '../messages/profile.ts';
import { avoidedKey, companyKeys, mostAvoided } from '../rules/avoided.ts';
import type { Who } from './company.ts';

/** Whom a profile may be hidden from: a company, or who is named in an offer that somebody relays. */
export type Looker = { companyId: number | null; name: string; siret: string | null };

/**
 * Those of `profile` who do not hide from a company: they neither blocked it after it wrote, nor named it beforehand. A name of several words is also
 * found by its first ones, on either side.
 */
export function showsTo({ companyId, ...company }: Looker): Prisma.Sql {
  const { name, siren } = companyKeys(company);
  return Prisma.sql`(
    NOT EXISTS (SELECT FROM talent_block AS block
      WHERE block.guild_id = profile.guild_id AND block.user_id = profile.user_id AND block.company_id = ${companyId}::int)
    AND NOT EXISTS (SELECT FROM talent_avoided AS avoided
      WHERE avoided.guild_id = profile.guild_id AND avoided.user_id = profile.user_id AND (avoided.key = ${siren}
        OR starts_with(${`${name} `}, avoided.key || ' ') OR starts_with(avoided.key || ' ', ${`${name} `}))))`;
}

/** Of these people, those who have a profile: until the transaction ends nobody deletes it, so nothing is written about somebody who is being erased. */
export async function holdProfiles(tx: Tx, guildId: string, userIds: readonly string[]): Promise<Set<string>> {
  const held = await tx.$queryRaw<{ userId: string }[]>`
    SELECT user_id AS "userId" FROM talent_profile
    WHERE guild_id = ${guildId} AND user_id = ANY (${[...userIds]}::text[]) ORDER BY user_id FOR KEY SHARE`;
  return new Set(held.map(({ userId }) => userId));
}

/** Hides from a company that need not be known here, by its name, SIREN or SIRET. */
export const avoidCompany = (db: Db, { guildId, userId, now }: Who, typed: string): Promise<void> =>
  db.$transaction(async (tx) => {
    const name = typed.trim().replace(/\s+/g, ' ');
    const key = avoidedKey(name);
    if (key === null) throw saysNoCompany(name);
    if (!(await holdProfiles(tx, guildId, [userId])).has(userId)) throw noProfile();
    await lock(tx, `talents.avoid:${guildId}:${userId}`);
    const others = await tx.talentAvoided.count({ where: { guildId, userId, key: { not: key } } });
    if (others >= mostAvoided) throw tooManyAvoided(mostAvoided);
    await tx.talentAvoided.createMany({ data: { guildId, userId, name, key, at: now }, skipDuplicates: true });
  });

export const blockedSize = 25;
/** A company that was blocked, by its id, or one that was named, by the id of that row. */
export type Blocked = { id: number; isNamed: boolean; name: string };
export type BlockedPage = { blocked: Blocked[]; total: number; page: number };

/** From whom somebody hides, the latest first. */
export async function listBlocked(
  db: Db,
  { guildId, userId }: Pick<Who, 'guildId' | 'userId'>,
  page: number,
): Promise<BlockedPage> {
  const rows = await db.$queryRaw<(Blocked & { total: number })[]>`
    SELECT id, "isNamed", name, count(*) OVER ()::int AS total FROM (
      SELECT company.id, false AS "isNamed", company.name, block.at FROM talent_block AS block JOIN company ON company.id = block.company_id
      WHERE block.guild_id = ${guildId} AND block.user_id = ${userId}
      UNION ALL SELECT id, true, name, at FROM talent_avoided WHERE guild_id = ${guildId} AND user_id = ${userId}
    ) AS hidden ORDER BY at DESC, "isNamed", id LIMIT ${blockedSize} OFFSET ${page * blockedSize}`;
  return { blocked: rows.map(({ id, isNamed, name }) => ({ id, isNamed, name })), total: rows[0]?.total ?? 0, page };
}

/** These may see the profile again. */
export const unblock = (db: Db, { guildId, userId }: Who, shown: readonly Pick<Blocked, 'id' | 'isNamed'>[]): Promise<void> =>
  db.$transaction(async (tx) => {
    const idsOf = (named: boolean) => shown.filter(({ isNamed }) => isNamed === named).map(({ id }) => id);
    await tx.talentBlock.deleteMany({ where: { guildId, userId, companyId: { in: idsOf(false) } } });
    await tx.talentAvoided.deleteMany({ where: { guildId, userId, id: { in: idsOf(true) } } });
  });
