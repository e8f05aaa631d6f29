import { type APIChannel, AuditLogEvent, ChannelType } from 'discord-api-types/v10';
import type { Outcome } from '../../discord/failure.ts';
import { schedule, type TaskContext, task } from '../../infra/tasks.ts';
import { areSame, fits, heldBy, type Overwrite, overwritesOf, toJson, within } from '../../kernel/overwrite.ts';
import type { Locale } from '../../kernel/text.ts';
import { hour, minute } from '../../kernel/time.ts';
import { inTurn } from '../catalogue/service/turn.ts';
import { languageOf } from '../onboarding/service/language.ts';
import { rulesAt } from '../promos/service/lobby.ts';
import { findPromo } from '../promos/service/promo.ts';
import type { Problem } from './messages.ts';
import { type Fate, fateOf } from './rules.ts';
import {
  beginRoom,
  dropRoom,
  enterLobby,
  followLobbies,
  nameOf,
  type Plan,
  readPlan,
  recordMove,
  recordPanel,
  recordProblem,
  recordRoom,
  recordSettled,
  recordStuck,
  recordUsed,
  sweepRooms,
  type VoiceRoom,
} from './service.ts';
import { alertMessage, panelMessage, problemInChannel, problemMessage } from './views.ts';
import { alertTask, roomTask } from './wire.ts';

type Seen = { id: string; name: string; seats: number; parentId: string | null; overwrites: readonly Overwrite[] };
type Work = { context: TaskContext; plan: Plan; locale: Locale; channels: readonly Seen[]; held: bigint };

const seen = (channel: APIChannel): Seen => ({
  id: channel.id,
  name: channel.name ?? '',
  seats: ('user_limit' in channel ? channel.user_limit : null) ?? 0,
  parentId: ('parent_id' in channel ? channel.parent_id : null) ?? null,
  overwrites: overwritesOf(channel),
});
const keyOf = ({ id }: VoiceRoom): string => `voice.room:${id}`;

async function openWork(context: TaskContext, plan: Plan): Promise<Work> {
  const { discord, applicationId, settings } = context;
  const { guildId } = plan.room;
  const [{ locale }, guild, channels, bot] = await Promise.all([
    settings(guildId),
    discord.guilds.get(guildId),
    discord.guilds.getChannels(guildId),
    discord.guilds.getMember(guildId, applicationId),
  ]);
  return { context, plan, locale, channels: (channels as APIChannel[]).map(seen), held: heldBy(guild, bot) };
}

const isWaiting = ({ voice }: TaskContext, { guildId, userId, lobbyId }: VoiceRoom): boolean =>
  userId !== null && voice.placeOf(guildId, userId) === lobbyId;

/** Says once why there is no room: to the person, and to staff when they can mend it. */
async function explain({ context, plan, locale }: Pick<Work, 'context' | 'plan' | 'locale'>, problem: Problem): Promise<void> {
  const { db, clock, tell, post } = context;
  const { room, promoName } = plan;
  const { guildId, userId } = room;
  if (room.problem === problem || userId === null) return;
  const key = `voice.${problem}:${room.id}`;
  const message = problemMessage(problem, promoName, (await languageOf(db, { guildId, userId })) ?? locale);
  const via = await tell({ guildId, userId, key, message, thread: null });
  if (via === 'none')
    await post({
      channelId: room.lobbyId,
      messageId: null,
      message: problemInChannel(problem, promoName, userId, locale),
      key,
      since: room.openedAt,
    });
  await recordProblem(db, room, { problem, now: clock.now() });
}

/** The channel of the room, made once: what a try that was cut made is found in the audit log. Null: there is no place for it. */
async function ensureChannel({ context, plan, locale, channels, held }: Work, lobby: Seen): Promise<Outcome<string | null>> {
  const { db, discord, clock, outcome, made, reason } = context;
  const { room } = plan;
  if (room.channelId && channels.some(({ id }) => id === room.channelId)) return { ok: true, value: room.channelId };
  if (room.begunAt) {
    const former = await made(room.guildId, AuditLogEvent.ChannelCreate, keyOf(room));
    if (!former.ok) return former;
    if (channels.some(({ id }) => id === former.value)) {
      await recordRoom(db, room.id, former.value ?? '');
      return former;
    }
  }
  const inCategory = channels.filter(({ parentId }) => parentId === lobby.parentId).length;
  if (!fits({ channels: channels.length, inCategory: lobby.parentId === null ? 0 : inCategory }, 1))
    return { ok: true, value: null };
  await beginRoom(db, room.id, clock.now());
  const created = await outcome<APIChannel>(
    discord.guilds.createChannel(
      room.guildId,
      {
        name: await nameOf(db, room, locale),
        type: ChannelType.GuildVoice,
        ...(lobby.parentId !== null && { parent_id: lobby.parentId }),
        permission_overwrites: toJson(within(held, lobby.overwrites)),
        user_limit: room.seats,
      },
      { reason: reason(keyOf(room)) },
    ),
  );
  if (!created.ok) return created;
  await recordRoom(db, room.id, created.value.id);
  return { ok: true, value: created.value.id };
}

/** Takes the person in, if Discord says at this moment that they still wait. */
async function moveIn(work: Work, channelId: string): Promise<void> {
  const { context, plan } = work;
  const { db, discord, clock, outcome, reason } = context;
  const { room } = plan;
  if (room.userId === null) return;
  const state = await outcome(discord.voice.getUserVoiceState(room.guildId, room.userId));
  if (!state.ok || state.value.channel_id !== room.lobbyId) return;
  await recordMove(db, room.id, clock.now());
  const moving = discord.guilds.editMember(room.guildId, room.userId, { channel_id: channelId }, { reason: reason(keyOf(room)) });
  const done = await outcome(moving);
  if (done.ok) return;
  await recordMove(db, room.id, null);
  if (done.why === 'forbidden') await explain(work, 'forbidden');
}

async function postPanel({ context, plan, locale }: Work, channelId: string): Promise<void> {
  const { db, post } = context;
  const { room } = plan;
  const { id, messageId, openedAt } = room;
  const posted = await post({ channelId, messageId, message: panelMessage(room, locale), key: keyOf(room), since: openedAt });
  if (posted.ok && posted.value.id !== messageId) await recordPanel(db, id, posted.value.id);
  if (!posted.ok && posted.why === 'forbidden') throw posted.error;
}

async function open(work: Work): Promise<void> {
  const { context, plan, channels } = work;
  const { room } = plan;
  const lobby = channels.find(({ id }) => id === room.lobbyId);
  if (!lobby) return dropRoom(context.db, room.id);
  const channel = await ensureChannel(work, lobby);
  if (!channel.ok) {
    if (channel.why !== 'forbidden') throw channel.error;
    return explain(work, 'forbidden');
  }
  if (channel.value === null) return explain(work, 'full');
  await moveIn(work, channel.value);
  // A channel that somebody deleted took its panel with it.
  if (room.messageId === null || channel.value !== room.channelId) await postPanel(work, channel.value);
}

const promoRules = ({ context, plan, held }: Work): Promise<Overwrite[] | null> =>
  plan.room.lobbyKey === null
    ? Promise.resolve(null)
    : rulesAt(
        context.db,
        { guildId: plan.room.guildId, promoId: plan.room.promoId, key: plan.room.lobbyKey },
        { botId: context.applicationId, held },
      );

/** Brings the channel to what the person chose, and to the permissions that its promo's channel has now. */
async function keep(work: Work): Promise<void> {
  const { context, plan, locale, channels, held } = work;
  const { db, discord, outcome, reason } = context;
  const { room } = plan;
  const channel = channels.find(({ id }) => id === room.channelId);
  if (!channel) return;
  if (room.problem !== null) await recordUsed(db, room.id);
  const lobby = channels.find(({ id }) => id === room.lobbyId);
  // Somebody deleted the channel that opened it: what its permissions would be now, the promo says.
  const ruled = lobby ? lobby.overwrites : await promoRules(work);
  const wanted = ruled ? within(held, ruled) : channel.overwrites;
  const name = await nameOf(db, room, locale);
  const edit = {
    ...(areSame(wanted, channel.overwrites) ? {} : { permission_overwrites: toJson(wanted) }),
    ...(room.changed && name !== channel.name && { name }),
    ...(room.changed && room.seats !== channel.seats && { user_limit: room.seats }),
  };
  if (Object.keys(edit).length > 0) {
    const edited = await outcome(discord.channels.edit(channel.id, edit, { reason: reason(keyOf(room)) }));
    if (!edited.ok && edited.why === 'forbidden') throw edited.error;
  }
  if (!room.changed && room.messageId !== null) return;
  await postPanel(work, channel.id);
  await recordSettled(db, room);
}

/** Deletes the channel, and what a try that was cut had made, then forgets the room. */
async function close(context: TaskContext, { room, lobby, isLeaving }: Plan): Promise<void> {
  const { db, discord, clock, outcome, made, reason, voice } = context;
  const { id, guildId, userId, begunAt } = room;
  const cut = room.channelId || !begunAt ? null : await made(guildId, AuditLogEvent.ChannelCreate, keyOf(room));
  if (cut && !cut.ok) throw cut.error;
  const channelId = room.channelId ?? cut?.value ?? null;
  // Somebody may enter between this look and Discord's deletion, which takes no condition: they are put out, and enter the lobby again.
  if (channelId && !isLeaving && voice.peopleIn(guildId, channelId).length > 0) return;
  if (channelId) {
    const deleted = await outcome(discord.channels.delete(channelId, { reason: reason(keyOf(room)) }));
    if (!deleted.ok && deleted.why !== 'gone') {
      await recordStuck(db, id);
      throw deleted.error;
    }
  }
  await dropRoom(db, id);
  // Who came back to the lobby meanwhile found this room still written down.
  if (userId !== null && lobby && !isLeaving && isWaiting(context, room))
    await db.$transaction((tx) => enterLobby(tx, { userId, lobby, now: clock.now() }));
}

function fateNow(context: TaskContext, { room, isLeaving }: Plan): Fate {
  const { voice, clock } = context;
  const { guildId, channelId, movedAt, problem } = room;
  return fateOf({
    hasChannel: channelId !== null,
    movedAt,
    problem,
    isLeaving,
    isWaiting: isWaiting(context, room),
    people: voice.knows(guildId) ? voice.peopleIn(guildId, channelId ?? '').length : null,
    now: clock.now(),
  });
}

async function bring(context: TaskContext, plan: Plan): Promise<void> {
  const { db } = context;
  const { room, lobby } = plan;
  const fate = fateNow(context, plan);
  if (fate === 'close') return close(context, plan);
  if (fate === 'keep') return keep(await openWork(context, plan));
  if (fate === 'wait') return;
  if (!lobby) return dropRoom(db, room.id);
  if (!lobby.isOpen && room.channelId === null) {
    const { locale } = await context.settings(room.guildId);
    return explain({ context, plan, locale }, 'closed');
  }
  await open(await openWork(context, plan));
  // They may have left while the room was being made, before there was a room that could become empty.
  const after = await readPlan(db, { guildId: room.guildId, roomId: room.id });
  if (after && fateNow(context, after) === 'close') await close(context, after);
}

/** One worker at a time on a room, in any process. */
export const room = task(roomTask, (context, key) =>
  inTurn(context.db, `voice.room:${key.roomId}`, async () => {
    const plan = await readPlan(context.db, key);
    if (plan) await bring(context, plan);
  }),
);

export const alert = task(alertTask, async ({ post, settings, db }, { guildId, promoId, problem, at }) => {
  const { channels, locale } = await settings(guildId);
  const promo = await findPromo(db, { guildId, promoId });
  if (!promo || !channels.alerts) return;
  const posted = await post({
    channelId: channels.alerts,
    messageId: null,
    message: alertMessage(problem, promo.name, locale),
    key: `voice.alert:${promoId}:${problem}:${at.getTime()}`,
    since: at,
  });
  if (!posted.ok && posted.why === 'forbidden') throw posted.error;
});

export const sweep = schedule(
  'voice.sweep',
  minute,
  (tx, { voice, clock }) => sweepRooms(tx, { sight: voice, now: clock.now() }),
  ['promo', 'voice_room'],
);
export const follow = schedule('voice.follow', hour, (tx) => followLobbies(tx), ['voice_room']);
