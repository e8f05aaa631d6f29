import { type TaskContext, task } from '../../../infra/tasks.ts';
import { mentoringStaffKey } from '../../../kernel/mentoring.ts';
import { inTurn } from '../../catalogue/service/turn.ts';
import { candidatesFor, dropCoordinator, recordAwaiting, recordCoordinator } from '../service/coordinator.ts';
import { recordQuestion } from '../service/staff.ts';
import { type Room, readRoom } from '../service/thread.ts';
import { questionMessage } from '../views/staff.ts';
import { checkTask, questionTask } from '../wire.ts';
import { turnOf } from './turn.ts';

/** What a pair says to each other is read by staff of this moment or by nobody: whoever is not is replaced, by whom the guild's rule says. Null: it is gone. */
export async function settleCoordinator(context: TaskContext, room: Room): Promise<Room | null> {
  const { db, clock, mayUse, settings } = context;
  const { id: pairId, guildId, coordinatorId, openedAt } = room.pair;
  const again = async () => readRoom(db, { guildId, pairId }, (await settings(guildId)).locale);
  let now: Room | null = room;
  if (coordinatorId !== null && openedAt === null && !(await mayUse({ guildId, userId: coordinatorId }, 'staff'))) {
    await db.$transaction((tx) => dropCoordinator(tx, { guildId, userId: coordinatorId }, pairId));
    now = await again();
  }
  if (!now?.lacksCoordinator || now.pair.questionMessageId !== null) return now;
  for (const userId of await candidatesFor(db, now.pair))
    if (userId !== coordinatorId && (await mayUse({ guildId, userId }, 'staff'))) {
      await recordCoordinator(db, { guildId, pairId }, userId, clock.now());
      return again();
    }
  return now;
}

/** Asks in the channel of staff who looks after a pair, once, and tells both; *Mon espace* of staff lists those that wait in any case. */
export async function askCoordinator(context: TaskContext, room: Room): Promise<void> {
  const { db, clock, post, settings } = context;
  const { id, guildId, questionMessageId } = room.pair;
  const since = room.pair.awaitedAt ?? clock.now();
  await recordAwaiting(db, { guildId, pairId: id }, since);
  if (questionMessageId) return;
  const { channels, locale } = await settings(guildId);
  const channelId = channels[mentoringStaffKey];
  if (channelId === undefined) return;
  const asked = await post({
    channelId,
    messageId: null,
    message: questionMessage(room, locale),
    // Asked anew of a pair that somebody left.
    key: `pairs.question:${id}:${since.getTime()}`,
    since,
  });
  if (!asked.ok) throw asked.error;
  await recordQuestion(db, id, { channelId, messageId: asked.value.id });
}

/** The question says what became of it. */
export const question = task(questionTask, (context, key) =>
  inTurn(context.db, turnOf(key.pairId), async () => {
    const { db, outcome, discord, settings } = context;
    const { locale } = await settings(key.guildId);
    const room = await readRoom(db, key, locale);
    const { questionChannelId: channelId, questionMessageId: messageId } = room?.pair ?? {};
    if (!room || !channelId || !messageId) return;
    const { content = '', embeds = [], components = [] } = questionMessage(room, locale);
    const body = { content, embeds, components, allowed_mentions: { parse: [] } };
    const edited = await outcome(discord.channels.editMessage(channelId, messageId, body as never));
    if (!edited.ok && edited.why !== 'gone') throw edited.error;
  }),
);

/** Whoever is of staff no more reads no thread and no alert any more. */
export const check = task(checkTask, async ({ db, mayUse }, who) => {
  if (await mayUse(who, 'staff')) return;
  await db.$transaction((tx) => dropCoordinator(tx, who));
});
