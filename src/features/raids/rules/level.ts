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
export const defaultThresholds: Thresholds = { low: 15, medium: 30, high: 60 };

/** What is looked at together. */
export const watched = minute;

/** The newest arrivals that count: with more in a minute there is nothing left to weigh. */
export const mostWatched = 300;

const fresh = 7 * day;
const young = 30 * day;

/** Arrivals that look alike and are at least so many are thought to be of one hand. */
const flock = 5;

/** `bob_8123` and `bob-77` are written alike. */
export const shapeOf = (username: string): string =>
  fold(username)
    .replace(/\d+/g, '#')
    .replace(/[^a-z#]/g, '');

/** What an arrival may share with others: the look of its name; of a fresh account, the day when it was made. */
function marksOf({ username, createdAt, at }: Arrival): string[] {
  const shape = shapeOf(username);
  return [
    ...(shape.replace(/#/g, '').length >= 3 && shape.includes('#') ? [`name ${shape}`] : []),
    ...(at - createdAt < fresh ? [`made ${Math.floor(createdAt / day)}`] : []),
  ];
}

/** Those who look like at least four others. */
export function alike(arrivals: readonly Arrival[]): Set<string> {
  const flocks = new Map<string, string[]>();
  for (const arrival of arrivals)
    for (const mark of marksOf(arrival)) flocks.set(mark, [...(flocks.get(mark) ?? []), arrival.userId]);
  return new Set([...flocks.values()].filter((ids) => ids.length >= flock).flat());
}

function weightOf({ at, createdAt, isExpected }: Arrival, isAlike: boolean): number {
  if (isExpected) return 0;
  const age = at - createdAt;
  const base = age < fresh ? 1.5 : age < young ? 1 : 0.5;
  return isAlike ? base * 1.5 : base;
}

/** How much the arrivals of one minute look like a raid: about one point for each person, more for fresh accounts that look alike, less for old ones. */
export function scoreOf(arrivals: readonly Arrival[]): number {
  const unexpected = arrivals.filter(({ isExpected }) => !isExpected).slice(-mostWatched);
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
