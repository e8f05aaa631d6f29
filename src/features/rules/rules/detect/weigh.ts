import type { Place } from '../link.ts';
import type { Reading } from '../reading.ts';
import { count, counts, ends, has, isDisguised, most, starts, times, wakes } from './ideas.ts';
import { hiresOf, offersOf } from './offers.ts';
import { phishingOf } from './phishing.ts';
import { amount, email, handle, offSiteHosts, riskOf, telephone } from './risk.ts';
import { spamOf } from './spam.ts';
import { type Scene, type Setting, totalOf, type Verdict, type Weighed } from './verdict.ts';

/**
 * Spam, phishing and offers that do not belong, by what a message says: ideas of `lexicon.ts` that meet within a few lines, where its links lead, who writes,
 * and what honest people say of the same things. Each family of tricks gives points; a hundred is certain.
 */

const nothing: Verdict = { score: 0, families: [] };
export const innocent: Weighed = { phishing: nothing, spam: nothing, job_spam: nothing, spans: [] };

/** Weighs what `findIdeas` found last. */
export function weigh(reading: Reading, places: readonly Place[], setting: Setting): Weighed {
  const { text } = reading;
  const outward = places.filter(({ invite }) => invite === null);
  const invites = places.filter(({ invite }) => invite !== null && !setting.ownInvites.has(invite.toLowerCase()));
  const risk = outward.reduce((most, place) => Math.max(most, riskOf(place)), 0);
  const link = Math.max(risk, invites.length > 0 ? 0.4 : 0);
  const hasAmount = amount.test(text);
  const isOff = has('offSite') || outward.some(({ host }) => offSiteHosts.has(host)) || telephone.test(text);
  const hasMail = email.test(text);
  const isReachable = has('contact') || isOff || hasMail || handle.test(text);
  const isNew = setting.accountDays < 14 || (setting.memberDays !== null && setting.memberDays < 2);
  const isSettled = setting.accountDays > 180 && setting.memberDays !== null && setting.memberDays > 90;

  const denies = times('deny');
  // “Not a scam” is what thieves say; whoever warns says more than that.
  const warnings = Math.max(
    0,
    times('warn') - (/\b(?:not|no|pas une?|sans|zero) (?:an? )?(?:scam|arnaque|fake)/i.test(text) ? 2 : 0),
  );
  const isSure = outward.some((place) => place.isLink && riskOf(place) >= 0.9);
  const isQuestion = text.includes('?');
  const warned = warnings === 0 ? 0 : Math.min(70, 22 + 14 * warnings);
  const asked = has('ask') && isQuestion ? (isReachable ? 8 : 22) : isQuestion && !isReachable && link < 0.5 ? 10 : 0;
  const studied = Math.min(30, times('study') * 6);
  const relief = isSure ? warned * 0.8 : link >= 0.5 ? warned + asked * 0.4 + studied * 0.3 : warned + asked + studied;
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

  const spans: { start: number; end: number }[] = [];
  for (let idea = 0; idea < count; idea++)
    if (wakes[idea] === 1 && (counts[idea] as number) > 0)
      spans.push({ start: starts[idea * most] as number, end: (ends[idea * most] as number) + 1 });
  for (const place of [...outward, ...invites]) spans.push({ start: place.from, end: place.end });
  return {
    phishing: totalOf(phishing, besides + (has('hurry') ? 3 : 0)),
    spam: totalOf(spam, besides),
    job_spam: totalOf(jobs, jobBesides),
    spans: spans.sort((a, b) => a.start - b.start),
  };
}
