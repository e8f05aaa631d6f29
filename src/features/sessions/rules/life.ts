import { day, hour, minute } from '../../../kernel/time.ts';

/** Of one pair, still to come. */
export const mostPlanned = 5;
/** Unanswered for longer, it stays unknown, and nobody is asked any more. */
export const waitsFor = 3 * day;
/** What came of it may still be said. */
export const answerableFor = 30 * day;
/** After the first answer, one correction. */
export const correctableFor = 7 * day;
/** An opinion is asked for in *Mon espace*, and may still be given. */
export const opinionShownFor = 14 * day;
export const opinionOpenFor = 30 * day;

export const reminders = {
  /** Nobody is reminded of tomorrow when it is nearly the hour. */
  day: { before: day, notAfter: 2 * hour },
  hour: { before: hour, notAfter: 0 },
} as const;
export type Reminder = keyof typeof reminders;

/** A moment that is planned closer than this to a reminder needs none: it was just said. */
export const justPlanned = 30 * minute;

/** From how many answers an average is shown, and a mentor's own of how many learners: fewer could be recognised. */
export const fewestAnswers = 3;

export type Outcome = 'done' | 'missed' | 'cancelled';
export const outcomes: readonly Outcome[] = ['done', 'missed', 'cancelled'];
export type SessionState = 'planned' | Outcome;
export type Side = 'mentor' | 'learner';
/** Who did not come. */
export type Absent = Side | 'both';

type Timed = { startsAt: Date; minutes: number };
export const endOf = ({ startsAt, minutes }: Timed): Date => new Date(startsAt.getTime() + minutes * minute);
export const overlaps = (one: Timed, other: Timed): boolean => one.startsAt < endOf(other) && other.startsAt < endOf(one);

/** `past`: over, and nobody said what came of it. */
export type Phase = 'coming' | 'running' | 'past' | Outcome;

export function phaseOf({ state, ...timed }: Timed & { state: SessionState }, now: Date): Phase {
  if (state !== 'planned') return state;
  if (now < timed.startsAt) return 'coming';
  return now < endOf(timed) ? 'running' : 'past';
}

/** True while what came of it may be said, or said otherwise. */
export function isAnswerable(
  session: Timed & { state: SessionState; settledAt: Date | null; correctedAt: Date | null },
  now: Date,
): boolean {
  const { startsAt, state, settledAt, correctedAt } = session;
  if (now < startsAt) return false;
  if (state === 'planned') return now.getTime() <= endOf(session).getTime() + answerableFor;
  const wasCalledOff = settledAt !== null && settledAt < startsAt;
  return !wasCalledOff && correctedAt === null && settledAt !== null && now.getTime() <= settledAt.getTime() + correctableFor;
}

/** What is planned and changed in one pair, in a day: each is told to both. Cancelling is never refused. */
export const mostChanges = 12;

/** Both are not called again so soon after they were, but for what begins soon: then somebody may be on their way. */
export const quietFor = 10 * minute;
export const soon = 3 * hour;

/** One of these, or less, is a sign that somebody should ask. */
export const worrying = 2;
export const isWorrying = (said: { useful: number; comfort: number; wantsContact: boolean }): boolean =>
  said.wantsContact || said.useful <= worrying || said.comfort <= worrying;
/** What people wrote is counted for staff in *Mon espace* for so long, and listed for the longer time. */
export const wordsCountedFor = 30 * day;
export const wordsListedFor = 90 * day;
/** Until nobody has to be told any more. */
export const alertedWithin = 30 * day;
