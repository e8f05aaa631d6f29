import { randomInt } from 'node:crypto';
import { audit } from '../../../infra/audit.ts';
import { type Db, lock, type Tx } from '../../../infra/db.ts';
import { getPromo } from '../../promos/service/promo.ts';
import {
  alreadyClosed,
  alreadyPublished,
  badLines,
  badSize,
  noRound,
  notLearner,
  promoOver,
  tooFew,
  unknownGroup,
} from '../messages.ts';
import { countFor, makeGroups, type Person, sizesOf } from '../rules/grouping.ts';
import { distinct, readLines, writeLines } from '../rules/outline.ts';
import {
  type By,
  currentRound,
  describe,
  getRound,
  type Learner,
  learnersOf,
  ownPromo,
  pastOf,
  promiseRooms,
  type Round,
  type RoundRow,
} from './round.ts';

/** Most groups, and most people in one. */
export const most = 99;
export const mostLevel = 9;

/** Either how many people in a group, at most, or how many groups. */
export type Wish = { size: number } | { number: number };

/** The groups of a promo are changed one after the other. */
const lockGroups = (tx: Tx, promoId: number): Promise<void> => lock(tx, `groups.promo:${promoId}`);

async function requireRunning(tx: Tx, { guildId, promoId }: { guildId: string; promoId: number }): Promise<void> {
  const { state, clearingAt } = await getPromo(tx, { guildId, promoId });
  if ((state !== 'planned' && state !== 'active') || clearingAt) throw promoOver();
}

const newSeed = (): number => randomInt(2 ** 31 - 1);

/** Draws groups and puts them in the place of those that the round had. */
async function draw(
  tx: Tx,
  { id, guildId, promoId }: Pick<RoundRow, 'id' | 'guildId' | 'promoId'>,
  people: readonly Person[],
  count: number,
  seed: number,
) {
  const met = await pastOf(tx, { promoId, except: id });
  const groups = makeGroups(people, { sizes: sizesOf(people.length, count), met, seed });
  await tx.groupTeam.deleteMany({ where: { roundId: id } });
  for (const [index, group] of groups.entries()) {
    const team = await tx.groupTeam.create({ data: { roundId: id, number: index + 1 } });
    await tx.groupPlace.createMany({
      data: group.map((person) => ({ roundId: id, teamId: team.id, guildId, userId: person.id, level: person.level })),
    });
  }
}

/**
 * Prepares groups of all learners of a promo; they replace those that were prepared and not published. Throws `groups.not_yours`,
 * `groups.bad_size`, `groups.promo_over`, `groups.too_few`.
 */
export async function prepare(
  db: Db,
  by: By,
  { promoId, wish, seed = newSeed() }: { promoId: number; wish: Wish; seed?: number },
): Promise<Round> {
  const { guildId, actorId, now } = by;
  await ownPromo(db, by, promoId);
  const asked = 'size' in wish ? wish.size : wish.number;
  if (!Number.isInteger(asked) || asked < 1 || asked > most) throw badSize(most);
  const learners = await learnersOf(db, promoId);
  if (learners.length < 2) throw tooFew(learners.length);
  const id = await db.$transaction(async (tx) => {
    await lockGroups(tx, promoId);
    await requireRunning(tx, { guildId, promoId });
    await tx.groupRound.deleteMany({ where: { promoId, publishedAt: null } });
    const last = await tx.groupRound.findFirst({ where: { promoId }, orderBy: { number: 'desc' }, select: { number: true } });
    const round = await tx.groupRound.create({
      data: { guildId, promoId, number: (last?.number ?? 0) + 1, seed, madeBy: actorId, madeAt: now },
    });
    const people = learners.map(({ userId }) => ({ id: userId, level: null }));
    const count = Math.min(most, 'size' in wish ? countFor(people.length, wish.size) : wish.number);
    await draw(tx, round, people, count, seed);
    await audit(tx, {
      guildId,
      actorId,
      action: 'groups.make',
      subject: `promo:${promoId}`,
      after: { round: round.id, number: round.number, seed, people: people.length, groups: Math.min(count, people.length) },
      at: now,
    });
    return round.id;
  });
  return describe(db, by, await getRound(db, { guildId, roundId: id }));
}

/** The groups that are prepared, and nobody else changes them until the transaction ends. Throws `groups.published`. */
async function lockDraft(tx: Tx, { guildId }: By, roundId: number): Promise<RoundRow> {
  const { promoId } = await getRound(tx, { guildId, roundId });
  await lockGroups(tx, promoId);
  const round = await getRound(tx, { guildId, roundId });
  if (round.publishedAt) throw alreadyPublished();
  await requireRunning(tx, round);
  return round;
}

async function changeDraft(db: Db, by: By, roundId: number, change: (tx: Tx, round: RoundRow) => Promise<void>): Promise<Round> {
  const { promoId } = await getRound(db, { guildId: by.guildId, roundId });
  await ownPromo(db, by, promoId);
  await db.$transaction(async (tx) => change(tx, await lockDraft(tx, by, roundId)));
  return describe(db, by, await getRound(db, { guildId: by.guildId, roundId }));
}

/** The same people and levels in another draw; who came or left since is counted. Throws `groups.unknown`, `groups.not_yours`, `groups.published`. */
export async function redraw(db: Db, by: By, { roundId, seed = newSeed() }: { roundId: number; seed?: number }): Promise<Round> {
  return changeDraft(db, by, roundId, async (tx, round) => {
    const learners = await learnersOf(db, round.promoId);
    if (learners.length < 2) throw tooFew(learners.length);
    const levels = levelsIn(round);
    const people = learners.map(({ userId }) => ({ id: userId, level: levels.get(userId) ?? null }));
    await draw(tx, round, people, round.teams.length, seed);
    await tx.groupRound.update({ where: { id: roundId }, data: { seed, byHand: false } });
  });
}

const levelsIn = ({ teams }: RoundRow): Map<string, number | null> =>
  new Map(teams.flatMap(({ places }) => places.map(({ userId, level }) => [userId, level] as const)));

const teamsIn = ({ teams }: RoundRow): Map<string, number> =>
  new Map(teams.flatMap(({ number, places }) => places.map(({ userId }) => [userId, number] as const)));

/** The form for levels or groups, filled with what is known. */
export function linesOf({ round, learners }: Pick<Round, 'round' | 'learners'>, what: 'levels' | 'groups'): string {
  const people = [...learners.values()];
  const names = distinct(people.map(({ name }) => name));
  const numbers: ReadonlyMap<string, number | null> = what === 'levels' ? levelsIn(round) : teamsIn(round);
  return writeLines(people.map(({ userId }, index) => ({ name: names[index] ?? userId, number: numbers.get(userId) ?? null })));
}

/** Throws `groups.bad_lines`. */
function numbersTyped(typed: string, people: readonly Learner[], largest: number): Map<string, number | null> {
  const { numbers, wrong } = readLines(typed, distinct(people.map(({ name }) => name)), largest);
  if (wrong.length > 0) throw badLines(wrong);
  return new Map(people.flatMap(({ userId }, index) => (numbers.has(index) ? [[userId, numbers.get(index) ?? null]] : [])));
}

/** Draws again with levels as even as they can be without making people meet again. Throws as `redraw`, and `groups.bad_lines`. */
export async function mixLevels(
  db: Db,
  by: By,
  { roundId, typed, seed = newSeed() }: { roundId: number; typed: string; seed?: number },
): Promise<Round> {
  return changeDraft(db, by, roundId, async (tx, round) => {
    const learners = await learnersOf(db, round.promoId);
    if (learners.length < 2) throw tooFew(learners.length);
    const levels = numbersTyped(typed, learners, mostLevel);
    const people = learners.map(({ userId }) => ({ id: userId, level: levels.get(userId) ?? null }));
    await draw(tx, round, people, round.teams.length, seed);
    await tx.groupRound.update({ where: { id: roundId }, data: { seed, byHand: false } });
  });
}

/** Groups as somebody wrote them; groups without anybody go. Throws `groups.bad_lines`, `groups.too_few`, and as `redraw`. */
export async function arrange(db: Db, by: By, { roundId, typed }: { roundId: number; typed: string }): Promise<Round> {
  return changeDraft(db, by, roundId, async (tx, round) => {
    const learners = await learnersOf(db, round.promoId);
    const wanted = [...numbersTyped(typed, learners, most)].flatMap(([userId, number]) =>
      number === null ? [] : [{ userId, number }],
    );
    if (wanted.length === 0) throw tooFew(0);
    const levels = levelsIn(round);
    await tx.groupTeam.deleteMany({ where: { roundId } });
    const numbers = [...new Set(wanted.map(({ number }) => number))].sort((a, b) => a - b);
    for (const [index, number] of numbers.entries()) {
      const team = await tx.groupTeam.create({ data: { roundId, number: index + 1 } });
      await tx.groupPlace.createMany({
        data: wanted
          .filter((one) => one.number === number)
          .map(({ userId }) => ({ roundId, teamId: team.id, guildId: by.guildId, userId, level: levels.get(userId) ?? null })),
      });
    }
    await tx.groupRound.update({ where: { id: roundId }, data: { byHand: true } });
  });
}

/**
 * Moves a learner to another group of those that are prepared, else of the last published ones, where they had none too. Throws
 * `groups.not_yours`, `groups.none`, `groups.closed`, `groups.not_learner`, `groups.unknown_group`.
 */
export async function movePerson(
  db: Db,
  by: By,
  { promoId, userId, to }: { promoId: number; userId: string; to: number },
): Promise<Round> {
  const { guildId, actorId, now } = by;
  await ownPromo(db, by, promoId);
  const learners = await learnersOf(db, promoId);
  const roundId = await db.$transaction(async (tx) => {
    await lockGroups(tx, promoId);
    const round = await currentRound(tx, promoId);
    if (!round) throw noRound();
    if (round.closingAt) throw alreadyClosed();
    if (!learners.some((one) => one.userId === userId)) throw notLearner();
    const team = round.teams.find(({ number }) => number === to);
    if (!team) throw unknownGroup(round.teams.length);
    const before = teamsIn(round).get(userId) ?? null;
    await tx.groupPlace.upsert({
      where: { roundId_userId: { roundId: round.id, userId } },
      update: { teamId: team.id },
      create: { roundId: round.id, teamId: team.id, guildId, userId },
    });
    await tx.groupRound.update({ where: { id: round.id }, data: { byHand: true } });
    await audit(tx, {
      guildId,
      actorId,
      targetId: userId,
      action: 'groups.move',
      subject: `groups:${round.id}`,
      before: { group: before },
      after: { group: to },
      at: now,
    });
    if (round.publishedAt) await promiseRooms(tx, round);
    return round.id;
  });
  return describe(db, by, await getRound(db, { guildId, roundId }));
}
