import type { Context } from '../../../discord/context.ts';
import type { PairKey, Who } from '../service/pair.ts';

/** Who acts, for the service that carries it out. */
export const whoIs = ({ actor, clock }: Context): Who => ({ guildId: actor.guildId, userId: actor.userId, now: clock.now() });

/** The address of a pair where somebody acts: a forged server in an id is not looked at. */
export const keyOf = ({ actor }: Context, pairId: number): PairKey => ({ guildId: actor.guildId, pairId });
