import type { Message } from '../../../discord/command.ts';
import { type TaskContext, task } from '../../../infra/tasks.ts';
import { mentoringStaffKey } from '../../../kernel/mentoring.ts';
import { noticeOf, recordPost } from '../service/post.ts';
import { type Room, readRoom } from '../service/thread.ts';
import { alertMessage, reasonMessage, sealedReason } from '../views/staff.ts';
import { alertTask, reasonTask } from '../wire.ts';

type Alert = {
  key: string;
  message: Message;
  since: Date /** In the channel, where somebody whom it concerns would read it. */;
  sealed?: Message;
};

/** To whoever looks after the pair: its coordinator by direct message, else the channel of staff. It is taken back with their names. */
async function alertStaff(context: TaskContext, { pair }: Room, { key, message, since, sealed = message }: Alert): Promise<void> {
  const { db, clock, settings, post, tell } = context;
  const { guildId, id: pairId, coordinatorId: userId } = pair;
  const address = { guildId, pairId };
  if (userId && (await tell({ guildId, userId, key, message, thread: null })) === 'dm') {
    const told = await noticeOf(db, { guildId, userId, key });
    if (told) await recordPost(db, address, told, clock.now());
    return;
  }
  const channelId = (await settings(guildId)).channels[mentoringStaffKey];
  if (channelId === undefined) return;
  const posted = await post({ channelId, messageId: null, message: sealed, key, since });
  if (!posted.ok && posted.why === 'forbidden') throw posted.error;
  if (posted.ok) await recordPost(db, address, { channelId, messageId: posted.value.id }, clock.now());
}

/** Silence, and an end by it. */
export const alert = task(alertTask, async (context, { guildId, pairId, what, at }) => {
  const { locale } = await context.settings(guildId);
  const room = await readRoom(context.db, { guildId, pairId }, locale);
  if (!room || (what === 'warn' && room.pair.warnedAt === null)) return;
  const message = alertMessage(room, what, at, locale);
  await alertStaff(context, room, { key: `pairs.alert:${pairId}:${what}:${at.getTime()}`, message, since: at });
});

/** What one of the two wrote for staff when they ended it; the other, where they are of staff, does not read it. */
export const reason = task(reasonTask, async (context, { guildId, pairId }) => {
  const { db, mayUse, settings } = context;
  const { locale } = await settings(guildId);
  const room = await readRoom(db, { guildId, pairId }, locale);
  const { mentorId, learnerId, endReason, endedAt, endedBy } = room?.pair ?? {};
  if (!room || !mentorId || !learnerId || !endReason || !endedAt) return;
  const other = endedBy === mentorId ? learnerId : mentorId;
  const isRead = await mayUse({ guildId, userId: other }, 'staff');
  await alertStaff(context, room, {
    key: `pairs.reason:${pairId}`,
    message: reasonMessage(room, endReason, locale),
    since: endedAt,
    ...(isRead && { sealed: sealedReason(pairId, locale) }),
  });
});
