import { z } from 'zod';
import { customId, pageNumber, rowId, snowflake, taskContract } from '../../kernel/wire.ts';

const page = pageNumber;
const roundId = rowId;
const promoId = rowId;

export const openId = customId('groups:open', {});
export const promoPickId = customId('groups:promo', {});
export const newId = customId('groups:new', { promoId });
export const newFormId = customId('groups:new_form', { promoId });

export const showId = customId('groups:show', { roundId });
export const redrawId = customId('groups:redraw', { roundId });
export const levelsId = customId('groups:levels', { roundId });
export const levelsFormId = customId('groups:levels_form', { roundId });
export const handId = customId('groups:hand', { roundId });
export const handFormId = customId('groups:hand_form', { roundId });
export const publishId = customId('groups:publish', { roundId });
export const publishFormId = customId('groups:publish_form', { roundId });
export const closeId = customId('groups:close', { roundId });
export const confirmCloseId = customId('groups:closed', { roundId });
export const retryId = customId('groups:retry', { roundId });

export const historyId = customId('groups:history', { promoId, page });
export const roundPickId = customId('groups:round', { promoId });
export const exportId = customId('groups:export', { promoId });

/** The channel, in the settings, of what staff must mend. */
export const alertsKey = 'alerts';

/** Brings the rooms of a round to what the database says: there, with their people, or gone. */
export const roomsTask = taskContract('groups.rooms', z.object({ guildId: snowflake, roundId: z.number().int().positive() }));
