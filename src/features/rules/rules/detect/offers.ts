import { follows, has, times } from './ideas.ts';
import { add, type Scene, type Sum, sum } from './verdict.ts';

/** How often somebody recruits; “looking for … developers” is once more, whatever stands between. */
export const hiresOf = (): number => times('hiring') + (follows('want', 'role', 45) ? 1 : 0);

/** Easy money anywhere; recruiting and services where they do not belong. */
export function offersOf(scene: Scene): Sum {
  const { text, setting, link, hasAmount, isOff, hasMail, isReachable } = scene;
  const jobs = sum();
  const hires = hiresOf();
  // Money, how little it takes, and how to reach whoever offers it: two of the three at least.
  const pays = (has('earn') ? 1 : 0) + (hasAmount ? 1 : 0) + (hasAmount && has('period') ? 1 : 0);
  const ease = Math.min(3, times('easyWork')) + 1.5 * Math.min(2, times('noSkill')) + Math.min(2, times('teach'));
  const isOffered = setting.isJobChannel ? isOff && ease >= 2 && has('earn') : ease > 0 || isReachable || link > 0;
  if (pays > 0 && isOffered && (ease > 0 || isReachable || link > 0))
    add(
      jobs,
      'easy_money',
      9 * pays +
        6 * ease +
        (has('contact') ? 9 : 0) +
        (isOff ? 9 : 0) +
        (hires > 0 ? 4 : 0) +
        8 * link +
        (has('hurry') ? 3 : 0) -
        6,
    );
  if (!setting.isJobChannel && hires > 0)
    add(
      jobs,
      'recruiting',
      14 +
        7 * Math.min(4, hires) +
        (has('contact') ? 12 : 0) +
        (hasAmount ? 12 : 0) +
        (hasAmount && has('period') ? 4 : 0) +
        5 * Math.min(2, times('easyWork')) +
        (has('noSkill') ? 10 : 0) +
        (has('stack') ? 5 : 0) +
        (hasMail ? 12 : 0) +
        (isOff ? 10 : 0) +
        (link > 0 ? 4 + 8 * link : 0) +
        (has('earn') ? 4 : 0),
    );
  else if (setting.isJobChannel && hires > 0 && has('noSkill') && has('easyWork') && isOff && !hasMail)
    add(
      jobs,
      'easy_money',
      18 + 6 * Math.min(3, times('easyWork')) + (isOff ? 14 : 0) + (hasAmount ? 10 : 0) + (has('contact') ? 6 : 0),
    );
  else if (!setting.isJobChannel && has('easyWork') && has('noSkill') && isReachable)
    add(
      jobs,
      'easy_money',
      14 +
        8 * Math.min(3, times('easyWork')) +
        6 * Math.min(2, times('noSkill')) +
        (isOff ? 14 : 0) +
        (hasAmount ? 12 : 0) +
        (has('contact') ? 8 : 0) +
        8 * link,
    );
  // Where offers belong too: nobody honest borrows an account, or is paid by those who seek work.
  const share = /\d\s?%/.test(text);
  if (has('mule') && (hasAmount || share || has('earn') || isOff))
    add(
      jobs,
      'easy_money',
      10 +
        9 * Math.min(4, times('mule')) +
        (hasAmount || share ? 8 : 0) +
        (has('earn') ? 6 : 0) +
        (isReachable ? 8 : 0) +
        (has('hiring') || has('want') ? 8 : 0) +
        (isOff ? 6 : 0),
    );
  if (has('upfront') && (hires > 0 || ease > 0) && (hasAmount || isOff))
    add(
      jobs,
      'easy_money',
      12 +
        9 * Math.min(3, times('upfront')) +
        5 * Math.min(3, ease) +
        (hires > 0 ? 8 : 0) +
        (hasAmount ? 6 : 0) +
        (isOff ? 14 : 0) +
        (hasMail ? 6 : 0),
    );
  if (has('tout') && (isReachable || has('teach')) && !setting.isJobChannel)
    add(
      jobs,
      'easy_money',
      6 +
        8 * Math.min(4, times('tout')) +
        (isReachable ? 9 : 0) +
        (has('teach') ? 7 : 0) +
        (has('free') || has('claim') ? 6 : 0) +
        (has('earn') ? 8 : 0) +
        (hasAmount ? 6 : 0) +
        (hires > 0 ? 5 : 0),
    );
  if (has('selfAd'))
    add(
      jobs,
      'self_promotion',
      (10 +
        9 * Math.min(4, times('selfAd')) +
        (has('contact') ? 14 : 0) +
        (isOff || hasMail ? 8 : 0) +
        3 * Math.min(6, times('stack')) +
        (hasAmount ? 10 : 0) +
        6 * link +
        (has('offerService') ? 5 : 0)) *
        (setting.isJobChannel ? 0.5 : 1),
    );
  return jobs;
}
