import { z } from 'zod';
import { customId, rowId, snowflake, taskContract } from '../../kernel/wire.ts';

const roomId = rowId;

export const changeId = customId('voice:change', { roomId });
export const formId = customId('voice:form', { roomId });

/** Brings a room to what it should be: there, with who opened it inside, or gone. */
export const roomTask = taskContract('voice.room', z.object({ guildId: snowflake, roomId: z.number().int().positive() }));

/** Tells staff that a promo's rooms cannot be opened, and why. */
export const alertTask = taskContract(
  'voice.alert',
  z.object({
    guildId: snowflake,
    promoId: z.number().int().positive(),
    problem: z.enum(['full', 'forbidden']),
    at: z.coerce.date(),
  }),
);
