import type { MentoringRequest } from '../../../../prisma/client/client.ts';
import { type Db, enqueue, enqueueAll, isDuplicate, type Tx } from '../../../infra/db.ts';
import { mostChosen, type Theme } from '../../../kernel/mentoring.ts';
import type { Locale } from '../../../kernel/text.ts';
import { avoid, listAvoided, stopAvoiding } from '../../mentors/service/avoid.ts';
import { lockPerson } from '../../mentors/service/lock.ts';
import { badSkills, hasMentor, notMentors, notYours, preferredAvoided, preferredSelf } from '../messages/request.ts';
import { type Detail, keepOrder, readWanted, type Wish, withFirst } from '../rules/request.ts';
import { closedTask, nextTask } from '../wire.ts';

export type Who = { guildId: string; userId: string; now: Date };
export type Request = MentoringRequest;

/** The request of somebody that waits. */
export const findWaiting = (db: Db | Tx, { guildId, userId }: Pick<Who, 'guildId' | 'userId'>): Promise<Request | null> =>
  db.mentoringRequest.findFirst({ where: { guildId, userId, state: 'waiting' } });

/** Locked until the transaction ends. Somebody else's does not exist. */
export async function getOwnWaiting(tx: Tx, { guildId, userId }: Who, requestId: number): Promise<Request> {
  await tx.$queryRaw`SELECT id FROM mentoring_request WHERE id = ${requestId} AND guild_id = ${guildId} AND user_id = ${userId} FOR UPDATE`;
  const request = await tx.mentoringRequest.findFirst({ where: { id: requestId, guildId, userId, state: 'waiting' } });
  if (!request) throw notYours();
  return request;
}

/** True while somebody accompanies them. */
export const isAccompanied = async (db: Db | Tx, { guildId, userId }: Pick<Who, 'guildId' | 'userId'>): Promise<boolean> =>
  (await db.mentoringPair.count({ where: { guildId, learnerId: userId, state: { not: 'ended' } } })) > 0;

export async function requireAlone(db: Db | Tx, who: Pick<Who, 'guildId' | 'userId'>): Promise<void> {
  if (await isAccompanied(db, who)) throw hasMentor();
}

/** The first form. What was asked of mentors goes on; a new wish keeps the order that its themes were given. */
export const saveWish = (db: Db, { who, locale }: { who: Who; locale: Locale }, wish: Wish): Promise<Request> =>
  db
    .$transaction(async (tx) => {
      const { guildId, userId, now } = who;
      const { skills, keys, faults } = readWanted(wish.skills);
      if (faults.length > 0) throw badSkills(faults);
      await lockPerson(tx, who);
      await requireAlone(tx, who);
      const former = await findWaiting(tx, who);
      const data = {
        goals: wish.goals,
        themes: keepOrder(former?.themes ?? [], wish.themes),
        skills,
        skillKeys: keys,
        languages: [...wish.languages],
        availability: [...wish.availability],
        locale,
        updatedAt: now,
        remindedAt: null,
      };
      return former
        ? tx.mentoringRequest.update({ where: { id: former.id }, data })
        : tx.mentoringRequest.create({ data: { ...data, guildId, userId, createdAt: now, ways: ['text', 'voice'] } });
    })
    .catch((error: unknown) => {
      // Only a request that was made by hand elsewhere: it is the one that waits.
      if (isDuplicate(error, 'mentoring_request_one')) return saveWish(db, { who, locale }, wish);
      throw error;
    });

const change = (db: Db, who: Who, data: (request: Request) => Partial<Request>): Promise<Request> =>
  db.$transaction(async (tx) => {
    const found = await findWaiting(tx, who);
    if (!found) throw notYours();
    const request = await getOwnWaiting(tx, who, found.id);
    return tx.mentoringRequest.update({
      where: { id: request.id },
      data: { ...data(request), updatedAt: who.now, remindedAt: null },
    });
  });

export const saveDetail = (db: Db, who: Who, { ways, ...detail }: Detail): Promise<Request> =>
  change(db, who, () => ({ ...detail, ways: [...ways] }));

/** Which of the themes counts most. */
export const setMainTheme = (db: Db, who: Who, theme: Theme): Promise<Request> =>
  change(db, who, ({ themes }) => ({ themes: withFirst(themes, theme) }));

/** It still holds: from a reminder. */
export const keepRequest = (db: Db, who: Who, requestId: number): Promise<Request> =>
  db.$transaction(async (tx) => {
    await getOwnWaiting(tx, who, requestId);
    return tx.mentoringRequest.update({ where: { id: requestId }, data: { updatedAt: who.now, remindedAt: null } });
  });

export type People = { preferredIds: string[]; avoidedIds: string[] };

/** Whom they would like to have, in order, and whom they never want. Private to them. */
export async function findPeople(db: Db, { guildId, userId }: Who, requestId: number): Promise<People> {
  const [preferred, avoided] = await Promise.all([
    db.mentoringPreference.findMany({ where: { requestId }, orderBy: { place: 'asc' } }),
    listAvoided(db, { guildId, userId }),
  ]);
  return { preferredIds: preferred.map(({ mentorId }) => mentorId), avoidedIds: avoided.map((one) => one.userId) };
}

/** Every problem at once. Whoever is avoided from now on is not asked any more. */
export const savePeople = (db: Db, who: Who, people: People): Promise<Request> =>
  db.$transaction(async (tx) => {
    const { guildId, userId, now } = who;
    const found = await findWaiting(tx, who);
    if (!found) throw notYours();
    const { id: requestId } = await getOwnWaiting(tx, who, found.id);
    const preferredIds = [...new Set(people.preferredIds)].slice(0, mostChosen);
    const avoidedIds = [...new Set(people.avoidedIds)];
    if ([...preferredIds, ...avoidedIds].includes(userId)) throw preferredSelf();
    if (preferredIds.some((id) => avoidedIds.includes(id))) throw preferredAvoided();
    const mentors = await tx.mentorProfile.findMany({
      where: { guildId, userId: { in: preferredIds }, state: { in: ['approved', 'paused'] } },
      select: { userId: true },
    });
    const others = preferredIds.filter((id) => !mentors.some((mentor) => mentor.userId === id));
    if (others.length > 0) throw notMentors(others);
    await tx.mentoringPreference.deleteMany({ where: { requestId } });
    await tx.mentoringPreference.createMany({
      data: preferredIds.map((mentorId, index) => ({ requestId, guildId, mentorId, place: index + 1 })),
    });
    const former = (await tx.mentoringAvoid.findMany({ where: { guildId, userId, wasPaired: false } })).map(
      (one) => one.avoidedId,
    );
    await stopAvoiding(
      tx,
      who,
      former.filter((id) => !avoidedIds.includes(id)),
    );
    await avoid(tx, { guildId, userId, avoidedIds: avoidedIds.filter((id) => !former.includes(id)), now });
    const dropped = await tx.mentoringAsk.findMany({
      where: { requestId, mentorId: { in: avoidedIds }, state: { in: ['queued', 'asked', 'question'] } },
    });
    for (const ask of dropped) await dropAsk(tx, ask, now);
    return tx.mentoringRequest.update({ where: { id: requestId }, data: { updatedAt: now, remindedAt: null } });
  });

/** The mentor is not asked, or need not answer any more; whoever comes next is asked. The request is locked. */
export async function dropAsk(
  tx: Tx,
  { id: askId, guildId, requestId, state }: { id: number; guildId: string; requestId: number; state: string },
  now: Date,
): Promise<void> {
  await tx.mentoringAsk.update({ where: { id: askId }, data: { state: 'closed', endedAt: now, remindAt: null } });
  if (state === 'queued') return;
  await enqueue(tx, closedTask, { guildId, askId }, { key: String(askId) });
  await enqueue(tx, nextTask, { guildId, requestId, askId, why: 'dropped' }, { key: String(askId) });
}

/** Closes what waits of these learners; mentors who were asked are told that they need not answer. Requests are locked in the order of their ids. */
export async function closeRequests(
  tx: Tx,
  {
    guildId,
    learnerIds,
    as,
    now,
  }: { guildId: string; learnerIds: readonly string[]; as: 'paired' | 'withdrawn' | 'expired'; now: Date },
): Promise<number[]> {
  const held = await tx.$queryRaw<{ id: number }[]>`
    SELECT id FROM mentoring_request WHERE guild_id = ${guildId} AND user_id = ANY (${[...learnerIds]}::text[]) AND state = 'waiting'
    ORDER BY id FOR UPDATE`;
  const ids = held.map(({ id }) => id);
  if (ids.length === 0) return ids;
  await tx.mentoringRequest.updateMany({ where: { id: { in: ids } }, data: { state: as, closedAt: now, updatedAt: now } });
  await closeAsks(tx, ids, now);
  return ids;
}

/** Of requests that are locked. A mentor who accepted is not told. */
export async function closeAsks(tx: Tx, requestIds: readonly number[], now: Date): Promise<void> {
  const open = { requestId: { in: [...requestIds] } };
  const told = await tx.mentoringAsk.findMany({
    where: { ...open, state: { in: ['asked', 'question'] } },
    orderBy: { id: 'asc' },
  });
  await tx.mentoringAsk.updateMany({
    where: { ...open, state: { in: ['queued', 'asked', 'question'] } },
    data: { state: 'closed', endedAt: now, remindAt: null },
  });
  await enqueueAll(
    tx,
    closedTask,
    told.map(({ id: askId, guildId }) => ({ payload: { guildId, askId }, key: String(askId) })),
  );
}

/** Their own request: they no longer look for a mentor. */
export const withdrawRequest = (db: Db, who: Who, requestId: number): Promise<void> =>
  db.$transaction(async (tx) => {
    const { guildId, userId, now } = who;
    await getOwnWaiting(tx, who, requestId);
    await closeRequests(tx, { guildId, learnerIds: [userId], as: 'withdrawn', now });
  });

/** After a pair that ended: the same wish again, as it was; null when none is known. Never with the same person, whom both now avoid. */
export const askAgain = (db: Db, who: Who, pairId: number): Promise<Request | null> =>
  db.$transaction(async (tx) => {
    const { guildId, userId, now } = who;
    const pair = await tx.mentoringPair.findFirst({ where: { id: pairId, guildId, learnerId: userId } });
    if (!pair) throw notYours();
    await lockPerson(tx, who);
    await requireAlone(tx, who);
    const waiting = await findWaiting(tx, who);
    if (waiting) return waiting;
    const former =
      (pair.requestId && (await tx.mentoringRequest.findFirst({ where: { id: pair.requestId, guildId, userId } }))) ||
      (await tx.mentoringRequest.findFirst({ where: { guildId, userId }, orderBy: { id: 'desc' } }));
    if (!former) return null;
    const { id: _id, closedAt: _closed, remindedAt: _reminded, ...said } = former;
    return tx.mentoringRequest.create({ data: { ...said, state: 'waiting', createdAt: now, updatedAt: now } });
  });

/** Whoever it belongs to, whatever became of it. */
export const findRequest = (db: Db, { guildId, requestId }: { guildId: string; requestId: number }): Promise<Request | null> =>
  db.mentoringRequest.findFirst({ where: { id: requestId, guildId } });

/** Their own, to be looked at; nobody else's exists. */
export async function getWaiting(db: Db, { guildId, userId }: Who, requestId: number): Promise<Request> {
  const request = await db.mentoringRequest.findFirst({ where: { id: requestId, guildId, userId, state: 'waiting' } });
  if (!request) throw notYours();
  return request;
}

/** Which of the two of a pair that ended may go on: nobody who left the server or mentoring, nor who is in another pair or request by now. */
export async function freeAfter(
  db: Db,
  { guildId, mentorId, learnerId }: { guildId: string; mentorId: string | null; learnerId: string | null },
): Promise<{ learner: boolean; mentor: boolean }> {
  const people = [mentorId, learnerId].filter((id) => id !== null);
  const [present, profile, waits, busy] = await Promise.all([
    db.member.findMany({ where: { guildId, userId: { in: people }, leftAt: null }, select: { userId: true } }),
    mentorId === null ? 0 : db.mentorProfile.count({ where: { guildId, userId: mentorId, state: 'approved' } }),
    learnerId === null ? 0 : db.mentoringRequest.count({ where: { guildId, userId: learnerId, state: 'waiting' } }),
    learnerId === null ? true : isAccompanied(db, { guildId, userId: learnerId }),
  ]);
  const isHere = (id: string | null) => present.some(({ userId }) => userId === id);
  return { learner: isHere(learnerId) && !busy && waits === 0, mentor: isHere(mentorId) && profile > 0 };
}
