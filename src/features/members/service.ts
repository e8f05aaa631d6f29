import type { Member } from '../../../prisma/client/client.ts';
import { type Db, enqueueAll, Prisma, type Tx } from '../../infra/db.ts';
import type { Kind } from '../../kernel/kind.ts';
import { emptySearch, unknownMember } from './messages.ts';
import { identityKeptFor, lastPage, type Presence, pageSize, searchable, visitorKeptFor, wordsOf } from './rules.ts';
import { reconcileTask } from './wire.ts';

export type { Member } from '../../../prisma/client/client.ts';
export { type Presence, presenceOf } from './rules.ts';

type Who = { guildId: string; userId: string };

/**
 * Writes down people who were on the server at `seenAt`. Events and pages of the member list may come late and in any order: a departure
 * recorded after `seenAt` stands, unless the person joined again since.
 */
export async function recordMembers(db: Db | Tx, guildId: string, people: readonly Presence[], seenAt: Date): Promise<void> {
  if (people.length === 0) return;
  await db.$executeRaw`
    INSERT INTO member AS kept (guild_id, user_id, username, display_name, joined_at, screening, welcomed_at)
    SELECT ${guildId}, seen.user_id, seen.username, seen.display_name, seen.joined_at, seen.screening,
      CASE WHEN seen.joined_at < (SELECT created_at FROM guild WHERE id = ${guildId}) THEN seen.joined_at END
    FROM (
      SELECT user_id, username, display_name, joined_at::timestamptz AS joined_at, screening
      FROM unnest(
        ${people.map(({ userId }) => userId)}::text[],
        ${people.map(({ username }) => username)}::text[],
        ${people.map(({ displayName }) => displayName)}::text[],
        ${people.map(({ joinedAt }) => joinedAt.toISOString())}::text[],
        ${people.map(({ screening }) => screening)}::boolean[]
      ) AS seen (user_id, username, display_name, joined_at, screening)
    ) AS seen
    ORDER BY seen.user_id
    ON CONFLICT (guild_id, user_id) DO UPDATE SET
      username = EXCLUDED.username,
      display_name = EXCLUDED.display_name,
      screening = EXCLUDED.screening,
      joined_at = greatest(kept.joined_at, EXCLUDED.joined_at),
      left_at = CASE WHEN EXCLUDED.joined_at > kept.joined_at OR kept.left_at < ${seenAt} THEN NULL ELSE kept.left_at END,
      welcomed_at = CASE WHEN EXCLUDED.joined_at > kept.joined_at THEN NULL ELSE kept.welcomed_at END
    WHERE (kept.username, kept.display_name, kept.screening) IS DISTINCT FROM (EXCLUDED.username, EXCLUDED.display_name, EXCLUDED.screening)
      OR EXCLUDED.joined_at > kept.joined_at OR kept.left_at < ${seenAt}`;
}

/** Somebody left, or was seen to have left: their identity waits for them. */
export async function recordLeave(db: Db | Tx, { guildId, userId, now }: Who & { now: Date }): Promise<void> {
  await db.member.updateMany({ where: { guildId, userId, leftAt: null }, data: { leftAt: now } });
}

/**
 * Records as gone those that a page of the member list, asked at `seenAt`, does not show. Discord sorts the list by id: the page covers
 * all above `after`, up to `until` (null: to the end).
 */
export async function recordAbsent(
  db: Db | Tx,
  input: { guildId: string; after: string; until: string | null; present: readonly string[]; seenAt: Date },
): Promise<void> {
  const { guildId, after, until, present, seenAt } = input;
  await db.$executeRaw`
    UPDATE member SET left_at = ${seenAt}
    WHERE guild_id = ${guildId} AND left_at IS NULL AND joined_at < ${seenAt}
      AND user_id::bigint > ${after}::bigint AND (${until}::bigint IS NULL OR user_id::bigint <= ${until}::bigint)
      AND NOT EXISTS (SELECT FROM unnest(${[...present]}::text[]) AS seen (id) WHERE seen.id = member.user_id)`;
}

/** Promises a reading of the whole member list, for what was missed while nobody listened. */
export async function reconcileAll(tx: Tx): Promise<void> {
  const guilds = await tx.guild.findMany({ select: { id: true } });
  await enqueueAll(
    tx,
    reconcileTask,
    guilds.map(({ id }) => ({ payload: { guildId: id }, key: id })),
  );
}

/** The row of a person, or null when they were never seen on this server. */
export const findMember = (db: Db | Tx, { guildId, userId }: Who): Promise<Member | null> =>
  db.member.findUnique({ where: { guildId_userId: { guildId, userId } } });

/** The same for staff: throws `members.unknown`. */
export async function getMember(db: Db | Tx, who: Who): Promise<Member> {
  const member = await findMember(db, who);
  if (!member) throw unknownMember();
  return member;
}

export type Identity = { kind: Kind; firstName: string; lastName: string; email: string };

/** Who the person is, once staff accepted it; null before. */
export function identityOf(member: Member | null): Identity | null {
  if (!member?.identifiedAt) return null;
  const { kind, firstName, lastName, email } = member;
  return kind && firstName && lastName && email ? { kind, firstName, lastName, email } : null;
}

/** Records who a person is. Works too for somebody whose arrival was not seen yet: the next reconciliation adds their Discord names. */
export async function identify(tx: Tx, input: Who & Identity & { identifiedBy: string; now: Date }): Promise<void> {
  const { guildId, userId, kind, firstName, lastName, email, identifiedBy, now } = input;
  const identity = { kind, firstName, lastName, email, identifiedBy, identifiedAt: now, welcomedAt: now };
  await tx.member.upsert({
    where: { guildId_userId: { guildId, userId } },
    update: identity,
    create: { guildId, userId, username: userId, displayName: `${firstName} ${lastName}`, joinedAt: now, ...identity },
  });
}

/** People who were `from` are `to` from now on, such as learners whose promo ended. Everybody else stays what they are. */
export async function changeKinds(
  tx: Tx,
  { guildId, userIds, from, to }: { guildId: string; userIds: readonly string[]; from: Kind; to: Kind },
): Promise<void> {
  await tx.member.updateMany({ where: { guildId, userId: { in: [...userIds] }, kind: from }, data: { kind: to } });
}

/** People of these guilds who arrived since the bot did, are through Discord's screening, and were not given their roles yet. */
export const findArrivals = (tx: Tx, guildIds: readonly string[], limit: number): Promise<Who[]> =>
  tx.$queryRaw<Who[]>`
    SELECT guild_id AS "guildId", user_id AS "userId" FROM member
    WHERE guild_id = ANY(${[...guildIds]}::text[]) AND left_at IS NULL AND welcomed_at IS NULL AND NOT screening
    ORDER BY joined_at LIMIT ${limit}`;

/** True for somebody on the server whose arrival was not answered. */
export async function awaitsWelcome(db: Db | Tx, who: Who): Promise<boolean> {
  const member = await findMember(db, who);
  return member !== null && !member.leftAt && !member.welcomedAt;
}

/** The arrival of `joinedAt` was answered. A later one is another. */
export async function recordWelcome(
  db: Db | Tx,
  { guildId, userId, joinedAt, now }: Who & { joinedAt: Date; now: Date },
): Promise<void> {
  await db.member.updateMany({ where: { guildId, userId, joinedAt }, data: { welcomedAt: now } });
}

export type Found = { members: Member[]; total: number; page: number; search: string };

/**
 * People of whom every word of `text` is a part of the first or last name, nickname, Discord name or e-mail; accents, case and order do
 * not matter, and a Discord id is found too. `page` begins at 0. Throws `members.empty_search`.
 */
export async function findMembers(
  db: Db,
  { guildId, text, page = 0, size = pageSize }: { guildId: string; text: string; page?: number; size?: number },
): Promise<Found> {
  const search = searchable(text);
  const words = wordsOf(search);
  if (words.length === 0) throw emptySearch();
  const conditions = words.map((word) => {
    const part = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
    return /^\d{17,20}$/.test(word)
      ? Prisma.sql`(search LIKE fold(${part}) OR user_id = ${word})`
      : Prisma.sql`search LIKE fold(${part})`;
  });
  const where = Prisma.sql`guild_id = ${guildId} AND ${Prisma.join(conditions, ' AND ')}`;
  const [counted] = await db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM member WHERE ${where}`;
  const total = counted?.total ?? 0;
  const shown = Math.min(page, lastPage(total));
  const ids = await db.$queryRaw<{ id: string }[]>`
    SELECT user_id AS id FROM member WHERE ${where}
    ORDER BY left_at IS NOT NULL, fold(coalesce(last_name, display_name)), fold(coalesce(first_name, '')), user_id
    LIMIT ${size} OFFSET ${shown * size}`;
  const rows = await db.member.findMany({ where: { guildId, userId: { in: ids.map(({ id }) => id) } } });
  const byId = new Map(rows.map((row) => [row.userId, row]));
  return { members: ids.flatMap(({ id }) => byId.get(id) ?? []), total, page: shown, search };
}

/** Erases those who left long ago. */
export async function forgetFormerMembers(tx: Tx, now: Date): Promise<void> {
  const before = (age: number) => new Date(now.getTime() - age);
  await tx.$executeRaw`
    DELETE FROM member
    WHERE left_at < ${before(identityKeptFor)} OR (identified_at IS NULL AND left_at < ${before(visitorKeptFor)})`;
}

export async function exportMember(db: Db, guildId: string, userId: string): Promise<Record<string, unknown>> {
  const member = await findMember(db, { guildId, userId });
  const identified = await db.member.count({ where: { guildId, identifiedBy: userId } });
  return { member, identitiesConfirmed: identified };
}

export async function eraseMember(tx: Tx, guildId: string, userId: string): Promise<void> {
  await tx.member.deleteMany({ where: { guildId, userId } });
  await tx.member.updateMany({ where: { guildId, identifiedBy: userId }, data: { identifiedBy: null } });
}
