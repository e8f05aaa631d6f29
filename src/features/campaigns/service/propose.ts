import {
  type Fit,
  type Language,
  type MatchedLearner,
  type MatchedMentor,
  type Slot,
  type Stage,
  type Theme,
  type Way,
  weeklyHours,
} from '../../../kernel/mentoring.ts';
import {
  defaultWeights,
  type First,
  fitOf,
  type Held,
  matchWhole,
  offsets,
  rarityAmong,
  type Weighing,
  weightsWith,
} from '../../mentoring/service/matcher.ts';
import { type Figures, type Levels, tallyOf, weightsOf } from '../rules.ts';

/**
 * The proposal of a campaign, worked out in a thread of its own: what the database says comes in as JSON text, and what it is to keep goes out as JSON
 * text, so that nobody but this thread ever reads ten thousand people.
 */

export type Order = {
  weights: Levels;
  minScore: number;
  first: First;
  seed: number;
  /** ISO. */
  now: string;
  /** Of the server. */
  timeZone: string;
};

/** `held`: pairs that staff fixed. `wanted`: pairs of which alone the fit is asked. */
export type Piece = { is: 'order'; order: Order } | { is: 'mentors' | 'learners' | 'held' | 'wanted'; rows: string };

/** JSON text of `PairRow`, `AloneRow`, and for `held` of whom the learners of fixed pairs might have preferred. */
export type Proposal = { is: 'figures'; figures: Figures } | { is: 'pairs' | 'alone' | 'held'; rows: string };

export type Why = 'no_mentor' | 'language' | 'avoided' | 'fit' | 'seats' | 'no_learner';
type AloneRow = { id: string; why: Why };

type PersonRow = {
  id: string;
  themes: Theme[];
  skills: string[];
  languages: Language[];
  availability: Slot[];
  zone: string | null;
  ways: Way[];
  city: string | null;
  department: string | null;
  avoids: string[];
};
type MentorRow = PersonRow & {
  seats: number;
  courses: number[];
  courses_wanted: number[];
  campuses_wanted: number[];
  stages_wanted: Stage[];
};
type LearnerRow = PersonRow & {
  course: number | null;
  campus: number | null;
  stage: Stage | null;
  preferred: string[];
  days: number;
};
type HeldRow = { learner: string; mentor: string; learner_score: number; mentor_score: number; score: number };
type WantedRow = { learner: string; mentor: string };

const rowsOf = <R>(pieces: readonly Piece[], is: 'mentors' | 'learners' | 'held' | 'wanted'): R[] =>
  pieces.flatMap((piece) => (piece.is === is ? (JSON.parse(piece.rows) as R[]) : []));

function readMarket(pieces: readonly Piece[]) {
  const order = pieces.find((piece) => piece.is === 'order')?.order;
  if (!order) throw new Error('a proposal without its order');
  const offsetOf = offsets(new Date(order.now));
  const person = ({ id, themes, skills, languages, availability, zone, ways, city, department, avoids }: PersonRow) => ({
    id,
    themes,
    skills,
    languages,
    hours: weeklyHours(availability, offsetOf(zone ?? order.timeZone)),
    ways,
    city,
    department,
    avoids,
  });
  const learnerRows = rowsOf<LearnerRow>(pieces, 'learners');
  const zones = new Map(learnerRows.map(({ id, zone }) => [id, zone ?? order.timeZone]));
  const mentors = rowsOf<MentorRow>(pieces, 'mentors').map(
    (row): MatchedMentor => ({
      ...person(row),
      seats: row.seats,
      courses: row.courses,
      prefersCourses: row.courses_wanted,
      prefersCampuses: row.campuses_wanted,
      prefersStages: row.stages_wanted,
    }),
  );
  const learners = learnerRows.map(
    (row): MatchedLearner => ({
      ...person(row),
      course: row.course,
      campus: row.campus,
      stage: row.stage,
      preferred: row.preferred,
      waitingDays: row.days,
    }),
  );
  const weighing: Weighing = {
    weights: weightsWith(weightsOf(defaultWeights, order.weights)),
    minimum: order.minScore,
    offsetMinutes: offsetOf(order.timeZone),
  };
  const rarity = rarityAmong(mentors);
  /** With the parts of the week as the learner's own clock has them, who reads of them. */
  const fitting = (learner: MatchedLearner, mentor: MatchedMentor, minimum = weighing.minimum): Fit | null => {
    const offsetMinutes = offsetOf(zones.get(learner.id) ?? order.timeZone);
    return fitOf(learner, { ...mentor, seats: 1 }, rarity, { ...weighing, minimum, offsetMinutes });
  };
  return { order, mentors, learners, weighing, fitting };
}

/** Rows of one piece: some 200 kB. */
const pieceSize = 250;

function* inPieces<R>(is: 'pairs' | 'alone' | 'held', rows: readonly R[]): Generator<Proposal> {
  for (let from = 0; from < rows.length; from += pieceSize)
    yield { is, rows: JSON.stringify(rows.slice(from, from + pieceSize)) };
}

/** Why nobody is left for a learner. What others hold is said last: it is the one thing that more mentors would mend. */
function whyAlone(learner: MatchedLearner, mentors: readonly MatchedMentor[], suits: (learner: MatchedLearner) => boolean): Why {
  if (mentors.length === 0) return 'no_mentor';
  const spoken = mentors.filter(({ languages }) => learner.languages.some((language) => languages.includes(language)));
  if (spoken.length === 0) return 'language';
  const open = spoken.filter(
    ({ id, avoids }) => id !== learner.id && !learner.avoids.includes(id) && !avoids.includes(learner.id),
  );
  if (open.length === 0) return 'avoided';
  return suits(learner) ? 'seats' : 'fit';
}

/**
 * First the figures, of either choice, over all pairs, those that staff fixed too; then the pairs of the choice that was asked for; then whom the fixed ones might have
 * preferred; then who is in none, and why.
 */
export function* propose(pieces: readonly Piece[]): Generator<Proposal> {
  const { order, mentors, learners, weighing, fitting } = readMarket(pieces);
  const held = rowsOf<HeldRow>(pieces, 'held');
  const mentorById = new Map(mentors.map((mentor) => [mentor.id, mentor]));
  const learnerById = new Map(learners.map((learner) => [learner.id, learner]));
  const { of, suits } = matchWhole({
    learners,
    mentors,
    held: held.map(
      ({ learner, mentor, learner_score, mentor_score }): Held => ({
        learner,
        mentor,
        learnerScore: learner_score,
        mentorScore: mentor_score,
      }),
    ),
    weighing,
    seed: order.seed,
  });

  const fitted = ({ pairs, unmatched, blocking }: (typeof of)[First]) => {
    const found = pairs.map((pair) => {
      const learner = learnerById.get(pair.learner);
      const mentor = mentorById.get(pair.mentor);
      const fit = learner && mentor ? fitting(learner, mentor) : null;
      if (!fit) throw new Error('two people were matched who may not be paired');
      return { ...pair, fit };
    });
    const loads = new Map(mentors.map(({ id }) => [id, 0]));
    for (const { mentor } of [...found, ...held]) loads.set(mentor, (loads.get(mentor) ?? 0) + 1);
    const scores = [...found.map(({ fit }) => fit.score), ...held.map(({ score }) => score)];
    return { found, unmatched, blocking, loads, tally: tallyOf(scores, [...loads.values()], blocking.length) };
  };
  const seats = fitted(of.seats);
  const stable = of.stable === of.seats ? seats : fitted(of.stable);
  const chosen = order.first === 'seats' ? seats : stable;
  const fixed = new Set(held.map(({ learner }) => learner));
  const loose = learners.filter(({ id }) => !fixed.has(id));
  yield {
    is: 'figures',
    figures: {
      learners: loose.length + held.length,
      mentors: mentors.length,
      places: mentors.reduce((sum, mentor) => sum + mentor.seats, 0),
      held: held.length,
      of: { seats: seats.tally, stable: stable.tally },
    },
  };

  const rivals = new Map<string, string>();
  for (const { learner, mentor } of chosen.blocking) if (!rivals.has(learner)) rivals.set(learner, mentor);
  yield* inPieces(
    'pairs',
    chosen.found.map(({ learner, mentor, fit: { learnerScore, mentorScore, score, reasons } }) => ({
      learner,
      mentor,
      learner_score: learnerScore,
      mentor_score: mentorScore,
      score,
      reasons,
      rival: rivals.get(learner) ?? null,
    })),
  );
  yield* inPieces(
    'held',
    held.map(({ learner }) => ({ learner, rival: rivals.get(learner) ?? null })),
  );
  yield* inPieces<AloneRow>('alone', [
    ...chosen.unmatched.flatMap((id) => {
      const learner = learnerById.get(id);
      return learner ? [{ id, why: whyAlone(learner, mentors, suits) }] : [];
    }),
    ...[...chosen.loads].flatMap(([id, load]) => (load === 0 ? [{ id, why: 'no_learner' as const }] : [])),
  ]);
}

/** How well two people fit whom staff put together; null: they may not be. */
export type Wanted = WantedRow & { fit: Fit | null };

/** Whatever the minimum, and whoever else has a place: staff decide. */
export function fitsOf(pieces: readonly Piece[]): Wanted[] {
  const { mentors, learners, fitting } = readMarket(pieces);
  return rowsOf<WantedRow>(pieces, 'wanted').map((wanted) => {
    const learner = learners.find(({ id }) => id === wanted.learner);
    const mentor = mentors.find(({ id }) => id === wanted.mentor);
    return { ...wanted, fit: learner && mentor ? fitting(learner, mentor, 0) : null };
  });
}

export const proposeWork = { module: import.meta.url, name: 'propose', type: propose };
export const fitsWork = { module: import.meta.url, name: 'fitsOf', type: fitsOf };
