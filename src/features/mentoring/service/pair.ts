import type { MentoringPair } from '../../../../prisma/client/client.ts';
import { type Db, enqueue, type Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import { type Fit, mentorChanged, type Slot } from '../../../kernel/mentoring.ts';
import { areApart } from '../../mentors/service/avoid.ts';
import { lockMentors, lockPerson } from '../../mentors/service/lock.ts';
import { namesOf } from '../../mentors/service/name.ts';
import { openPair } from '../../pairs/service/open.ts';
import { cannotPair } from '../messages/pair.ts';
import { roomOf } from './ask.ts';
import { type Doubt, fitting, keptOf, type Two } from './fit.ts';
import { closeRequests, findWaiting, isAccompanied } from './request.ts';

/** Why two people can't be paired; `apart` says nothing of who avoids whom. */
export type Hindrance = 'same' | 'mentor' | 'full' | 'accompanied' | 'apart' | 'gone';

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
  if (await isAccompanied(tx, { guildId, userId: learnerId })) return 'accompanied';
  if (seats < 1) return 'full';
  if ((await tx.member.count({ where: { guildId, userId: learnerId, leftAt: null } })) === 0) return 'gone';
  // The last: of a pair that could not be anyhow nothing is let out.
  return (await areApart(tx, { guildId, one: mentorId, other: learnerId })) ? 'apart' : null;
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
      reasons: fit ? keptOf(fit, slots) : null,
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
