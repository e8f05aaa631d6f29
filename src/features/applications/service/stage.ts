import type { Application } from '../../../../prisma/client/client.ts';
import { type Db, enqueue, enqueueEach, type Promised, promised, type Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import { personHired } from '../../../kernel/hiring.ts';
import { frozen, illegalMove, nothingLeft, tooLateToUndo, unknownApplication } from '../messages/application.ts';
import { isReason, type Reason } from '../messages/reason.ts';
import { canUndo, isAnswer, isOpen, mayFollow, type News, pathTo, type Stage } from '../rules/stage.ts';
import { responsesTask, roomTask, stageTask, withdrawnTask } from '../wire.ts';
import { auditStaff, type By, type OfferFacts, requireAnswerer } from './offer.ts';

/** An application that nobody else changes until the transaction ends. Throws `applications.unknown`. */
async function lockApplication(tx: Tx, { guildId, id }: { guildId: string; id: number }): Promise<Application> {
  await tx.$queryRaw`/* kept */ SELECT id FROM application WHERE id = ${id} AND guild_id = ${guildId} FOR UPDATE`;
  const application = await tx.application.findFirst({ where: { id, guildId } });
  if (!application) throw unknownApplication();
  return application;
}

type Key = Pick<Application, 'guildId' | 'id'>;

const promisedNews = ({ guildId, id }: Key, what: News, at: Date): Promised =>
  promised(stageTask, { payload: { guildId, applicationId: id, what, at }, key: `${id}:${what}:${at.getTime()}` });

/** The candidate hears of it. */
export const promiseNews = (tx: Tx, all: readonly Key[], what: News, at: Date): Promise<void> =>
  enqueueEach(
    tx,
    all.map((one) => promisedNews(one, what, at)),
  );

/** Everybody hears of what happened: the candidate, and the card in the thread. */
export async function promiseTold(
  tx: Tx,
  all: readonly Key[],
  what: News,
  at: Date,
  also: readonly Promised[] = [],
): Promise<void> {
  const told = all.flatMap((one) => [
    promisedNews(one, what, at),
    promised(roomTask, { payload: { guildId: one.guildId, applicationId: one.id }, key: String(one.id) }),
  ]);
  await enqueueEach(tx, [...told, ...also]);
}

const untouched = { recruiterRemindedAt: null, staffRemindedAt: null };

async function take(
  tx: Tx,
  { id, stage: formerStage, answeredAt }: Application,
  stage: Stage,
  { now, reason }: { now: Date; reason: Reason | null },
): Promise<Application> {
  return tx.application.update({
    where: { id },
    data: {
      stage,
      stageAt: now,
      closedAt: isOpen(stage) ? null : now,
      formerStage: stage === 'declined' ? formerStage : null,
      reason,
      ...(isAnswer(stage) && !answeredAt && { answeredAt: now }),
      ...untouched,
    },
  });
}

export type Moved = { application: Application; offer: OfferFacts };

/**
 * Brings an application to a later stage. Of many who try at once one does. Throws `applications.unknown`, `applications.not_yours`, `applications.frozen`
 * while staff look into its offer, and `applications.illegal` for what may not follow; a refusal needs its reason.
 */
export const moveOn = (db: Db, by: By, id: number, to: Stage, reason: Reason | null = null): Promise<Moved> =>
  db.$transaction(async (tx) => {
    const { guildId, now } = by;
    const before = await lockApplication(tx, { guildId, id });
    const offer = await requireAnswerer(tx, by, before.offerId);
    // Who waits may always be answered no.
    if (offer.isFrozen && to !== 'declined') throw frozen();
    // A closed offer waits for outcomes alone, whatever nobody noted on the way.
    const path = offer.state === 'closed' ? pathTo(before.stage, to) : mayFollow(before.stage, to) ? [to] : null;
    if (!path || to === 'seen' || to === 'withdrawn' || (to === 'declined') !== (reason !== null))
      throw illegalMove(before.stage);
    let application = before;
    for (const stage of path)
      application = await take(tx, application, stage, { now, reason: stage === 'declined' ? reason : null });
    await auditStaff(tx, by, offer, { applicationId: id, before: before.stage, after: to, targetId: before.userId });
    const { userId } = application;
    const { companyId } = offer;
    await promiseTold(tx, [application], to, now, [
      ...(to === 'hired' && userId ? [promised(personHired, { payload: { guildId, userId } })] : []),
      ...(!before.answeredAt && companyId !== null
        ? [promised(responsesTask, { payload: { guildId, companyId }, key: String(companyId) })]
        : []),
    ]);
    return { application, offer };
  });

/** Takes a refusal back. Throws `applications.undo` once it is too late, and `applications.undo_gone` when nothing is left to take up again. */
export const undoRefusal = (db: Db, by: By, id: number): Promise<void> =>
  db.$transaction(async (tx) => {
    const { guildId, now } = by;
    const application = await lockApplication(tx, { guildId, id });
    const offer = await requireAnswerer(tx, by, application.offerId);
    const { formerStage } = application;
    if (!canUndo(application, now) || !formerStage) throw tooLateToUndo();
    if (application.purgedAt || application.userId === null) throw nothingLeft();
    await take(tx, application, formerStage, { now, reason: null });
    // The answer that this refusal was is none.
    if (application.answeredAt?.getTime() === application.stageAt.getTime()) {
      await tx.application.update({ where: { id }, data: { answeredAt: null } });
      if (offer.companyId !== null)
        await enqueue(tx, responsesTask, { guildId, companyId: offer.companyId }, { key: String(offer.companyId) });
    }
    await auditStaff(tx, by, offer, { applicationId: id, before: 'declined', after: formerStage, targetId: application.userId });
    await promiseTold(tx, [application], 'undone', now);
  });

/** Somebody of the company opened it. Nothing happens to one that was read before, or whose offer is frozen. */
export const markSeen = (db: Db, { guildId, now }: By, { id }: Pick<Application, 'id'>): Promise<void> =>
  db.$transaction(async (tx) => {
    const { count } = await tx.application.updateMany({
      where: {
        id,
        guildId,
        stage: 'sent',
        offer: { NOT: { state: 'hidden', OR: [{ reportedAt: { not: null } }, { company: { state: 'suspended' } }] } },
      },
      data: { stage: 'seen', seenAt: now, stageAt: now },
    });
    if (count > 0) await promiseTold(tx, [{ guildId, id }], 'seen', now);
  });

/** Ends an application for its person, and leaves nothing of what they wrote. */
export async function endFor(
  tx: Tx,
  application: Pick<Application, 'id' | 'guildId' | 'offerId' | 'stage'>,
  now: Date,
): Promise<void> {
  const { id, guildId, offerId, stage } = application;
  await tx.applicationFile.deleteMany({ where: { applicationId: id } });
  await tx.application.update({
    where: { id },
    data: { message: null, purgedAt: now, ...(isOpen(stage) && { stage: 'withdrawn', stageAt: now, closedAt: now }) },
  });
  await enqueue(tx, roomTask, { guildId, applicationId: id }, { key: String(id) });
  if (isOpen(stage)) await enqueue(tx, withdrawnTask, { guildId, offerId, applicationId: id }, { key: String(id) });
}

/**
 * Takes one's own application back, with all that was written; after its end only that goes. Throws `applications.unknown`, and `applications.illegal`
 * when nothing is left.
 */
export const withdraw = (db: Db, { guildId, actorId, now }: Change, id: number): Promise<{ wasOpen: boolean }> =>
  db.$transaction(async (tx) => {
    const application = await lockApplication(tx, { guildId, id });
    if (application.userId !== actorId) throw unknownApplication();
    if (!isOpen(application.stage) && application.purgedAt) throw illegalMove(application.stage);
    await endFor(tx, application, now);
    return { wasOpen: isOpen(application.stage) };
  });

/** What a select sent, as a stage that a company may choose, or as a reason. */
export const readStage = (value: string | undefined): Stage | null =>
  value === 'interview' || value === 'offer' || value === 'hired' || value === 'declined' ? value : null;
export const readReason = (value: string | undefined): Reason | null => (isReason(value) && value !== 'no_answer' ? value : null);
