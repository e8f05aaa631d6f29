import type { Member } from '../../../prisma/client/client.ts';
import { type Db, enqueue, enqueueAll, Prisma, type Tx } from '../../infra/db.ts';
import type { Kind } from '../../kernel/kind.ts';
import { emptySearch, unknownMember } from './messages.ts';
import {
  identityKeptFor,
  lastPage,
  type Presence,
  pageSize,
  searchable,
  shortestProposal,
  visitorKeptFor,
  wordsOf,
} from './rules.ts';
import { reconcileTask } from './wire.ts';

export type { Member } from '../../../prisma/client/client.ts';
export { type Presence, presenceOf } from './rules.ts';

type Who = { guildId: string; userId: string };

/**
 * Writes down people who were on the server at `seenAt`. Events and pages of the member list may come late and in any order: a departure
 * recorded after `seenAt` stands, unless the person joined again since. Whoever joined before the bot is no newcomer; neither is anybody
 * seen before the bot knows the server.
 */
export async function recordMembers(db: Db | Tx, guildId: string, people: readonly Presence[], seenAt: Date): Promise<void> {
  if (people.length === 0) return;
  await db.$executeRaw`
    INSERT INTO member AS kept (guild_id, user_id, username, display_name, joined_at, screening, welcomed_at)
    SELECT ${guildId}, seen.user_id, seen.username, seen.display_name, seen.joined_at, seen.screening,
      CASE WHEN seen.joined_at < coalesce((SELECT created_at FROM guild WHERE id = ${guildId}), 'infinity') THEN seen.joined_at END
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
      welcomed_at = CASE WHEN EXCLUDED.joined_at > kept.joined_at THEN EXCLUDED.welcomed_at ELSE kept.welcomed_at END,
      welcome_asked_at = CASE WHEN EXCLUDED.joined_at > kept.joined_at THEN NULL ELSE kept.welcome_asked_at END
    WHERE (kept.username, kept.display_name, kept.screening) IS DISTINCT FROM (EXCLUDED.username, EXCLUDED.display_name, EXCLUDED.screening)
      OR EXCLUDED.joined_at > kept.joined_at OR kept.left_at < ${seenAt}`;
}

/** Of these people, those who are on the server, with since when. */
export async function presentAmong(db: Db | Tx, guildId: string, userIds: readonly string[]): Promise<Map<string, Date>> {
  const where = { guildId, userId: { in: [...userIds] }, leftAt: null };
  const there = await db.member.findMany({ where, select: { userId: true, joinedAt: true } });
  return new Map(there.map(({ userId, joinedAt }) => [userId, joinedAt]));
}

/** Somebody left, or was seen to have left: their identity waits for them. */
export async function recordLeave(db: Db | Tx, { guildId, userId, now }: Who & { now: Date }): Promise<void> {
  await db.member.updateMany({ where: { guildId, userId, leftAt: null }, data: { leftAt: now } });
}

/** Of a `bigint`: no id is above. A bound at both ends lets the index give a page without reading all that follow it. */
const lastId = 2n ** 63n - 1n;

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
      AND user_id::bigint > ${after}::bigint AND user_id::bigint <= ${until ?? String(lastId)}::bigint
      AND NOT EXISTS (SELECT FROM unnest(${[...present]}::text[]) AS seen (id) WHERE seen.id = member.user_id)`;
}

/** Promises a reading of the whole member list, for what was missed while nobody listened. */
export async function reconcileAll(tx: Tx): Promise<void> {
  const guilds = await tx.guild.findMany({ where: { leftAt: null }, select: { id: true } });
  await enqueueAll(
    tx,
    reconcileTask,
    guilds.map(({ id }) => ({ payload: { guildId: id }, key: id })),
  );
}

/** The same for a server that the bot has just come to. */
export const reconcileGuild = (tx: Tx, guildId: string): Promise<void> =>
  enqueue(tx, reconcileTask, { guildId }, { key: guildId });

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

/**
 * Records who a person is, and returns what they were known to be before, if anything. Works too for somebody whose arrival was not seen
 * yet: the next reconciliation adds their Discord names.
 */
export async function identify(tx: Tx, input: Who & Identity & { identifiedBy: string | null; now: Date }): Promise<Kind | null> {
  const { guildId, userId, kind, firstName, lastName, email, identifiedBy, now } = input;
  const former = identityOf(await findMember(tx, { guildId, userId }));
  const identity = { kind, firstName, lastName, email, identifiedBy, identifiedAt: now, welcomedAt: now };
  await tx.member.upsert({
    where: { guildId_userId: { guildId, userId } },
    update: identity,
    create: { guildId, userId, username: userId, displayName: `${firstName} ${lastName}`, joinedAt: now, ...identity },
  });
  return former?.kind ?? null;
}

/** Nobody else changes what these people are until the transaction ends. In one order: two crowds that share people wait, and never for each other. */
export async function holdMembers(tx: Tx, { guildId, userIds }: { guildId: string; userIds: readonly string[] }): Promise<void> {
  await tx.$queryRaw`
    SELECT count(*)::int FROM (
      SELECT FROM member WHERE guild_id = ${guildId} AND user_id = ANY (${[...userIds]}::text[]) ORDER BY user_id FOR NO KEY UPDATE) AS held`;
}

/**
 * People who were one of `from` are `to` from now on, such as learners whose promo ended. Everybody else stays what they are. The caller promises
 * the role of the same name, which counts as given: who looks for missing ones need not give it too.
 */
export async function changeKinds(
  tx: Tx,
  {
    guildId,
    userIds,
    from,
    to,
  }: { guildId: string; userIds: readonly string[]; from: readonly Kind[]; to: 'learner' | 'alumni' },
): Promise<void> {
  if (userIds.length === 0) return;
  await tx.$executeRaw`
    UPDATE member SET kind = ${to}::kind, granted_role_id = coalesce(
      (SELECT min(role_id) FROM role_binding AS bound WHERE bound.guild_id = member.guild_id AND bound.key = ${to}), granted_role_id)
    WHERE guild_id = ${guildId} AND user_id = ANY (${[...userIds]}::text[]) AND kind::text = ANY (${[...from]}::text[])`;
}

/**
 * Which arrivals are wanted: of each guild, the `limit` that wait longest. `keys`: the role of the bot that each kind gets, a newcomer's for
 * all others; nobody is due whose role is not bound. `refused`: guilds where Discord refused an arrival; there, `limitRefused` at a time.
 * Those asked since `askedBefore` are left for later, and with them the whole of a refused guild.
 */
export type Arrivals = {
  guildId?: string;
  keys: Readonly<Record<Kind, string>>;
  limit: number;
  refused: readonly string[];
  limitRefused: number;
  askedBefore: Date | null;
};

/** People who arrived since the bot did, are through Discord's screening, and were not given their roles yet. */
export const findArrivals = (tx: Tx, arrivals: Arrivals): Promise<Who[]> => {
  const { guildId = null, keys, limit, refused, limitRefused, askedBefore } = arrivals;
  return tx.$queryRaw<Who[]>`
    WITH waiting AS (
      SELECT guild_id, user_id, joined_at, welcome_asked_at, coalesce(welcome_asked_at > ${askedBefore}::timestamptz, false) AS is_early,
        guild_id = ANY (${[...refused]}::text[]) AS is_refused
      FROM member
      WHERE left_at IS NULL AND welcomed_at IS NULL AND NOT screening
        AND (${guildId}::text IS NULL OR guild_id = ${guildId})
        AND NOT EXISTS (SELECT FROM guild WHERE guild.id = member.guild_id AND guild.left_at IS NOT NULL)
        AND EXISTS (
          SELECT FROM role_binding AS bound WHERE bound.guild_id = member.guild_id
            AND bound.key = coalesce(${JSON.stringify(keys)}::jsonb ->> kind::text, 'newcomer'))
    ), due AS (
      SELECT guild_id, user_id, is_refused,
        row_number() OVER (PARTITION BY guild_id ORDER BY welcome_asked_at NULLS FIRST, joined_at) AS place
      FROM waiting
      WHERE NOT is_early
        AND NOT (is_refused AND EXISTS (SELECT FROM waiting AS early WHERE early.guild_id = waiting.guild_id AND early.is_early))
    )
    SELECT guild_id AS "guildId", user_id AS "userId" FROM due
    WHERE place <= CASE WHEN is_refused THEN ${limitRefused}::int ELSE ${limit}::int END
    ORDER BY guild_id, place`;
};

/** Their arrivals are being answered: they are not due again for a while. */
export async function markAsked(tx: Tx, people: readonly Who[], now: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE member SET welcome_asked_at = ${now}
    FROM unnest(${people.map(({ guildId }) => guildId)}::text[], ${people.map(({ userId }) => userId)}::text[]) AS asked (guild_id, user_id)
    WHERE member.guild_id = asked.guild_id AND member.user_id = asked.user_id`;
}

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

/** The Discord role that was given to an identified person for their kind. With `kind`: unless they are of another one by now. */
export async function recordGrant(
  db: Db | Tx,
  { guildId, userId, roleId, kind }: Who & { roleId: string; kind?: Kind },
): Promise<void> {
  await db.member.updateMany({
    where: { guildId, userId, identifiedAt: { not: null }, ...(kind && { kind }) },
    data: { grantedRoleId: roleId },
  });
}

/**
 * Identified people on the server whose kind's role is another than the one they were given: it was deleted and made again, or another is
 * bound. `keys`: the role of the bot that each kind gets. `after`: the last id of the page before, in their order.
 */
export const findUngranted = (
  db: Db | Tx,
  input: { guildId: string; keys: Readonly<Record<Kind, string>>; after: string; limit: number },
): Promise<{ userId: string; kind: Kind }[]> => {
  const { guildId, keys, after, limit } = input;
  return db.$queryRaw`
    SELECT user_id AS "userId", kind FROM member
    WHERE guild_id = ${guildId} AND user_id > ${after} AND ${isUngranted(keys)}
    ORDER BY user_id LIMIT ${limit}`;
};

/** The servers with such people, or of one server whether it is. */
export async function findUngrantedGuilds(tx: Tx, keys: Readonly<Record<Kind, string>>, guildId?: string): Promise<string[]> {
  const found = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT guild_id AS id FROM member
    WHERE (${guildId ?? null}::text IS NULL OR guild_id = ${guildId ?? null}) AND ${isUngranted(keys)}
      AND NOT EXISTS (SELECT FROM guild WHERE guild.id = member.guild_id AND guild.left_at IS NOT NULL)`;
  return found.map(({ id }) => id);
}

/** Somebody who was answered, and for whose kind a role is bound, but not the one they have. */
function isUngranted(keys: Readonly<Record<Kind, string>>): Prisma.Sql {
  const ofKind = Prisma.sql`SELECT FROM role_binding AS bound
    WHERE bound.guild_id = member.guild_id AND bound.key = ${JSON.stringify(keys)}::jsonb ->> member.kind::text`;
  return Prisma.sql`left_at IS NULL AND identified_at IS NOT NULL AND welcomed_at IS NOT NULL
    AND EXISTS (${ofKind}) AND NOT EXISTS (${ofKind} AND bound.role_id = member.granted_role_id)`;
}

export type Found = { members: Member[]; total: number; page: number; search: string };

/** People of a guild of whom every word of `search` is a part of a name. */
function matching(guildId: string, search: string): Prisma.Sql {
  const words = wordsOf(search);
  if (words.length === 0) throw emptySearch();
  const conditions = words.map((word) => {
    const part = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
    return /^\d{17,20}$/.test(word)
      ? Prisma.sql`(search LIKE fold(${part}) OR user_id = ${word})`
      : Prisma.sql`search LIKE fold(${part})`;
  });
  return Prisma.sql`guild_id = ${guildId} AND ${Prisma.join(conditions, ' AND ')}`;
}

/** A page of them, those who left last. */
async function readPage(db: Db, guildId: string, { where, offset }: { where: Prisma.Sql; offset: number }): Promise<Member[]> {
  const ids = await db.$queryRaw<{ id: string }[]>`
    SELECT user_id AS id FROM member WHERE ${where}
    ORDER BY (left_at IS NOT NULL), sort_key, user_id LIMIT ${pageSize} OFFSET ${offset}`;
  const rows = await db.member.findMany({ where: { guildId, userId: { in: ids.map(({ id }) => id) } } });
  const byId = new Map(rows.map((row) => [row.userId, row]));
  return ids.flatMap(({ id }) => byId.get(id) ?? []);
}

/**
 * People of whom every word of `text` is a part of the first or last name, nickname, Discord name, e-mail or a promo of today; accents, case and order do
 * not matter, and a Discord id is found too. `page` begins at 0. Throws `members.empty_search`.
 */
export async function findMembers(
  db: Db,
  { guildId, text, page = 0 }: { guildId: string; text: string; page?: number },
): Promise<Found> {
  const search = searchable(text);
  const where = matching(guildId, search);
  const [counted] = await db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM member WHERE ${where}`;
  const total = counted?.total ?? 0;
  const shown = Math.min(page, lastPage(total));
  return { members: await readPage(db, guildId, { where, offset: shown * pageSize }), total, page: shown, search };
}

/** The person whose Discord id the whole text is. */
export const findChosen = async (db: Db, { guildId, text }: { guildId: string; text: string }): Promise<Member | null> =>
  /^\d{17,20}$/.test(text.trim()) ? findMember(db, { guildId, userId: text.trim() }) : null;

/** The first of them while the text is being typed, uncounted; nobody before it has three characters. */
export async function proposeMembers(db: Db, { guildId, text }: { guildId: string; text: string }): Promise<Member[]> {
  const search = searchable(text);
  return search.length < shortestProposal ? [] : readPage(db, guildId, { where: matching(guildId, search), offset: 0 });
}

/** Erases those who left long ago. */
export async function forgetFormerMembers(tx: Tx, now: Date): Promise<void> {
  const before = (age: number) => new Date(now.getTime() - age);
  await tx.$executeRaw`
    DELETE FROM member
    WHERE left_at < ${before(identityKeptFor)} OR (identified_at IS NULL AND left_at < ${before(visitorKeptFor)})`;
}

export async function exportMember(db: Db, guildId: string, userId: string): Promise<Record<string, unknown>> {
  // Who confirmed it is another person's data.
  const member = await db.member.findUnique({ where: { guildId_userId: { guildId, userId } }, omit: { identifiedBy: true } });
  const identified = await db.member.count({ where: { guildId, identifiedBy: userId } });
  return { member, identitiesConfirmed: identified };
}

export async function eraseMember(tx: Tx, guildId: string, userId: string): Promise<void> {
  await tx.member.deleteMany({ where: { guildId, userId } });
  await tx.member.updateMany({ where: { guildId, identifiedBy: userId }, data: { identifiedBy: null } });
}
