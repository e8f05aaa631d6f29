import { button, select } from '../../../discord/command.ts';
import type { Context } from '../../../discord/context.ts';
import { reader } from '../../../discord/policy.ts';
import { boardId } from '../../../kernel/hiring.ts';
import { illegalMove, text, unknownApplication } from '../messages/application.ts';
import { boardSize, filters, readBoard, readCard, readFile } from '../service/board.ts';
import { markSeen, moveOn, readReason, readStage, undoRefusal } from '../service/stage.ts';
import { applicationCard, boardCard, reasonCard } from '../views/board.ts';
import { boardPageId, cardId, cvId, filterId, reasonId, stageId, undoId } from '../wire.ts';
import { actorBy } from './apply.ts';

async function boardOf(context: Context, at: { offerId: number; filter: number; page: number }) {
  return boardCard(await readBoard(context.db, await actorBy(context), at), context.locale, boardSize);
}

export const open = button({
  id: boardId,
  policy: reader,
  answer: 'ephemeral',
  run: (context, { offerId }) => boardOf(context, { offerId, filter: 0, page: 0 }),
});
export const turnPage = button({ id: boardPageId, policy: reader, answer: 'update', run: boardOf });
export const filter = select({
  id: filterId,
  policy: reader,
  answer: 'update',
  run(context, { offerId }, [chosen]) {
    const at = Number(chosen);
    return boardOf(context, { offerId, filter: Number.isInteger(at) && filters[at] ? at : 0, page: 0 });
  },
});

async function cardOf(context: Context, applicationId: number) {
  const { db, locale, clock } = context;
  return applicationCard(await readCard(db, await actorBy(context), applicationId), locale, clock.now());
}

/** To open it is to have read it. Staff who answer in place of a company do not read for it. */
export const card = button({
  id: cardId,
  policy: reader,
  answer: 'update',
  async run(context, { applicationId }) {
    const by = await actorBy(context);
    const { application, offer } = await readCard(context.db, by, applicationId);
    if (application.stage === 'sent' && !offer.isFrozen && offer.handlers.includes(by.actorId))
      await markSeen(context.db, by, application);
    return cardOf(context, applicationId);
  },
});

export const cv = button({
  id: cvId,
  policy: reader,
  answer: 'ephemeral',
  async run(context, { applicationId }) {
    const { name, bytes } = await readFile(context.db, await actorBy(context), applicationId);
    return {
      content: context.t(text.cvGiven),
      files: [{ name, data: Buffer.from(bytes), contentType: 'application/pdf' }],
    };
  },
});

export const stage = select({
  id: stageId,
  policy: reader,
  answer: 'update',
  async run(context, { applicationId }, [chosen]) {
    const by = await actorBy(context);
    const to = readStage(chosen);
    const known = await readCard(context.db, by, applicationId);
    if (!to) throw illegalMove(known.application.stage);
    if (to === 'declined') return reasonCard(known, context.locale);
    await moveOn(context.db, by, applicationId, to);
    return cardOf(context, applicationId);
  },
});

export const reason = select({
  id: reasonId,
  policy: reader,
  answer: 'update',
  async run(context, { applicationId }, [chosen]) {
    const why = readReason(chosen);
    if (!why) throw unknownApplication();
    await moveOn(context.db, await actorBy(context), applicationId, 'declined', why);
    return cardOf(context, applicationId);
  },
});

export const undo = button({
  id: undoId,
  policy: reader,
  answer: 'update',
  async run(context, { applicationId }) {
    await undoRefusal(context.db, await actorBy(context), applicationId);
    return cardOf(context, applicationId);
  },
});
