import { z } from 'zod';
import { customId, pageNumber, rowId, snowflake, taskContract } from '../../kernel/wire.ts';

const page = pageNumber;

/** The form that *Postuler* opens. */
export const applyFormId = customId('jobs:apply:form', { offerId: rowId });

export const mineId = customId('applications:mine', { page });
export const withdrawId = customId('applications:withdraw', { applicationId: rowId });
export const confirmWithdrawalId = customId('applications:gone', { applicationId: rowId });

/** A page of the offers that one answers. */
export const boardsId = customId('applications:boards', { page });
/** A page of an offer's applications; `filter` is a place in `filters`. */
export const boardPageId = customId('applications:board', {
  offerId: rowId,
  filter: z.coerce.number().int().min(0).max(9),
  page,
});
export const filterId = customId('applications:filter', { offerId: rowId });
export const cardId = customId('applications:card', { applicationId: rowId });
export const cvId = customId('applications:cv', { applicationId: rowId });
export const stageId = customId('jobs:stage', { applicationId: rowId });
/** The next question when an application is declined: why. */
export const reasonId = customId('jobs:stage:reason', { applicationId: rowId });
export const undoId = customId('jobs:stage:undo', { applicationId: rowId });

/** The form that *Recommander quelqu’un* opens. */
export const recommendFormId = customId('jobs:recommend:form', { offerId: rowId });
export const recommendedId = customId('applications:recommended', { recommendationId: rowId });
/** Answered in direct messages too, where the id must say the server. */
export const agreeId = customId('jobs:recommended:yes', { guildId: snowflake, recommendationId: rowId });
export const refuseId = customId('jobs:recommended:no', { guildId: snowflake, recommendationId: rowId });

const positive = z.number().int().positive();
const ofOffer = { guildId: snowflake, offerId: positive };

/** Brings the private thread of an application to what the database says: made, with who belongs there, or gone. */
export const roomTask = taskContract('applications.room', z.object({ guildId: snowflake, applicationId: positive }));
/** Tells the candidate what happened. */
export const stageTask = taskContract(
  'applications.stage',
  z.object({ guildId: snowflake, applicationId: positive, what: z.string(), at: z.coerce.date() }),
);
/** Tells those who answer for the offer that an application was taken back. */
export const withdrawnTask = taskContract('applications.withdrawn', z.object({ ...ofOffer, applicationId: positive }));
/** Reminds those who answer for the offer. */
export const remindTask = taskContract('applications.remind', z.object({ ...ofOffer, at: z.coerce.date() }));
/** Asks them what became of the applications to a closed offer. */
export const outcomeTask = taskContract('applications.outcome', z.object({ ...ofOffer, at: z.coerce.date() }));
/** Tells staff of applications that nobody answers; `closed`: they were answered for the company. */
export const staffTask = taskContract(
  'applications.staff',
  z.object({ ...ofOffer, why: z.enum(['late', 'closed']), count: positive, at: z.coerce.date() }),
);
/** Keeps how fast a company answers. */
export const responsesTask = taskContract('applications.responses', z.object({ guildId: snowflake, companyId: positive }));
/** Asks somebody who was recommended whether that suits them. */
export const recommendedTask = taskContract(
  'applications.recommended',
  z.object({ guildId: snowflake, recommendationId: positive }),
);
