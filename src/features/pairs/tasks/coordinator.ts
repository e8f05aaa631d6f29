import { type TaskContext, task } from '../../../infra/tasks.ts';
import { mentoringStaffKey } from '../../../kernel/mentoring.ts';
import { recordQuestion } from '../service/staff.ts';
import { type Room, readRoom } from '../service/thread.ts';
import { questionMessage } from '../views/staff.ts';
import { questionTask } from '../wire.ts';

/** Asks in the channel of staff who looks after a pair, once; *Mon espace* of staff lists those that wait in any case. */
export async function askCoordinator(context: TaskContext, room: Room): Promise<void> {
  const { db, post, settings } = context;
  const { id, guildId, createdAt, questionMessageId } = room.pair;
  if (questionMessageId) return;
  const { channels, locale } = await settings(guildId);
  const channelId = channels[mentoringStaffKey];
  if (channelId === undefined) return;
  const asked = await post({
    channelId,
    messageId: null,
    message: questionMessage(room, locale),
    key: `pairs.question:${id}`,
    since: createdAt,
  });
  if (!asked.ok) throw asked.error;
  await recordQuestion(db, id, { channelId, messageId: asked.value.id });
}

/** The question says what became of it. */
export const question = task(questionTask, async (context, key) => {
  const { db, post, settings } = context;
  const { locale } = await settings(key.guildId);
  const room = await readRoom(db, key, locale);
  const { questionChannelId: channelId, questionMessageId: messageId } = room?.pair ?? {};
  if (!room || !channelId || !messageId) return;
  await post({
    channelId,
    messageId,
    message: questionMessage(room, locale),
    key: `pairs.question:${key.pairId}`,
    since: room.pair.createdAt,
  });
  await recordQuestion(db, key.pairId, null);
});
