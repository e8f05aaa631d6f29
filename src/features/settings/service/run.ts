import type { SetupRun } from '../../../../prisma/client/client.ts';
import { audit } from '../../../infra/audit.ts';
import { type Db, enqueue, lock, type Tx } from '../../../infra/db.ts';
import type { RoleKey } from '../../../kernel/feature.ts';
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
  report: Step[];
};

const runOf = (row: SetupRun): Run => ({ ...row, locale: localeOf(row.locale), report: step.array().parse(row.report) });

const keyOf = (guildId: string) => guildId;

/** Promises the task of a run. One that was given up leaves the queue, lest it be retried beside its successor. */
async function promiseTask(
  tx: Tx,
  payload: { guildId: string; runId: number; isMending: boolean; isResumed: boolean },
): Promise<void> {
  await tx.$queryRaw`
    SELECT count(*)::int FROM (
      SELECT graphile_worker.complete_jobs(array_agg(job.id))
      FROM graphile_worker.jobs AS job JOIN graphile_worker._private_jobs AS private USING (id)
      WHERE job.task_identifier = ${setUpTask.name} AND job.attempts >= job.max_attempts AND job.locked_at IS NULL
        AND private.payload ->> 'guildId' = ${payload.guildId}
      HAVING count(*) > 0) AS completed`;
  await enqueue(tx, setUpTask, payload, { key: keyOf(payload.guildId) });
}

/** True while the queue holds the task of a guild's run, waiting or at work; a task given up does not count. */
async function isQueued(tx: Tx, guildId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ queued: boolean }[]>`
    SELECT EXISTS (
      SELECT FROM graphile_worker.jobs
      WHERE key = ${`${setUpTask.name}:${keyOf(guildId)}`} AND (attempts < max_attempts OR locked_at IS NOT NULL)
    ) AS queued`;
  return row?.queued ?? false;
}

export type RunRequest = { guildId: string; actorId: string; locale: Locale; now: Date };

/** Starts a run, or joins the one that is open: two administrators at once make one. */
export async function openRun(
  tx: Tx,
  { guildId, actorId, locale, now, isMending }: RunRequest & { isMending: boolean },
): Promise<{ id: number; isNew: boolean }> {
  await lock(tx, `settings:${guildId}`);
  const open = await tx.setupRun.findFirst({ where: { guildId, finishedAt: null } });
  if (open && (await isQueued(tx, guildId))) return { id: open.id, isNew: false };
  const { id } = open ?? (await tx.setupRun.create({ data: { guildId, requestedBy: actorId, locale, startedAt: now } }));
  await promiseTask(tx, { guildId, runId: id, isMending, isResumed: open !== null });
  return { id, isNew: open === null };
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
    if (await isQueued(tx, guildId)) continue;
    await promiseTask(tx, { guildId, runId: id, isMending: false, isResumed: true });
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

export const finishRun = (db: Db, runId: number, { now, last }: { now: Date; last: Step }): Promise<void> =>
  db.$transaction(async (tx) => {
    await report(tx, runId, last);
    await tx.setupRun.updateMany({ where: { id: runId, finishedAt: null }, data: { finishedAt: now } });
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
