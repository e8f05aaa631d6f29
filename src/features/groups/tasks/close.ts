import { AuditLogEvent } from 'discord-api-types/v10';
import type { TaskContext } from '../../../infra/tasks.ts';
import { forgetLobby, hasOthers, type Plan, recordClosed } from '../service/room.ts';
import { allowed, Refusal } from './refusal.ts';

/** Deletes what a round had, and what a try that was cut had made. */
export async function closeRooms(context: TaskContext, { round, lobby }: Plan): Promise<void> {
  const { db, discord, outcome, clock, made, reason } = context;
  const { id: roundId, guildId, promoId } = round;
  const why = { reason: reason(`groups.close:${roundId}`) };
  const remove = async (id: string | null, begunAt: Date | null, type: AuditLogEvent, key: string) => {
    const found = id ?? (begunAt ? allowed(await made(guildId, type, key)) : null);
    if (!found) return;
    const deleted = await outcome(discord.channels.delete(found, why));
    if (!deleted.ok && deleted.why !== 'gone') throw new Refusal('refused', { cause: deleted.error });
  };
  for (const { id, threadId, threadBegunAt, voiceId, voiceBegunAt } of round.teams) {
    await remove(voiceId, voiceBegunAt, AuditLogEvent.ChannelCreate, `groups.voice:${id}`);
    await remove(threadId, threadBegunAt, AuditLogEvent.ThreadCreate, `groups.thread:${id}`);
  }
  if (lobby && !(await hasOthers(db, { promoId, roundId }))) {
    await remove(lobby.channelId, lobby.begunAt, AuditLogEvent.ChannelCreate, `groups.lobby:${promoId}`);
    await forgetLobby(db, promoId);
  } else if (lobby?.channelId && round.messageId) {
    const deleted = await outcome(discord.channels.deleteMessage(lobby.channelId, round.messageId, why));
    if (!deleted.ok && deleted.why !== 'gone') throw new Refusal('refused', { cause: deleted.error });
  }
  await recordClosed(db, { roundId, now: clock.now() });
}
