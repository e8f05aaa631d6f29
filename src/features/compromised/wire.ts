import { z } from 'zod';
import { customId, rowCount, rowId, snowflake, taskContract } from '../../kernel/wire.ts';

/** It is its owner again: what protects the account ends. */
export const freeId = customId('moderation:account:free', { accountId: rowId });
/** A day more. `until`: the end that was shown, in seconds, so that two clicks are one day. */
export const extendId = customId('moderation:account:extend', { accountId: rowId, until: rowCount });
/** Its owner says to have it back. */
export const backId = customId('moderation:account:back', { guildId: snowflake, accountId: rowId });

const account = z.object({ guildId: snowflake, accountId: z.number().int() });
/** Removes what the account sent. */
export const removeTask = taskContract('compromised.remove', account);
/** Tells its owner how to get it back. */
export const tellTask = taskContract('compromised.tell', account);
/** Gives Discord the new end of the protection. */
export const holdTask = taskContract('compromised.hold', account);
/** Shows moderators what happened and how it stands. */
export const cardTask = taskContract('compromised.card', account);
/** Takes away a card of somebody who asked to be forgotten. */
export const dropTask = taskContract(
  'compromised.drop',
  z.object({ guildId: snowflake, channelId: snowflake, messageId: snowflake }),
);
