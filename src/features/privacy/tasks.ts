import { schedule, task } from '../../infra/tasks.ts';
import { hour } from '../../kernel/time.ts';
import { sweepTraces } from './service.ts';
import { takeBackTask } from './wire.ts';

export const sweep = schedule('privacy.sweep', hour, (tx, { clock }) => sweepTraces(tx, clock.now()));

/**
 * A private thread was opened for what was told in it, and goes whole. A thread that Discord does not let us delete stays readable, so staff
 * are told of it; a direct message that we can no longer reach is nobody's to mend.
 */
export const takeBack = task(takeBackTask, async ({ discord, outcome, reason }, { via, channelId, messageId }) => {
  const why = { reason: reason('privacy.erase') };
  if (via === 'dm') return void (await outcome(discord.channels.deleteMessage(channelId, messageId, why)));
  await discord.channels.delete(channelId, why);
});
