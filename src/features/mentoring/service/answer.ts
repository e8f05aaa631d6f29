import type { MentoringPair } from '../../../../prisma/client/client.ts';
import { type Db, enqueue, type Prisma, type Tx } from '../../../infra/db.ts';
import { readSettings } from '../../../infra/settings.ts';
import { startOf, todayIn } from '../../../kernel/day.ts';
import { mentorChanged, type Reason, type Slot } from '../../../kernel/mentoring.ts';
import { areApart } from '../../mentors/service/avoid.ts';
import { pauseMentor } from '../../mentors/service/hold.ts';
import { lockMentors, lockPerson } from '../../mentors/service/lock.ts';
import { namesOf } from '../../mentors/service/name.ts';
import { readMentoring } from '../../mentors/service/setting.ts';
import { openPair } from '../../pairs/service/open.ts';
import { alreadyAnswered, answersLater, isFull, learnerTaken, unknownAsk } from '../messages/ask.ts';
import { badSkills } from '../messages/request.ts';
import { dueAfter, learnerAnswers, pauses, reminderOf } from '../rules/limit.ts';
import { addMonths } from '../rules/month.ts';
import { keepOrder, readWanted, type Wish } from '../rules/request.ts';
import { commonSlots, offsetOf } from '../rules/time.ts';
import { askTask, questionTask } from '../wire.ts';
import { type Ask, atWork, endAsk, lockRequest, roomOf } from './ask.ts';
import { fitting, keptOf } from './fit.ts';
import { closeAsks, closeRequests, getOwnWaiting, hasGone, isAccompanied, type Request, type Who } from './request.ts';

/** A question to this mentor, with its request held; somebody else's does not exist. */
async function holdAsk(tx: Tx, { guildId, userId }: Who, askId: number) {
  const found = await tx.mentoringAsk.findFirst({ where: { id: askId, guildId, mentorId: userId }, select: { requestId: true } });
  if (!found) throw unknownAsk();
  await lockRequest(tx, found.requestId);
  const ask = await tx.mentoringAsk.findUnique({ where: { id: askId }, include: { request: true } });
  if (!ask) throw unknownAsk();
  return ask;
}

type HeldAsk = Awaited<ReturnType<typeof holdAsk>>;

/** True for a question whose time is over, but which nobody else has by now: a yes is still the best that can happen to whoever waits. */
const isLate = async (tx: Tx, { id, state, requestId, request }: HeldAsk): Promise<boolean> =>
  state === 'expired' &&
  request.state === 'waiting' &&
  (await tx.mentoringAsk.count({ where: { requestId, id: { not: id }, state: { in: [...atWork] } } })) === 0;

const recordAnswer = (tx: Tx, { id }: HeldAsk, now: Date) => tx.mentoringAsk.update({ where: { id }, data: { answeredAt: now } });

type Refused = 'full' | 'taken' | 'unavailable' | 'late';
type Accepted = { outcome: 'paired'; pair: MentoringPair } | { outcome: Refused };
const refusals: Record<Refused, () => Error> = {
  full: isFull,
  taken: learnerTaken,
  // Who avoids whom is said to neither.
  unavailable: () => alreadyAnswered('closed'),
  late: () => alreadyAnswered('expired'),
};

/**
 * The mentor takes this learner: pair, request and all other questions change together. A mentor whose last seat went meanwhile, or a learner who found
 * somebody or left, is told so, and what this leaves open goes on.
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
      if (ask.state === 'expired' && !(await isLate(tx, ask))) {
        await recordAnswer(tx, ask, now);
        return { outcome: 'late' };
      }
      if (ask.state !== 'asked' && ask.state !== 'question' && ask.state !== 'expired') throw alreadyAnswered(ask.state);
      if (await isAccompanied(tx, learner)) {
        await tx.mentoringRequest.update({
          where: { id: ask.requestId },
          data: { state: 'paired', closedAt: now, updatedAt: now },
        });
        await recordAnswer(tx, ask, now);
        await closeAsks(tx, [ask.requestId], now);
        return { outcome: 'taken' };
      }
      if (await hasGone(tx, learner)) {
        await recordAnswer(tx, ask, now);
        await closeRequests(tx, { guildId, learnerIds: [learner.userId], as: 'withdrawn', now });
        return { outcome: 'unavailable' };
      }
      if (await areApart(tx, { guildId, one: mentorId, other: learner.userId })) {
        await recordAnswer(tx, ask, now);
        await endAsk(tx, ask, { as: 'closed', why: 'unavailable', now });
        return { outcome: 'unavailable' };
      }
      const { isApproved, seats } = await roomOf(tx, guildId, mentorId);
      if (!isApproved || seats < 1) {
        await recordAnswer(tx, ask, now);
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
      throw refusals[accepted.outcome]();
    });

/** Without a reason: nobody has to say why. */
export async function decline(db: Db, who: Who, askId: number): Promise<void> {
  const state = await db.$transaction(async (tx) => {
    const ask = await holdAsk(tx, who, askId);
    if (await endAsk(tx, ask, { as: 'declined', why: 'declined', now: who.now })) return null;
    // Late is not silent.
    if (ask.state === 'expired') await recordAnswer(tx, ask, who.now);
    return ask.state;
  });
  if (state !== null) throw alreadyAnswered(state);
}

/** Not now: their own pause, for some months. What else waits for them goes to the next. */
export const pauseFor = (db: Db, { guildId, userId, now }: Who, months: keyof typeof pauses): Promise<Date> =>
  db.$transaction(async (tx) => {
    const { timeZone } = await readSettings(tx, guildId);
    const until = addMonths(todayIn(timeZone, now), pauses[months]);
    await pauseMentor(tx, { guildId, userId, as: 'own', until, now });
    return startOf(until, timeZone);
  });

/** The mentor wants to know more; the clock stands still for them until the answer. */
export async function askBack(db: Db, who: Who, { askId, question }: { askId: number; question: string }): Promise<void> {
  const isTooLate = await db.$transaction(async (tx) => {
    const { guildId, now } = who;
    const ask = await holdAsk(tx, who, askId);
    if (ask.state === 'question') throw answersLater();
    if (ask.state === 'expired') {
      await recordAnswer(tx, ask, now);
      return true;
    }
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
    return false;
  });
  if (isTooLate) throw alreadyAnswered('expired');
}

function rewritten(former: Request, { goals, themes, skills: typed, availability }: Omit<Wish, 'languages'>) {
  const { skills, keys, faults } = readWanted(typed);
  if (faults.length > 0) throw badSkills(faults);
  return { goals, themes: keepOrder(former.themes, themes), skills, skillKeys: keys, availability: [...availability] };
}

/** What was asked for may be said better with an answer; in which languages stays. */
export type Reply = { askId: number; answer: string; wish: Omit<Wish, 'languages'> | null };

/** Whoever learns answers, and the mentor has as long as at first, to read what is asked for now and why it is them. */
export const answerBack = (db: Db, who: Who, { askId, answer, wish }: Reply): Promise<void> =>
  db.$transaction(async (tx) => {
    const { guildId, userId, now } = who;
    const found = await tx.mentoringAsk.findFirst({ where: { id: askId, guildId, request: { userId } } });
    if (!found) throw unknownAsk();
    const request = await getOwnWaiting(tx, who, found.requestId);
    const ask = await tx.mentoringAsk.findUniqueOrThrow({ where: { id: askId } });
    if (ask.state !== 'question') throw alreadyAnswered(ask.state);
    const dueAt = dueAfter(now, (await readMentoring(tx, guildId)).answerHours);
    await tx.mentoringAsk.update({
      where: { id: askId },
      data: { state: 'asked', answer, askedAt: now, dueAt, reminded: 0, remindAt: reminderOf(now, dueAt, 1) },
    });
    await tx.mentoringRequest.update({
      where: { id: found.requestId },
      data: { ...(wish && rewritten(request, wish)), updatedAt: now, remindedAt: null },
    });
    const { fit, slots } = await fitting(tx, { guildId, mentorId: ask.mentorId, learnerId: userId }, now);
    if (wish && fit)
      await tx.mentoringAsk.update({
        where: { id: askId },
        data: { score: fit.score, reasons: keptOf(fit, slots) as unknown as Prisma.InputJsonValue },
      });
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
    availability: string[];
  };
  /** Parts of the mentor's own week, in their own zone, in which whoever learns has time too. */
  mentorSlots: Slot[];
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
      request: {
        select: {
          userId: true,
          goals: true,
          themes: true,
          skills: true,
          locale: true,
          state: true,
          languages: true,
          availability: true,
          timeZone: true,
        },
      },
    },
  });
  if (!ask) return null;
  const [names, profile, guild] = await Promise.all([
    namesOf(db, guildId, [ask.request.userId, ask.mentorId]),
    db.mentorProfile.findUnique({
      where: { guildId_userId: { guildId, userId: ask.mentorId } },
      select: { locale: true, availability: true, timeZone: true },
    }),
    db.guild.findUnique({ where: { id: guildId }, select: { timeZone: true } }),
  ]);
  const at = ask.askedAt ?? ask.dueAt;
  const weekOf = ({ availability, timeZone }: { availability: string[]; timeZone: string | null }) => ({
    availability,
    offset: at ? offsetOf(timeZone ?? guild?.timeZone ?? 'Europe/Paris', at) : 0,
  });
  return {
    ...ask,
    learner: names.get(ask.request.userId) ?? '',
    mentor: names.get(ask.mentorId) ?? '',
    mentorLocale: profile?.locale ?? 'fr',
    mentorSlots: profile && at ? commonSlots(weekOf(profile), weekOf(ask.request)) : [],
  };
}
