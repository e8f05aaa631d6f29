import type { RaidSweep } from '../../../../prisma/client/client.ts';
import { audit } from '../../../infra/audit.ts';
import { type Db, enqueue, lock, type Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import { day } from '../../../kernel/time.ts';
import { activeSanction, openCase } from '../../moderation/service/case.ts';
import { alreadySweeping, nobodyToSweep, onlyAdminsBan, unknownSweep } from '../messages/raid.ts';
import { ofGroup, pageSize } from '../rules/sweep.ts';
import { type Group, raidTask, sweepTask } from '../wire.ts';
import { arrivedIn, getRaid, type Raid } from './raid.ts';

export type { RaidSweep } from '../../../../prisma/client/client.ts';

type Measure = RaidSweep['measure'];

/** A ban is for good, which admins alone decide. */
function requireMay(measure: Measure, isAdmin: boolean): void {
  if (measure === 'ban' && !isAdmin) throw onlyAdminsBan();
}

/** Writes down whom a moderator wants to send away, to be read before it is confirmed. Throws `raids.nobody`, `raids.only_admins_ban`. */
export const draftSweep = (
  db: Db,
  { guildId, actorId, now }: Change,
  { raidId, group, measure, isAdmin }: { raidId: number; group: Group; measure: Measure; isAdmin: boolean },
): Promise<RaidSweep> =>
  db.$transaction(async (tx) => {
    requireMay(measure, isAdmin);
    const raid = await getRaid(tx, { guildId, raidId });
    const people = ofGroup(await arrivedIn(tx, raid), group).filter(({ userId }) => userId !== actorId);
    if (people.length === 0) throw nobodyToSweep();
    const sweep = await tx.raidSweep.create({ data: { guildId, raidId, measure, madeBy: actorId, madeAt: now } });
    await tx.$executeRaw`
      INSERT INTO raid_sweep_person (sweep_id, guild_id, user_id)
      SELECT ${sweep.id}, ${guildId}, user_id FROM unnest(${people.map(({ userId }) => userId)}::text[]) AS chosen (user_id)`;
    return sweep;
  });

/** Only who made a plan reads and confirms it. */
async function ownDraft(tx: Db | Tx, { guildId, actorId }: Change, sweepId: number): Promise<RaidSweep> {
  const sweep = await tx.raidSweep.findFirst({ where: { id: sweepId, guildId, madeBy: actorId, confirmedAt: null } });
  if (!sweep) throw unknownSweep();
  return sweep;
}

export type SweepPage = {
  sweep: RaidSweep;
  page: number;
  people: { userId: string; displayName: string; joinedAt: Date | null; isKept: boolean }[];
  chosen: number;
  kept: number;
};

/** A page of the plan. Throws `raids.unknown_sweep`. */
export async function readSweep(
  db: Db,
  by: Change,
  { sweepId, page: asked }: { sweepId: number; page: number },
): Promise<SweepPage> {
  const sweep = await ownDraft(db, by, sweepId);
  const [counts] = await db.$queryRaw<[{ chosen: number; kept: number }]>`
    SELECT count(*) FILTER (WHERE fate = 'waiting')::int AS chosen, count(*) FILTER (WHERE fate = 'kept')::int AS kept
    FROM raid_sweep_person WHERE sweep_id = ${sweepId}`;
  const page = Math.min(asked, Math.max(0, Math.ceil((counts.chosen + counts.kept) / pageSize) - 1));
  const people = await db.$queryRaw<SweepPage['people']>`
    SELECT person.user_id AS "userId", coalesce(member.display_name, person.user_id) AS "displayName", member.joined_at AS "joinedAt",
      person.fate = 'kept' AS "isKept"
    FROM raid_sweep_person AS person LEFT JOIN member ON member.guild_id = person.guild_id AND member.user_id = person.user_id
    WHERE sweep_id = ${sweepId} ORDER BY person.user_id LIMIT ${pageSize} OFFSET ${page * pageSize}`;
  return { sweep, page, people, ...counts };
}

/** Those of a page whom the moderator wants to keep; the others of that page go. */
export const keepPeople = (
  db: Db,
  by: Change,
  { sweepId, page, userIds }: { sweepId: number; page: number; userIds: readonly string[] },
): Promise<void> =>
  db.$transaction(async (tx) => {
    await ownDraft(tx, by, sweepId);
    await tx.$executeRaw`
      UPDATE raid_sweep_person AS person
      SET fate = CASE WHEN person.user_id = ANY (${[...userIds]}::text[]) THEN 'kept' ELSE 'waiting' END::raid_fate
      FROM (SELECT user_id FROM raid_sweep_person WHERE sweep_id = ${sweepId} ORDER BY user_id LIMIT ${pageSize} OFFSET ${page * pageSize}) AS shown
      WHERE person.sweep_id = ${sweepId} AND person.user_id = shown.user_id`;
  });

/** Begins what was read; a second click finds it begun. Throws `raids.unknown_sweep`, `raids.nobody`, `raids.already_sweeping`. */
export const confirmSweep = (
  db: Db,
  by: Change,
  { sweepId, isAdmin }: { sweepId: number; isAdmin: boolean },
): Promise<{ sweep: RaidSweep; count: number }> =>
  db.$transaction(async (tx) => {
    const { guildId, actorId, now } = by;
    await lock(tx, `raids:${guildId}`);
    const { raidId, measure } = await ownDraft(tx, by, sweepId);
    requireMay(measure, isAdmin);
    const count = await tx.raidSweepPerson.count({ where: { sweepId, fate: 'waiting' } });
    if (count === 0) throw nobodyToSweep();
    if ((await tx.raidSweep.count({ where: { raidId, confirmedAt: { not: null }, doneAt: null } })) > 0) throw alreadySweeping();
    const sweep = await tx.raidSweep.update({ where: { id: sweepId }, data: { confirmedAt: now } });
    await audit(tx, { guildId, actorId, action: 'raids.sweep', subject: `raid:${raidId}`, after: { measure, count }, at: now });
    await promiseSweep(tx, sweep);
    return { sweep, count };
  });

export const promiseSweep = (tx: Tx | Db, { id, guildId }: RaidSweep): Promise<void> =>
  enqueue(tx, sweepTask, { guildId, sweepId: id }, { key: String(id) });

/** Plans whose task was lost. */
export async function promiseUnfinished(tx: Tx): Promise<void> {
  for (const sweep of await tx.raidSweep.findMany({ where: { confirmedAt: { not: null }, doneAt: null } }))
    await promiseSweep(tx, sweep);
}

/** A plan under way, with its raid; null when there is nothing left to do. */
export const findSweep = (
  db: Db,
  { guildId, sweepId }: { guildId: string; sweepId: number },
): Promise<(RaidSweep & { raid: Raid }) | null> =>
  db.raidSweep.findFirst({ where: { id: sweepId, guildId, confirmedAt: { not: null }, doneAt: null }, include: { raid: true } });

/** The next person, or the one whom a former try may have sent away without writing it down. */
export const takePerson = (db: Db, sweepId: number): Promise<{ userId: string; isAgain: boolean } | null> =>
  db.$transaction(async (tx) => {
    const person = await tx.raidSweepPerson.findFirst({
      where: { sweepId, fate: { in: ['waiting', 'acting'] } },
      orderBy: [{ fate: 'desc' }, { userId: 'asc' }],
    });
    if (!person) return null;
    const { userId, fate } = person;
    await tx.raidSweepPerson.update({ where: { sweepId_userId: { sweepId, userId } }, data: { fate: 'acting' } });
    return { userId, isAgain: fate === 'acting' };
  });

export type Fate = 'done' | 'gone' | 'kept' | 'failed';

/** What became of somebody, once: whoever was sent away has a case, which they may appeal. */
export const recordFate = (
  db: Db,
  { id: sweepId, guildId, measure, madeBy }: RaidSweep,
  { userId, fate }: { userId: string; fate: Fate },
  { reason, now }: { reason: string; now: Date },
): Promise<void> =>
  db.$transaction(async (tx) => {
    const { count } = await tx.raidSweepPerson.updateMany({ where: { sweepId, userId, fate: 'acting' }, data: { fate } });
    if (count === 0 || fate !== 'done') return;
    // Somebody may have been banned otherwise in the same moment.
    if (measure === 'ban' && (await activeSanction(tx, { guildId, userId, kind: 'ban' }))) return;
    await openCase(tx, { guildId, userId, kind: measure, origin: 'command', authorId: madeBy, reason, isDone: true, now });
  });

/** Nobody is left: the plan is done, and how many it reached. */
export const finishSweep = (db: Db, { id, guildId, raidId }: RaidSweep, now: Date): Promise<void> =>
  db.$transaction(async (tx) => {
    await tx.raidSweep.update({ where: { id }, data: { doneAt: now } });
    await enqueue(tx, raidTask, { guildId, raidId }, { key: String(raidId) });
  });

/** How many were sent away, and how many could not be. */
export async function sweptOf(db: Db, raidId: number): Promise<{ done: number; failed: number }> {
  const rows = await db.raidSweepPerson.groupBy({
    by: ['fate'],
    where: { sweep: { raidId, confirmedAt: { not: null } } },
    _count: true,
  });
  const of = (fate: string) => rows.find((row) => row.fate === fate)?._count ?? 0;
  return { done: of('done'), failed: of('failed') };
}

/** Plans that nobody confirmed. */
export const forgetDrafts = async (tx: Tx, now: Date): Promise<void> => {
  await tx.raidSweep.deleteMany({ where: { confirmedAt: null, madeAt: { lt: new Date(now.getTime() - day) } } });
};
