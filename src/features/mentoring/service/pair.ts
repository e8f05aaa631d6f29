import type { MentoringPair } from '../../../../prisma/client/client.ts';
import { type Db, enqueue, type Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import { type Fit, type MatchedLearner, mentorChanged, type Slot } from '../../../kernel/mentoring.ts';
import { lockMentors, lockPerson } from '../../mentors/service/lock.ts';
import { namesOf } from '../../mentors/service/name.ts';
import { openPair } from '../../pairs/service/open.ts';
import { cannotPair } from '../messages/pair.ts';
import { defaultWeighing, fitOf, leastScore } from '../rules/score.ts';
import { commonSlots } from '../rules/time.ts';
import { roomOf } from './ask.ts';
import { readMatched, readRarity } from './matched.ts';
import { closeRequests, findWaiting, isAccompanied } from './request.ts';

/** Why two people can't be paired; `apart` says nothing of who avoids whom. */
export type Hindrance = 'same' | 'mentor' | 'full' | 'accompanied' | 'apart' | 'gone';
export type Doubt = 'request' | 'language' | 'time' | 'low';
type Two = { guildId: string; mentorId: string; learnerId: string };

export type Preview = Two & {
  mentor: string;
  learner: string;
  requestId: number | null;
  fit: Fit | null;
  slots: Slot[];
  doubts: Doubt[];
  hindrance: Hindrance | null;
};

async function hindranceOf(tx: Tx, { guildId, mentorId, learnerId }: Two): Promise<Hindrance | null> {
  if (mentorId === learnerId) return 'same';
  const { isApproved, seats } = await roomOf(tx, guildId, mentorId);
  if (!isApproved) return 'mentor';
  const apart = {
    guildId,
    OR: [
      { userId: mentorId, avoidedId: learnerId },
      { userId: learnerId, avoidedId: mentorId },
    ],
  };
  if ((await tx.mentoringAvoid.count({ where: apart })) > 0) return 'apart';
  if (await isAccompanied(tx, { guildId, userId: learnerId })) return 'accompanied';
  if (seats < 1) return 'full';
  return (await tx.member.count({ where: { guildId, userId: learnerId, leftAt: null } })) === 0 ? 'gone' : null;
}

/** What is known of somebody who asked for nothing: their course and campus. */
async function silentLearner(tx: Tx, { guildId, learnerId: userId }: Two): Promise<MatchedLearner> {
  const last = await tx.promoMember.findFirst({
    where: { guildId, userId, part: 'learner' },
    select: { promo: { select: { courseId: true, campusId: true } } },
    orderBy: { id: 'desc' },
  });
  return {
    id: userId,
    themes: [],
    skills: [],
    languages: [],
    hours: new Set(),
    ways: [],
    city: null,
    department: null,
    avoids: [],
    course: last?.promo.courseId ?? null,
    campus: last?.promo.campusId ?? null,
    stage: null,
    preferred: [],
    waitingDays: 0,
  };
}

async function fitting(tx: Tx, two: Two, now: Date) {
  const { guildId, mentorId, learnerId } = two;
  const { mentors, learners, weeks } = await readMatched(tx, guildId, {
    mentorIds: [mentorId],
    learnerIds: [learnerId],
    now,
  });
  const [mentor] = mentors;
  const [asked] = learners;
  const said = asked ?? (await silentLearner(tx, two));
  // Without a request nothing is known of their languages: the score counts the rest.
  const learner = asked || !mentor ? said : { ...said, languages: mentor.languages };
  // Staff see the score of a pair that the matching would not propose.
  const weighing = { ...defaultWeighing, minimum: 0, offsetMinutes: weeks.get(learnerId)?.offset ?? 0 };
  const fit = mentor ? fitOf(learner, mentor, await readRarity(tx, guildId, learner), weighing) : null;
  const none = { availability: [], offset: 0 };
  const slots = commonSlots(weeks.get(learnerId) ?? none, weeks.get(mentorId) ?? none);
  const doubts: Doubt[] = [
    ...(asked ? [] : ['request' as const]),
    ...(asked && mentor && !asked.languages.some((one) => mentor.languages.includes(one)) ? ['language' as const] : []),
    ...(asked && slots.length === 0 ? ['time' as const] : []),
    ...(asked && fit && fit.score < leastScore ? ['low' as const] : []),
  ];
  return { fit, slots, doubts, requestId: asked?.requestId ?? null };
}

/** What staff see before they pair two people. */
export const previewPair = (db: Db, two: Two, now: Date): Promise<Preview> =>
  db.$transaction(async (tx) => {
    const { guildId, mentorId, learnerId } = two;
    const hindrance = await hindranceOf(tx, two);
    const found = await fitting(tx, two, now);
    const names = await namesOf(tx, guildId, [mentorId, learnerId]);
    return { ...two, ...found, hindrance, mentor: names.get(mentorId) ?? mentorId, learner: names.get(learnerId) ?? learnerId };
  });

/** Staff pair them; what the learner waited for is closed. */
export const pairByHand = (
  db: Db,
  { guildId, actorId, now }: Change,
  { mentorId, learnerId }: { mentorId: string; learnerId: string },
): Promise<MentoringPair> =>
  db.$transaction(async (tx) => {
    const two = { guildId, mentorId, learnerId };
    await lockPerson(tx, { guildId, userId: learnerId });
    await lockMentors(tx, guildId, [mentorId]);
    const hindrance = await hindranceOf(tx, two);
    if (hindrance) throw cannotPair(hindrance);
    const { fit, slots } = await fitting(tx, two, now);
    const request = await findWaiting(tx, { guildId, userId: learnerId });
    const { seats } = await roomOf(tx, guildId, mentorId);
    await closeRequests(tx, { guildId, learnerIds: [learnerId], as: 'paired', now });
    const pair = await openPair(tx, {
      ...two,
      requestId: request?.id ?? null,
      origin: 'staff',
      score: fit?.score ?? null,
      reasons: fit?.reasons.map((reason) => (reason.part === 'time' ? { ...reason, items: slots } : reason)) ?? null,
      coordinatorId: null,
      createdBy: actorId,
      now,
    });
    if (seats === 1) await enqueue(tx, mentorChanged, { guildId, userId: mentorId }, { key: `${guildId}:${mentorId}` });
    return pair;
  });

/** A request of which staff look for a mentor; null once it waits no more. */
export const findRequestOf = (db: Db, guildId: string, requestId: number) =>
  db.mentoringRequest.findFirst({ where: { id: requestId, guildId, state: 'waiting' } });
