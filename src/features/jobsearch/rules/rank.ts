import type { Contract, Level, Remote } from '../../../kernel/hiring.ts';
import { type Department, isDepartment, regionOf } from '../../../kernel/place.ts';
import { fold } from '../../../kernel/text.ts';
import { day } from '../../../kernel/time.ts';

/** Offers a page. */
export const pageSize = 10;

/** The newest that match are ranked; who is found more asks for less. Ten pages are more than anybody turns. */
export const mostFound = 100;

/** When so many newest offers have enough, older ones are not looked at. */
export const recentEnough = 2_000;

/** What somebody said of the work they want, in their own profile. */
export type Wish = {
  contracts: readonly string[];
  department: string | null;
  remote: Remote | null;
  level: Level | null;
  skills: readonly string[];
};

export type Candidate = {
  id: number;
  publishedAt: Date;
  contract: Contract;
  remote: Remote;
  level: Level | null;
  department: string | null;
  skills: readonly string[];
  /** Of PostgreSQL: how well the text fits. */
  rank: number;
};

const key = (skill: string): string => fold(skill).trim();

/** The skills of an offer that somebody has, as the offer writes them. */
export const sharedSkills = (wish: Wish | null, skills: readonly string[]): string[] => {
  const own = new Set((wish?.skills ?? []).map(key));
  return skills.filter((skill) => own.has(key(skill)));
};

const regionOfCode = (code: string | null): string | null =>
  code !== null && isDepartment(code) ? regionOf(code as Department) : null;

/** In [0, 1]. Only what the person said counts, so an empty profile makes all offers equal. */
export function fitOf(wish: Wish, offer: Omit<Candidate, 'rank' | 'publishedAt' | 'id'>): number {
  const parts: [weight: number, value: number][] = [];
  if (wish.skills.length > 0 && offer.skills.length > 0)
    parts.push([4, sharedSkills(wish, offer.skills).length / offer.skills.length]);
  if (wish.contracts.length > 0) parts.push([3, wish.contracts.includes(offer.contract) ? 1 : 0]);
  if (wish.department !== null) {
    const isNear = offer.remote === 'full' || offer.department === wish.department;
    const isInRegion = regionOfCode(offer.department) === regionOfCode(wish.department);
    parts.push([3, isNear ? 1 : isInRegion ? 0.5 : 0]);
  }
  if (wish.remote !== null) parts.push([1, wish.remote === offer.remote ? 1 : offer.remote === 'partial' ? 0.5 : 0]);
  if (wish.level !== null) parts.push([1, offer.level === null || offer.level === wish.level ? 1 : 0]);
  const whole = parts.reduce((sum, [weight]) => sum + weight, 0);
  return whole === 0 ? 0 : parts.reduce((sum, [weight, value]) => sum + weight * value, 0) / whole;
}

/** An offer of two weeks is half as fresh as one of today. */
const halfLife = 14 * day;
const freshness = (publishedAt: Date, now: Date): number => 2 ** -(Math.max(0, now.getTime() - publishedAt.getTime()) / halfLife);

/** How much each counts; the text only when there is one, the fit only with a profile. */
const weights = { text: 5, fit: 3, fresh: 2 };

/** Best first, newest first among equals: always the same order for the same offers. */
export function ranked(candidates: readonly Candidate[], { wish, now }: { wish: Wish | null; now: Date }): number[] {
  const best = Math.max(0, ...candidates.map(({ rank }) => rank));
  return candidates
    .map((offer) => ({
      offer,
      score:
        (best > 0 ? weights.text * (offer.rank / best) : 0) +
        (wish ? weights.fit * fitOf(wish, offer) : 0) +
        weights.fresh * freshness(offer.publishedAt, now),
    }))
    .sort((a, b) => b.score - a.score || b.offer.publishedAt.getTime() - a.offer.publishedAt.getTime() || b.offer.id - a.offer.id)
    .map(({ offer }) => offer.id);
}

export const pagesOf = (total: number): number => Math.max(1, Math.ceil(total / pageSize));
/** The page that is shown for one that was asked for. */
export const pageIn = (page: number, total: number): number => Math.min(Math.max(0, page), pagesOf(total) - 1);
