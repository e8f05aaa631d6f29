import { z } from 'zod';
import { customId, rowId, snowflake, taskContract } from '../../kernel/wire.ts';

export const showId = customId('invites:show', { promoId: rowId });
export const revokeId = customId('invites:revoke', { inviteId: rowId });

/** Brings the invites of a promo and their role to what the database says: there, or gone. */
export const promoTask = taskContract(
  'invites.promo',
  // `gone`: people of whom the database no longer says that they came by an invite.
  z.object({ guildId: snowflake, promoId: z.number().int().positive(), gone: z.array(snowflake).optional() }),
);

/** Compares the invites and waiting roles of a server with ours, read once for all its promos. */
export const guildTask = taskContract('invites.guild', z.object({ guildId: snowflake }));

/** Takes back the waiting roles of somebody who is expected no more. */
export const personTask = taskContract('invites.person', z.object({ guildId: snowflake, userId: snowflake }));

/** Finds on a server those who came by an invite while nobody listened. */
export const arrivalsTask = taskContract('invites.arrivals', z.object({ guildId: snowflake }));
