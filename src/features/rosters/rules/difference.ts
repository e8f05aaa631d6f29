import { createHash } from 'node:crypto';
import type { Kind } from '../../../kernel/kind.ts';
import type { FileLine, ReadFile } from '../wire.ts';
import { keyOf, nameKeyOf } from './file.ts';

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

type Named = Pick<FileLine, 'lastName' | 'firstName' | 'email'>;

/** Somebody on the server whose confirmed address is that of a line. `elsewhere`: the other promo where they learn. */
export type Known = Named & { userId: string; kind: Kind; isIn: boolean; elsewhere: string | null };

/** Why somebody whom the list names does not enter the promo by it. */
export type Obstacle =
  | { why: 'elsewhere'; promo: string }
  | { why: 'kind'; kind: Kind }
  /** An address is only what somebody typed: under another name it may be that of another. */
  | { why: 'name'; confirmed: string };

/** What a file changes in a promo's list. */
export type Difference = {
  added: FileLine[];
  /** Another name, or the address of somebody who has come. */
  changed: { id: number; to: FileLine; from: Named }[];
  removed: RosterLine[];
  unchanged: number;
  /** Are on the server, and enter the promo now. */
  entering: (Named & { userId: string })[];
  /** Are in the promo already, and only have to be ticked off. */
  present: (Named & { userId: string; confirmed: string | null })[];
  held: (Named & { userId: string; obstacle: Obstacle })[];
  /** Who gets a code: everybody who has not come, is not surely found on the server, and has none. */
  coded: Named[];
};

/** Who may learn. Somebody of the team may stand in a list by mistake. */
const mayLearn = (kind: Kind): boolean => kind === 'learner' || kind === 'alumni' || kind === 'candidate';

/** Why somebody does not enter a promo, by a list or by a code; null when they may. */
export const obstacleTo = ({ kind, elsewhere }: Pick<Known, 'kind' | 'elsewhere'>): Exclude<Obstacle, { why: 'name' }> | null =>
  mayLearn(kind) ? (elsewhere === null ? null : { why: 'elsewhere', promo: elsewhere }) : { why: 'kind', kind };

/** The name that was confirmed when it is not the one of the list. */
const otherName = (line: Named, known: Known): string | null =>
  nameKeyOf(line) === nameKeyOf(known) ? null : `${known.firstName} ${known.lastName}`;

/** Addresses that one person on the server has. One that several have says nothing of who they are. */
function byAddress(known: readonly Known[]): ReadonlyMap<string, Known> {
  const groups = Map.groupBy(known, ({ email }) => keyOf(email));
  return new Map([...groups].flatMap(([key, [only, ...others]]) => (only && others.length === 0 ? [[key, only]] : [])));
}

/** Lines of the same name, where there is only one on either side. */
function pairsOf(removed: readonly RosterLine[], added: readonly FileLine[]): ReadonlyMap<RosterLine, FileLine> {
  const former = Map.groupBy(removed, nameKeyOf);
  const later = Map.groupBy(added, nameKeyOf);
  return new Map(
    [...former].flatMap(([name, [from, ...others]]) => {
      const [to, ...more] = later.get(name) ?? [];
      return from?.claimedBy && to && others.length + more.length === 0 ? [[from, to]] : [];
    }),
  );
}

/** Compares a file with the list as it is. The order of lines means nothing. */
export function compare(file: ReadFile, roster: readonly RosterLine[], known: readonly Known[]): Difference {
  const kept = new Map(roster.map((line) => [keyOf(line.email), line]));
  const named = new Map(file.lines.map((line) => [keyOf(line.email), line]));
  // A line that is there and cannot be read says nothing of its person, least of all that they are gone.
  const unread = new Set(file.invalid.flatMap(({ email }) => (email === null ? [] : [keyOf(email)])));
  const found = byAddress(known);

  const unnamed = roster.filter(({ email }) => !named.has(keyOf(email)) && !unread.has(keyOf(email)));
  const unkept = file.lines.filter(({ email }) => !kept.has(keyOf(email)));
  // Whoever has come and stands there under another address has not gone: the address was corrected.
  const readdressed = pairsOf(unnamed, unkept);
  const targets = new Set(readdressed.values());
  const added = unkept.filter((line) => !targets.has(line));
  const removed = unnamed.filter((line) => !readdressed.has(line));
  const changed = [
    ...file.lines.flatMap((to) => {
      const from = kept.get(keyOf(to.email));
      const isSame = !from || (from.lastName === to.lastName && from.firstName === to.firstName);
      return isSame ? [] : [{ id: from.id, to, from }];
    }),
    ...[...readdressed].map(([from, to]) => ({ id: from.id, to, from })),
  ];
  const gone = new Set(removed);
  const placed = new Set(roster.flatMap((line) => (line.claimedBy === null || gone.has(line) ? [] : [line.claimedBy])));

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
    const known = found.get(keyOf(email));
    // A person has one line.
    const match = known && !placed.has(known.userId) ? known : null;
    const confirmed = match && otherName(person, match);
    const obstacle: Obstacle | null =
      match && !match.isIn ? (obstacleTo(match) ?? (confirmed === null ? null : { why: 'name', confirmed })) : null;
    if (match && obstacle) difference.held.push({ ...person, userId: match.userId, obstacle });
    else if (match?.isIn) difference.present.push({ ...person, userId: match.userId, confirmed });
    else if (match) difference.entering.push({ ...person, userId: match.userId });
    // Who may be another than the one on the server comes with a code.
    if ((!match || (confirmed !== null && !match.isIn)) && !hasCode) difference.coded.push(person);
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
    present.map(({ userId, email, confirmed }) => [keyOf(email), userId, confirmed]),
    held.map(({ userId, email, obstacle }) => [keyOf(email), userId, obstacle]),
    coded.map(({ email }) => keyOf(email)),
  ].map((part) => part.map((one) => JSON.stringify(one)).sort());
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
