import { z } from 'zod';
import type { Locale, Text } from './text.ts';
import { customId, rowId, snowflake, taskContract } from './wire.ts';

/** The words of mentoring, which several features read and write. */
export const themes = {
  job_search: { fr: 'Recherche d’emploi', en: 'Job search' },
  cv: { fr: 'CV et profil en ligne', en: 'CV and online profile' },
  interview: { fr: 'Entretien d’entraînement', en: 'Mock interview' },
  code_review: { fr: 'Relecture de code', en: 'Code review' },
  company_life: { fr: 'La vie en entreprise', en: 'Life in a company' },
  confidence: { fr: 'Confiance en soi', en: 'Confidence' },
} as const satisfies Record<string, Text>;
export type Theme = keyof typeof themes;

/** In which they could talk. French first, then those most spoken in France; at most 25, as a menu of Discord holds. */
export const languages = {
  fr: { fr: 'Français', en: 'French' },
  en: { fr: 'Anglais', en: 'English' },
  ar: { fr: 'Arabe', en: 'Arabic' },
  ber: { fr: 'Berbère', en: 'Berber' },
  zh: { fr: 'Chinois', en: 'Chinese' },
  prs: { fr: 'Dari', en: 'Dari' },
  de: { fr: 'Allemand', en: 'German' },
  es: { fr: 'Espagnol', en: 'Spanish' },
  it: { fr: 'Italien', en: 'Italian' },
  lsf: { fr: 'Langue des signes française', en: 'French sign language' },
  ln: { fr: 'Lingala', en: 'Lingala' },
  ps: { fr: 'Pachto', en: 'Pashto' },
  fa: { fr: 'Persan', en: 'Persian' },
  pl: { fr: 'Polonais', en: 'Polish' },
  pt: { fr: 'Portugais', en: 'Portuguese' },
  ro: { fr: 'Roumain', en: 'Romanian' },
  ru: { fr: 'Russe', en: 'Russian' },
  so: { fr: 'Somali', en: 'Somali' },
  ta: { fr: 'Tamoul', en: 'Tamil' },
  ti: { fr: 'Tigrigna', en: 'Tigrinya' },
  tr: { fr: 'Turc', en: 'Turkish' },
  uk: { fr: 'Ukrainien', en: 'Ukrainian' },
  ur: { fr: 'Ourdou', en: 'Urdu' },
  vi: { fr: 'Vietnamien', en: 'Vietnamese' },
  wo: { fr: 'Wolof', en: 'Wolof' },
} as const satisfies Record<string, Text>;
export type Language = keyof typeof languages;

/** How they meet. */
export const ways = {
  text: { fr: 'Par écrit', en: 'In writing' },
  voice: { fr: 'De vive voix, à distance', en: 'By voice, at a distance' },
  in_person: { fr: 'En personne', en: 'In person' },
} as const satisfies Record<string, Text>;
export type Way = keyof typeof ways;

/** How far a learner is in what they learn. */
export const stages = {
  beginning: { fr: 'Je débute', en: 'I am starting' },
  progressing: { fr: 'J’avance', en: 'I am getting on' },
  independent: { fr: 'Je sais faire sans aide', en: 'I work on my own' },
} as const satisfies Record<string, Text>;
export type Stage = keyof typeof stages;

export const weekdays = {
  mon: { fr: 'lundi', en: 'Monday' },
  tue: { fr: 'mardi', en: 'Tuesday' },
  wed: { fr: 'mercredi', en: 'Wednesday' },
  thu: { fr: 'jeudi', en: 'Thursday' },
  fri: { fr: 'vendredi', en: 'Friday' },
  sat: { fr: 'samedi', en: 'Saturday' },
  sun: { fr: 'dimanche', en: 'Sunday' },
} as const satisfies Record<string, Text>;
export type Weekday = keyof typeof weekdays;

/** `from` and `to` are hours of the person's own day. */
export const dayParts = {
  morning: { name: { fr: 'matin', en: 'morning' }, from: 9, to: 12 },
  afternoon: { name: { fr: 'après-midi', en: 'afternoon' }, from: 14, to: 18 },
  evening: { name: { fr: 'soir', en: 'evening' }, from: 18, to: 21 },
} as const satisfies Record<string, { name: Text; from: number; to: number }>;
export type DayPart = keyof typeof dayParts;

/** A part of each week, `tue_evening`: 21 in all, which a menu of Discord holds. */
export type Slot = `${Weekday}_${DayPart}`;

export const slots: readonly Slot[] = (Object.keys(weekdays) as Weekday[]).flatMap((weekday) =>
  (Object.keys(dayParts) as DayPart[]).map((part): Slot => `${weekday}_${part}`),
);

/** `mardi soir`. */
export function slotName(slot: Slot): Text {
  const [weekday, part] = slot.split('_') as [Weekday, DayPart];
  const named = (locale: 'fr' | 'en') => `${weekdays[weekday][locale]} ${dayParts[part].name[locale]}`;
  return { fr: named('fr'), en: named('en') };
}

const hoursOfWeek = 7 * 24;

/**
 * The hours of the week of those slots, counted from Monday midnight UTC, where the clocks are `offsetMinutes` ahead of UTC: people in Lille and in
 * La Réunion have in common what they can have. Rounded down to whole hours.
 */
export function weeklyHours(chosen: readonly Slot[], offsetMinutes: number): Set<number> {
  const days = Object.keys(weekdays);
  const shift = Math.floor(offsetMinutes / 60);
  return new Set(
    chosen.flatMap((slot) => {
      const [weekday = '', part = ''] = slot.split('_');
      const { from, to } = dayParts[part as DayPart];
      const midnight = days.indexOf(weekday) * 24;
      return Array.from({ length: to - from }, (_, hour) => (midnight + from + hour - shift + hoursOfWeek) % hoursOfWeek);
    }),
  );
}

/** Most learners of one mentor, whatever they say. */
export const mostLearners = 5;
/** Mentors whom a learner may prefer, and whom they may ask one after the other. */
export const mostChosen = 3;

/** Keys of the channels that several features write in, both declared by `mentors`. The first is also the parent of every private thread. */
export const mentoringKey = 'mentoring';
export const mentoringStaffKey = 'mentoring_staff';

/**
 * Where somebody is told of mentoring whose direct messages are closed: one private thread of theirs, whatever it is about. Null while there is no channel.
 */
export function tellingRoom(
  channels: Readonly<Record<string, string>>,
  locale: Locale,
): { channelId: string; name: string } | null {
  const channelId = channels[mentoringKey];
  return channelId === undefined ? null : { channelId, name: { fr: 'Votre mentorat', en: 'Your mentoring' }[locale] };
}

/** Buttons that several features show and one answers. */
export const profileId = customId('mentoring:profile', {});
export const requestId = customId('mentoring:request', {});
export const statusId = customId('mentoring:status', {});
export const flashId = customId('mentoring:flash', {});
export const planId = customId('mentoring:plan', { pairId: rowId });
export const endId = customId('mentoring:end', { pairId: rowId });
export const dashboardId = customId('mentoring:dashboard', {});
/** One's own attestation as a mentor; from a direct message too. */
export const attestationId = customId('mentoring:attestation', { guildId: snowflake });
/** Others see one's badge, or not. */
export const badgeId = customId('mentoring:badge', { guildId: snowflake, shown: z.coerce.number().int().min(0).max(1) });
/** After a pair whoever learned looks for another mentor, with the same wish. */
export const againId = customId('mentoring:request:again', { guildId: snowflake, pairId: rowId });
/** Staff pair these two, whom a card of theirs names. */
export const pairId = customId('mentoring:pair', { requestId: rowId });

const pair = z.object({ guildId: snowflake, pairId: z.number().int().positive() });
const person = z.object({ guildId: snowflake, userId: snowflake });

/**
 * What one feature promises and another, which it does not know, carries out: the first writes the task in its own transaction, and the one that is named
 * first in the contract answers it.
 */

/** A mentor can take fewer people than before, or none: paused, withdrawn, gone, or of a smaller capacity. */
export const mentorChanged = taskContract('mentoring.mentor_changed', person);
/** The same, for whom they accompany: `pairs` ends what cannot go on and began before that moment. */
export const mentorGone = taskContract('pairs.mentor_gone', person.extend({ at: z.coerce.date().optional() }));
/**
 * A pair is over, by whatever end: nothing stays planned, and each of the two is sent one message with all that may come next. What `pairs` says of it stands
 * in the thread, which it closes.
 */
export const pairEnded = taskContract('sessions.pair_ended', pair);
/** Somebody chose whom to avoid: what waits for an answer between them and those people ends. */
export const avoidsChanged = taskContract('mentoring.avoids_changed', person);
/** Two people are not to meet any more: neither stays in what the other leads. */
export const peopleApart = taskContract('circles.apart', z.object({ guildId: snowflake, one: snowflake, other: snowflake }));
/** Somebody is under a sanction until then (null: until it is lifted; a moment that is past: it is over). */
export const memberSanctioned = taskContract('mentors.member_sanctioned', person.extend({ until: z.iso.datetime().nullable() }));

/** Hours of mentoring after which a mentor is thanked: the first badge, the second, the third. */
export const badgeHours = [5, 20, 50] as const;

/** What a badge says, from 1: discreet, and no rank among people. */
export function badgeName(badge: number): Text {
  const hours = badgeHours[badge - 1] ?? 0;
  return { fr: `${hours} heures de mentorat et plus`, en: `${hours} hours of mentoring and more` };
}

/** What the matching knows of somebody: what they said of themselves for this, and nothing else. No name, age, sex, origin or health. */
type Matched = {
  id: string;
  themes: readonly Theme[];
  /** As skills are compared: `skillKeys` of `kernel/fit.ts`. */
  skills: readonly string[];
  languages: readonly Language[];
  /** Hours of the week in UTC, from 0 to 167: `weeklyHours`. */
  hours: ReadonlySet<number>;
  ways: readonly Way[];
  city: string | null;
  department: string | null;
  /** Ids of people with whom they are never paired. */
  avoids: readonly string[];
};

export type MatchedMentor = Matched & {
  /** Learners whom they can still take. */
  seats: number;
  /** Ids of the courses that they followed themselves, or teach. */
  courses: readonly number[];
  /** Whom they would rather help; empty: anybody. */
  prefersCourses: readonly number[];
  prefersCampuses: readonly number[];
  prefersStages: readonly Stage[];
};

/** Themes, skills and preferred mentors are in their order: the first counts most. */
export type MatchedLearner = Matched & {
  course: number | null;
  campus: number | null;
  stage: Stage | null;
  preferred: readonly string[];
  /** How long they have waited, in days. */
  waitingDays: number;
};

/** The parts of a score. */
export const parts = {
  themes: { fr: 'Sujets', en: 'Themes' },
  skills: { fr: 'Compétences', en: 'Skills' },
  time: { fr: 'Disponibilités', en: 'Availability' },
  language: { fr: 'Langue', en: 'Language' },
  field: { fr: 'Parcours', en: 'Field' },
  preference: { fr: 'Préférences', en: 'Preferences' },
  waiting: { fr: 'Attente', en: 'Waiting' },
  place: { fr: 'Lieu', en: 'Place' },
} as const satisfies Record<string, Text>;
export type ScorePart = keyof typeof parts;

/** Why two people fit, as data that a view speaks: `items` are ids of themes, skills, languages or slots, of a course, a department, or whose preference it is (`wish` of the learner, `liking` of the mentor). */
export type Reason = { part: ScorePart /** In [0, 1]. */; value: number; items: readonly string[] };

/** How well two people fit, each seen from their side and together, all in [0, 1]. */
export type Fit = { learnerScore: number; mentorScore: number; score: number; reasons: readonly Reason[] };
