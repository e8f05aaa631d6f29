import type { Measure } from '../../../kernel/moderation.ts';
import { longestTimeoutSeconds } from '../../../kernel/moderation.ts';
import { day, hour, second } from '../../../kernel/time.ts';

/** Ballots without which nothing is decided; an abstention counts as one. */
export const quorum = 3;
const longest = 36 * hour;
const sooner = 4 * hour;
/** Days for the last word on a permanent ban. */
export const confirmDays = 7;
export const confirmFor = confirmDays * day;
export const keptFor = 365 * day;
/** What was decided about somebody who had their data erased meanwhile stays that long. */
export const erasedAfter = day;
export const pageSize = 5;

export type Counts = { yes: number; no: number; abstain: number };
export type Verdict = 'adopted' | 'rejected' | 'tied' | 'lacking';

export const cast = ({ yes, no, abstain }: Counts): number => yes + no + abstain;

/** A tie decides nothing; neither do fewer than the quorum. */
export function verdictOf(counts: Counts): Verdict {
  if (cast(counts) < quorum) return 'lacking';
  if (counts.yes === counts.no) return 'tied';
  return counts.yes > counts.no ? 'adopted' : 'rejected';
}

/** 36 hours, less four for each ballot, and never in the past. */
export const closeOf = ({ createdAt, ballots, now }: { createdAt: Date; ballots: number; now: Date }): Date =>
  new Date(Math.max(now.getTime(), createdAt.getTime() + longest - ballots * sooner));

/** What a vote may lead to: nobody votes about an internal note. */
export const measuresToVote = ['warning', 'timeout', 'kick', 'tempban', 'ban'] as const satisfies readonly Measure[];
export type VotedMeasure = (typeof measuresToVote)[number];

const units: Readonly<Record<string, number>> = {
  m: 60,
  min: 60,
  minute: 60,
  h: 3_600,
  heure: 3_600,
  hour: 3_600,
  j: 86_400,
  jour: 86_400,
  d: 86_400,
  day: 86_400,
  semaine: 604_800,
  sem: 604_800,
  week: 604_800,
  w: 604_800,
  mois: 30 * 86_400,
  month: 30 * 86_400,
};

/** `30 min`, `12h`, `7 jours`, `2 weeks`, in seconds; null for anything else. */
export function secondsOf(typed: string): number | null {
  const [, count, unit = ''] = /^\s*(\d{1,4})\s*([a-zé]+?)s?\s*$/i.exec(typed) ?? [];
  const word = unit.toLowerCase();
  const size = units[word] ?? units[`${word}s`];
  return count === undefined || size === undefined || Number(count) === 0 ? null : Number(count) * size;
}

type Bounds = { min: number; max: number };
/** In seconds. Discord ends a timeout after 28 days; whoever must stay out longer than a year stays out for good. */
export const boundsOf: Partial<Record<VotedMeasure, Bounds>> = {
  timeout: { min: 60, max: longestTimeoutSeconds },
  tempban: { min: 3_600, max: (365 * day) / second },
};

/** How long, for what ends by itself; null for the others; `undefined` when it is missing, unreadable or out of bounds. */
export function lengthOf(measure: VotedMeasure, typed: string): number | null | undefined {
  const bounds = boundsOf[measure];
  if (!bounds) return null;
  const seconds = secondsOf(typed);
  // Who types “28 days” means the longest that Discord allows.
  const near = seconds === longestTimeoutSeconds + 60 && measure === 'timeout' ? longestTimeoutSeconds : seconds;
  return near !== null && near >= bounds.min && near <= bounds.max ? near : undefined;
}
