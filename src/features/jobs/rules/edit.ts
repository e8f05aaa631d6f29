import { fold } from '../../../kernel/text.ts';
import type { OfferContent, OfferField } from './content.ts';
import type { Finding } from './finding.ts';
import { freeSkills } from './text/said.ts';

/** Words of one text that may be corrected, in all, before staff read it again. */
export const mostCorrected = 3;
/** Shorter words say another thing once a letter is another: `sans` and `dans`. */
const shortestCorrected = 5;
const longWord = 8;

/** Punctuation says nothing of its own; every other sign is part of a word, so that nothing can be said in signs. */
const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/[\s.,;:!?…()'"«»“”–—•*/-]+/u)
    .filter(Boolean);

/** How many letters were put in, left out, changed, or swapped with the next, up to 3. */
export function lettersBetween(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  if (Math.abs(left.length - right.length) > 2) return 3;
  let [before, last] = [[] as number[], right.map((_, at) => at + 1)];
  last.unshift(0);
  for (let row = 1; row <= left.length; row++) {
    const next = [row];
    for (let at = 1; at <= right.length; at++) {
      const isSame = left[row - 1] === right[at - 1];
      const isSwapped = row > 1 && at > 1 && left[row - 1] === right[at - 2] && left[row - 2] === right[at - 1];
      next.push(
        Math.min(
          (last[at] ?? 0) + 1,
          (next[at - 1] ?? 0) + 1,
          (last[at - 1] ?? 0) + (isSame ? 0 : 1),
          isSwapped ? (before[at - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    [before, last] = [last, next];
  }
  return Math.min(3, last[right.length] ?? 0);
}

/** The same word, with a typing error less or more. A figure is never one. */
const isCorrection = (before: string, after: string): boolean => {
  const shorter = Math.min(before.length, after.length);
  if (shorter < shortestCorrected || /[^\p{L}]/u.test(before + after)) return false;
  return lettersBetween(before, after) <= (shorter < longWord ? 1 : 2);
};

/** Typing errors aside, a text says the same: word by word, and in few of them. */
export function isSameText(before: string, after: string): boolean {
  const [left, right] = [wordsOf(before), wordsOf(after)];
  if (left.length !== right.length) return false;
  const others = left.flatMap((word, at) => (word === right[at] ? [] : [[word, right[at] ?? ''] as const]));
  return others.length <= mostCorrected && others.every(([was, is]) => isCorrection(was, is));
}

/** Texts as staff last read them. */
export type ReadTexts = Pick<OfferContent, 'missions' | 'profile' | 'process' | 'accessibility'>;
export const readTextsOf = ({ missions, profile, process, accessibility }: OfferContent): ReadTexts => ({
  missions,
  profile,
  process,
  accessibility,
});

const time = (date: Date | null): number => date?.getTime() ?? 0;

/** A last day that comes later, or none any more, harms nobody. */
const isLater = (before: Date | null, after: Date | null): boolean => after === null || (before !== null && after >= before);

type Change = { field: OfferField; isRisky: boolean };

/**
 * Which fields an edit changes, and which of these candidates could be misled by. `read` is what staff read, when small corrections were shown since: they
 * add up.
 */
export function changesBetween(before: OfferContent, after: OfferContent, read: ReadTexts = before): Change[] {
  const changes: Change[] = [];
  const note = (field: OfferField, isChanged: boolean, isRisky: boolean) => {
    if (isChanged) changes.push({ field, isRisky });
  };
  note('company', before.relayedFor !== after.relayedFor, true);
  note('title', before.title !== after.title, true);
  for (const field of ['missions', 'profile', 'process'] as const)
    note(field, before[field] !== after[field], !isSameText(read[field], after[field]));
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
  const isSkillNew = freeSkills(after).some((skill) => !before.skills.includes(skill));
  note('skills', before.skills.join('\n') !== after.skills.join('\n'), isSkillNew);
  note('level', before.level !== after.level, true);
  // Who asks for a diploma afterwards shuts people out; who promises an agreement harms nobody.
  note(
    'conditions',
    before.diploma !== after.diploma || before.agreement !== after.agreement,
    (after.diploma && !before.diploma) || (before.agreement && !after.agreement),
  );
  note('posts', before.posts !== after.posts, false);
  note(
    'accessibility',
    before.accessibility !== after.accessibility,
    after.accessibility !== null && !isSameText(read.accessibility ?? '', after.accessibility),
  );
  return changes;
}

/** What may be shown at once, or must be read by staff first: something risky changed, or the rules find what they did not before. */
export function weighEdit(
  change: { before: OfferContent; after: OfferContent; read?: ReadTexts },
  findings: { before: readonly Finding[]; after: readonly Finding[] },
): { fields: OfferField[]; isRisky: boolean } {
  const changes = changesBetween(change.before, change.after, change.read);
  const known = new Set(findings.before.map(({ code, field }) => `${code} ${field}`));
  const isNew = findings.after.some(({ code, field }) => !known.has(`${code} ${field}`));
  return { fields: changes.map(({ field }) => field), isRisky: isNew || changes.some(({ isRisky }) => isRisky) };
}
