import type { MentoringPair } from '../../../../prisma/client/client.ts';
import { type Db, enqueue, type Tx } from '../../../infra/db.ts';
import { readSettings } from '../../../infra/settings.ts';
import { startOf, todayIn } from '../../../kernel/day.ts';
import { mentorChanged, type Reason } from '../../../kernel/mentoring.ts';
import { pauseMentor } from '../../mentors/service/hold.ts';
import { lockMentors, lockPerson } from '../../mentors/service/lock.ts';
import { namesOf } from '../../mentors/service/name.ts';
import { readMentoring } from '../../mentors/service/setting.ts';
import { openPair } from '../../pairs/service/open.ts';
import { alreadyAnswered, answersLater, isFull, learnerTaken, unknownAsk } from '../messages/ask.ts';
import { dueAfter, learnerAnswers, pauses, reminderOf } from '../rules/limit.ts';
import { addMonths } from '../rules/month.ts';
import { askTask, questionTask } from '../wire.ts';
import { type Ask, endAsk, lockRequest, roomOf } from './ask.ts';
import { closeAsks, getOwnWaiting, isAccompanied, type Who } from './request.ts';

/** A question to this mentor, with its request held; somebody else's does not exist. */
async function holdAsk(tx: Tx, { guildId, userId }: Who, askId: number) {
  const found = await tx.mentoringAsk.findFirst({ where: { id: askId, guildId, mentorId: userId }, select: { requestId: true } });
  if (!found) throw unknownAsk();
  await lockRequest(tx, found.requestId);
  const ask = await tx.mentoringAsk.findUnique({ where: { id: askId }, include: { request: true } });
  if (!ask) throw unknownAsk();
  return ask;
}

type Accepted = { outcome: 'paired'; pair: MentoringPair } | { outcome: 'full' | 'taken' };

/**
 * The mentor takes this learner: pair, request and all other questions change together. A mentor whose last seat went meanwhile, or a learner who found
 * somebody, is told so, and what this leaves open goes on.
 */
export const accept = (db: Db, who: Who, askId: number): Promise<MentoringPair> =>
  db
    .$transaction(async (tx): Promise<Accepted> => {
      const { guildId, userId: mentorId, now } = who;
      const found = await tx.mentoringAsk.findFirst({
        where: { id: askId, guildId, mentorId },
        select: { request: { select: { userId: true } } },
      });
      if (!found) throw unknownAsk();
      const learner = { guildId, userId: found.request.userId };
      await lockPerson(tx, learner);
      await lockMentors(tx, guildId, [mentorId]);
      const ask = await holdAsk(tx, who, askId);
      if (ask.state !== 'asked' && ask.state !== 'question') throw alreadyAnswered(ask.state);
      if (await isAccompanied(tx, learner)) {
        await tx.mentoringRequest.update({
          where: { id: ask.requestId },
          data: { state: 'paired', closedAt: now, updatedAt: now },
        });
        await tx.mentoringAsk.update({ where: { id: askId }, data: { answeredAt: now } });
        await closeAsks(tx, [ask.requestId], now);
        return { outcome: 'taken' };
      }
      const { isApproved, seats } = await roomOf(tx, guildId, mentorId);
      if (!isApproved || seats < 1) {
        await tx.mentoringAsk.update({ where: { id: askId }, data: { answeredAt: now } });
        await endAsk(tx, ask, { as: 'closed', why: 'unavailable', now });
        return { outcome: 'full' };
      }
      const pair = await openPair(tx, {
        guildId,
        mentorId,
        learnerId: learner.userId,
        requestId: ask.requestId,
        origin: 'asked',
        score: ask.score,
        reasons: ask.reasons as unknown as Reason[],
        coordinatorId: null,
        createdBy: null,
        now,
      });
      await tx.mentoringAsk.update({
        where: { id: askId },
        data: { state: 'accepted', endedAt: now, answeredAt: now, remindAt: null },
      });
      await tx.mentoringRequest.update({
        where: { id: ask.requestId },
        data: { state: 'paired', closedAt: now, updatedAt: now },
      });
      await closeAsks(tx, [ask.requestId], now);
      if (seats === 1) await enqueue(tx, mentorChanged, { guildId, userId: mentorId }, { key: `${guildId}:${mentorId}` });
      return { outcome: 'paired', pair };
    })
    .then((accepted) => {
      if (accepted.outcome === 'paired') return accepted.pair;
      throw accepted.outcome === 'full' ? isFull() : learnerTaken();
    });

/** Without a reason: nobody has to say why. */
export const decline = (db: Db, who: Who, askId: number): Promise<void> =>
  db.$transaction(async (tx) => {
    const ask = await holdAsk(tx, who, askId);
    if (!(await endAsk(tx, ask, { as: 'declined', why: 'declined', now: who.now }))) throw alreadyAnswered(ask.state);
  });

/** Not now: their own pause, for some months. What else waits for them goes to the next. */
export const pauseFor = (db: Db, { guildId, userId, now }: Who, months: keyof typeof pauses): Promise<Date> =>
  db.$transaction(async (tx) => {
    const { timeZone } = await readSettings(tx, guildId);
    const until = addMonths(todayIn(timeZone, now), pauses[months]);
    await pauseMentor(tx, { guildId, userId, as: 'own', until, now });
    return startOf(until, timeZone);
  });

/** The mentor wants to know more; the clock stands still for them until the answer. */
export const askBack = (db: Db, who: Who, { askId, question }: { askId: number; question: string }): Promise<void> =>
  db.$transaction(async (tx) => {
    const { guildId, now } = who;
    const ask = await holdAsk(tx, who, askId);
    if (ask.state === 'question') throw answersLater();
    if (ask.state !== 'asked') throw alreadyAnswered(ask.state);
    await tx.mentoringAsk.update({
      where: { id: askId },
      data: {
        state: 'question',
        question,
        answer: null,
        answeredAt: now,
        remindAt: null,
        dueAt: new Date(now.getTime() + learnerAnswers),
      },
    });
    await enqueue(tx, questionTask, { guildId, askId }, { key: `${askId}:${now.getTime()}` });
  });

/** Whoever learns answers, and the mentor has as long as at first. */
export const answerBack = (db: Db, who: Who, { askId, answer }: { askId: number; answer: string }): Promise<void> =>
  db.$transaction(async (tx) => {
    const { guildId, userId, now } = who;
    const found = await tx.mentoringAsk.findFirst({ where: { id: askId, guildId, request: { userId } } });
    if (!found) throw unknownAsk();
    await getOwnWaiting(tx, who, found.requestId);
    const ask = await tx.mentoringAsk.findUniqueOrThrow({ where: { id: askId } });
    if (ask.state !== 'question') throw alreadyAnswered(ask.state);
    const dueAt = dueAfter(now, (await readMentoring(tx, guildId)).answerHours);
    await tx.mentoringAsk.update({
      where: { id: askId },
      data: { state: 'asked', answer, askedAt: now, dueAt, reminded: 0, remindAt: reminderOf(now, dueAt, 1) },
    });
    await tx.mentoringRequest.update({ where: { id: found.requestId }, data: { updatedAt: now, remindedAt: null } });
    await enqueue(tx, askTask, { guildId, askId }, { key: `${askId}:${now.getTime()}` });
  });

/** A question as both read it; null when it is nobody's any more. */
export type Question = Ask & {
  request: {
    userId: string;
    goals: string;
    themes: string[];
    skills: string[];
    locale: string;
    state: string;
    languages: string[];
  };
  learner: string;
  mentor: string;
  mentorLocale: string;
};
export async function findQuestion(
  db: Db | Tx,
  { guildId, askId }: { guildId: string; askId: number },
): Promise<Question | null> {
  const ask = await db.mentoringAsk.findFirst({
    where: { id: askId, guildId },
    include: {
      request: { select: { userId: true, goals: true, themes: true, skills: true, locale: true, state: true, languages: true } },
    },
  });
  if (!ask) return null;
  const [names, profile] = await Promise.all([
    namesOf(db, guildId, [ask.request.userId, ask.mentorId]),
    db.mentorProfile.findUnique({ where: { guildId_userId: { guildId, userId: ask.mentorId } }, select: { locale: true } }),
  ]);
  return {
    ...ask,
    learner: names.get(ask.request.userId) ?? '',
    mentor: names.get(ask.mentorId) ?? '',
    mentorLocale: profile?.locale ?? 'fr',
  };
}
