import { z } from 'zod';
import type { Text } from './text.ts';
import { customId, rowId, snowflake, taskContract } from './wire.ts';

/** The words of job offers, which several features read and write. Names of contracts as French law has them. */
export const contracts = {
  cdi: { fr: 'CDI', en: 'Permanent (CDI)' },
  cdd: { fr: 'CDD', en: 'Fixed-term (CDD)' },
  apprenticeship: { fr: 'Alternance', en: 'Apprenticeship' },
  internship: { fr: 'Stage', en: 'Internship' },
  temporary: { fr: 'Intérim', en: 'Temporary agency work' },
  freelance: { fr: 'Freelance', en: 'Freelance' },
} as const satisfies Record<string, Text>;
export type Contract = keyof typeof contracts;

export const remotes = {
  none: { fr: 'Sur place', en: 'On site' },
  partial: { fr: 'Télétravail partiel', en: 'Partly remote' },
  full: { fr: 'Télétravail complet', en: 'Fully remote' },
} as const satisfies Record<string, Text>;
export type Remote = keyof typeof remotes;

export const levels = {
  beginner: { fr: 'Premier emploi bienvenu', en: 'Beginners welcome' },
  junior: { fr: 'Junior, moins de 2 ans', en: 'Junior, under 2 years' },
  confirmed: { fr: 'Expérience de 2 à 5 ans', en: 'Experienced, 2 to 5 years' },
  senior: { fr: 'Senior, plus de 5 ans', en: 'Senior, over 5 years' },
} as const satisfies Record<string, Text>;
export type Level = keyof typeof levels;

/** Gross pay for one of these. */
export const payPeriods = {
  hour: { fr: 'par heure', en: 'an hour' },
  day: { fr: 'par jour', en: 'a day' },
  month: { fr: 'par mois', en: 'a month' },
  year: { fr: 'par an', en: 'a year' },
} as const satisfies Record<string, Text>;
export type PayPeriod = keyof typeof payPeriods;

const offer = z.object({ guildId: snowflake, offerId: z.number().int().positive() });

/**
 * What one feature promises and another, which it does not know, carries out: the first writes the task in its own transaction, and the one that is named
 * first in the contract answers it.
 */
export const companyChanged = taskContract(
  'jobs.company_changed',
  z.object({ guildId: snowflake, companyId: z.number().int().positive() }),
);
/** The same, for who of a company sits in its conversations with profiles. */
export const companySeats = taskContract(
  'talents.company_changed',
  z.object({ guildId: snowflake, companyId: z.number().int().positive() }),
);
/** An offer can be read from now on, for the first time: those who asked for alerts are told. */
export const offerAlerted = taskContract('jobsearch.offer_published', offer);
/** The same, for those whose profile fits. */
export const offerMatched = taskContract('talents.offer_published', offer);
/** Nobody can apply any more: whoever did is owed an answer. */
export const offerClosed = taskContract('applications.offer_closed', offer);

const offerId = rowId;

/** Buttons that several features show and one answers. */
export const showId = customId('jobs:show', { offerId });
export const applyId = customId('jobs:apply', { offerId });
export const saveId = customId('jobs:save', { offerId });
/** For alumni, where somebody reads an offer alone. */
export const recommendId = customId('jobs:recommend', { offerId });
/** Begins an offer. */
export const postId = customId('jobs:post', {});
/** The offers of whoever presses it. */
export const mineId = customId('jobs:mine', {});
/** The applications to an offer, for who answers them. */
export const boardId = customId('jobs:board', { offerId });
/** One's own applications, and the boards of one's own offers. */
export const applicationsId = customId('jobs:applications', {});
/** Find profiles, and one's own profile. */
export const findTalentsId = customId('talents:find', {});
export const profileId = customId('talents:profile', {});

/** Keys of the channels that several features write in, each declared by one of them. */
export const hiringKey = 'hiring';
export const offersKey = 'offers';
export const recruitersKey = 'recruiters';
export const applicationsKey = 'applications';

/** Somebody has found work: their profile need not be shown any more. */
export const personHired = taskContract('talents.person_hired', z.object({ guildId: snowflake, userId: snowflake }));
