import type { Posting } from '../../../discord/delivery.ts';
import { schedule, type TaskContext, task } from '../../../infra/tasks.ts';
import { mentoringKey, mentoringStaffKey, peopleApart } from '../../../kernel/mentoring.ts';
import { type Locale, localeOf } from '../../../kernel/text.ts';
import { day, hour, minute } from '../../../kernel/time.ts';
import { inTurn } from '../../catalogue/service/turn.ts';
import { threadKept } from '../rules/circle.ts';
import { type Circle, type CircleView, readCircle, recordCircle } from '../service/circle.ts';
import { promiseCircles, readLeading, sweepEnds, sweepMentors } from '../service/life.ts';
import { readMeeting, recordMeeting, recordWelcome, sweepMeetings } from '../service/meeting.ts';
import { findPlace, partInCircles, sweepPlaces } from '../service/place.ts';
import { promiseReports, readReport, recordReport } from '../service/report.ts';
import { forgetCircles } from '../service/retention.ts';
import { circleCard, roomName } from '../views/circle.ts';
import {
  endedMessage,
  leadingMessage,
  meetingMessage,
  newsMessage,
  placeMessage,
  reminderMessage,
  reportCard,
  staffCard,
  welcomeMessage,
} from '../views/thread.ts';
import { cardTask, leadTask, meetingTask, newsTask, placeTask, remindTask, reportTask, roomTask, staffTask } from '../wire.ts';
import { noticeRoom } from './flash.ts';
import { deleteThread, ensureThread, reopen, seat, type Thread } from './thread.ts';

/** Thread and announcement go. */
const isDue = ({ endedAt }: Circle, now: Date): boolean => endedAt !== null && now.getTime() - endedAt.getTime() >= threadKept;

/** The announcement: one message, edited as the seats fill. What fills together is written once. */
export const card = task(cardTask, (context, key) =>
  inTurn(context.db, `circles.card:${key.circleId}`, async () => {
    const { db, discord, clock, outcome, post, settings, reason } = context;
    const view = await readCircle(db, key);
    if (!view || view.circle.state === 'draft') return;
    const { circle } = view;
    const { channels, locale } = await settings(key.guildId);
    const channelId = channels[mentoringKey];
    const former =
      circle.cardChannelId && circle.cardMessageId ? { channelId: circle.cardChannelId, messageId: circle.cardMessageId } : null;
    const isLast = isDue(circle, clock.now());
    if (former && (isLast || former.channelId !== channelId)) {
      const why = { reason: reason(`circles.card:${circle.id}`) };
      const deleted = await outcome(discord.channels.deleteMessage(former.channelId, former.messageId, why));
      if (!deleted.ok && deleted.why === 'forbidden' && isLast) throw deleted.error;
      await recordCircle(db, circle.id, { cardChannelId: null, cardMessageId: null });
    }
    // What ended before it was announced needs no announcement.
    if (channelId === undefined || isLast || (circle.state === 'ended' && !former)) return;
    const posted = await post({
      channelId,
      messageId: former?.channelId === channelId ? former.messageId : null,
      message: circleCard(view, locale),
      key: `circles.card:${circle.id}:${channelId}`,
      since: circle.publishedAt ?? circle.createdAt,
    });
    if (!posted.ok && posted.why === 'forbidden') throw posted.error;
    if (posted.ok && posted.value.id !== former?.messageId)
      await recordCircle(db, circle.id, { cardChannelId: channelId, cardMessageId: posted.value.id });
  }),
);

const threadOf = ({ db }: TaskContext, { circle }: CircleView, locale: Locale): Thread => ({
  guildId: circle.guildId,
  key: `circles.thread:${circle.id}`,
  name: roomName(circle, locale),
  threadId: circle.threadId,
  begunAt: circle.begunAt,
  record: (data) => recordCircle(db, circle.id, data),
});

async function keepRoom(context: TaskContext, view: CircleView): Promise<void> {
  const { db, clock, post, settings } = context;
  const { circle, inside, leaderId } = view;
  const { channels, locale } = await settings(circle.guildId);
  const channelId = channels[mentoringKey];
  if (channelId === undefined && circle.threadId === null) return;
  const thread = threadOf(context, view, locale);
  const made = await ensureThread(context, channelId ?? '', thread);
  if (!made.ok) {
    // Somebody deleted it: a circle that goes on has another one within the hour.
    if (made.why === 'gone' && circle.threadId)
      await recordCircle(db, circle.id, { threadId: null, begunAt: null, welcomeId: null });
    throw made.error;
  }
  const people = [...(leaderId ? [leaderId] : []), ...inside.map(({ userId }) => userId)];
  await seat(context, thread, made.value, people);
  const posted = await post({
    channelId: made.value,
    messageId: circle.welcomeId,
    message: welcomeMessage(view, locale),
    key: `circles.welcome:${circle.id}:${made.value}`,
    since: circle.publishedAt ?? clock.now(),
  });
  if (!posted.ok) throw posted.error;
  if (posted.value.id !== circle.welcomeId) await recordWelcome(db, circle.id, posted.value.id);
}

/** Says that it is over, and closes it for good: everybody can still read. */
async function closeRoom(context: TaskContext, { circle }: CircleView): Promise<void> {
  const { db, discord, clock, outcome, post, settings, reason } = context;
  const { threadId } = circle;
  if (!threadId || circle.lockedAt) return;
  const { locale } = await settings(circle.guildId);
  const why = { reason: reason(`circles.close:${circle.id}`) };
  const opened = await outcome(discord.channels.edit(threadId, { archived: false }, why));
  if (opened.ok) {
    const posted = await post({
      channelId: threadId,
      messageId: null,
      message: endedMessage(circle, locale),
      key: `circles.ended:${circle.id}`,
      since: circle.endedAt ?? clock.now(),
    });
    if (!posted.ok && posted.why === 'forbidden') throw posted.error;
    const closed = await outcome(discord.channels.edit(threadId, { archived: true, locked: true }, why));
    if (!closed.ok && closed.why === 'forbidden') throw closed.error;
  } else if (opened.why === 'forbidden') throw opened.error;
  await recordCircle(db, circle.id, { lockedAt: clock.now() });
}

/** One worker at a time on a thread, in any process. */
export const room = task(roomTask, (context, key) =>
  inTurn(context.db, `circles.room:${key.circleId}`, async () => {
    const { db, clock, settings } = context;
    const view = await readCircle(db, key);
    if (!view || view.circle.state === 'draft' || view.circle.deletedAt) return;
    if (view.circle.state !== 'ended') return keepRoom(context, view);
    if (!isDue(view.circle, clock.now())) return closeRoom(context, view);
    const { locale } = await settings(key.guildId);
    await deleteThread(context, threadOf(context, view, locale));
    await recordCircle(db, view.circle.id, { threadId: null, deletedAt: clock.now() });
  }),
);

/** Writes in the thread, or changes what is there. Null when the thread is gone. */
async function say(context: TaskContext, { threadId, key, ...posting }: Omit<Posting, 'channelId'> & { threadId: string }) {
  const opened = await reopen(context, threadId, key);
  const posted = opened.ok ? await context.post({ ...posting, key, channelId: threadId }) : opened;
  if (!posted.ok && posted.why === 'forbidden') throw posted.error;
  return posted.ok ? (posted.value as { id: string }) : null;
}

/** Says in the thread what changed, when it is still so. */
export const news = task(newsTask, async (context, { guildId, circleId, news: what, at }) => {
  const { db, settings } = context;
  const view = await readCircle(db, { guildId, circleId });
  if (!view?.circle.threadId || (view.circle.state === 'paused') !== (what === 'paused') || view.circle.state === 'ended') return;
  const { locale } = await settings(guildId);
  await say(context, {
    threadId: view.circle.threadId,
    messageId: null,
    message: newsMessage(view, what, locale),
    key: `circles.news:${circleId}:${what}:${at}`,
    since: new Date(at),
  });
});

/** Tells who comes or goes not by their own click. */
export const place = task(placeTask, async (context, { guildId, placeId, news: what }) => {
  const told = await findPlace(context.db, { guildId, placeId });
  if (!told || (what === 'let_in' && told.place.state !== 'inside')) return;
  const locale = localeOf(told.place.locale);
  await context.tell({
    guildId,
    userId: told.place.userId,
    key: `circles.place:${placeId}:${what}:${told.place.askedAt.getTime()}`,
    message: placeMessage(told, what, locale),
    thread: await noticeRoom(context, guildId, locale),
  });
});

/** Two people avoid each other: `mentors` promises it. */
export const apart = task(peopleApart, ({ db, clock }, two) => partInCircles(db, two, clock.now()));

/** Whoever leads it learns what becomes of it while they are away. */
export const lead = task(leadTask, async (context, { guildId, circleId, userId, at }) => {
  const leading = await readLeading(context.db, { guildId, circleId, userId });
  if (!leading) return;
  await context.tell({
    guildId,
    userId,
    key: `circles.lead:${circleId}:${at}`,
    message: leadingMessage(leading),
    thread: await noticeRoom(context, guildId, localeOf(leading.locale)),
  });
});

/** The next meeting, in the thread: edited as it changes. */
export const meeting = task(meetingTask, async (context, { guildId, meetingId }) => {
  const { db, settings } = context;
  const plan = await readMeeting(db, { guildId, meetingId });
  if (!plan?.circle.threadId || plan.circle.lockedAt || (plan.meeting.state !== 'planned' && !plan.meeting.messageId)) return;
  const { locale } = await settings(guildId);
  const posted = await say(context, {
    threadId: plan.circle.threadId,
    messageId: plan.meeting.messageId,
    message: meetingMessage(plan, locale),
    key: `circles.meeting:${meetingId}`,
    since: plan.meeting.createdAt,
  });
  if (posted && posted.id !== plan.meeting.messageId) await recordMeeting(db, meetingId, { messageId: posted.id });
});

/** Once a meeting and moment: whoever moves it is reminded of the new one. */
export const remind = task(remindTask, async (context, { guildId, meetingId }) => {
  const { db, clock, settings } = context;
  const plan = await readMeeting(db, { guildId, meetingId });
  if (
    plan?.meeting.state !== 'planned' ||
    plan.meeting.remindedAt ||
    !plan.circle.threadId ||
    plan.meeting.startsAt <= clock.now()
  )
    return;
  const { locale } = await settings(guildId);
  await say(context, {
    threadId: plan.circle.threadId,
    messageId: null,
    message: reminderMessage(plan, locale),
    key: `circles.remind:${meetingId}:${plan.meeting.startsAt.getTime()}`,
    since: plan.meeting.createdAt,
  });
  await recordMeeting(db, meetingId, { remindedAt: clock.now() });
});

/** A circle without a mentor, before staff; settled where it stands once it has one, or is over. */
export const orphan = task(staffTask, async ({ db, clock, post, settings }, key) => {
  const view = await readCircle(db, key);
  const { channels, locale } = await settings(key.guildId);
  const channelId = channels[mentoringStaffKey];
  if (!view || !channelId) return;
  const { circle } = view;
  const messageId = circle.staffChannelId === channelId ? circle.staffMessageId : null;
  if (circle.state !== 'paused' && messageId === null) return;
  const posted = await post({
    channelId,
    messageId,
    message: staffCard(view, locale),
    key: `circles.staff:${circle.id}:${circle.pausedAt?.getTime() ?? 0}`,
    since: circle.pausedAt ?? clock.now(),
  });
  if (!posted.ok && posted.why === 'forbidden') throw posted.error;
  // The next time it has no mentor is another line.
  const at =
    circle.state === 'paused' && posted.ok
      ? { staffChannelId: channelId, staffMessageId: posted.value.id }
      : { staffChannelId: null, staffMessageId: null };
  await recordCircle(db, circle.id, at);
});

export const report = task(reportTask, async ({ db, post, settings }, key) => {
  const view = await readReport(db, key);
  const { channels, locale } = await settings(key.guildId);
  const channelId = channels[mentoringStaffKey];
  if (!view || !channelId) return;
  const { cardChannelId, cardMessageId, handledAt, createdAt } = view.report;
  const messageId = cardChannelId === channelId ? cardMessageId : null;
  if (handledAt && messageId === null) return;
  const posted = await post({
    channelId,
    messageId,
    message: reportCard(view, locale),
    key: `circles.report:${key.reportId}`,
    since: createdAt,
  });
  if (!posted.ok) throw posted.error;
  if (posted.value.id !== messageId)
    await recordReport(db, key.reportId, { cardChannelId: channelId, cardMessageId: posted.value.id });
});

export const watchMentors = schedule('circles.mentors', 5 * minute, (tx, { clock }) => sweepMentors(tx, clock.now()), [
  'mentoring_circle',
]);
export const watchPlaces = schedule('circles.places', 10 * minute, (tx, { clock }) => sweepPlaces(tx, clock.now()), [
  'mentoring_circle_place',
]);
export const watchEnds = schedule('circles.ends', hour, (tx, { clock }) => sweepEnds(tx, clock.now()), ['mentoring_circle']);
export const watchMeetings = schedule('circles.meetings', 5 * minute, (tx, { clock }) => sweepMeetings(tx, clock.now()), [
  'mentoring_circle_meeting',
]);
export const keep = schedule(
  'circles.keep',
  hour,
  async (tx, { clock }) => {
    await promiseCircles(tx, { now: clock.now() });
    await promiseReports(tx);
  },
  ['mentoring_circle', 'mentoring_circle_report'],
);
export const forget = schedule('circles.forget', day, (tx, { clock }) => forgetCircles(tx, clock.now()), [
  'mentoring_circle',
  'mentoring_flash',
  'mentoring_circle_report',
]);
