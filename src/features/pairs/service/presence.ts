import { type Db, Prisma, type Tx } from '../../../infra/db.ts';
import { readSettings } from '../../../infra/settings.ts';
import { addDays, todayIn } from '../../../kernel/day.ts';
import { day } from '../../../kernel/time.ts';
import { absenceGrace } from '../rules/limit.ts';
import { dropCoordinator } from './coordinator.ts';
import { endPair } from './end.ts';
import type { Pair, Who } from './pair.ts';
import { waitFor, waitNoMore } from './pause.ts';

/** The pairs of somebody that go on, held until the transaction ends, with those that they look after. */
async function holdAll(tx: Tx, { guildId, userId }: Pick<Who, 'guildId' | 'userId'>): Promise<Pair[]> {
  await tx.$queryRaw`
    SELECT id FROM mentoring_pair
    WHERE guild_id = ${guildId} AND (((mentor_id = ${userId} OR learner_id = ${userId}) AND state <> 'ended') OR coordinator_id = ${userId})
    ORDER BY id FOR UPDATE`;
  return tx.mentoringPair.findMany({
    where: { guildId, OR: [{ mentorId: userId }, { learnerId: userId }], state: { not: 'ended' } },
    orderBy: { id: 'asc' },
  });
}

/** Somebody left the server. Their pairs wait for them for a week; whoever they looked after needs somebody else. */
export async function absent(tx: Tx, who: Who): Promise<void> {
  const { guildId, now } = who;
  const { timeZone } = await readSettings(tx, guildId);
  const until = addDays(todayIn(timeZone, now), absenceGrace / day);
  for (const pair of await holdAll(tx, who)) if (!pair.absentSince) await waitFor(tx, pair, until, now);
  await dropCoordinator(tx, who);
}

/** Somebody is back. A pair of which the other has left meanwhile waits on. */
export async function present(tx: Tx, who: Who): Promise<void> {
  const { guildId, userId, now } = who;
  const pairs = (await holdAll(tx, who)).filter(({ absentSince }) => absentSince !== null);
  if (pairs.length === 0) return;
  const others = pairs.flatMap(
    ({ mentorId, learnerId }) => [mentorId, learnerId].filter((id) => id !== null && id !== userId) as string[],
  );
  const gone = await tx.member.findMany({
    where: { guildId, userId: { in: others }, leftAt: { not: null } },
    select: { userId: true },
  });
  const isGone = (pair: Pair) => gone.some((one) => one.userId === pair.mentorId || one.userId === pair.learnerId);
  for (const pair of pairs) if (!isGone(pair)) await waitNoMore(tx, pair, now);
}

export const recordAbsence = (db: Db, who: Who): Promise<void> => db.$transaction((tx) => absent(tx, who));
export const recordReturn = (db: Db, who: Who): Promise<void> => db.$transaction((tx) => present(tx, who));

/** At once; the next hour sees to the others. */
const most = 200;

/** Departures and returns of which no event told, and those for whom the wait is over. */
export async function reconcilePresence(tx: Tx, now: Date): Promise<void> {
  const left = await tx.$queryRaw<{ guildId: string; userId: string }[]>`
    SELECT DISTINCT pair.guild_id AS "guildId", member.user_id AS "userId" FROM mentoring_pair AS pair
    CROSS JOIN LATERAL (VALUES (pair.mentor_id, true), (pair.learner_id, true), (pair.coordinator_id, false)) AS somebody (user_id, is_of_pair)
    JOIN member ON member.guild_id = pair.guild_id AND member.user_id = somebody.user_id AND member.left_at IS NOT NULL
    WHERE pair.state <> 'ended' AND (NOT is_of_pair OR pair.absent_since IS NULL) ORDER BY 1, 2 LIMIT ${most}`;
  const [guildIds, userIds] = [left.map(({ guildId }) => guildId), left.map(({ userId }) => userId)];
  const people = Prisma.sql`unnest(${guildIds}::text[], ${userIds}::text[]) AS person (guild_id, user_id)`;
  // What follows comes to these person by person: all are held first, in the order of everybody.
  await tx.$queryRaw`
    SELECT id FROM mentoring_pair WHERE id IN (
      SELECT id FROM mentoring_pair WHERE absent_since IS NOT NULL AND state <> 'ended'
      UNION SELECT id FROM ${people} JOIN mentoring_pair AS pair ON pair.guild_id = person.guild_id AND pair.mentor_id = person.user_id
      UNION SELECT id FROM ${people} JOIN mentoring_pair AS pair ON pair.guild_id = person.guild_id AND pair.learner_id = person.user_id
      UNION SELECT id FROM ${people} JOIN mentoring_pair AS pair ON pair.guild_id = person.guild_id AND pair.coordinator_id = person.user_id
    ) ORDER BY id FOR UPDATE`;
  for (const who of left) await absent(tx, { ...who, now });
  const back = await tx.$queryRaw<{ guildId: string; userId: string }[]>`
    SELECT pair.guild_id AS "guildId", pair.mentor_id AS "userId" FROM mentoring_pair AS pair
    WHERE pair.absent_since IS NOT NULL AND pair.state <> 'ended'
      AND 2 = (SELECT count(*) FROM member WHERE member.guild_id = pair.guild_id AND member.user_id IN (pair.mentor_id, pair.learner_id) AND left_at IS NULL)
    ORDER BY 1, 2 LIMIT ${most}`;
  for (const who of back) await present(tx, { ...who, now });
  const due = await tx.mentoringPair.findMany({
    where: { absentSince: { lte: new Date(now.getTime() - absenceGrace) }, state: { not: 'ended' } },
    orderBy: { id: 'asc' },
    take: most,
  });
  for (const { id: pairId, guildId } of due) await endPair(tx, { guildId, pairId, as: 'left', now });
}
