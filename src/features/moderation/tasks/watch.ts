import { type APIAuditLogEntry, AuditLogEvent } from 'discord-api-types/v10';
import { requireAllowed, schedule, type TaskContext, task } from '../../../infra/tasks.ts';
import { bornAt } from '../../../kernel/snowflake.ts';
import { day, hour, minute } from '../../../kernel/time.ts';
import { type Outside, readEntry, watchedTypes } from '../rules/outside.ts';
import { readCase } from '../service/act.ts';
import { endDue, failForgotten, promiseHolds, promisePending } from '../service/end.ts';
import { giveUpFiles, largestFile, purgeEvidence, recordFile, unfetchedFiles } from '../service/evidence.ts';
import { forgetPlans } from '../service/plan.ts';
import { forgetCodes, forgetNames } from '../service/privacy.ts';
import { lastRead, promiseWatches, recordOutside, recordRead } from '../service/watch.ts';
import { fetchTask, holdTask, watchTask } from '../wire.ts';

/** Entries that Discord gives at once. */
const page = 100;

type Span = { guildId: string; after: string; upTo: string };

/** All of one kind, oldest first. */
async function entriesOf(
  { discord }: TaskContext,
  { guildId, after, upTo }: Span,
  type: AuditLogEvent,
): Promise<APIAuditLogEntry[]> {
  const found: APIAuditLogEntry[] = [];
  for (let last = after; ; ) {
    const { audit_log_entries: entries } = await discord.guilds.getAuditLogs(guildId, {
      action_type: type,
      after: last,
      limit: page,
    });
    found.push(...entries.filter(({ id }) => BigInt(id) <= BigInt(upTo)));
    const newest = entries.reduce((most, { id }) => (BigInt(id) > BigInt(most) ? id : most), last);
    if (entries.length < page || newest === last) return found;
    last = newest;
  }
}

/** AutoMod's entries do not say until when. */
async function withUntil({ discord, outcome }: TaskContext, guildId: string, seen: Outside): Promise<Outside> {
  if (seen.kind !== 'timeout' || seen.until !== null) return seen;
  const member = await outcome(discord.guilds.getMember(guildId, seen.userId));
  const until = member.ok ? member.value.communication_disabled_until : null;
  return { ...seen, until: until ? new Date(until) : null };
}

/** What was done by Discord's own menus since the last reading. An entry that comes while we read is the next reading's. */
export const watch = task(watchTask, async (context, { guildId }) => {
  const { db, clock, discord, outcome, applicationId } = context;
  const after = await lastRead(db, guildId, clock.now());
  const latest = requireAllowed(await outcome(discord.guilds.getAuditLogs(guildId, { limit: 1 })));
  const upTo = latest.ok ? latest.value.audit_log_entries[0]?.id : undefined;
  if (!upTo || BigInt(upTo) <= BigInt(after)) return;
  const found: APIAuditLogEntry[] = [];
  for (const type of watchedTypes) found.push(...(await entriesOf(context, { guildId, after, upTo }, type)));
  found.sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
  for (const entry of found) {
    const seen = readEntry(entry, applicationId);
    if (seen) await recordOutside(db, { ...(await withUntil(context, guildId, seen)), guildId, now: clock.now() });
  }
  await recordRead(db, { guildId, lastAuditId: upTo });
});

/** Whether somebody else lifted the timeout since: what they did is about to be read. */
async function wasLifted(
  { discord, outcome, applicationId }: TaskContext,
  guildId: string,
  userId: string,
  since: Date,
): Promise<boolean> {
  const log = await outcome(discord.guilds.getAuditLogs(guildId, { action_type: AuditLogEvent.MemberUpdate, limit: page }));
  if (!log.ok) return false;
  return log.value.audit_log_entries.some((entry) => {
    if (entry.target_id !== userId || bornAt(entry.id) < since) return false;
    return readEntry(entry, applicationId)?.kind === 'untimeout';
  });
}

/** Discord forgets the timeout of somebody who leaves; we do not. */
export const holdTimeout = task(holdTask, async (context, { guildId, caseId }) => {
  const { db, clock, discord, outcome, reason } = context;
  const one = await readCase(db, { guildId, caseId });
  if (!one || one.userId === null || one.state !== 'done' || one.endedAt || one.voidedAt) return;
  const { userId, endsAt, actedAt, number } = one;
  if (!endsAt || endsAt <= clock.now()) return;
  const member = await outcome(discord.guilds.getMember(guildId, userId));
  if (!member.ok) return;
  const { communication_disabled_until: until, joined_at: joinedAt } = member.value;
  if (until && new Date(until) > clock.now()) return;
  const joined = new Date(joinedAt ?? 0);
  if (joined < (actedAt ?? one.createdAt) || (await wasLifted(context, guildId, userId, joined))) return;
  requireAllowed(
    await outcome(
      discord.guilds.editMember(
        guildId,
        userId,
        { communication_disabled_until: endsAt.toISOString() },
        { reason: reason(`moderation.case:${number}`) },
      ),
    ),
  );
});

/** Files of evidence, while Discord still has them. Too large or gone: the name stays. */
export const fetchFiles = task(fetchTask, async ({ db, clock, download, outcome }, { guildId, evidenceId }) => {
  for (const file of await unfetchedFiles(db, { guildId, evidenceId })) {
    const read = await outcome(download(file, largestFile));
    await recordFile(db, { id: file.id, data: read.ok ? read.value : null, now: clock.now() });
  }
});

/** A sanction ends within a minute of its time, also after a stop. */
export const keepTime = schedule('moderation.keep_time', minute / 2, (tx, { clock }) => endDue(tx, clock.now()), [
  'moderation_case',
]);

/** What was missed while nobody listened, and what is promised for too long. */
export const keepWatch = schedule('moderation.keep_watch', hour, async (tx, { clock }) => {
  await promiseWatches(tx);
  await promiseHolds(tx, clock.now());
  await failForgotten(tx, clock.now());
  await promisePending(tx, new Date(clock.now().getTime() - hour / 2));
});

export const forgetPrepared = schedule('moderation.forget_prepared', hour, (tx, { clock }) => forgetPlans(tx, clock.now()), [
  'moderation_plan',
]);

export const forget = schedule(
  'moderation.forget',
  day / 4,
  async (tx, { clock }) => {
    await purgeEvidence(tx, clock.now());
    await giveUpFiles(tx, clock.now());
    await forgetNames(tx, clock.now());
    await forgetCodes(tx, clock.now());
  },
  ['moderation_case', 'moderation_evidence'],
);
