import type { Idea } from '../lexicon.ts';
import { has, howMany, meet, meetAny, times } from './ideas.ts';
import { counterOf } from './risk.ts';
import { add, type Scene, type Sum, sum } from './verdict.ts';

const lured: readonly Idea[] = [
  'free',
  'prize',
  'claim',
  'hurry',
  'login',
  'account',
  'threat',
  'officials',
  'pay',
  'giftCard',
  'office',
  'parcel',
  'nitro',
  'skins',
  'crypto',
  'cryptoBait',
  'wallet',
  'vote',
  'you',
  'tryGame',
];

/** What people have an account of, or wait for. */
const subjects: readonly Idea[] = [
  'office',
  'parcel',
  'officials',
  'wallet',
  'nitro',
  'skins',
  'giftCard',
  'account',
  'crypto',
  'cryptoBait',
];
const archive = /\.(?:exe|zip|rar|7z|msi|scr|apk|bat)(?:$|[?#])/i;

/** What is given away, threatened or asked for, and where it leads. */
export function phishingOf(scene: Scene): Sum {
  const { text, setting, outward, risk, link, hasAmount, isReachable } = scene;
  const phishing = sum();
  for (const place of outward) {
    if (place.imitation) {
      const { rank } = place.imitation;
      // What has to be typed to be visited is named rather than offered.
      add(
        phishing,
        'imitation',
        (rank === 3 ? 72 : rank === 2 ? (place.isCheap ? 58 : 26) : place.isCheap ? 24 : 0) * (place.isLink ? 1 : 0.75),
      );
    }
    if (place.isDeceptive && !place.isEveryday) add(phishing, 'masked', 62);
    if (place.hasUser) add(phishing, 'hidden_user', 62);
  }
  const lure = link > 0 ? 22 + 40 * link : 0;
  const asks = has('claim') || has('login') || isReachable;
  if (meetAny('nitro', ['free', 'prize', 'claim', 'giftCard']))
    add(
      phishing,
      'nitro',
      26 +
        lure +
        (has('claim') ? 8 : 0) +
        (has('hurry') ? 8 : 0) +
        (isReachable && link === 0 ? 20 : 0) +
        (has('login') ? 14 : 0),
    );
  if (meetAny('skins', ['free', 'prize', 'giftCard']) || meetAny('giftCard', ['free', 'prize', 'claim']))
    add(
      phishing,
      'items',
      18 +
        lure +
        (has('claim') ? 10 : 0) +
        (has('hurry') ? 8 : 0) +
        (isReachable && link === 0 ? 22 : 0) +
        (has('prize') && has('free') ? 6 : 0),
    );
  else if (meet('skins', 'claim') && link >= 0.4) add(phishing, 'items', 12 + lure);
  if (meet('login', 'account'))
    add(
      phishing,
      'login',
      12 +
        (meet('login', 'threat') ? 20 : 0) +
        (has('officials') ? 12 : 0) +
        (has('hurry') ? 8 : 0) +
        (link >= 0.25 ? 10 + 30 * link : 0),
    );
  if (
    has('officials') &&
    (meet('officials', 'threat') || meet('officials', 'login') || meet('officials', 'accident') || meet('officials', 'prize'))
  )
    add(
      phishing,
      'impostor',
      24 +
        (has('account') ? 8 : 0) +
        (has('hurry') ? 8 : 0) +
        (has('threat') && has('login') ? 10 : 0) +
        (asks ? 10 : 0) +
        (link >= 0.25 ? 8 + 24 * link : 0),
    );
  if (meet('threat', 'account') && link >= 0.3)
    add(phishing, 'impostor', 16 + 30 * link + (has('hurry') ? 10 : 0) + (has('login') ? 10 : 0));
  if (has('accident')) add(phishing, 'false_report', 52 + (has('account') ? 6 : 0) + (isReachable || has('officials') ? 16 : 0));
  if (has('tryGame') && (link >= 0.25 || setting.hasArchive || isReachable))
    add(
      phishing,
      'try_game',
      14 +
        (link > 0 ? 10 + 34 * link : 0) +
        (setting.hasArchive ? 30 : 0) +
        (outward.some(({ path, isEveryday }) => !isEveryday && archive.test(path)) ? 22 : 0) +
        (times('tryGame') > 1 ? 12 : 0) +
        (has('free') ? 8 : 0) +
        (has('contact') ? 8 : 0) +
        (/mot de passe|password|mdp|\bpass\b/i.test(text) ? 14 : 0),
    );
  if (has('cryptoBait') && (has('crypto') || has('wallet') || has('free') || has('claim')))
    add(
      phishing,
      'airdrop',
      20 +
        (link > 0 ? 12 + 36 * link : 0) +
        (has('claim') ? 8 : 0) +
        (has('hurry') ? 8 : 0) +
        (has('wallet') ? 8 : 0) +
        (has('free') ? 6 : 0) +
        (isReachable && link === 0 ? 12 : 0),
    );
  if (has('crypto') && meetAny('crypto', ['free', 'prize']) && (link >= 0.35 || isReachable))
    add(phishing, 'airdrop', 18 + 36 * link + (has('claim') ? 10 : 0) + (has('hurry') ? 8 : 0) + (hasAmount ? 8 : 0));
  if (has('wallet') && meetAny('wallet', ['login', 'claim', 'contact', 'threat']))
    add(
      phishing,
      'wallet',
      20 +
        (link > 0 ? 10 + 34 * link : 0) +
        (has('threat') ? 10 : 0) +
        (has('officials') ? 10 : 0) +
        (times('wallet') > 1 ? 10 : 0),
    );
  const doors = (['parcel', 'office'] as const).filter((idea) => meetAny(idea, ['pay', 'login', 'threat', 'claim']));
  if (doors.length > 0 && link >= 0.3) {
    const pressed = howMany(doors[0] ?? 'office', ['pay', 'login', 'threat', 'hurry', 'account']);
    add(phishing, 'parcel', 8 + 34 * link + 9 * pressed + (hasAmount ? 5 : 0));
  }
  if (has('you') && link >= 0.25) add(phishing, 'is_it_you', 22 + 46 * link);
  if (has('vote') && link >= 0.25)
    add(
      phishing,
      'vote',
      14 + 40 * link + 6 * Math.min(3, times('vote') - 1) + (has('login') || has('act') ? 8 : 0) + (has('skins') ? 12 : 0),
    );
  if (has('sextort'))
    add(
      phishing,
      'sextortion',
      times('sextort') > 1
        ? 64 + 6 * times('sextort')
        : 30 + (has('crypto') || has('pay') ? 24 : 0) + (has('threat') || has('hurry') ? 8 : 0),
    );

  if (has('gate') && (has('qr') || link >= 0.3))
    add(
      phishing,
      'login',
      (has('qr') ? 24 : 4) +
        9 * Math.min(3, times('gate')) +
        (has('login') ? 6 : 0) +
        (setting.hasAttachment ? 8 : 0) +
        (link >= 0.3 ? 20 * link : 0),
    );
  // A counter that somebody is sent to: whose it is said to be, what is to be done there, and why at once.
  const counter = outward.reduce((most, place) => Math.max(most, counterOf(place) + (place.imitation ? 1 : 0)), 0);
  const subject = subjects.some(has);
  const errand = (has('login') ? 1 : 0) + (has('claim') ? 1 : 0) + (has('pay') ? 1 : 0) + (has('act') ? 1 : 0);
  const motive =
    (has('threat') ? 1 : 0) +
    (has('hurry') ? 1 : 0) +
    (has('prize') || has('free') ? 1 : 0) +
    (hasAmount ? 1 : 0) +
    (setting.isEveryone ? 1 : 0);
  if (risk >= 0.3 && errand + motive >= 2 && (subject || counter > 0) && (counter > 0 || risk >= 0.55))
    add(
      phishing,
      'lure',
      (subject ? 8 : 0) +
        9 * Math.min(2, counter) +
        7 * Math.min(3, errand) +
        7 * Math.min(3, motive) +
        24 * risk -
        (outward.every(({ isHosted }) => isHosted) && has('study') ? 10 : 0),
    );

  // Whatever the tale: the more is promised, threatened or asked for, and the worse the link, the less it matters which it is.
  const lures = lured.reduce((total, idea) => total + (has(idea) ? 1 : 0), 0);
  if (link >= 0.5 && risk >= 0.5 && lures >= 2) add(phishing, 'lure', 26 * risk + 6 * Math.min(5, lures));
  return phishing;
}
