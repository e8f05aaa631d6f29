import type { CampaignState } from '../../../prisma/client/client.ts';
import { addDays, type Day } from '../../kernel/day.ts';
import type { ScorePart } from '../../kernel/mentoring.ts';

/** Parts of a score of which staff say how much they count. A language in common is needed in any case. */
export const weighed = ['themes', 'skills', 'time', 'field', 'preference'] as const satisfies readonly ScorePart[];
export type Weighed = (typeof weighed)[number];

/** By how much the usual weight is multiplied. */
export const levels = { none: 0, little: 0.5, usual: 1, much: 2 } as const;
export type Level = keyof typeof levels;
export type Levels = Readonly<Record<Weighed, Level>>;

export const usualLevels: Levels = { themes: 'usual', skills: 'usual', time: 'usual', field: 'usual', preference: 'usual' };

const isLevel = (value: unknown): value is Level => typeof value === 'string' && Object.hasOwn(levels, value);

/** As a row keeps them. */
export function readLevels(kept: unknown): Levels {
  const given = typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>) : {};
  return Object.fromEntries(weighed.map((part) => [part, isLevel(given[part]) ? given[part] : 'usual'])) as unknown as Levels;
}

/** A score of a pair needs something to count. */
export const countsNothing = (chosen: Levels): boolean => weighed.every((part) => levels[chosen[part]] === 0);

/** What staff change of the usual weights. */
export const weightsOf = (usual: Readonly<Record<Weighed, number>>, chosen: Levels): Record<Weighed, number> =>
  Object.fromEntries(weighed.map((part) => [part, usual[part] * levels[chosen[part]]])) as Record<Weighed, number>;

/** Least score of a pair; under the first nobody is paired at all but by hand. */
export const minimums = { any: 0.2, fair: 0.35, good: 0.5 } as const;
export type Minimum = keyof typeof minimums;
export const minimumOf = (score: number): Minimum =>
  (Object.keys(minimums) as Minimum[]).findLast((key) => minimums[key] <= score) ?? 'any';

/** Longest that a campaign may be planned ahead or last, in days. */
export const furthest = 365;
/** Days before the close at which those are reminded whose form is missing. */
export const remindDays = 2;
/** Campaigns of a server that are not over. */
export const mostRunning = 20;

export type DayFault = 'order' | 'past' | 'far';

/** What is wrong with the days of a campaign. The opening of one that is open already is not looked at. */
export function dayFault({
  opens,
  closes,
  today,
  isOpen,
}: {
  opens: Day;
  closes: Day;
  today: Day;
  isOpen: boolean;
}): DayFault | null {
  if (closes < today || (!isOpen && opens < today)) return 'past';
  if (!isOpen && closes < opens) return 'order';
  return closes > addDays(today, furthest) ? 'far' : null;
}

/** States that a campaign can be cancelled in. */
export const isRunning = (state: CampaignState): boolean => state !== 'published' && state !== 'cancelled';

/** What a message that asks people to take part says: once it is over, all the same until it is published. */
export const shownOf = (state: CampaignState): CampaignState => (state === 'preview' ? 'closed' : state);

/** Days after which a proposal that nobody publishes is cancelled. */
export const lapseDays = 60;

/** What one matching is worth. */
export type Tally = {
  seated: number;
  /** Of the scores; 0 without a pair. */
  mean: number;
  least: number;
  /** Pairs who would both rather be together than as they are. */
  blocking: number;
  /** How many mentors have 0, 1, 2… learners of this campaign. */
  loads: readonly number[];
};

/** What is told of a proposal: numbers alone. */
export type Figures = {
  learners: number;
  mentors: number;
  /** Free ones. */
  places: number;
  /** Pairs that staff fixed. */
  held: number;
  /** What either choice gives. */
  of: { seats: Tally; stable: Tally };
};

export type Comparison = { moreSeated: number; moreBlocking: number; isSame: boolean };

/** What seats first gives and costs beside stable first. */
export function compare({ of: { seats, stable } }: Figures): Comparison {
  const moreSeated = seats.seated - stable.seated;
  const moreBlocking = seats.blocking - stable.blocking;
  const isSame = moreSeated === 0 && moreBlocking === 0 && Math.abs(seats.mean - stable.mean) < 0.005;
  return { moreSeated, moreBlocking, isSame };
}

/** Of some scores and loads. */
export function tallyOf(scores: readonly number[], loadOf: readonly number[], blocking: number): Tally {
  const loads: number[] = [];
  for (const load of loadOf) loads[load] = (loads[load] ?? 0) + 1;
  return {
    seated: scores.length,
    mean: scores.length === 0 ? 0 : scores.reduce((sum, score) => sum + score, 0) / scores.length,
    least: scores.reduce((least, score) => Math.min(least, score), scores.length === 0 ? 0 : 1),
    blocking,
    loads: Array.from(loads, (count) => count ?? 0),
  };
}

/** Of a proposal, as staff read it. */
export const pairsOnPage = 8;
export const peopleOnPage = 20;
