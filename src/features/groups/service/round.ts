import type { GroupPlace, GroupRound, GroupTeam } from '../../../../prisma/client/client.ts';
import { type Db, enqueue, type Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import { getPromo, leads, type Promo, readRoster } from '../../promos/service/promo.ts';
import { notYours, unknownRound } from '../messages.ts';
import { costOf, type Met, type Person } from '../rules/grouping.ts';
import { roomsTask } from '../wire.ts';

/** Who acts; `isStaff` as the roles of the moment say. */
export type By = Change & { isStaff: boolean };

export type Learner = { userId: string; name: string; firstName: string | null; lastName: string | null };
export type Team = GroupTeam & { places: GroupPlace[] };
export type RoundRow = GroupRound & { teams: Team[] };

/** Groups with what there is to say of them. `unplaced` are learners of today without a group. */
export type Round = {
  round: RoundRow;
  promo: Promo;
  learners: ReadonlyMap<string, Learner>;
  unplaced: readonly Learner[];
  /** Pairs of these groups that were together in published groups before. */
  repeats: number;
};

/** Staff, and who manages or teaches the promo. Throws `groups.not_yours`. */
export async function requireLead(db: Db, { actorId, isStaff }: By, promoId: number): Promise<void> {
  if (!isStaff && !(await leads(db, { promoId, userId: actorId }))) throw notYours();
}

/** The promo, when it is theirs to group. Throws `promos.unknown`, `groups.not_yours`. */
export async function ownPromo(db: Db, by: By, promoId: number): Promise<Promo> {
  const promo = await getPromo(db, { guildId: by.guildId, promoId });
  await requireLead(db, by, promoId);
  return promo;
}

/** Learners of a promo who are on the server, by name. */
export async function learnersOf(db: Db, promoId: number): Promise<Learner[]> {
  const roster = await readRoster(db, { promoId });
  return roster
    .filter(({ part, hasLeft }) => part === 'learner' && !hasLeft)
    .map(({ userId, firstName, lastName, displayName }) => ({
      userId,
      firstName,
      lastName,
      name: [firstName, lastName].filter(Boolean).join(' ') || (displayName ?? userId),
    }));
}

const withTeams = {
  teams: { orderBy: { number: 'asc' as const }, include: { places: { orderBy: { id: 'asc' as const } } } },
};

export const findRound = (db: Db | Tx, { guildId, roundId }: { guildId: string; roundId: number }): Promise<RoundRow | null> =>
  db.groupRound.findFirst({ where: { id: roundId, guildId }, include: withTeams });

/** Throws `groups.unknown`. */
export async function getRound(db: Db | Tx, key: { guildId: string; roundId: number }): Promise<RoundRow> {
  const found = await findRound(db, key);
  if (!found) throw unknownRound();
  return found;
}

/** The groups of a promo that can still change: those being prepared, else the last that were published. */
export const currentRound = (db: Db | Tx, promoId: number): Promise<RoundRow | null> =>
  db.groupRound.findFirst({
    where: { promoId, closingAt: null },
    orderBy: [{ publishedAt: { sort: 'desc', nulls: 'first' } }, { number: 'desc' }],
    include: withTeams,
  });

/** How often two people were in the same published group of this promo; those of `except` do not count. */
export async function pastOf(db: Db | Tx, { promoId, except }: { promoId: number; except: number | null }): Promise<Met> {
  const rows = await db.$queryRaw<{ a: string; b: string; times: number }[]>`
    SELECT one.user_id AS a, other.user_id AS b, count(*)::int AS times
    FROM group_round AS round JOIN group_place AS one ON one.round_id = round.id
    JOIN group_place AS other ON other.team_id = one.team_id AND other.user_id > one.user_id
    WHERE round.promo_id = ${promoId} AND round.published_at IS NOT NULL AND round.id <> ${except ?? 0}
    GROUP BY one.user_id, other.user_id`;
  const times = new Map(rows.map((row) => [`${row.a} ${row.b}`, row.times]));
  return (a, b) => times.get(a < b ? `${a} ${b}` : `${b} ${a}`) ?? 0;
}

export const personOf = ({ userId, level }: Pick<GroupPlace, 'userId' | 'level'>): Person => ({ id: userId, level });

/** Groups as their promo's team sees them. Throws `groups.unknown`, `groups.not_yours`. */
export async function readRound(db: Db, by: By, roundId: number): Promise<Round> {
  const round = await getRound(db, { guildId: by.guildId, roundId });
  return describe(db, by, round);
}

export async function describe(db: Db, by: By, round: RoundRow): Promise<Round> {
  const promo = await ownPromo(db, by, round.promoId);
  const [learners, met] = await Promise.all([
    learnersOf(db, round.promoId),
    pastOf(db, { promoId: round.promoId, except: round.id }),
  ]);
  const placed = new Set(round.teams.flatMap(({ places }) => places.map(({ userId }) => userId)));
  const again: Met = (a, b) => Math.min(1, met(a, b));
  return {
    round,
    promo,
    learners: new Map(learners.map((one) => [one.userId, one])),
    unplaced: learners.filter(({ userId }) => !placed.has(userId)),
    repeats: costOf(
      round.teams.map(({ places }) => places.map(personOf)),
      again,
    ).repeats,
  };
}

export const isOpen = ({ publishedAt, closingAt }: Pick<GroupRound, 'publishedAt' | 'closingAt'>): boolean =>
  publishedAt !== null && closingAt === null;

export const promiseRooms = (tx: Tx, { guildId, id }: Pick<GroupRound, 'guildId' | 'id'>): Promise<void> =>
  enqueue(tx, roomsTask, { guildId, roundId: id }, { key: String(id) });
