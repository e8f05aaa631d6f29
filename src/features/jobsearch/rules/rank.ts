import { fitOf, skillKey, skillKeys, type Wish } from '../../../kernel/fit.ts';
import type { Contract, Level, Remote } from '../../../kernel/hiring.ts';
import { day } from '../../../kernel/time.ts';

/** Offers a page. */
export const pageSize = 10;

/** The newest that match are ranked; who is found more asks for less. Ten pages are more than anybody turns. */
export const mostFound = 100;

/** When so many newest offers have enough, older ones are not looked at. */
export const recentEnough = 2_000;

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

/** The skills of an offer that somebody has, as the offer writes them. */
export function sharedSkills(own: readonly string[], skills: readonly string[]): string[] {
  const has = new Set(own);
  return skills.filter((skill) => has.has(skillKey(skill)));
}

/** In [0, 1]: the same fit as recruiters are shown, of what is listed of an offer. What the person did not say counts for no offer and against none. */
export const fitFor = (
  wish: Omit<Wish, 'availableFrom'>,
  { contract, remote, level, department, skills }: Omit<Candidate, 'rank' | 'publishedAt' | 'id'>,
) => {
  const asked = { remote, level, department, city: null, startsOn: null };
  const demand = {
    ...asked,
    contract: wish.contracts.length > 0 ? contract : null,
    skillKeys: wish.skillKeys.length > 0 ? skillKeys(skills) : [],
  };
  return fitOf({ ...wish, availableFrom: null }, demand, { rarity: new Map(), today: new Date(0) }).score;
};

/** An offer of two weeks is half as fresh as one of today. */
const halfLife = 14 * day;
const freshness = (publishedAt: Date, now: Date): number => 2 ** -(Math.max(0, now.getTime() - publishedAt.getTime()) / halfLife);

/** How much each counts; the text only when there is one, the fit only with a profile. */
const weights = { text: 5, fit: 3, fresh: 2 };

/** Best first, newest first among equals: always the same order for the same offers. */
export function ranked(
  candidates: readonly Candidate[],
  { wish, now }: { wish: Omit<Wish, 'availableFrom'> | null; now: Date },
): number[] {
  const best = Math.max(0, ...candidates.map(({ rank }) => rank));
  return candidates
    .map((offer) => ({
      offer,
      score:
        (best > 0 ? weights.text * (offer.rank / best) : 0) +
        (wish ? weights.fit * fitFor(wish, offer) : 0) +
        weights.fresh * freshness(offer.publishedAt, now),
    }))
    .sort((a, b) => b.score - a.score || b.offer.publishedAt.getTime() - a.offer.publishedAt.getTime() || b.offer.id - a.offer.id)
    .map(({ offer }) => offer.id);
}

export const pagesOf = (total: number): number => Math.max(1, Math.ceil(total / pageSize));
/** The page that is shown for one that was asked for. */
export const pageIn = (page: number, total: number): number => Math.min(Math.max(0, page), pagesOf(total) - 1);
