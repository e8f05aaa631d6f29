import { type APIChannel, AuditLogEvent, ChannelType } from 'discord-api-types/v10';
import type { TaskContext } from '../../../infra/tasks.ts';
import { areSame, fits, heldBy, type Overwrite, overwritesOf, toJson } from '../../../kernel/overwrite.ts';
import { freeze } from '../../promos/service/lobby.ts';
import { text } from '../messages.ts';
import { type Doors, lobbyOverwrites, voiceOverwrites } from '../rules/room.ts';
import {
  beginLobby,
  beginRoom,
  forgetThread,
  type Plan,
  readPlan,
  recordInside,
  recordList,
  recordLobby,
  recordOpening,
  recordRoom,
} from '../service/room.ts';
import { findRound, type Team } from '../service/round.ts';
import { openingMessage, roundMessage } from '../views.ts';
import { allowed, Refusal } from './refusal.ts';

type Seen = { id: string; parentId: string | null; overwrites: readonly Overwrite[] };
export type Work = {
  context: TaskContext;
  plan: Plan;
  locale: 'fr' | 'en';
  channels: readonly Seen[];
  /** Threads of the server that are not archived. */
  threads: ReadonlySet<string>;
  doors: Doors;
};

const seen = (channel: APIChannel): Seen => ({
  id: channel.id,
  parentId: ('parent_id' in channel ? channel.parent_id : null) ?? null,
  overwrites: overwritesOf(channel),
});
export async function openWork(context: TaskContext, plan: Plan, roleId: string, locale: 'fr' | 'en'): Promise<Work> {
  const { discord, applicationId, outcome } = context;
  const { guildId } = plan.round;
  const [guild, channels, active, bot] = allowed(
    await outcome(
      Promise.all([
        discord.guilds.get(guildId),
        discord.guilds.getChannels(guildId),
        discord.guilds.getActiveThreads(guildId),
        discord.guilds.getMember(guildId, applicationId),
      ]),
    ),
  );
  return {
    context,
    plan,
    locale,
    channels: (channels as APIChannel[]).map(seen),
    threads: new Set(active.threads.map(({ id }) => id)),
    doors: { everyone: guildId, bot: applicationId, role: roleId, team: plan.team, held: heldBy(guild, bot) },
  };
}

/** Makes something once: what a try that was cut made is found in the audit log, unless it is of an earlier time and gone. */
async function makeOnce(
  { context, plan }: Work,
  {
    key,
    type,
    begunAt,
    begin,
    create,
  }: {
    key: string;
    type: AuditLogEvent;
    begunAt: Date | null;
    begin(): Promise<void>;
    create(reason: string): Promise<{ id: string }>;
  },
): Promise<string> {
  const former = begunAt ? allowed(await context.made(plan.round.guildId, type, key)) : null;
  if (former && (await context.outcome(context.discord.channels.get(former))).ok) return former;
  await begin();
  return allowed(await context.outcome(create(context.reason(key)))).id;
}

/** Whether all that is missing fits into Discord's limits: nothing is begun that could not be finished. */
export function hasRoom({ plan, channels }: Work): boolean {
  const missing = plan.round.teams.filter(({ voiceId }) => !voiceId).length + (plan.lobby?.channelId ? 0 : 1);
  return fits(
    { channels: channels.length, inCategory: channels.filter(({ parentId }) => parentId === plan.categoryId).length },
    missing,
  );
}

/** As the promo is now: in a silent one its team alone writes and speaks. */
const asNow = ({ plan, doors }: Work, overwrites: readonly Overwrite[]): readonly Overwrite[] =>
  plan.isFrozen ? freeze(overwrites, { speakers: [doors.bot, ...doors.team], held: doors.held }) : overwrites;

const inCategory = ({ plan }: Work) => (plan.categoryId ? { parent_id: plan.categoryId } : {});

async function ensureLobby(work: Work): Promise<string> {
  const { context, plan, locale, channels, doors } = work;
  const { db, discord, clock, outcome, reason } = context;
  const { id: roundId, promoId, guildId } = plan.round;
  const key = `groups.lobby:${promoId}`;
  const overwrites = asNow(work, lobbyOverwrites(doors));
  const there = channels.find(({ id }) => id === plan.lobby?.channelId);
  if (there) {
    if (!areSame(there.overwrites, overwrites))
      allowed(
        await outcome(discord.channels.edit(there.id, { permission_overwrites: toJson(overwrites) }, { reason: reason(key) })),
      );
    return there.id;
  }
  const channelId = await makeOnce(work, {
    key: plan.lobby?.channelId ? `${key}:${plan.lobby.channelId}` : key,
    type: AuditLogEvent.ChannelCreate,
    begunAt: plan.lobby?.begunAt ?? null,
    begin: () => beginLobby(db, { promoId, now: clock.now() }),
    create: (why) =>
      discord.guilds.createChannel(
        guildId,
        {
          name: text.lobby(plan.promoName).slice(0, 100),
          type: ChannelType.GuildText,
          topic: text.lobbyTopic[locale],
          permission_overwrites: toJson(overwrites),
          ...inCategory(work),
        },
        { reason: why },
      ),
  });
  await recordLobby(db, { promoId, roundId, channelId, former: plan.lobby?.channelId ?? null });
  return channelId;
}

async function ensureVoice(work: Work, { id: teamId, number, voiceId, voiceBegunAt, places }: Team): Promise<string> {
  const { context, plan, locale, channels, doors } = work;
  const { db, discord, clock, outcome, reason } = context;
  const key = `groups.voice:${teamId}`;
  const people = places.flatMap(({ userId }) => (plan.members.has(userId) ? [userId] : []));
  const overwrites = asNow(work, voiceOverwrites(doors, people));
  if (voiceId) {
    const there = channels.find(({ id }) => id === voiceId);
    // Deleted by hand: it stays away.
    if (there && !areSame(there.overwrites, overwrites))
      allowed(
        await outcome(discord.channels.edit(voiceId, { permission_overwrites: toJson(overwrites) }, { reason: reason(key) })),
      );
    return voiceId;
  }
  const id = await makeOnce(work, {
    key,
    type: AuditLogEvent.ChannelCreate,
    begunAt: voiceBegunAt,
    begin: () => beginRoom(db, { teamId, what: 'voice', now: clock.now() }),
    create: (why) =>
      discord.guilds.createChannel(
        plan.round.guildId,
        {
          name: text.room(plan.round.number, number)[locale],
          type: ChannelType.GuildVoice,
          permission_overwrites: toJson(overwrites),
          ...inCategory(work),
        },
        { reason: why },
      ),
  });
  await recordRoom(db, { teamId, what: 'voice', id });
  return id;
}

async function ensureThread(work: Work, lobbyId: string, { id: teamId, number, threadId, threadBegunAt }: Team): Promise<string> {
  const { context, plan, locale, threads } = work;
  const { db, discord, clock, outcome, reason } = context;
  const key = `groups.thread:${teamId}`;
  if (threadId) {
    if (threads.has(threadId)) return threadId;
    // Discord archives a thread in which nobody wrote for a week; nothing can be done in it then.
    const opened = await outcome(discord.channels.edit(threadId, { archived: false }, { reason: reason(key) }));
    if (opened.ok) return threadId;
    if (opened.why !== 'gone') throw new Refusal('refused', { cause: opened.error });
    await forgetThread(db, teamId);
  }
  const id = await makeOnce(work, {
    key,
    type: AuditLogEvent.ThreadCreate,
    begunAt: threadId ? null : threadBegunAt,
    begin: () => beginRoom(db, { teamId, what: 'thread', now: clock.now() }),
    create: (why) =>
      discord.channels.createThread(
        lobbyId,
        {
          name: text.room(plan.round.number, number)[locale],
          type: ChannelType.PrivateThread,
          invitable: false,
          auto_archive_duration: 10_080,
        },
        undefined,
        { reason: why },
      ) as Promise<{ id: string }>,
  });
  await recordRoom(db, { teamId, what: 'thread', id });
  return id;
}

/**
 * Lets people into the thread of their group and out of the one they had. Whoever leaves the server leaves its threads: they are let in again
 * once they are back.
 */
async function seat({ context, plan }: Work, teams: readonly Team[]): Promise<void> {
  const { db, discord, outcome, clock } = context;
  const threads = new Map(teams.map(({ id, threadId }) => [id, threadId]));
  for (const { id: placeId, userId, teamId, insideId, insideAt } of teams.flatMap(({ places }) => places)) {
    const joined = plan.present.get(userId);
    const wanted = joined && plan.members.has(userId) ? teamId : null;
    if (insideId === wanted && (!joined || wanted === null || (insideAt !== null && insideAt >= joined))) continue;
    const left = joined && insideId !== null && insideId !== wanted ? threads.get(insideId) : null;
    const entered = wanted === null ? null : threads.get(wanted);
    const removed = left ? await outcome(discord.threads.removeMember(left, userId)) : null;
    if (removed && !removed.ok && removed.why !== 'gone') throw new Refusal('refused', { cause: removed.error });
    const now = clock.now();
    const added = entered ? await outcome(discord.threads.addMember(entered, userId)) : null;
    if (added && !added.ok && added.why !== 'gone') throw new Refusal('refused', { cause: added.error });
    // Gone: they left at this moment, and it is looked at again when they are back.
    await recordInside(db, { placeId, insideId: added && !added.ok ? null : wanted, now });
  }
}

export async function openRooms(begun: Work): Promise<void> {
  const { context, locale } = begun;
  const { db, post } = context;
  const { id: roundId, guildId } = begun.plan.round;
  const lobbyId = await ensureLobby(begun);
  // A channel that was deleted by hand took the threads with it: the database knows now that they are gone.
  const plan = await readPlan(db, { guildId, roundId }, locale);
  if (!plan) return;
  const work = { ...begun, plan };
  const { round } = plan;
  for (const team of round.teams) {
    const voiceId = await ensureVoice(work, team);
    const threadId = await ensureThread(work, lobbyId, team);
    const openingId = threadId === team.threadId ? team.openingId : null;
    const key = `groups.opening:${team.id}`;
    const opening = await post({
      channelId: threadId,
      messageId: openingId,
      message: openingMessage(round, team, { voiceId }, locale),
      key,
      ...(round.publishedAt && { since: round.publishedAt }),
    });
    if (opening.ok && opening.value.id !== openingId) await recordOpening(db, { teamId: team.id, messageId: opening.value.id });
  }
  const rooms = await findRound(db, { guildId, roundId });
  if (!rooms) return;
  await seat(work, rooms.teams);
  const message = roundMessage(rooms, plan.members, locale);
  const listed = await post({
    channelId: lobbyId,
    messageId: round.messageId,
    message,
    key: `groups.list:${round.id}:${lobbyId}`,
    ...(round.publishedAt && { since: round.publishedAt }),
  });
  if (listed.ok && listed.value.id !== round.messageId) await recordList(db, { roundId: round.id, messageId: listed.value.id });
}
