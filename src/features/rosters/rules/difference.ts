import { createHash } from 'node:crypto';
import type { Kind } from '../../../kernel/kind.ts';
import type { FileLine, ReadFile } from '../wire.ts';
import { keyOf } from './file.ts';

/** What is shown may be confirmed for that long. */
export const planMinutes = 60;

/** A line of the list as it is kept. `isIn`: who claimed it is still in the promo. */
export type RosterLine = {
  id: number;
  lastName: string;
  firstName: string;
  email: string;
  claimedBy: string | null;
  hasCode: boolean;
  isIn: boolean;
};

/** Somebody on the server whose confirmed address is that of a line. `elsewhere`: the other promo where they learn. */
export type Known = { userId: string; email: string; kind: Kind; isIn: boolean; elsewhere: string | null };

type Named = Pick<FileLine, 'lastName' | 'firstName' | 'email'>;

/** Why somebody whom the list names does not enter the promo by it. */
export type Obstacle = { why: 'elsewhere'; promo: string } | { why: 'kind'; kind: Kind };

/** What a file changes in a promo's list. */
export type Difference = {
  added: FileLine[];
  changed: { id: number; to: FileLine; from: Named }[];
  removed: RosterLine[];
  unchanged: number;
  /** Are on the server, and enter the promo now. */
  entering: (Named & { userId: string })[];
  /** Are in the promo already, and only have to be ticked off. */
  present: (Named & { userId: string })[];
  held: (Named & { obstacle: Obstacle })[];
  /** Who gets a code: everybody who has not come, cannot be found on the server, and has none. */
  coded: Named[];
};

/** Who may learn. Somebody of the team may stand in a list by mistake. */
const mayLearn = (kind: Kind): boolean => kind === 'learner' || kind === 'alumni' || kind === 'candidate';

const obstacleOf = ({ kind, elsewhere }: Known): Obstacle | null =>
  mayLearn(kind) ? (elsewhere === null ? null : { why: 'elsewhere', promo: elsewhere }) : { why: 'kind', kind };

/** Addresses that one person on the server has. One that several have says nothing of who they are. */
function byAddress(known: readonly Known[]): ReadonlyMap<string, Known> {
  const groups = Map.groupBy(known, ({ email }) => keyOf(email));
  return new Map([...groups].flatMap(([key, [only, ...others]]) => (only && others.length === 0 ? [[key, only]] : [])));
}

/** Compares a file with the list as it is. The order of lines means nothing. */
export function compare(file: ReadFile, roster: readonly RosterLine[], known: readonly Known[]): Difference {
  const kept = new Map(roster.map((line) => [keyOf(line.email), line]));
  const named = new Map(file.lines.map((line) => [keyOf(line.email), line]));
  // A line that is there and cannot be read says nothing of its person, least of all that they are gone.
  const unread = new Set(file.invalid.flatMap(({ email }) => (email === null ? [] : [keyOf(email)])));
  const found = byAddress(known);

  const added = file.lines.filter(({ email }) => !kept.has(keyOf(email)));
  const changed = file.lines.flatMap((to) => {
    const from = kept.get(keyOf(to.email));
    const isSame = !from || (from.lastName === to.lastName && from.firstName === to.firstName);
    return isSame ? [] : [{ id: from.id, to, from }];
  });
  const removed = roster.filter(({ email }) => !named.has(keyOf(email)) && !unread.has(keyOf(email)));

  const awaited: (Named & { hasCode: boolean })[] = [
    ...added.map((line) => ({ ...line, hasCode: false })),
    ...roster
      .filter(({ claimedBy, email }) => claimedBy === null && (named.has(keyOf(email)) || unread.has(keyOf(email))))
      .map((line) => ({ ...line, ...named.get(keyOf(line.email)), hasCode: line.hasCode })),
  ];
  const difference: Difference = {
    added,
    changed,
    removed,
    unchanged: file.lines.length - added.length - changed.length,
    entering: [],
    present: [],
    held: [],
    coded: [],
  };
  for (const { lastName, firstName, email, hasCode } of awaited) {
    const person = { lastName, firstName, email };
    const match = found.get(keyOf(email));
    const obstacle = match && !match.isIn ? obstacleOf(match) : null;
    if (obstacle) difference.held.push({ ...person, obstacle });
    else if (match) difference[match.isIn ? 'present' : 'entering'].push({ ...person, userId: match.userId });
    else if (!hasCode) difference.coded.push(person);
  }
  return difference;
}

/** True when nothing would be done. */
export const isNothing = ({ added, changed, removed, entering, present, coded }: Difference): boolean =>
  [added, changed, removed, entering, present, coded].every(({ length }) => length === 0);

/** The same for the same differences, whatever the order of lines. */
export function digestOf({ added, changed, removed, entering, present, held, coded }: Difference): string {
  const person = ({ lastName, firstName, email }: Named) => [keyOf(email), lastName, firstName];
  const parts = [
    added.map(person),
    changed.map(({ id, to, from }) => [id, ...person(to), ...person(from)]),
    removed.map(({ id, isIn }) => [id, isIn]),
    entering.map(({ userId, email }) => [keyOf(email), userId]),
    present.map(({ userId, email }) => [keyOf(email), userId]),
    held.map(({ email, obstacle }) => [keyOf(email), obstacle]),
    coded.map(({ email }) => keyOf(email)),
  ].map((part) => part.map((one) => JSON.stringify(one)).sort());
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
