import type { RaidLevel } from '../../../kernel/moderation.ts';
import { fold } from '../../../kernel/text.ts';
import { day, minute } from '../../../kernel/time.ts';

/** Somebody who just arrived. Times are milliseconds since the epoch. */
export type Arrival = {
  userId: string;
  at: number;
  /** When the account was made. */
  createdAt: number;
  username: string;
  /** Came by an invite that gives a role: somebody of staff expects them. */
  isExpected: boolean;
};

/** Scores of a minute from which each level holds. */
export type Thresholds = { low: number; medium: number; high: number };
export const defaultThresholds: Thresholds = { low: 30, medium: 80, high: 150 };

/** What is looked at together. */
export const watched = minute;

/** The newest arrivals that count: with more in a minute there is nothing left to weigh. */
export const mostWatched = 1_000;

const fresh = 7 * day;
const young = 30 * day;

/** Arrivals that are called alike and are at least so many are thought to be of one hand. */
const flock = 5;

/** `bob_8123` and `bob-77` are written alike. */
export const shapeOf = (username: string): string =>
  fold(username)
    .replace(/\d+/g, '#')
    .replace(/[^a-z#]/g, '');

/** Those who are called like at least four others. Names without a number are names. */
export function alike(arrivals: readonly Arrival[]): Set<string> {
  const flocks = Map.groupBy(arrivals, ({ username }) => shapeOf(username));
  const named = (shape: string) => shape.includes('#') && shape.replace(/#/g, '').length >= 3;
  return new Set(
    [...flocks].flatMap(([shape, people]) => (named(shape) && people.length >= flock ? people.map(({ userId }) => userId) : [])),
  );
}

/** A class whose learners made their accounts this morning is no raid; accounts that are called alike are. */
function weightOf({ at, createdAt, isExpected }: Arrival, isAlike: boolean): number {
  if (isExpected) return 0;
  const age = at - createdAt;
  const base = age < fresh ? 1.5 : age < young ? 1 : 0.5;
  return isAlike ? base * 3 : base;
}

/** How much the arrivals of one minute look like a raid: about one point for each person, more for fresh accounts, three times as much for those that are called alike, less for old ones. */
export function scoreOf(arrivals: readonly Arrival[]): number {
  // Who leaves and comes back is one person.
  const people = new Map(arrivals.map((arrival) => [arrival.userId, arrival]));
  const unexpected = [...people.values()].filter(({ isExpected }) => !isExpected).slice(-mostWatched);
  const similar = alike(unexpected);
  return unexpected.reduce((sum, arrival) => sum + weightOf(arrival, similar.has(arrival.userId)), 0);
}

export const levelFor = (score: number, { low, medium, high }: Thresholds): RaidLevel =>
  score >= high ? 'high' : score >= medium ? 'medium' : score >= low ? 'low' : 'none';

const order = ['none', 'low', 'medium', 'high'] as const satisfies readonly RaidLevel[];

export const isAbove = (level: RaidLevel, other: RaidLevel): boolean => order.indexOf(level) > order.indexOf(other);
export const isAtLeast = (level: RaidLevel, other: RaidLevel): boolean => !isAbove(other, level);
/** One step down. */
export const below = (level: RaidLevel): RaidLevel => order[Math.max(0, order.indexOf(level) - 1)] ?? 'none';

/** What Discord shall hold back at a level. */
export const pausesAt = (level: RaidLevel): { invites: boolean; dms: boolean } => ({
  invites: level === 'high',
  dms: isAtLeast(level, 'medium'),
});
