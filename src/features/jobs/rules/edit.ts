import { fold } from '../../../kernel/text.ts';
import type { OfferContent, OfferField } from './content.ts';
import type { Finding } from './finding.ts';

/** Above it two texts differ by typing errors only. */
export const closeEnough = 0.9;

function pairsOf(text: string): Map<string, number> {
  const letters = fold(text).replace(/\s+/g, ' ').trim();
  const pairs = new Map<string, number>();
  for (let at = 0; at < letters.length - 1; at++) {
    const pair = letters.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

/** Sørensen–Dice over pairs of letters, accents and case aside: 1 for the same text, 0 when nothing is shared. */
export function similarityOf(a: string, b: string): number {
  const [left, right] = [pairsOf(a), pairsOf(b)];
  const size = (pairs: Map<string, number>) => [...pairs.values()].reduce((sum, count) => sum + count, 0);
  const total = size(left) + size(right);
  if (total === 0) return fold(a).trim() === fold(b).trim() ? 1 : 0;
  let shared = 0;
  for (const [pair, count] of left) shared += Math.min(count, right.get(pair) ?? 0);
  return (2 * shared) / total;
}

const numbersIn = (text: string): string => (text.match(/\d+/g) ?? []).join(' ');
const linksIn = (text: string): string => (text.match(/(?:https?:\/\/|www\.)\S+|\S+@\S+/gi) ?? []).join(' ');

/** Typing errors aside, a text says the same: neither a number nor an address may come or go. */
const isSameText = (before: string, after: string): boolean =>
  similarityOf(before, after) >= closeEnough && numbersIn(before) === numbersIn(after) && linksIn(before) === linksIn(after);

const time = (date: Date | null): number => date?.getTime() ?? 0;

/** A last day that comes later, or none any more, harms nobody. */
const isLater = (before: Date | null, after: Date | null): boolean => after === null || (before !== null && after >= before);

type Change = { field: OfferField; isRisky: boolean };

/** Which fields an edit changes, and which of these candidates could be misled by. */
export function changesBetween(before: OfferContent, after: OfferContent): Change[] {
  const changes: Change[] = [];
  const note = (field: OfferField, isChanged: boolean, isRisky: boolean) => {
    if (isChanged) changes.push({ field, isRisky });
  };
  note('title', before.title !== after.title, true);
  for (const field of ['missions', 'profile', 'process'] as const)
    note(field, before[field] !== after[field], !isSameText(before[field], after[field]));
  note('link', before.applyUrl !== after.applyUrl, true);
  note('contract', before.contract !== after.contract, true);
  note('place', before.city !== after.city || before.department !== after.department, true);
  note('remote', before.remote !== after.remote || before.remoteDays !== after.remoteDays, true);
  const isPayChanged =
    before.payMinCents !== after.payMinCents ||
    before.payMaxCents !== after.payMaxCents ||
    before.payPeriod !== after.payPeriod ||
    before.payReason !== after.payReason;
  const isRaise =
    before.payPeriod === after.payPeriod &&
    before.payMinCents !== null &&
    after.payMinCents !== null &&
    after.payMinCents >= before.payMinCents &&
    (after.payMaxCents ?? 0) >= (before.payMaxCents ?? 0);
  note('pay', isPayChanged, !isRaise);
  const areDatesOther =
    time(before.startsOn) !== time(after.startsOn) || before.months !== after.months || before.rhythm !== after.rhythm;
  note(
    'dates',
    areDatesOther || time(before.deadline) !== time(after.deadline),
    areDatesOther || !isLater(before.deadline, after.deadline),
  );
  note('skills', before.skills.join('\n') !== after.skills.join('\n'), false);
  note('level', before.level !== after.level, true);
  // Who asks for a diploma afterwards shuts people out; who promises an agreement harms nobody.
  note(
    'conditions',
    before.diploma !== after.diploma || before.agreement !== after.agreement,
    (after.diploma && !before.diploma) || (before.agreement && !after.agreement),
  );
  note('posts', before.posts !== after.posts, false);
  note('accessibility', before.accessibility !== after.accessibility, false);
  return changes;
}

/** What may be shown at once, or must be read by staff first: something risky changed, or the rules find what they did not before. */
export function weighEdit(
  change: { before: OfferContent; after: OfferContent },
  findings: { before: readonly Finding[]; after: readonly Finding[] },
): { fields: OfferField[]; isRisky: boolean } {
  const changes = changesBetween(change.before, change.after);
  const known = new Set(findings.before.map(({ code, field }) => `${code} ${field}`));
  const isNew = findings.after.some(({ code, field }) => !known.has(`${code} ${field}`));
  return { fields: changes.map(({ field }) => field), isRisky: isNew || changes.some(({ isRisky }) => isRisky) };
}
