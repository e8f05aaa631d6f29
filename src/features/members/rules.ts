import { cut } from '../../kernel/text.ts';
import { day } from '../../kernel/time.ts';

export const pageSize = 25;

/** An index of groups of three characters answers a search: below, everybody is read. */
export const shortestProposal = 3;

/** What a custom id can carry of a search, with its prefix and the page. */
const longestSearch = 50;

/** More would not narrow a search further. */
const mostWords = 6;

/**
 * How long the identity of a person who left is kept: the three years after the last contact that the CNIL recommends.
 * https://www.cnil.fr/fr/les-durees-de-conservation-des-donnees
 */
export const identityKeptFor = 3 * 365 * day;

/** Somebody who left without an identity has nothing to come back to. */
export const visitorKeptFor = 30 * day;

/** A search as it is compared and carried: without accents, case, punctuation of mentions, or double spaces. */
export function searchable(typed: string): string {
  const folded = typed
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[:<>@!\p{C}\s]+/gu, (found) => (found === '@' ? '@' : ' '))
    .replace(/(^| )@/g, '$1')
    .trim()
    .replace(/ +/g, ' ');
  return cut(folded, longestSearch).replace(/…$/, '').trim();
}

/** Each word must be found somewhere, in any order. */
export const wordsOf = (search: string): string[] => [...new Set(search.split(' ').filter(Boolean))].slice(0, mostWords);

/** The last page there is, for a page that no longer exists because people left. */
export const lastPage = (total: number): number => Math.max(0, Math.ceil(total / pageSize) - 1);

/** What Discord says of a person on a server. */
export type Presence = { userId: string; username: string; displayName: string; joinedAt: Date; screening: boolean };

/** The parts of Discord's member object that tell who is there. https://docs.discord.com/developers/resources/guild#guild-member-object */
type Seen = {
  user: { id: string; username: string; global_name: string | null; bot?: boolean | undefined };
  nick?: string | null | undefined;
  joined_at: string | null;
  pending?: boolean | undefined;
};

/** A person as Discord's member object tells them; null for a bot. `seenAt` stands in for a missing date of arrival. */
export function presenceOf({ user, nick, joined_at, pending }: Seen, seenAt: Date): Presence | null {
  if (user.bot) return null;
  return {
    userId: user.id,
    username: user.username,
    displayName: nick ?? user.global_name ?? user.username,
    joinedAt: joined_at ? new Date(joined_at) : seenAt,
    screening: pending ?? false,
  };
}
