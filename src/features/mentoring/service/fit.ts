import type { Tx } from '../../../infra/db.ts';
import type { Fit, MatchedLearner, Reason, Slot } from '../../../kernel/mentoring.ts';
import { defaultWeighing, fitOf, leastScore } from '../rules/score.ts';
import { commonSlots } from '../rules/time.ts';
import { readMatched, readRarity } from './matched.ts';

export type Doubt = 'request' | 'language' | 'time' | 'low';
export type Two = { guildId: string; mentorId: string; learnerId: string };

/** The reasons as a row keeps them: parts of the week as the learner chose them. */
export const keptOf = ({ reasons }: Fit, slots: readonly Slot[]): Reason[] =>
  reasons.map((reason) => (reason.part === 'time' ? { ...reason, items: slots } : reason));

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

/** How well two people fit, whether the matching would propose it or not, with what is doubtful of it. */
export async function fitting(tx: Tx, two: Two, now: Date) {
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
