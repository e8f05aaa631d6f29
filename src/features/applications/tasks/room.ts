import { type APIChannel, AuditLogEvent, ChannelType } from 'discord-api-types/v10';
import type { Outcome } from '../../../discord/failure.ts';
import { schedule, type TaskContext, task } from '../../../infra/tasks.ts';
import { applicationsKey } from '../../../kernel/hiring.ts';
import { cut, localeOf } from '../../../kernel/text.ts';
import { hour, minute } from '../../../kernel/time.ts';
import { inTurn } from '../../catalogue/service/turn.ts';
import { languageOf } from '../../onboarding/service/language.ts';
import { text } from '../messages/application.ts';
import { isOpen } from '../rules/stage.ts';
import { deliveredKey } from '../service/delivered.ts';
import {
  findDelivered,
  forgetDelivered,
  promiseRooms,
  promiseSeats,
  type RoomPlan,
  readPlan,
  recordDelivered,
  recordGone,
  recordLost,
  recordRoom,
} from '../service/room.ts';
import { cvMessage, deliveredMessage, openingMessage } from '../views/told.ts';
import { roomTask } from '../wire.ts';

const keyOf = ({ application }: RoomPlan): string => `applications.room:${application.id}`;

/** The name of a private thread says to both whom and what it is about. */
const nameOf = ({ name, offer }: RoomPlan, locale: 'fr' | 'en'): string =>
  cut(text.room(cut(name ?? text.somebody[locale], 40), offer.title), 100);

/** The thread, made once: what a try that was cut made is found in the audit log. */
async function ensureThread(
  context: TaskContext,
  plan: RoomPlan,
  channelId: string,
  locale: 'fr' | 'en',
): Promise<Outcome<string>> {
  const { db, discord, clock, outcome, made, reason } = context;
  const { id, guildId, roomChannelId, begunAt } = plan.application;
  const why = { reason: reason(keyOf(plan)) };
  if (roomChannelId) {
    // Discord archives a thread in which nobody wrote for a week; nothing can be done in it then.
    const opened = await outcome(discord.channels.edit(roomChannelId, { archived: false }, why));
    if (opened.ok) return { ok: true, value: roomChannelId };
    if (opened.why !== 'gone') return opened;
    await recordLost(db, plan.application, clock.now());
  } else if (begunAt) {
    const former = await made(guildId, AuditLogEvent.ThreadCreate, keyOf(plan));
    if (!former.ok) return former;
    if (former.value && (await outcome(discord.channels.get(former.value))).ok) {
      await recordRoom(db, id, { roomChannelId: former.value });
      return { ok: true, value: former.value };
    }
  }
  await recordRoom(db, id, { begunAt: clock.now() });
  const created = await outcome<APIChannel>(
    discord.channels.createThread(
      channelId,
      { name: nameOf(plan, locale), type: ChannelType.PrivateThread, invitable: false, auto_archive_duration: 10_080 },
      undefined,
      why,
    ) as Promise<APIChannel>,
  );
  if (!created.ok) return created;
  await recordRoom(db, id, { roomChannelId: created.value.id });
  return { ok: true, value: created.value.id };
}

/**
 * Lets in the candidate and those who answer for the company, and out everybody else, whatever they were: Discord alone knows who sits there. Who joins
 * the company later has no business in what has ended.
 */
async function seat(
  { discord, outcome, applicationId }: TaskContext,
  { application, offer }: RoomPlan,
  threadId: string,
): Promise<void> {
  const { userId, stage } = application;
  const members = await discord.threads.getAllMembers(threadId);
  const there = new Set(members.flatMap(({ user_id }) => user_id ?? []));
  const belong = [...(userId ? [userId] : []), ...offer.handlers];
  for (const person of belong.filter((one) => !there.has(one) && (one === userId || isOpen(stage)))) {
    const joined = await outcome(discord.threads.addMember(threadId, person));
    if (!joined.ok && joined.why !== 'gone') throw joined.error;
  }
  const staying = new Set([...belong, applicationId]);
  for (const person of [...there].filter((one) => !staying.has(one))) {
    const removed = await outcome(discord.threads.removeMember(threadId, person));
    if (!removed.ok && removed.why !== 'gone') throw removed.error;
  }
}

/** Copies that went by direct message to whoever no longer answers for the company, or to everybody once nothing may be left. */
async function takeBack({ db, discord, outcome }: TaskContext, { application, offer }: RoomPlan): Promise<void> {
  const { id, guildId, purgedAt } = application;
  const readers = purgedAt ? [] : offer.handlers;
  for (const { channelId, messageId } of await findDelivered(db, guildId, id, readers)) {
    const deleted = await outcome(discord.channels.deleteMessage(channelId, messageId));
    if (!deleted.ok && deleted.why === 'forbidden') throw deleted.error;
  }
  await forgetDelivered(db, guildId, id, readers);
}

/**
 * Without a thread the whole application goes to those who answer for the company, by direct message; it is on their board in any case, and its CV stays
 * there for those whom no message reaches.
 */
async function deliver(context: TaskContext, plan: RoomPlan): Promise<void> {
  const { db, tell } = context;
  const { application, offer } = plan;
  for (const userId of offer.handlers) {
    const locale = (await languageOf(db, { guildId: offer.guildId, userId })) ?? localeOf(offer.locale);
    const message = deliveredMessage(plan, locale);
    await tell({ guildId: offer.guildId, userId, key: deliveredKey(application.id), message, thread: null, lasting: true });
  }
}

async function open(context: TaskContext, plan: RoomPlan): Promise<void> {
  const { db, post, settings } = context;
  const { id, guildId, openingMessageId, cvMessageId, roomChannelId, begunAt, sentAt, stage } = plan.application;
  await takeBack(context, plan);
  if (!isOpen(stage) && !roomChannelId && !begunAt) return;
  const { channels, locale } = await settings(guildId);
  const channelId = channels[applicationsKey];
  const thread = channelId || roomChannelId ? await ensureThread(context, plan, channelId ?? '', locale) : null;
  if (!thread?.ok) {
    await deliver(context, plan);
    if (thread?.why === 'forbidden') throw thread.error;
    return;
  }
  const threadId = thread.value;
  const isNew = threadId !== roomChannelId;
  await seat(context, plan, threadId);
  const opening = await post({
    channelId: threadId,
    messageId: isNew ? null : openingMessageId,
    message: openingMessage(plan, locale),
    key: `applications.opening:${id}:${threadId}`,
    since: sentAt,
  });
  if (!opening.ok) throw opening.error;
  if (isNew || opening.value.id !== openingMessageId) await recordRoom(db, id, { openingMessageId: opening.value.id });
  if (plan.file && (isNew || cvMessageId === null)) {
    const posted = await post({
      channelId: threadId,
      messageId: null,
      message: cvMessage(plan.file, locale),
      key: `applications.cv:${id}:${threadId}`,
      since: sentAt,
    });
    if (!posted.ok) throw posted.error;
    await recordDelivered(db, id, posted.value.id);
  }
}

/** Nothing of what was written stays on Discord: the thread goes with all that is in it, and so do the messages that stood for one. */
async function close(context: TaskContext, plan: RoomPlan): Promise<void> {
  const { db, discord, outcome, made, reason } = context;
  const { id, guildId, roomChannelId, begunAt } = plan.application;
  const why = { reason: reason(keyOf(plan)) };
  const cut = roomChannelId || !begunAt ? null : await made(guildId, AuditLogEvent.ThreadCreate, keyOf(plan));
  if (cut && !cut.ok) throw cut.error;
  const threadId = roomChannelId ?? cut?.value ?? null;
  if (threadId) {
    const deleted = await outcome(discord.channels.delete(threadId, why));
    if (!deleted.ok && deleted.why !== 'gone') throw deleted.error;
  }
  await takeBack(context, plan);
  await recordGone(db, id);
}

/** One worker at a time on a thread, in any process. */
export const room = task(roomTask, (context, key) =>
  inTurn(context.db, `applications.room:${key.applicationId}`, async () => {
    const plan = await readPlan(context.db, key);
    if (!plan) return;
    if (plan.application.purgedAt) return close(context, plan);
    await open(context, plan);
  }),
);

export const keepRooms = schedule('applications.rooms', hour, (tx) => promiseRooms(tx), ['application']);
/** Who may read a CV changes at once, not within the hour. */
export const keepSeats = schedule('applications.seats', minute, (tx) => promiseSeats(tx), ['seating_change']);
