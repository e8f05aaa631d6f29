import type { MentoringCircle, MentoringFlash, Prisma } from '../../../prisma/client/client.ts';
import type { NewFlash } from '../../../src/features/circles/service/ask.ts';
import type { NewCircle } from '../../../src/features/circles/service/draft.ts';
import type { Db } from '../../../src/infra/db.ts';
import { dateOf } from '../../../src/kernel/day.ts';
import { day, hour } from '../../../src/kernel/time.ts';
import { monday } from '../../support/monday.ts';
import { aMentor, factoryGuild, someone } from '../mentoring/factory.ts';

export const request: NewFlash = {
  theme: 'cv',
  about: 'Mon CV ne reçoit aucune réponse, je ne vois pas pourquoi.',
  suits: 'today',
  skills: '',
  languages: ['fr'],
  locale: 'fr',
};

export const typed: NewCircle = {
  title: 'Préparer ses *entretiens*',
  theme: 'interview',
  about: 'Chaque semaine, deux personnes passent un entretien et les autres observent.',
  seats: 4,
  end: '30/04/2027',
};

/** A flash session that waits, unless said otherwise. */
export function aFlash(db: Db, overrides: Partial<Prisma.MentoringFlashUncheckedCreateInput> = {}): Promise<MentoringFlash> {
  const now = (overrides.createdAt as Date | undefined) ?? monday;
  return db.mentoringFlash.create({
    data: {
      guildId: factoryGuild,
      learnerId: someone(),
      theme: 'cv',
      about: request.about,
      suits: 'today',
      languages: ['fr'],
      createdAt: now,
      closesAt: new Date(now.getTime() + 48 * hour),
      ...overrides,
    },
  });
}

/** An open circle of an approved mentor, unless said otherwise. */
export async function aCircle(
  db: Db,
  overrides: Partial<Prisma.MentoringCircleUncheckedCreateInput> = {},
): Promise<MentoringCircle & { mentorId: string }> {
  const now = (overrides.createdAt as Date | undefined) ?? monday;
  const guildId = overrides.guildId ?? factoryGuild;
  const mentorId = overrides.mentorId ?? (await aMentor(db, { guildId, createdAt: now })).userId;
  const circle = await db.mentoringCircle.create({
    data: {
      guildId,
      state: 'open',
      theme: 'interview',
      title: 'Préparer ses entretiens',
      about: typed.about,
      seats: 4,
      endsOn: dateOf('2027-04-30'),
      createdBy: mentorId,
      createdAt: now,
      publishedAt: now,
      ...overrides,
      mentorId,
    },
  });
  return { ...circle, mentorId };
}

export const who = (userId: string, now = monday) => ({ guildId: factoryGuild, userId, now });
export const lead = (userId: string, now = monday) => ({ ...who(userId, now), isStaff: false });
export const staffLead = (userId: string, now = monday) => ({ ...who(userId, now), isStaff: true });
export const daysOn = (days: number): Date => new Date(monday.getTime() + days * day);
