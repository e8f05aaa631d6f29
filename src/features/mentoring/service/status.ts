import type { MentoringPair } from '../../../../prisma/client/client.ts';
import type { Db } from '../../../infra/db.ts';
import { namesOf } from '../../mentors/service/name.ts';
import { findQuestion, type Question } from './answer.ts';
import { type Ask, open } from './ask.ts';
import { findWaiting, type Request, type Who } from './request.ts';

/** A mentor of one's own queue, by name. */
export type Asked = Ask & { name: string };
export type Own = { request: Request; asks: Asked[] };

/** Somebody's own request with whom it asks, in order; null without one. */
export async function ownRequest(db: Db, who: Who): Promise<Own | null> {
  const request = await findWaiting(db, who);
  if (!request) return null;
  const asks = await db.mentoringAsk.findMany({
    where: { requestId: request.id, state: { in: [...open] } },
    orderBy: { place: 'asc' },
  });
  const names = await namesOf(
    db,
    who.guildId,
    asks.map(({ mentorId }) => mentorId),
  );
  return { request, asks: asks.map((ask) => ({ ...ask, name: names.get(ask.mentorId) ?? '' })) };
}

/** Questions to this mentor that wait, the first due first. */
export async function waitingFor(db: Db, { guildId, userId }: Pick<Who, 'guildId' | 'userId'>): Promise<Question[]> {
  const asks = await db.mentoringAsk.findMany({
    where: { guildId, mentorId: userId, state: { in: ['asked', 'question'] } },
    orderBy: [{ state: 'asc' }, { dueAt: 'asc' }],
    select: { id: true },
    take: 5,
  });
  const found = await Promise.all(asks.map(({ id }) => findQuestion(db, { guildId, askId: id })));
  return found.filter((one) => one !== null);
}

/** Of them, those that wait for an answer of the mentor. */
export const countWaiting = (db: Db, { guildId, userId }: Pick<Who, 'guildId' | 'userId'>): Promise<number> =>
  db.mentoringAsk.count({ where: { guildId, mentorId: userId, state: 'asked' } });

/** A pair as one of the two sees it. */
export type OwnPair = Pick<MentoringPair, 'id' | 'state' | 'threadId' | 'createdAt'> & { other: string; asMentor: boolean };

export async function pairsFor(db: Db, { guildId, userId }: Pick<Who, 'guildId' | 'userId'>): Promise<OwnPair[]> {
  const found = await db.mentoringPair.findMany({
    where: { guildId, state: { not: 'ended' }, OR: [{ mentorId: userId }, { learnerId: userId }] },
    orderBy: { id: 'asc' },
  });
  const otherOf = ({ mentorId, learnerId }: MentoringPair) => (mentorId === userId ? learnerId : mentorId) ?? '';
  const names = await namesOf(db, guildId, found.map(otherOf));
  return found.map((pair) => ({
    id: pair.id,
    state: pair.state,
    threadId: pair.threadId,
    createdAt: pair.createdAt,
    asMentor: pair.mentorId === userId,
    other: names.get(otherOf(pair)) ?? '',
  }));
}

export type Status = { own: Own | null; waiting: Question[]; pairs: OwnPair[]; mentor: string | null };

export async function statusOf(db: Db, who: Who): Promise<Status> {
  const { guildId, userId } = who;
  const [own, waiting, pairs, profile] = await Promise.all([
    ownRequest(db, who),
    waitingFor(db, who),
    pairsFor(db, who),
    db.mentorProfile.findUnique({ where: { guildId_userId: { guildId, userId } }, select: { state: true } }),
  ]);
  return { own, waiting, pairs, mentor: profile?.state ?? null };
}
