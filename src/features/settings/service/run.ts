import type { SetupRun } from '../../../../prisma/client/client.ts';
import { audit } from '../../../infra/audit.ts';
import { type Db, enqueue, lock, type Tx } from '../../../infra/db.ts';
import { forgetDead, isQueued } from '../../../infra/queue.ts';
import type { RoleKey } from '../../../kernel/role.ts';
import { type Locale, localeOf } from '../../../kernel/text.ts';
import { day } from '../../../kernel/time.ts';
import { type Step, setUpTask, step } from '../wire.ts';
import { attachChannel, attachRole, type Change, detachChannel, detachRole } from './binding.ts';

/** One run of `/setup auto`. `finishedAt` is null while it works. */
export type Run = {
  id: number;
  guildId: string;
  requestedBy: string;
  locale: Locale;
  startedAt: Date;
  finishedAt: Date | null;
  /** It also puts permissions right and deploys the commands. */
  isMending: boolean;
  report: Step[];
};

const runOf = (row: SetupRun): Run => ({ ...row, locale: localeOf(row.locale), report: step.array().parse(row.report) });

/** Promises the task of a run. One that was given up leaves the queue, lest it be retried beside its successor. */
async function promiseTask(tx: Tx, payload: { guildId: string; runId: number; isResumed: boolean }): Promise<void> {
  const { guildId } = payload;
  await forgetDead(tx, setUpTask, guildId);
  await enqueue(tx, setUpTask, payload, { key: guildId });
}

export type RunRequest = { guildId: string; actorId: string; locale: Locale; now: Date };

/**
 * Starts a run, or joins the one that is open: two administrators at once make one, which mends when either wants it. A run that is about
 * to finish is waited for, so that nobody joins what no longer works.
 */
export async function openRun(
  tx: Tx,
  { guildId, actorId, locale, now, isMending }: RunRequest & { isMending: boolean },
): Promise<{ id: number; isNew: boolean }> {
  await lock(tx, `settings:${guildId}`);
  const [open] = await tx.$queryRaw<{ id: number }[]>`
    UPDATE setup_run SET is_mending = is_mending OR ${isMending}
    WHERE guild_id = ${guildId} AND finished_at IS NULL RETURNING id`;
  if (open && (await isQueued(tx, setUpTask, guildId))) return { id: open.id, isNew: false };
  const { id } =
    open ?? (await tx.setupRun.create({ data: { guildId, requestedBy: actorId, locale, startedAt: now, isMending } }));
  await promiseTask(tx, { guildId, runId: id, isResumed: open !== undefined });
  return { id, isNew: open === undefined };
}

/** `/setup auto`. Answers with the id of the run. */
export const startRun = (db: Db, request: RunRequest): Promise<number> =>
  db.$transaction(async (tx) => {
    const { id, isNew } = await openRun(tx, { ...request, isMending: false });
    const { guildId, actorId, now } = request;
    if (isNew) await audit(tx, { guildId, actorId, action: 'settings.setup', subject: `run:${id}`, at: now });
    return id;
  });

/** Runs whose task was given up, or lost, are taken up again. */
export async function resumeRuns(tx: Tx): Promise<void> {
  const left = await tx.guild.findMany({ where: { leftAt: { not: null } }, select: { id: true } });
  const open = await tx.setupRun.findMany({ where: { finishedAt: null, guildId: { notIn: left.map(({ id }) => id) } } });
  for (const { guildId, id } of open) {
    if (await isQueued(tx, setUpTask, guildId)) continue;
    await promiseTask(tx, { guildId, runId: id, isResumed: true });
  }
}

export async function findRun(db: Db, runId: number): Promise<Run | null> {
  const row = await db.setupRun.findUnique({ where: { id: runId } });
  return row && runOf(row);
}

export async function latestRun(db: Db, guildId: string): Promise<Run | null> {
  const row = await db.setupRun.findFirst({ where: { guildId }, orderBy: { id: 'desc' } });
  return row && runOf(row);
}

/** Adds a line to the report; a line that a former try wrote is not written twice. */
export async function report(tx: Tx | Db, runId: number, line: Step): Promise<void> {
  const lines = JSON.stringify([line]);
  await tx.$executeRaw`UPDATE setup_run SET report = report || ${lines}::jsonb WHERE id = ${runId} AND NOT report @> ${lines}::jsonb`;
}

/** A role or channel of the bot, found or made by a run. */
export type Place = { what: 'role'; key: RoleKey; id: string } | { what: 'channel'; key: string; id: string };

/** Binds what a run made or found, and reports it, at once: a crash leaves both or none. */
export const recordPlace = (db: Db, change: Change, runId: number, place: Place, line: Step): Promise<void> =>
  db.$transaction(async (tx) => {
    if (place.what === 'role') await attachRole(tx, change, { key: place.key, roleId: place.id });
    else await attachChannel(tx, change, { key: place.key, channelId: place.id });
    await report(tx, runId, line);
  });

/** Unbinds what Discord no longer has, and reports it. */
export const forgetPlace = (db: Db, change: Change, runId: number, place: Place): Promise<void> =>
  db.$transaction(async (tx) => {
    if (place.what === 'role') await detachRole(tx, change, { key: place.key, roleId: place.id });
    else await detachChannel(tx, change, { key: place.key, channelId: place.id });
    await report(tx, runId, { did: 'forgot', ...place });
  });

/** False, and not finished, when somebody who wants permissions mended joined meanwhile; `isMending`: what the run did. */
export const finishRun = (
  db: Db,
  runId: number,
  { now, last, isMending }: { now: Date; last: Step; isMending: boolean },
): Promise<boolean> =>
  db.$transaction(async (tx) => {
    const unmet = isMending ? {} : { isMending: false };
    const { count } = await tx.setupRun.updateMany({
      where: { id: runId, finishedAt: null, ...unmet },
      data: { finishedAt: now },
    });
    if (count > 0) await report(tx, runId, last);
    return count > 0;
  });

/** Reports name the administrator who asked: they go after this long. */
const kept = 30 * day;

export async function forgetOldRuns(tx: Tx, now: Date): Promise<void> {
  const before = new Date(now.getTime() - kept);
  await tx.$executeRaw`DELETE FROM setup_run WHERE finished_at < ${before}`;
}

/** The runs that a person asked for. */
export async function exportRuns(db: Db, guildId: string, requestedBy: string): Promise<Record<string, unknown>> {
  const runs = await db.setupRun.findMany({ where: { guildId, requestedBy }, orderBy: { id: 'asc' } });
  return { setups: runs.map(({ startedAt, finishedAt }) => ({ startedAt, finishedAt })) };
}

export async function eraseRuns(tx: Tx, guildId: string, requestedBy: string): Promise<void> {
  await tx.setupRun.deleteMany({ where: { guildId, requestedBy } });
}
