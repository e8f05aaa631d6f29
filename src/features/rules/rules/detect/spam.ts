import { has, howMany, meet, meetAny, times } from './ideas.ts';
import { audience } from './risk.ts';
import { add, type Scene, type Sum, sum } from './verdict.ts';

/** What is sold, promised or advertised. */
export function spamOf(scene: Scene): Sum {
  const { text, setting, outward, invites, link, hasAmount, isOff, hasMail, isReachable, isNew, denies, isFlip } = scene;
  const spam = sum();
  if (invites.length > 0)
    add(
      spam,
      'server',
      26 +
        (has('server') ? 18 + 7 * Math.min(3, times('server')) : 0) +
        (has('free') || has('prize') || has('nitro') ? 12 : 0) +
        (isNew ? 8 : 0) +
        (invites.length > 1 ? 10 : 0) +
        (text.length < 60 ? 6 : 0) +
        (has('adult') ? 20 : 0),
    );
  else if (times('server') > 1 && has('contact')) add(spam, 'server', 18 + 9 * times('server'));
  if (has('casino'))
    add(
      spam,
      'casino',
      10 +
        13 * Math.min(3, times('casino')) +
        8 * howMany('casino', ['free', 'prize', 'claim', 'referral', 'earn', 'hurry', 'invest']) +
        20 * link +
        (isReachable && link === 0 ? 12 : 0) +
        (hasAmount ? 8 : 0),
    );
  if (has('social') && meetAny('social', ['sell', 'offerService', 'contact', 'free', 'earn']))
    add(
      spam,
      'followers',
      14 +
        9 * Math.min(4, times('social')) +
        (has('sell') ? 12 : 0) +
        (isReachable ? 14 : 0) +
        (hasAmount ? 10 : 0) +
        16 * link +
        (has('offerService') ? 6 : 0),
    );
  if (has('goods') && (meet('goods', 'sell') || (hasAmount && isReachable)))
    add(
      spam,
      'goods',
      16 +
        7 * Math.min(4, times('goods')) +
        5 * Math.min(3, times('sell')) +
        (isReachable ? 14 : 0) +
        (hasAmount ? 10 : 0) +
        18 * link +
        (has('offerService') ? 5 : 0) +
        (isOff ? 6 : 0),
    );
  else if (times('goods') > 1 && isReachable && (link > 0 || hasAmount || has('offerService')))
    add(spam, 'goods', 16 + 8 * Math.min(4, times('goods')) + 12 * link + (isOff ? 8 : 0) + (hasAmount ? 8 : 0));
  if (has('homework') && meetAny('homework', ['offerService', 'sell', 'contact']))
    add(
      spam,
      'homework',
      12 +
        10 * Math.min(3, times('homework')) +
        6 * Math.min(3, times('offerService')) +
        (isReachable ? 16 : 0) +
        (hasAmount ? 6 : 0) +
        14 * link +
        (has('sell') ? 8 : 0),
    );
  if (has('loan'))
    add(
      spam,
      'loan',
      8 +
        14 * Math.min(4, times('loan')) +
        (isReachable ? 12 : 0) +
        (hasAmount ? 8 : 0) +
        (isOff || hasMail ? 12 : 0) +
        10 * link,
    );
  if (has('occult'))
    add(
      spam,
      'occult',
      6 +
        18 * Math.min(3, times('occult')) +
        (isReachable ? 18 : 0) +
        (isOff || hasMail ? 12 : 0) +
        10 * link +
        (denies > 0 ? 8 : 0),
    );
  if (has('health'))
    add(
      spam,
      'health',
      8 +
        14 * Math.min(3, times('health')) +
        7 * howMany('health', ['sell', 'free', 'claim', 'contact', 'offerService']) +
        24 * link +
        (isOff ? 10 : 0),
    );
  if (has('adult'))
    add(
      spam,
      'adult',
      8 +
        13 * Math.min(4, times('adult')) +
        (link > 0 ? 12 + 18 * link : 0) +
        (isReachable ? 10 : 0) +
        (has('free') ? 8 : 0) +
        (invites.length > 0 ? 8 : 0),
    );
  if (has('referral') && (link > 0 || isReachable))
    add(
      spam,
      'referral',
      14 +
        7 * Math.min(3, times('referral')) +
        8 * howMany('referral', ['earn', 'prize', 'free', 'claim', 'goods', 'hurry', 'sell', 'crypto']) +
        22 * link +
        (hasAmount ? 6 : 0),
    );
  const isAudience = outward.some(({ host }) => audience.test(host));
  if (has('channel') && (link > 0 || isAudience))
    add(
      spam,
      'channel',
      10 +
        12 * Math.min(3, times('channel')) +
        (isAudience ? 14 : 14 * link) +
        (isNew ? 8 : 0) +
        (has('prize') || has('free') ? 6 : 0),
    );
  const money = has('invest') || has('crypto') || has('cryptoBait') || isFlip;
  if (money && (isFlip || has('earn') || times('invest') > 1 || has('cryptoBait') || (hasAmount && has('period'))))
    if (isReachable || has('teach') || link >= 0.3)
      add(
        spam,
        'invest',
        12 +
          6 * Math.min(3, times('invest')) +
          (isFlip ? 22 : 0) +
          (has('crypto') ? 5 : 0) +
          (has('earn') ? 7 : 0) +
          (has('cryptoBait') ? 8 : 0) +
          (hasAmount ? 9 : 0) +
          (has('period') ? 7 : 0) +
          6 * Math.min(3, times('teach')) +
          (isReachable ? 10 : 0) +
          (isOff ? 9 : 0) +
          12 * link +
          (denies > 0 ? 8 : 0),
      );
  if (setting.isEveryone && link >= 0.3) add(spam, 'everyone_link', 12 + 34 * link + (isNew ? 10 : 0));
  return spam;
}
