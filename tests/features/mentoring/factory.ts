import type { MentoringPair, MentoringRequest, MentorProfile, Prisma } from '../../../prisma/client/client.ts';
import type { Db } from '../../../src/infra/db.ts';
import { day } from '../../../src/kernel/time.ts';
import { monday } from '../../support/monday.ts';
import { factoryGuild, someone } from '../jobs/factory.ts';

/** Rows of mentoring as the features would have left them, for tests of what comes after. */
export { factoryGuild, someone };

/** An approved mentor, unless said otherwise: helps with CVs and React, in French, on Tuesday evenings. */
export function aMentor(db: Db, overrides: Partial<Prisma.MentorProfileUncheckedCreateInput> = {}): Promise<MentorProfile> {
  const now = (overrides.createdAt as Date | undefined) ?? monday;
  return db.mentorProfile.create({
    data: {
      guildId: factoryGuild,
      userId: someone(),
      state: 'approved',
      themes: ['cv', 'code_review'],
      skills: ['react', 'nodejs'],
      skillKeys: ['react', 'nodejs'],
      languages: ['fr'],
      availability: ['tue_evening'],
      ways: ['text', 'voice'],
      job: 'Développement web dans une PME',
      about: 'J’aide à relire du code et à préparer un CV.',
      charterVersion: 1,
      charterAt: now,
      submittedAt: now,
      decidedAt: now,
      approvedUntil: new Date(now.getTime() + 365 * day),
      createdAt: now,
      updatedAt: now,
      ...overrides,
    },
  });
}

/** A learner who waits, unless said otherwise. */
export function aRequest(
  db: Db,
  overrides: Partial<Prisma.MentoringRequestUncheckedCreateInput> = {},
): Promise<MentoringRequest> {
  const now = (overrides.createdAt as Date | undefined) ?? monday;
  return db.mentoringRequest.create({
    data: {
      guildId: factoryGuild,
      userId: someone(),
      goals: 'Trouver une alternance avant l’été et relire mes projets.',
      themes: ['cv', 'job_search'],
      skills: ['react'],
      skillKeys: ['react'],
      languages: ['fr'],
      availability: ['tue_evening', 'sat_morning'],
      ways: ['text', 'voice'],
      stage: 'progressing',
      createdAt: now,
      updatedAt: now,
      ...overrides,
    },
  });
}

/** Two people who are paired, unless said otherwise; without a thread. */
export function aPair(db: Db, overrides: Partial<Prisma.MentoringPairUncheckedCreateInput> = {}): Promise<MentoringPair> {
  const now = (overrides.createdAt as Date | undefined) ?? monday;
  return db.mentoringPair.create({
    data: {
      guildId: factoryGuild,
      mentorId: someone(),
      learnerId: someone(),
      origin: 'asked',
      seat: 1,
      createdAt: now,
      activeAt: now,
      ...overrides,
    },
  });
}
