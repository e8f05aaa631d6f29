import { z } from 'zod';
import { customId, pageNumber, rowCount, rowId, snowflake, taskContract } from '../../kernel/wire.ts';

/** What the dashboard leads to. */
export const lists = ['waiting', 'pairs', 'quiet', 'silent', 'paused', 'ended', 'mentors', 'promos'] as const;
export type List = (typeof lists)[number];

/** True for what the select of lists may send. */
export const isList = (value: string | undefined): value is List => lists.some((one) => one === value);

const list = z.enum(lists);

export const listId = customId('mentoring:stats:list', { list, page: pageNumber });
/** Chooses one of the lists. */
export const listsId = customId('mentoring:stats:lists', {});
/** Opens what is chosen in a list. */
export const pickId = customId('mentoring:stats:pick', { list });
/** Who waits and who is paired of a promo; 0: of those in none. */
export const promoId = customId('mentoring:stats:promo', { promo: rowCount, page: pageNumber });
export const pairCardId = customId('mentoring:stats:pair', { pairId: rowId });
export const remindId = customId('mentoring:stats:remind', { pairId: rowId });
export const pauseId = customId('mentoring:stats:pause', { pairId: rowId });
export const pauseFormId = customId('mentoring:stats:pause_form', { pairId: rowId });
export const resumeId = customId('mentoring:stats:resume', { pairId: rowId });
export const coordinateId = customId('mentoring:stats:coordinator', { pairId: rowId });
export const stopId = customId('mentoring:stats:end', { pairId: rowId });
export const stopFormId = customId('mentoring:stats:end_form', { pairId: rowId });
/** The attestation of somebody, for staff. */
export const attestId = customId('mentoring:stats:attest', { userId: snowflake });

/** Thanks somebody for the hours that they gave. */
export const thankTask = taskContract(
  'mentorstats.thank',
  z.object({ guildId: snowflake, userId: snowflake, badge: z.number().int().min(1).max(3) }),
);
