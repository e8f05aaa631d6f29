import type { Context } from '../../../discord/context.ts';
import type { Who } from '../service/request.ts';

export const whoIs = ({ actor, clock }: Pick<Context, 'actor' | 'clock'>): Who => ({
  guildId: actor.guildId,
  userId: actor.userId,
  now: clock.now(),
});
