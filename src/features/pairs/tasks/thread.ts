import { type APIChannel, type APIThreadChannel, AuditLogEvent, ChannelType } from 'discord-api-types/v10';
import type { Outcome } from '../../../discord/failure.ts';
import { requireAllowed, schedule, type TaskContext, task } from '../../../infra/tasks.ts';
import { mentoringKey } from '../../../kernel/mentoring.ts';
import { hour } from '../../../kernel/time.ts';
import { inTurn } from '../../catalogue/service/turn.ts';
import { toldOf } from '../service/clear.ts';
import { promiseChecks, promiseFreed, promiseQuestions, recordFreed } from '../service/coordinator.ts';
import { forgetPairs } from '../service/retention.ts';
import {
  beginThread,
  clearOld,
  listThreads,
  promiseLook,
  promiseRooms,
  type Room,
  readRoom,
  recordCleared,
  recordLocked,
  recordLost,
  recordOpened,
  recordThread,
  recordTold,
  recordWelcome,
} from '../service/thread.ts';
import { closingMessage, metMessage, threadName, welcomeMessage } from '../views/pair.ts';
import { clearTask, closeTask, lookTask, openTask } from '../wire.ts';
import { askCoordinator, settleCoordinator } from './coordinator.ts';
import { tellBoth } from './telling.ts';
import { turnOf } from './turn.ts';

const threadKey = (pairId: number): string => `pairs.thread:${pairId}`;
const metKey = (pairId: number): string => `pairs.met:${pairId}`;

/** The thread, where it can be seen and, unless told otherwise, as open to be written in as it was; `gone` when it was deleted. */
export const wake = (
  { discord, outcome, reason }: TaskContext,
  pairId: number,
  threadId: string,
  change: { locked?: boolean } = {},
): Promise<Outcome<APIChannel>> =>
  outcome(discord.channels.edit(threadId, { archived: false, ...change }, { reason: reason(threadKey(pairId)) }));

/** The thread that a try which was cut made, by the audit log. */
async function formerThread(
  { discord, outcome, made }: TaskContext,
  { id, guildId }: Room['pair'],
): Promise<Outcome<string | null>> {
  const former = await made(guildId, AuditLogEvent.ThreadCreate, threadKey(id));
  if (!former.ok || !former.value) return former;
  return (await outcome(discord.channels.get(former.value))).ok ? former : { ok: true, value: null };
}

/** The thread, made once. Null: it was deleted by hand, or one of the two was erased meanwhile. */
async function ensureThread(context: TaskContext, room: Room, channelId: string): Promise<string | null> {
  const { db, discord, clock, outcome, reason, settings } = context;
  const { id, guildId, threadId, begunAt } = room.pair;
  if (threadId) {
    // Where staff must be in it and nobody is, nobody writes.
    const there = await wake(context, id, threadId, { locked: room.lacksCoordinator });
    if (there.ok) return threadId;
    if (there.why !== 'gone') throw there.error;
    await recordLost(db, { guildId, pairId: id }, threadId, clock.now());
    return null;
  }
  if (begunAt) {
    const former = await formerThread(context, room.pair);
    if (!former.ok) throw former.error;
    if (former.value) return (await recordThread(db, id, former.value)) ? former.value : null;
  }
  await beginThread(db, id, clock.now());
  const { locale } = await settings(guildId);
  const created = await outcome<APIChannel>(
    discord.channels.createThread(
      channelId,
      { name: threadName(room, locale), type: ChannelType.PrivateThread, invitable: false, auto_archive_duration: 10_080 },
      undefined,
      { reason: reason(threadKey(id)) },
    ) as Promise<APIChannel>,
  );
  if (!created.ok) throw created.error;
  if (await recordThread(db, id, created.value.id)) return created.value.id;
  await outcome(discord.channels.delete(created.value.id, { reason: reason(threadKey(id)) }));
  return null;
}

/** In it are the two and who looks after them, and nobody else. Gives what Discord refused: whoever may not see the channel cannot be let in. */
async function seat(
  { discord, outcome, applicationId, mayUse }: TaskContext,
  { pair }: Room,
  threadId: string,
): Promise<unknown> {
  const belong = [pair.mentorId, pair.learnerId, pair.coordinatorId].filter((id) => id !== null);
  const there = (await discord.threads.getAllMembers(threadId)).flatMap(({ user_id }) => user_id ?? []);
  let refusal: unknown = null;
  for (const userId of belong.filter((one) => !there.includes(one))) {
    const added = await outcome(discord.threads.addMember(threadId, userId));
    // Whoever left the server at this moment is let in when they are back.
    if (!added.ok && added.why !== 'gone') refusal = added.error;
  }
  for (const userId of there.filter((one) => one !== applicationId && !belong.includes(one))) {
    // Those who come to help stay.
    if (await mayUse({ guildId: pair.guildId, userId }, 'guardian')) continue;
    const removed = await outcome(discord.threads.removeMember(threadId, userId));
    if (!removed.ok && removed.why !== 'gone') throw removed.error;
  }
  return refusal;
}

async function openRoom(context: TaskContext, room: Room, channelId: string): Promise<void> {
  const { db, clock, post } = context;
  const { id, createdAt, openedAt, welcomeMessageId } = room.pair;
  const threadId = await ensureThread(context, room, channelId);
  if (threadId === null) return;
  const refusal = await seat(context, room, threadId);
  if (refusal !== null && !welcomeMessageId) throw refusal;
  const welcome = await post({
    channelId: threadId,
    messageId: threadId === room.pair.threadId ? welcomeMessageId : null,
    message: welcomeMessage(room),
    key: `pairs.welcome:${id}:${threadId}`,
    // What was posted later has buttons in common with it.
    since: openedAt ? clock.now() : createdAt,
  });
  if (!welcome.ok) throw welcome.error;
  if (welcome.value.id !== welcomeMessageId) await recordWelcome(db, id, welcome.value.id);
  // Who comes back to the server has their roles a little later: the next hour tries again.
  if (refusal === null) await recordOpened(db, id, clock.now());
}

/** Brings the two together and keeps it so. What Discord refuses is tried again each hour; meanwhile both know of each other. */
export const open = task(openTask, (context, key) =>
  inTurn(context.db, turnOf(key.pairId), async () => {
    const { db, clock, outcome, settings } = context;
    const { channels, locale } = await settings(key.guildId);
    const found = await readRoom(db, key, locale);
    if (!found || found.pair.state === 'ended') return;
    const room = await settleCoordinator(context, found);
    if (!room || room.pair.state === 'ended') return;
    if (room.lacksCoordinator) await askCoordinator(context, room);
    else if (room.pair.awaitedAt) await recordFreed(db, key, clock.now());
    if (room.lacksCoordinator && !room.pair.threadId) return;
    if (room.pair.lostAt) return;
    const channelId = channels[mentoringKey];
    const opened = channelId === undefined ? null : await outcome(openRoom(context, room, channelId));
    if (opened?.ok) return;
    if (!room.pair.threadId && !room.pair.toldAt) {
      await tellBoth(context, room.pair, {
        key: metKey(key.pairId),
        lasting: true,
        draw: (own, userId) => metMessage(room, userId, own),
      });
      await recordTold(db, key.pairId, clock.now());
    }
    if (opened) throw opened.error;
  }),
);

/** The last word, then nobody can write any more. */
async function closeThread(context: TaskContext, room: Room, threadId: string): Promise<Outcome<unknown>> {
  const { discord, outcome, post, reason } = context;
  const { id, endedAt, createdAt } = room.pair;
  const there = await wake(context, id, threadId);
  if (!there.ok) return there;
  const posted = await post({
    channelId: threadId,
    messageId: null,
    message: closingMessage(room),
    key: `pairs.closing:${id}`,
    since: endedAt ?? createdAt,
  });
  if (!posted.ok) return posted;
  return outcome(discord.channels.edit(threadId, { locked: true, archived: true }, { reason: reason(threadKey(id)) }));
}

/** In the thread alone: outside of it both are told by `sessions`. */
export const close = task(closeTask, (context, key) =>
  inTurn(context.db, turnOf(key.pairId), async () => {
    const { db, clock, settings } = context;
    const { locale } = await settings(key.guildId);
    const room = await readRoom(db, key, locale);
    if (room?.pair.state !== 'ended' || room.pair.lockedAt) return;
    const { id, threadId, begunAt } = room.pair;
    const former = !threadId && begunAt ? await formerThread(context, room.pair) : null;
    if (former && !former.ok) throw former.error;
    const found = threadId ?? former?.value ?? null;
    if (found && !threadId) await recordThread(db, id, found);
    if (found) requireAllowed(await closeThread(context, room, found));
    await recordLocked(db, id, clock.now());
  }),
);

/** Takes away the thread, and the messages that named somebody where there was none; after whatever is being made of them. */
export const clear = task(clearTask, (context, { guildId, pairId, threadId }) =>
  inTurn(context.db, turnOf(pairId), async () => {
    const { db, discord, made, outcome, reason } = context;
    const why = { reason: reason(`pairs.clear:${pairId}`) };
    const former = threadId === null ? await made(guildId, AuditLogEvent.ThreadCreate, threadKey(pairId)) : null;
    const found = threadId ?? (former?.ok ? former.value : null);
    const deleted = found ? await outcome(discord.channels.delete(found, why)) : null;
    if (deleted && !deleted.ok && deleted.why !== 'gone') throw deleted.error;
    for (const { channelId, messageId } of await toldOf(db, { guildId, pairId }, metKey(pairId)))
      await outcome(discord.channels.deleteMessage(channelId, messageId, why));
    await recordCleared(db, pairId);
  }),
);

/** Archived threads that are listed at once, and how many such pages are read in a try. */
const archivePage = 100;
const archivePages = 20;

/** Of these threads those that are archived, as far as they can be listed. */
async function archivedAmong(
  { discord, outcome, settings }: TaskContext,
  guildId: string,
  wanted: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const channelId = (await settings(guildId)).channels[mentoringKey];
  const found = new Set<string>();
  let before: string | undefined;
  for (let page = 0; channelId !== undefined && page < archivePages && found.size < wanted.size; page++) {
    const query = { limit: archivePage, ...(before !== undefined && { before }) };
    const listed = await outcome(discord.channels.getArchivedThreads(channelId, 'private', query));
    if (!listed.ok) break;
    const { threads, has_more: hasMore } = listed.value as { threads: APIThreadChannel[]; has_more?: boolean };
    for (const { id } of threads) if (wanted.has(id)) found.add(id);
    before = threads.at(-1)?.thread_metadata?.archive_timestamp;
    if (!hasMore || before === undefined) break;
  }
  return found;
}

/** Threads of which nobody told that they are no more: what is in no list is asked for by itself. */
export const look = task(lookTask, async (context, { guildId }) => {
  const { db, clock, discord, outcome } = context;
  const known = await listThreads(db, guildId);
  if (known.length === 0) return;
  const active = new Set((await discord.guilds.getActiveThreads(guildId)).threads.map(({ id }) => id));
  const unseen = known.flatMap(({ id, threadId }) => (threadId && !active.has(threadId) ? [{ pairId: id, threadId }] : []));
  if (unseen.length === 0) return;
  const archived = await archivedAmong(context, guildId, new Set(unseen.map(({ threadId }) => threadId)));
  for (const { pairId, threadId } of unseen.filter((one) => !archived.has(one.threadId))) {
    const there = await outcome(discord.channels.get(threadId));
    if (!there.ok && there.why === 'gone') await recordLost(db, { guildId, pairId }, threadId, clock.now());
  }
});

export const keepRooms = schedule(
  'pairs.rooms',
  hour,
  async (tx) => {
    await promiseRooms(tx);
    await promiseChecks(tx);
    await promiseQuestions(tx);
    await promiseFreed(tx);
    await promiseLook(tx);
  },
  ['mentoring_pair'],
);
export const forget = schedule(
  'pairs.forget',
  hour,
  async (tx, { clock }) => {
    await clearOld(tx, clock.now());
    await forgetPairs(tx, clock.now());
  },
  ['mentoring_pair'],
);
