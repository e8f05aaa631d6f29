import { schedule, type TaskContext, task } from '../../../infra/tasks.ts';
import { mentoringKey, tellingRoom } from '../../../kernel/mentoring.ts';
import { type Locale, localeOf } from '../../../kernel/text.ts';
import { hour, minute } from '../../../kernel/time.ts';
import { inTurn } from '../../catalogue/service/turn.ts';
import { askAgain, findFlash, sweepFlashes } from '../service/ask.ts';
import { type FlashPlan, promiseFlashRooms, readFlashPlan, recordFlashRoom } from '../service/finish.ts';
import { type FlashAsk, findAsk, settleNotice, toldAt } from '../service/take.ts';
import { flashNews, flashOpening, flashRequest, flashSettled, mentorNews, roomName } from '../views/flash.ts';
import { flashAskTask, flashNewsTask, flashRoomTask } from '../wire.ts';
import { deleteThread, editThere, ensureThread, seat, type Thread } from './thread.ts';

const askKey = (flashId: number): string => `circles.flash:${flashId}`;

export const noticeRoom = async ({ settings }: TaskContext, guildId: string, locale: Locale) =>
  tellingRoom((await settings(guildId)).channels, locale);

const isOpen = (found: FlashAsk | null): boolean => found?.state === 'asked' && found.flash.state === 'open';

/** The message with the buttons, wherever it went, says from now on what became of it. */
async function settle(context: TaskContext, { flash, state, locale }: FlashAsk, userId: string): Promise<void> {
  const { db, discord, outcome } = context;
  const notice = { guildId: flash.guildId, userId, key: askKey(flash.id) };
  const told = await toldAt(db, notice);
  if (told?.channelId && told.messageId) {
    // Discord archives a thread in which nobody wrote for a day, and nothing in it can be changed then.
    if (told.via === 'thread') await outcome(discord.channels.edit(told.channelId, { archived: false }));
    const at = { channelId: told.channelId, messageId: told.messageId };
    await editThere(context, at, flashSettled(flash, state, localeOf(locale)));
  }
  await settleNotice(db, notice);
}

/** Asks one mentor. What was taken meanwhile is seen by another look once they are told. */
export const ask = task(flashAskTask, async (context, payload) => {
  const { db, tell } = context;
  const { guildId, flashId, userId } = payload;
  let found = await findAsk(db, payload);
  if (found && isOpen(found)) {
    const locale = localeOf(found.locale);
    await tell({
      guildId,
      userId,
      key: askKey(flashId),
      message: flashRequest(found.flash, locale),
      thread: await noticeRoom(context, guildId, locale),
      lasting: true,
    });
    found = await findAsk(db, payload);
  }
  if (found && !isOpen(found)) await settle(context, found, userId);
});

/** Tells each of the two what they did not do themselves, once a state. */
export const news = task(flashNewsTask, async (context, { guildId, flashId }) => {
  const { db, tell } = context;
  const flash = await findFlash(db, { guildId, flashId });
  if (!flash) return;
  const { learnerId, mentorId } = flash;
  const asked = mentorId ? await findAsk(db, { guildId, flashId, userId: mentorId }) : null;
  const ofMentor = localeOf(asked?.locale);
  const told = [
    { userId: learnerId, locale: localeOf(flash.locale), message: flashNews(flash) },
    { userId: mentorId, locale: ofMentor, message: mentorNews(flash, ofMentor) },
  ];
  for (const { userId, locale, message } of told) {
    if (!userId || !message) continue;
    const thread = await noticeRoom(context, guildId, locale);
    await tell({ guildId, userId, key: `circles.flash_news:${flashId}:${flash.state}`, message, thread });
  }
});

const threadOf = ({ db }: TaskContext, { flash }: FlashPlan, locale: Locale): Thread => ({
  guildId: flash.guildId,
  key: `circles.flash_thread:${flash.id}`,
  name: roomName(flash, locale),
  threadId: flash.threadId,
  begunAt: flash.begunAt,
  record: (data) => recordFlashRoom(db, flash.id, data),
});

/** Brings the two together: made once, and looked for in the audit log before another is made. */
async function open(context: TaskContext, plan: FlashPlan): Promise<void> {
  const { db, clock, post, settings } = context;
  const { flash, people } = plan;
  const channelId = (await settings(flash.guildId)).channels[mentoringKey];
  // Without the channel it waits: whoever binds it promises the thread again.
  if (channelId === undefined) return;
  const thread = threadOf(context, plan, localeOf(flash.locale));
  const made = await ensureThread(context, channelId, thread);
  if (!made.ok && made.why === 'gone' && flash.threadId) {
    await recordFlashRoom(db, flash.id, { threadId: null, begunAt: null });
    throw made.error;
  }
  if (!made.ok) throw made.error;
  await seat(context, thread, made.value, people);
  const posted = await post({
    channelId: made.value,
    messageId: flash.openingId,
    message: flashOpening(plan),
    key: `circles.flash_opening:${flash.id}:${made.value}`,
    since: flash.takenAt ?? clock.now(),
  });
  if (!posted.ok) throw posted.error;
  await recordFlashRoom(db, flash.id, { openingId: posted.value.id, openedAt: clock.now() });
}

/** It is over: the thread says so until it goes. What somebody deleted stays deleted. */
async function conclude(context: TaskContext, plan: FlashPlan): Promise<void> {
  const { db, clock } = context;
  const { flash, people } = plan;
  const { threadId, openingId } = flash;
  if (!threadId || !openingId) return;
  const thread = threadOf(context, plan, localeOf(flash.locale));
  const there = await ensureThread(context, threadId, thread);
  if (!there.ok && there.why !== 'gone') throw there.error;
  if (!there.ok) return void (await recordFlashRoom(db, flash.id, { deletedAt: clock.now() }));
  const edited = await editThere(context, { channelId: threadId, messageId: openingId }, flashOpening(plan));
  if (!edited.ok && edited.why !== 'gone') throw edited.error;
  await seat(context, thread, threadId, people);
}

/** One worker at a time on a thread, in any process. */
export const flashRoom = task(flashRoomTask, (context, key) =>
  inTurn(context.db, `circles.flash_room:${key.flashId}`, async () => {
    const plan = await readFlashPlan(context.db, key, context.clock.now());
    if (!plan || plan.flash.deletedAt) return;
    if (plan.flash.state === 'taken') return open(context, plan);
    if (!plan.isDue) return conclude(context, plan);
    await deleteThread(context, threadOf(context, plan, localeOf(plan.flash.locale)));
    await recordFlashRoom(context.db, plan.flash.id, { threadId: null, deletedAt: context.clock.now() });
  }),
);

export const closeDue = schedule('circles.flash_close', 10 * minute, (tx, { clock }) => sweepFlashes(tx, clock.now()), [
  'mentoring_flash',
]);
export const offerAgain = schedule('circles.flash_again', hour, (tx, { clock }) => askAgain(tx, clock.now()), [
  'mentoring_flash',
]);
export const keepFlashRooms = schedule(
  'circles.flash_rooms',
  hour,
  (tx, { clock }) => promiseFlashRooms(tx, { now: clock.now() }),
  ['mentoring_flash'],
);
