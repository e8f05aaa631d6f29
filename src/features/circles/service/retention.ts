import type { Db, Tx } from '../../../infra/db.ts';
import { readSettings } from '../../../infra/settings.ts';
import { type Theme, themes } from '../../../kernel/mentoring.ts';
import { day } from '../../../kernel/time.ts';
import { lockAllOf } from '../../mentors/service/lock.ts';
import { lockFlash, promiseRoom, settleFlashes } from './ask.ts';
import { lockCircle, promiseCircle, promiseNews } from './circle.ts';
import { fillCircle } from './place.ts';

const isTheme = (theme: string): theme is Theme => Object.hasOwn(themes, theme);

/** For how long names and words are kept after the end. */
const kept = 365 * day;

/** All that is kept of somebody here; the others' names are theirs. */
export async function exportCircles(db: Db, guildId: string, userId: string): Promise<Record<string, unknown>> {
  const own = { guildId, userId };
  const [asked, taken, ended, asks, wish, led, made, places, meetings, reports, handled] = await Promise.all([
    db.mentoringFlash.findMany({ where: { guildId, learnerId: userId }, orderBy: { id: 'asc' } }),
    db.mentoringFlash.findMany({ where: { guildId, mentorId: userId }, orderBy: { id: 'asc' } }),
    db.mentoringFlash.count({ where: { guildId, endedBy: userId } }),
    db.mentoringFlashAsk.findMany({ where: { guildId, mentorId: userId }, orderBy: { flashId: 'asc' } }),
    db.mentoringFlashWish.findUnique({ where: { guildId_userId: own } }),
    db.mentoringCircle.findMany({ where: { guildId, mentorId: userId }, orderBy: { id: 'asc' } }),
    db.mentoringCircle.findMany({ where: { guildId, createdBy: userId, mentorId: { not: userId } }, orderBy: { id: 'asc' } }),
    db.mentoringCirclePlace.findMany({ where: own, include: { circle: { select: { title: true } } }, orderBy: { id: 'asc' } }),
    db.mentoringCircleMeeting.findMany({ where: { guildId, mentorId: userId }, orderBy: { id: 'asc' } }),
    db.mentoringCircleReport.findMany({ where: own, orderBy: { id: 'asc' } }),
    db.mentoringCircleReport.findMany({ where: { guildId, handledBy: userId }, select: { createdAt: true, handledAt: true } }),
  ]);
  return {
    flashesAsked: asked.map(({ mentorId: _mentor, endedBy: _by, ...flash }) => flash),
    // What a learner wrote, and whether it helped them, is theirs.
    flashesTaken: taken.map(({ learnerId: _learner, endedBy: _by, about: _words, helped: _helped, ...flash }) => flash),
    flashesEnded: ended,
    flashRequests: asks,
    flashWish: wish,
    circlesLed: led.map(({ createdBy: _by, ...circle }) => circle),
    circlesOpenedForOthers: made.map(({ mentorId: _mentor, ...circle }) => circle),
    circles: places.map(({ circle: { title }, ...place }) => ({ ...place, title })),
    circleMeetings: meetings,
    reports: reports.map(({ handledBy: _by, ...report }) => report),
    reportsHandled: handled,
  };
}

export async function eraseCircles(tx: Tx, guildId: string, userId: string, now: Date): Promise<void> {
  await lockAllOf(tx, { guildId, userId });
  const live = await tx.mentoringFlash.findMany({
    where: { guildId, state: { in: ['open', 'taken'] }, OR: [{ learnerId: userId }, { mentorId: userId }] },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  for (const { id: flashId } of live) {
    const flash = await lockFlash(tx, { guildId, flashId });
    if (flash?.state !== 'open' && flash?.state !== 'taken') continue;
    const state = flash.state === 'open' ? 'withdrawn' : 'cancelled';
    await tx.mentoringFlash.update({ where: { id: flashId }, data: { state, endedAt: now } });
    await settleFlashes(tx, [flash]);
  }
  const threads = await tx.mentoringFlash.findMany({
    where: { guildId, begunAt: { not: null }, deletedAt: null, OR: [{ learnerId: userId }, { mentorId: userId }] },
    select: { id: true },
  });
  for (const { id: flashId } of threads) await promiseRoom(tx, { guildId, flashId });
  await tx.mentoringFlash.updateMany({
    where: { guildId, learnerId: userId },
    data: { learnerId: null, about: '', helped: null },
  });
  await tx.mentoringFlash.updateMany({ where: { guildId, mentorId: userId }, data: { mentorId: null } });
  await tx.mentoringFlash.updateMany({ where: { guildId, endedBy: userId }, data: { endedBy: null } });
  await tx.mentoringFlashAsk.deleteMany({ where: { guildId, mentorId: userId } });
  await tx.mentoringFlashWish.deleteMany({ where: { guildId, userId } });

  const places = await tx.mentoringCirclePlace.findMany({ where: { guildId, userId }, orderBy: { circleId: 'asc' } });
  for (const { id, circleId } of places) {
    const circle = await lockCircle(tx, { guildId, circleId });
    await tx.mentoringCirclePlace.delete({ where: { id } });
    await fillCircle(tx, circle, now);
  }
  await tx.mentoringCircle.deleteMany({ where: { guildId, mentorId: userId, state: 'draft' } });
  const led = await tx.mentoringCircle.findMany({ where: { guildId, mentorId: userId }, orderBy: { id: 'asc' } });
  const { locale } = await readSettings(tx, guildId);
  for (const { id, state, theme } of led) {
    // Its name and what it is about were their words: from now on it is called by its theme, as the server speaks.
    const title = isTheme(theme) ? themes[theme][locale] : '';
    const data = { mentorId: null, title, about: '', ...(state === 'open' && { state: 'paused' as const, pausedAt: now }) };
    await promiseCircle(tx, await tx.mentoringCircle.update({ where: { id }, data }));
    if (state === 'open') await promiseNews(tx, { id, guildId }, 'paused', now);
  }
  await tx.mentoringCircle.updateMany({ where: { guildId, createdBy: userId }, data: { createdBy: null } });
  await tx.mentoringCircleMeeting.updateMany({ where: { guildId, mentorId: userId }, data: { mentorId: null } });
  await tx.mentoringCircleReport.updateMany({ where: { guildId, userId }, data: { userId: null, words: '' } });
  await tx.mentoringCircleReport.updateMany({ where: { guildId, handledBy: userId }, data: { handledBy: null } });
}

/** A year after the end only what a mentor gave is left. */
export async function forgetCircles(tx: Tx, now: Date): Promise<void> {
  const before = new Date(now.getTime() - kept);
  await tx.mentoringFlash.updateMany({
    where: { endedAt: { lt: before }, learnerId: { not: null } },
    data: { learnerId: null, endedBy: null, about: '', skills: [], skillKeys: [], helped: null },
  });
  await tx.$executeRaw`
    DELETE FROM mentoring_flash_ask AS ask USING mentoring_flash AS flash WHERE flash.id = ask.flash_id AND flash.ended_at < ${before}`;
  await tx.$executeRaw`
    DELETE FROM mentoring_circle_place AS place USING mentoring_circle AS circle WHERE circle.id = place.circle_id AND circle.ended_at < ${before}`;
  await tx.mentoringCircle.updateMany({
    where: { endedAt: { lt: before }, OR: [{ createdBy: { not: null } }, { about: { not: '' } }, { title: { not: '' } }] },
    data: { createdBy: null, about: '', title: '' },
  });
  await tx.mentoringCircleReport.deleteMany({ where: { createdAt: { lt: before } } });
}
