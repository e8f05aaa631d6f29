import type { Db } from '../../../infra/db.ts';
import { flashGone, flashLeft, flashNotMentor, flashNotYours, type Wish } from '../messages/flash.ts';
import { askMentors, type Flash, type FlashKey, lockFlash, promiseAsks, settleFlashes } from './ask.ts';
import { areApart, isMentor, type Who } from './who.ts';

/** What one mentor was asked, and what became of it since. */
export type FlashAsk = { flash: Flash; state: 'asked' | 'passed' | 'taken' | 'closed'; locale: string };

export async function findAsk(db: Db, { guildId, flashId, userId }: FlashKey & { userId: string }): Promise<FlashAsk | null> {
  const ask = await db.mentoringFlashAsk.findUnique({
    where: { flashId_mentorId: { flashId, mentorId: userId }, guildId },
    include: { flash: true },
  });
  if (!ask) return null;
  const profile = await db.mentorProfile.findUnique({ where: { guildId_userId: { guildId, userId } }, select: { locale: true } });
  return { flash: ask.flash, state: ask.state, locale: profile?.locale ?? 'fr' };
}

/** Where a mentor was told: to be edited once it is over. */
export const toldAt = (db: Db, { guildId, userId, key }: { guildId: string; userId: string; key: string }) =>
  db.notice.findUnique({
    where: { guildId_userId_key: { guildId, userId, key } },
    select: { channelId: true, messageId: true, via: true },
  });

/** The message says how it ended: it need not be remembered longer than others. */
export const settleNotice = (db: Db, { guildId, userId, key }: { guildId: string; userId: string; key: string }) =>
  db.notice.updateMany({ where: { guildId, userId, key }, data: { lasting: false } });

/**
 * The first who takes it has it; who presses twice has it once. Throws `circles.flash_not_yours`, `circles.flash_taken`, `circles.flash_left`,
 * `circles.flash_not_mentor`.
 */
export const takeFlash = (db: Db, { guildId, userId, now }: Who, flashId: number): Promise<Flash> =>
  db.$transaction(async (tx) => {
    const flash = await lockFlash(tx, { guildId, flashId });
    const ask = flash && (await tx.mentoringFlashAsk.findUnique({ where: { flashId_mentorId: { flashId, mentorId: userId } } }));
    if (!flash || !ask) throw flashNotYours();
    if (flash.state === 'taken' && flash.mentorId === userId) return flash;
    if (flash.state !== 'open' || flash.learnerId === null) throw flashGone();
    // The direct message that asked them stays when they leave the server.
    if ((await tx.member.count({ where: { guildId, userId, leftAt: { not: null } } })) > 0) throw flashLeft();
    if (!(await isMentor(tx, { guildId, userId }))) throw flashNotMentor();
    // They may have chosen to avoid each other since.
    if (await areApart(tx, { guildId, one: userId, other: flash.learnerId })) throw flashGone();
    await tx.mentoringFlashAsk.update({ where: { flashId_mentorId: { flashId, mentorId: userId } }, data: { state: 'taken' } });
    const taken = await tx.mentoringFlash.update({
      where: { id: flashId },
      data: { state: 'taken', mentorId: userId, takenAt: now },
    });
    await promiseAsks(tx, [{ guildId, flashId, userId }]);
    await settleFlashes(tx, [taken]);
    return taken;
  });

/** Not this time, and nothing is asked again: another mentor is, while it waits. Throws `circles.flash_not_yours`. */
export const passFlash = (db: Db, { guildId, userId, now }: Who, flashId: number): Promise<void> =>
  db.$transaction(async (tx) => {
    const flash = await lockFlash(tx, { guildId, flashId });
    const passed = { flashId, guildId, mentorId: userId };
    const { count } = await tx.mentoringFlashAsk.updateMany({
      where: { ...passed, state: { in: ['asked', 'closed'] } },
      data: { state: 'passed' },
    });
    if (!flash || (count === 0 && (await tx.mentoringFlashAsk.count({ where: passed })) === 0)) throw flashNotYours();
    await promiseAsks(tx, [{ guildId, flashId, userId }]);
    if (count > 0 && flash.state === 'open') await askMentors(tx, flash, now);
  });

export async function wishOf(db: Db, { guildId, userId }: Pick<Who, 'guildId' | 'userId'>): Promise<Wish> {
  const row = await db.mentoringFlashWish.findUnique({ where: { guildId_userId: { guildId, userId } } });
  return row?.wish ?? 'weekly';
}

/** How often a mentor wants to be asked. With `never`, what waits for them is passed to others. */
export const setWish = (db: Db, { guildId, userId, now }: Who, wish: Wish): Promise<void> =>
  db.$transaction(async (tx) => {
    const waiting = { guildId, state: 'open' as const, asks: { some: { mentorId: userId, state: 'asked' as const } } };
    const ids = (await tx.mentoringFlash.findMany({ where: waiting, select: { id: true } })).map(({ id }) => id);
    await tx.$queryRaw`SELECT 1 FROM mentoring_flash WHERE id = ANY (${ids}::integer[]) ORDER BY id FOR UPDATE`;
    const kept = { wish, updatedAt: now };
    await tx.mentoringFlashWish.upsert({
      where: { guildId_userId: { guildId, userId } },
      update: kept,
      create: { guildId, userId, ...kept },
    });
    if (wish !== 'never') return;
    await tx.mentoringFlashAsk.updateMany({
      where: { flashId: { in: ids }, mentorId: userId, state: 'asked' },
      data: { state: 'passed' },
    });
    await promiseAsks(
      tx,
      ids.map((flashId) => ({ guildId, flashId, userId })),
    );
    const open = await tx.mentoringFlash.findMany({ where: { id: { in: ids }, state: 'open' }, orderBy: { id: 'asc' } });
    for (const flash of open) await askMentors(tx, flash, now);
  });

/** Listed at once; with at most two a day, open for two, there are no more. */
const listed = 3;

/** What waits for a mentor's answer, the oldest first. */
export const waitingAsks = (db: Db, { guildId, userId }: Pick<Who, 'guildId' | 'userId'>): Promise<Flash[]> =>
  db.mentoringFlash.findMany({
    where: { guildId, state: 'open', asks: { some: { mentorId: userId, state: 'asked' } } },
    orderBy: { id: 'asc' },
    take: listed,
  });

/** What a mentor took and is to be done. */
export const takenBy = (db: Db, { guildId, userId }: Pick<Who, 'guildId' | 'userId'>): Promise<Flash[]> =>
  db.mentoringFlash.findMany({ where: { guildId, mentorId: userId, state: 'taken' }, orderBy: { id: 'asc' }, take: listed });

/** True for who has or had a profile that staff approved: the choice is theirs, also while paused. */
export const hasProfile = async (db: Db, { guildId, userId }: Pick<Who, 'guildId' | 'userId'>): Promise<boolean> =>
  (await db.mentorProfile.count({ where: { guildId, userId, state: { in: ['approved', 'paused'] } } })) > 0;
