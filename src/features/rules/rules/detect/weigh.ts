import type { Place } from '../link.ts';
import type { Reading } from '../reading.ts';
import { count, counts, ends, has, isDisguised, isTold, most, starts, times, wakes } from './ideas.ts';
import { hiresOf, offersOf } from './offers.ts';
import { phishingOf } from './phishing.ts';
import { amount, email, handle, isFlip, offSiteHosts, riskOf, telephone } from './risk.ts';
import { spamOf } from './spam.ts';
import { type Scene, type Setting, type Sum, totalOf, type Verdict, type Weighed } from './verdict.ts';
import { kindsOfBad } from './weights.ts';
import { likenessOf, type Mark } from './wording.ts';

/**
 * Spam, phishing and offers that do not belong, by what a message says: ideas of `lexicon.ts` that meet within a few lines, where its links lead, who writes,
 * and what honest people say of the same things. Each family of tricks gives points; a hundred is certain.
 */

const nothing: Verdict = { score: 0, families: [] };
export const innocent: Weighed = { phishing: nothing, spam: nothing, job_spam: nothing, spans: [] };

/** Lines of a program that nobody marked as code. */
const code = /(?:^|\n)\s*(?:const|let|var|import|def|return|function|SELECT|curl|npm|git)\s|[=:]\s?[[{]["']/;
/** Whoever writes an address so that it cannot be followed warns of it. */
const defanged = /\w\[\.\]\w|\w\(\.\)\w|\bhxxps?\b|\w\[dot\]\w/i;

/** What a text shows at a glance. An expression is tried only where its rarest sign stands. */
const sightOf = (text: string) => ({
  hasAmount: amount.test(text),
  hasTelephone: telephone.test(text),
  hasMail: text.includes('@') && email.test(text),
  isQuestion: text.includes('?'),
});

/** What a message shows besides words. */
export function shownOf(
  { hasAmount, hasTelephone, hasMail, isQuestion }: ReturnType<typeof sightOf>,
  risk: number,
  { accountDays, memberDays, isJobChannel }: Pick<Setting, 'accountDays' | 'memberDays' | 'isJobChannel'>,
): Mark[] {
  const shown: Mark[] = [];
  if (hasAmount) shown.push('amount');
  if (hasTelephone) shown.push('telephone');
  if (hasMail) shown.push('mail');
  if (isQuestion) shown.push('question');
  if (isJobChannel) shown.push('jobChannel');
  if (accountDays < 14 || (memberDays !== null && memberDays < 2)) shown.push('isNew');
  if (accountDays > 180 && memberDays !== null && memberDays > 90) shown.push('isSettled');
  if (risk > 0.3) shown.push('link');
  if (risk > 0.5) shown.push('badLink');
  return shown;
}
export const shownIn = (text: string, places: readonly Place[], setting: Parameters<typeof shownOf>[2]): Mark[] =>
  shownOf(sightOf(text), riskiest(places), setting);
const riskiest = (places: readonly Place[]): number => places.reduce((most, place) => Math.max(most, riskOf(place)), 0);

/** Points that wording adds or takes at most, and by how much each step of its odds counts. */
const farthest = 4;
const step = 20;
const ahead = 14;

/** Weighs what `findIdeas` found last. */
export function weigh(reading: Reading, places: readonly Place[], setting: Setting): Weighed {
  const { text } = reading;
  // An address that is quoted to speak of it leads nowhere, unless it can be clicked.
  const outward = places.filter(({ invite, isLink, start }) => invite === null && (isLink || !isTold(start)));
  const invites = places.filter(({ invite }) => invite !== null && !setting.ownInvites.has(invite.toLowerCase()));
  const risk = riskiest(outward);
  const sight = sightOf(text);
  const { hasAmount, hasMail, isQuestion } = sight;
  const link = Math.max(risk, invites.length > 0 ? 0.4 : 0);
  const isOff = has('offSite') || outward.some(({ host }) => offSiteHosts.has(host)) || sight.hasTelephone;
  const isReachable = has('contact') || isOff || hasMail || (reading.hasAt && handle.test(text));
  const isNew = setting.accountDays < 14 || (setting.memberDays !== null && setting.memberDays < 2);
  const isSettled = setting.accountDays > 180 && setting.memberDays !== null && setting.memberDays > 90;

  const denies = times('deny');
  // “Not a scam” is what thieves say; whoever warns says more than that.
  const warnings = Math.max(
    0,
    times('warn') - (/\b(?:not|no|pas une?|sans|zero) (?:an? )?(?:scam|arnaque|fake)/i.test(text) ? 2 : 0),
  );
  const isSure = outward.some((place) => place.isLink && riskOf(place) >= 0.9);
  const warned = warnings === 0 ? 0 : Math.min(70, 22 + 14 * warnings);
  const asked = has('ask') && isQuestion ? (isReachable ? 8 : 22) : isQuestion && !isReachable && link < 0.5 ? 10 : 0;
  const studied = Math.min(30, times('study') * 6) + (code.test(text) ? 24 : 0) + (defanged.test(text) ? 30 : 0);
  const surveyed = has('survey') && !isOff && link < 0.5 ? 26 : 0;
  const relief = isSure ? warned * 0.8 : link >= 0.5 ? warned + asked * 0.4 + studied * 0.3 : warned + asked + studied + surveyed;
  const settled = isSettled && link < 0.5 ? 8 : 0;
  const besides =
    (setting.isEveryone ? 14 : 0) + (isNew ? 10 : 0) + (isDisguised ? 18 : 0) + (denies > 0 ? 8 : 0) - relief - settled;

  const scene: Scene = {
    text,
    setting,
    outward,
    invites,
    risk,
    link,
    hasAmount,
    isOff,
    hasMail,
    isReachable,
    isNew,
    isSettled,
    denies,
    isFlip: hasAmount && (isReachable || link > 0 || has('teach')) && isFlip(text),
  };
  const phishing = phishingOf(scene);
  const spam = spamOf(scene);
  const jobs = offersOf(scene);
  const jobRelief =
    (isSettled && !hasAmount ? 8 : 0) + (has('seek') ? 26 + 4 * Math.min(3, times('seek')) : 0) + (has('relay') ? 30 : 0);
  // Learners speak of jobs all day: studies relieve less where somebody names a price and a way to reach them.
  const jobBesides =
    besides +
    (isReachable && (hasAmount || hiresOf() > 1 || times('selfAd') > 1) ? Math.min(relief, studied) * 0.7 : 0) -
    jobRelief;

  const likeness = likenessOf(reading, shownOf(sight, places === outward ? risk : riskiest(places), setting));
  const leaning = step * Math.max(-farthest, Math.min(farthest, likeness.odds)) + ahead;
  const kind = kindsOfBad[likeness.kind];
  // Words alone do not say which harm as surely as that there is some.
  const leans = (name: (typeof kindsOfBad)[number], { parts }: Sum): number =>
    name === kind || parts.length > 0 ? leaning : Math.min(0, leaning);

  const spans: { start: number; end: number }[] = [];
  for (let idea = 0; idea < count; idea++)
    if (wakes[idea] === 1 && (counts[idea] as number) > 0)
      spans.push({ start: starts[idea * most] as number, end: (ends[idea * most] as number) + 1 });
  for (const place of [...outward, ...invites]) spans.push({ start: place.from, end: place.end });
  return {
    phishing: totalOf(phishing, besides + (has('hurry') ? 3 : 0), leans('phishing', phishing)),
    spam: totalOf(spam, besides, leans('spam', spam)),
    job_spam: totalOf(jobs, jobBesides, leans('job_spam', jobs)),
    spans: spans.sort((a, b) => a.start - b.start),
  };
}
