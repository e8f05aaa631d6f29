import { audit } from '../../../infra/audit.ts';
import { type Db, enqueue, enqueueAll, type Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import { fill, readTemplate } from '../../catalogue/service/template.ts';
import { promoDay } from '../messages/promo.ts';
import type { Person } from '../rules/access.ts';
import { dayOf } from '../rules/day.ts';
import { type Part, partsOf } from '../rules/space.ts';
import { alertTask, buildTask, leftoverTask, type Problem, repairTask } from '../wire.ts';
import { promiseRoles } from './member.ts';
import { getPromo, type Promo } from './promo.ts';

export type Place = { key: string; discordId: string | null; begunAt: Date | null; former: unknown };

/** A promo's space as the database knows it: what it must hold, what was made, who is let in. */
export type Space = {
  promo: Promo;
  parts: readonly Part[];
  places: ReadonlyMap<string, Place>;
  people: readonly Person[];
  /** Who was of its team and no longer is. */
  gone: readonly string[];
  memberIds: readonly string[];
};

type Within = {
  places: readonly Place[];
  members: readonly { userId: string; part: 'learner' | 'trainer'; leftAt: Date | null }[];
  viewers: readonly { userId: string; until: Date | null }[];
};

function spaceOf(promo: Promo, { places, members, viewers }: Within, locale: 'fr' | 'en'): Space {
  const staff = new Set([
    ...(promo.managerId ? [promo.managerId] : []),
    ...viewers.flatMap(({ userId, until }) => (until ? [] : [userId])),
  ]);
  const current = members.filter(({ leftAt }) => leftAt === null);
  const trainers = current.filter(({ part, userId }) => part === 'trainer' && !staff.has(userId)).map(({ userId }) => userId);
  const people: Person[] = [
    ...[...staff].sort().map((userId) => ({ userId, audience: 'staff' as const })),
    ...trainers.sort().map((userId) => ({ userId, audience: 'trainer' as const })),
  ];
  const inside = new Set(people.map(({ userId }) => userId));
  const here = new Set(current.map(({ userId }) => userId));
  // What staff set by hand for a learner of today is theirs: only who was let in by their account, or left, is let out.
  const letOut = [...members.filter(({ part, userId }) => part === 'trainer' || !here.has(userId)), ...viewers];
  return {
    promo,
    parts: partsFor(promo, locale),
    places: new Map(places.map((place) => [place.key, place])),
    people,
    gone: [...new Set(letOut.map(({ userId }) => userId))].filter((userId) => !inside.has(userId)),
    memberIds: current.map(({ userId }) => userId),
  };
}

/** What the template of a promo becomes, in the language of the server. */
export const partsFor = (promo: Promo, locale: 'fr' | 'en'): Part[] => {
  const filling = {
    promo: promo.name,
    course: promo.course.name,
    campus: promo.campus.name,
    start: promoDay(dayOf(promo.startsOn))[locale],
    end: promoDay(dayOf(promo.endsOn))[locale],
  };
  return partsOf(promo.name, readTemplate(promo.template), (text) => fill(text, filling));
};

/** Null when there is no such promo. Names and texts are in the language of the server. */
export async function readSpace(
  db: Db,
  { guildId, promoId }: { guildId: string; promoId: number },
  locale: 'fr' | 'en',
): Promise<Space | null> {
  const [space] = await readSpaces(db, { guildId, promoIds: [promoId] }, locale);
  return space ?? null;
}

/** The same for many, in as many questions as for one. */
export async function readSpaces(
  db: Db,
  { guildId, promoIds }: { guildId: string; promoIds: readonly number[] },
  locale: 'fr' | 'en',
): Promise<Space[]> {
  const where = { promoId: { in: [...promoIds] } };
  const [promos, places, members, viewers] = await Promise.all([
    db.promo.findMany({ where: { guildId, id: where.promoId }, include: { course: true, campus: true }, orderBy: { id: 'asc' } }),
    db.promoPlace.findMany({ where }),
    db.promoMember.findMany({ where, select: { promoId: true, userId: true, part: true, leftAt: true } }),
    db.promoViewer.findMany({ where, select: { promoId: true, userId: true, until: true } }),
  ]);
  const by = <T extends { promoId: number }>(rows: readonly T[]) => Map.groupBy(rows, ({ promoId }) => promoId);
  const [placesBy, membersBy, viewersBy] = [by(places), by(members), by(viewers)];
  return promos.map((promo) =>
    spaceOf(
      promo,
      { places: placesBy.get(promo.id) ?? [], members: membersBy.get(promo.id) ?? [], viewers: viewersBy.get(promo.id) ?? [] },
      locale,
    ),
  );
}

type PlaceKey = { promoId: number; key: string };
const at = ({ promoId, key }: PlaceKey) => ({ promoId_key: { promoId, key } });

/** Notes that a creation begins: what comes of it is looked for before another one is made. */
export async function beginPlace(db: Db, { promoId, key, now }: PlaceKey & { now: Date }): Promise<void> {
  await db.promoPlace.upsert({ where: at({ promoId, key }), update: { begunAt: now }, create: { promoId, key, begunAt: now } });
}

/** What Discord made for a place. */
export async function recordPlace(db: Db, { promoId, key, discordId }: PlaceKey & { discordId: string }): Promise<void> {
  await db.promoPlace.update({ where: at({ promoId, key }), data: { discordId, begunAt: null } });
}

/** Discord no longer has what was made for these places: nothing of them is to be restored. */
export async function forgetPlaces(db: Db | Tx, { promoId, keys }: { promoId: number; keys: readonly string[] }): Promise<void> {
  await db.promoPlace.deleteMany({ where: { promoId, key: { in: [...keys] } } });
}

/** The permissions that a channel had, kept until it is open again; null once they are restored. */
export async function recordFormer(db: Db, { promoId, key, former }: PlaceKey & { former: string | null }): Promise<void> {
  await db.$executeRaw`UPDATE promo_place SET former = ${former}::jsonb WHERE promo_id = ${promoId} AND key = ${key}`;
}

/** All of it is there: what was refused is settled, and the roles can be given. */
export const recordBuilt = (db: Db, { guildId, promoId, now }: { guildId: string; promoId: number; now: Date }): Promise<void> =>
  db.$transaction(async (tx) => {
    const [before] = await tx.$queryRaw<{ hadProblem: boolean }[]>`
      SELECT problem IS NOT NULL AS "hadProblem" FROM promo WHERE id = ${promoId} FOR UPDATE`;
    await tx.$executeRaw`UPDATE promo SET problem = NULL, built_at = coalesce(built_at, ${now}) WHERE id = ${promoId}`;
    if (before?.hadProblem) await enqueue(tx, alertTask, { guildId, promoId }, { key: String(promoId) });
    const people = await tx.promoMember.findMany({ where: { promoId, leftAt: null }, select: { userId: true } });
    await promiseRoles(
      tx,
      guildId,
      people.map(({ userId }) => userId),
    );
  });

/** Discord refuses to go on: staff are told what is missing. */
export const recordProblem = (
  db: Db,
  { guildId, promoId, problem }: { guildId: string; promoId: number; problem: Problem },
): Promise<void> =>
  db.$transaction(async (tx) => {
    await tx.promo.update({ where: { id: promoId }, data: { problem } });
    await enqueue(tx, alertTask, { guildId, promoId }, { key: String(promoId) });
  });

/** Where the alert about a promo is. */
export async function recordAlert(
  db: Db,
  { promoId, former, channelId, messageId }: { promoId: number; former: string | null; channelId: string; messageId: string },
): Promise<void> {
  await db.promo.updateMany({
    where: { id: promoId, alertMessageId: former },
    data: { alertChannelId: channelId, alertMessageId: messageId },
  });
}

/** The space is gone from Discord. */
export const recordCleared = (db: Db, { promoId, now }: { promoId: number; now: Date }): Promise<void> =>
  db.$transaction(async (tx) => {
    await tx.promoPlace.deleteMany({ where: { promoId } });
    await tx.$executeRaw`UPDATE promo SET cleared_at = ${now}, problem = NULL WHERE id = ${promoId}`;
  });

const promiseWork = (db: Db, { guildId, actorId, now }: Change, promoId: number, how: 'resume' | 'repair'): Promise<Promo> =>
  db.$transaction(async (tx) => {
    const promo = await getPromo(tx, { guildId, promoId });
    const action = `promos.${how}` as const;
    await audit(tx, { guildId, actorId, action, subject: `promo:${promoId}`, at: now });
    await enqueue(tx, how === 'resume' ? buildTask : repairTask, { guildId, promoId }, { key: String(promoId) });
    return promo;
  });

/** What is missing of its space is made, once staff have mended what Discord refused. */
export const resumeBuild = (db: Db, by: Change, promoId: number): Promise<Promo> => promiseWork(db, by, promoId, 'resume');

/** Every difference with Discord is mended. */
export const askRepair = (db: Db, by: Change, promoId: number): Promise<Promo> => promiseWork(db, by, promoId, 'repair');

/** What Discord has of a promo, its own channels and those that other features keep beside them. */
export type Made = { categories: string[]; channels: string[]; others: string[] };

export async function madeFor(db: Db, promoId: number): Promise<Made> {
  const row = await db.promo.findUnique({
    where: { id: promoId },
    select: {
      places: { where: { discordId: { not: null } }, select: { key: true, discordId: true } },
      voiceRooms: { select: { channelId: true } },
      groupLobby: { select: { channelId: true } },
    },
  });
  const ofKind = (kind: string) =>
    (row?.places ?? []).flatMap(({ key, discordId }) => (discordId !== null && key.startsWith(kind) ? [discordId] : []));
  const others = [...(row?.voiceRooms ?? []), ...(row?.groupLobby ? [row.groupLobby] : [])];
  return {
    categories: ofKind('category:'),
    channels: ofKind('channel:'),
    others: others.flatMap(({ channelId }) => channelId ?? []),
  };
}

export const promiseLeftover = (db: Db, left: { guildId: string; promoId: number; channelIds: string[] }): Promise<void> =>
  enqueue(db, leftoverTask, left, { key: String(left.promoId) });

/** Categories of a server's promos in the order in which they are shown: by campus, then by beginning. */
export async function orderedCategories(db: Db, guildId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT place.discord_id AS id FROM promo_place AS place
    JOIN promo ON promo.id = place.promo_id JOIN catalogue_entry AS campus ON campus.id = promo.campus_id
    WHERE promo.guild_id = ${guildId} AND place.key LIKE 'category:%' AND place.discord_id IS NOT NULL
    ORDER BY fold(campus.name), promo.starts_on, fold(promo.name), place.key`;
  return rows.map(({ id }) => id);
}

/** The role that Discord has for a promo; null before and after its space. */
export async function roleOf(db: Db, promoId: number): Promise<string | null> {
  const place = await db.promoPlace.findUnique({ where: at({ promoId, key: 'role' }) });
  return place?.discordId ?? null;
}

/** Promos that have a space, or should. */
export const spacedPromos = async (db: Db, guildId: string): Promise<number[]> =>
  (
    await db.promo.findMany({
      where: { guildId, builtAt: { not: null }, clearingAt: null, state: { in: ['planned', 'active', 'ended'] } },
      select: { id: true },
      orderBy: { id: 'asc' },
    })
  ).map(({ id }) => id);

/** Spaces that an abandoned task left unmade or undeleted, and of which staff were not told. */
export async function promiseUnfinished(tx: Tx): Promise<void> {
  const unmade = await tx.$queryRaw<{ id: number; guildId: string }[]>`
    SELECT id, guild_id AS "guildId" FROM promo
    WHERE NOT EXISTS (SELECT FROM guild WHERE guild.id = promo.guild_id AND guild.left_at IS NOT NULL)
      AND built_at IS NULL AND problem IS NULL AND clearing_at IS NULL AND (state = 'active' OR (state = 'planned' AND early))`;
  await enqueueAll(
    tx,
    buildTask,
    unmade.map(({ id, guildId }) => ({ payload: { guildId, promoId: id }, key: String(id) })),
  );
}
