import { type Automaton, automatonOf, standsAlone } from './automaton.ts';
import { type Undone, undoPattern, wasHidden } from './disguise.ts';
import { type Idea, ideaNames, ways } from './lexicon.ts';
import type { Place } from './link.ts';
import { own, type Reading, symbolsOf } from './normal.ts';

/**
 * Spam, phishing and offers that do not belong, by what a message says: ideas of `lexicon.ts` that meet within a few lines, where its links lead, who writes,
 * and what honest people say of the same things. Each family of tricks gives points; a hundred is certain.
 */

/** What weighed most, for the words of an explanation. */
export const families = [
  'imitation',
  'masked',
  'hidden_user',
  'nitro',
  'items',
  'login',
  'impostor',
  'false_report',
  'try_game',
  'airdrop',
  'wallet',
  'parcel',
  'is_it_you',
  'vote',
  'sextortion',
  'server',
  'casino',
  'followers',
  'goods',
  'homework',
  'loan',
  'occult',
  'health',
  'adult',
  'referral',
  'channel',
  'invest',
  'everyone_link',
  'easy_money',
  'recruiting',
  'self_promotion',
] as const;
export type Family = (typeof families)[number];

export type Verdict = {
  /** 0 to 100. */
  score: number;
  /** Heaviest first. */
  families: readonly Family[];
};
export type Weighed = { phishing: Verdict; spam: Verdict; job_spam: Verdict; spans: readonly { start: number; end: number }[] };

export type Setting = {
  /** Days since the account was made, and since its owner came here; null when it is not known. */
  accountDays: number;
  memberDays: number | null;
  isJobChannel: boolean;
  isEveryone: boolean;
  hasArchive: boolean;
  hasAttachment: boolean;
  /** Codes of invites that are the server's own. */
  ownInvites: ReadonlySet<string>;
};

const count = ideaNames.length;
const numbers = Object.fromEntries(ideaNames.map((name, index) => [name, index])) as Readonly<Record<Idea, number>>;

/** Ideas that nobody disguises are not looked for in the second reading. */
const disguised = new Set<Idea>([
  'nitro',
  'skins',
  'giftCard',
  'free',
  'prize',
  'claim',
  'crypto',
  'cryptoBait',
  'wallet',
  'earn',
  'contact',
  'offSite',
  'adult',
  'casino',
  'goods',
  'social',
  'invest',
  'login',
  'account',
]);
/** What honest people say of the same things; it wakes nothing. */
const honest = new Set<Idea>([
  'warn',
  'ask',
  'seek',
  'study',
  'relay',
  'period',
  'stack',
  'hurry',
  'account',
  'pay',
  'everyone',
  'offerService',
]);

type Entry = { idea: number; isStart: boolean };
const entries: readonly Entry[] = ways.map(({ idea, isStart }) => ({ idea: numbers[idea], isStart }));
const hiddenWays = ways.filter(({ idea, words }) => disguised.has(idea) && words.length >= 4);
const hiddenEntries: readonly Entry[] = hiddenWays.map(({ idea, isStart }) => ({ idea: numbers[idea], isStart }));
type Automata = { plain: Automaton; undone: Automaton };
let automata: Automata | undefined;
/** Made for the first message: they take a tenth of a second and some megabytes, which a server without these rules does not pay. */
const made = (): Automata => {
  automata ??= {
    plain: automatonOf(ways.map(({ words }) => symbolsOf(words))),
    undone: automatonOf(hiddenWays.map(({ words }) => undoPattern(symbolsOf(words)))),
  };
  return automata;
};
const wakes = Uint8Array.from(ideaNames, (name) => (honest.has(name) ? 0 : 1));

const most = 8;
/** For each idea: how often, where, and where the last one ended. */
const counts = new Uint8Array(count);
const starts = new Int32Array(count * most);
const ends = new Int32Array(count * most);
const lastEnds = new Int32Array(count);
let awake = 0;
let isDisguised = false;

/** Further apart than that, two ideas have nothing to do with each other. */
const reach = 260;

function note(idea: number, start: number, end: number): void {
  const known = counts[idea] as number;
  if (known === 0) awake += wakes[idea] as number;
  // What overlaps is the same words found twice.
  if (known > 0 && start <= (lastEnds[idea] as number)) {
    lastEnds[idea] = Math.max(lastEnds[idea] as number, end);
    return;
  }
  lastEnds[idea] = end;
  if (known < most) {
    starts[idea * most + known] = start;
    ends[idea * most + known] = end;
    counts[idea] = known + 1;
  }
}

/** Looks for ideas. True when there are enough of them to be worth weighing. */
export function findIdeas(reading: Reading, second: Undone | null): boolean {
  counts.fill(0);
  awake = 0;
  isDisguised = reading.mixedWords > 1;
  const { symbols, length, at, where, hasAsides } = reading;
  const { plain, undone } = made();
  plain.scan(symbols, length, (pattern, first, last) => {
    const { idea, isStart } = entries[pattern] as Entry;
    if (!standsAlone(symbols, length, isStart ? 'start' : 'word', first, last)) return;
    if (hasAsides && where[first] !== own) return;
    note(idea, at[first] as number, at[last] as number);
  });
  if (second)
    undone.scan(second.symbols, second.length, (pattern, first, last) => {
      const { idea, isStart } = hiddenEntries[pattern] as Entry;
      if (!wasHidden(second, isStart ? 'start' : 'word', first, last)) return;
      if (hasAsides && second.where[first] !== own) return;
      isDisguised = true;
      note(idea, second.at[first] as number, second.at[last] as number);
    });
  return awake > 0;
}

const times = (idea: Idea): number => counts[numbers[idea]] as number;
const has = (idea: Idea): boolean => times(idea) > 0;

/** True when two ideas stand close enough to be about one thing. */
function meet(one: Idea, other: Idea): boolean {
  const [first, second] = [numbers[one], numbers[other]];
  const [many, few] = [counts[first] as number, counts[second] as number];
  for (let a = 0; a < many; a++)
    for (let b = 0; b < few; b++)
      if (Math.abs((starts[first * most + a] as number) - (starts[second * most + b] as number)) <= reach) return true;
  return false;
}
const meetAny = (one: Idea, others: readonly Idea[]): boolean => others.some((other) => meet(one, other));
const howMany = (one: Idea, others: readonly Idea[]): number => others.filter((other) => meet(one, other)).length;

const amount =
  /[€$£]\s?\d|\d[\d .,]*\s?(?:€|\$|£|k€|(?:k|euros?|eur|usd|usdt|dollars?|dollar|btc|eth|balles|chf|fcfa|pounds?|bucks)(?![a-z]))/i;
const baitInAddress =
  /nitro|gift|airdrop|claim|free|bonus|casino|bet|porn|sex|xxx|nude|onlyfans|dating|earn|profit|crypto|invest|reward|promo|giveaway|win|prize|login|verif|secure|wallet|steam|skin|robux|vbucks|hack|crack|cheat|keygen|\.exe|\.zip|\.rar|\.scr|\.apk|\.msi/i;
const email = /[\w.+-]+@[\w-]+\.[a-z]{2,}/i;
const telephone = /(?:\+|00)\d[\d .-]{8,}\d/;
const handle = /(?:^|\s)@[a-z][\w.]{3,}/i;
const offSiteHosts = new Set([
  't.me',
  'wa.me',
  'telegram.me',
  'chat.whatsapp.com',
  'api.whatsapp.com',
  'signal.me',
  'wa.link',
  'snapchat.com',
  'line.me',
]);
const audience =
  /(?:^|\.)(?:youtube\.com|youtu\.be|twitch\.tv|tiktok\.com|instagram\.com|spotify\.com|soundcloud\.com|kick\.com|facebook\.com|x\.com|twitter\.com|patreon\.com|ko-fi\.com|deezer\.com)$/;
/** Pages that anybody fills: a form is what an everyday site and a thief both ask with. */
const forms = /^(?:forms\.gle|docs\.google\.com|forms\.office\.com|tally\.so|typeform\.com|jotform\.com|sites\.google\.com)$/;

/** How much a link is to be feared, from 0 to 1. */
export function riskOf(place: Place): number {
  if (place.hasUser || (place.isDeceptive && !place.isEveryday)) return 0.95;
  let risk = place.isOfficial || place.isEveryday ? 0.04 : 0.35;
  if (place.imitation) {
    const { rank } = place.imitation;
    if (rank === 3) return 1;
    risk = rank === 2 ? (place.isCheap ? 0.9 : 0.55) : place.isCheap ? 0.65 : 0.4;
  } else if (place.isNumbers) risk = 0.75;
  else if (place.isShort) risk = 0.55;
  else if (place.isCheap) risk = 0.6;
  else if (place.isHosted) risk = 0.3;
  else if (forms.test(place.host)) risk = 0.25;
  if (!place.isOfficial && !place.isEveryday && baitInAddress.test(place.host + place.path)) risk += 0.22;
  // What is not clickable has to be typed.
  return Math.min(1, place.isLink ? risk : risk * 0.9);
}

type Sum = { total: number; parts: { family: Family; points: number }[] };
const sum = (): Sum => ({ total: 0, parts: [] });
const add = (to: Sum, family: Family, points: number): void => {
  if (points <= 0) return;
  to.parts.push({ family, points });
};
/** The heaviest counts whole, others a part: a message is of one family, and a long one brushes several. */
function totalOf(of: Sum, besides: number): Verdict {
  of.parts.sort((a, b) => b.points - a.points);
  const base = of.parts.reduce(
    (total, { points }, index) => total + (index === 0 ? points : index === 1 ? points * 0.35 : points * 0.1),
    0,
  );
  const score = base < 22 ? base : base + besides;
  return { score: Math.max(0, Math.min(100, Math.round(score))), families: of.parts.slice(0, 3).map(({ family }) => family) };
}

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
  const asked = has('ask') && isQuestion ? 22 : isQuestion && !isReachable && link < 0.5 ? 10 : 0;
  const studied = Math.min(30, times('study') * 6);
  const relief = isSure ? warned * 0.6 : link >= 0.5 ? warned + asked * 0.4 + studied * 0.3 : warned + asked + studied;
  const settled = isSettled && link < 0.5 ? 8 : 0;
  const besides =
    (setting.isEveryone ? 14 : 0) + (isNew ? 10 : 0) + (isDisguised ? 18 : 0) + (denies > 0 ? 8 : 0) - relief - settled;

  // Phishing: what is given away, threatened or asked for, and where it leads.
  const phishing = sum();
  for (const place of outward) {
    if (place.imitation)
      add(
        phishing,
        'imitation',
        place.imitation.rank === 3 ? 72 : place.imitation.rank === 2 ? (place.isCheap ? 58 : 26) : place.isCheap ? 24 : 0,
      );
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
        (times('tryGame') > 1 ? 12 : 0) +
        (has('free') ? 8 : 0) +
        (has('contact') ? 8 : 0) +
        (/mot de passe|password|mdp/i.test(text) ? 14 : 0),
    );
  if (has('cryptoBait') && (has('crypto') || has('wallet') || has('free')))
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
  if (has('vote') && link >= 0.25) add(phishing, 'vote', 16 + 42 * link + (has('account') || has('login') ? 6 : 0));
  if (has('sextort'))
    add(
      phishing,
      'sextortion',
      times('sextort') > 1
        ? 64 + 6 * times('sextort')
        : 30 + (has('crypto') || has('pay') ? 24 : 0) + (has('threat') || has('hurry') ? 8 : 0),
    );

  // Spam: what is sold, promised or advertised.
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
  if (has('goods') && meet('goods', 'sell'))
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
  const money = has('invest') || has('crypto');
  if (money && (has('earn') || times('invest') > 1 || has('cryptoBait') || (hasAmount && has('period'))))
    if (isReachable || has('teach') || link >= 0.3)
      add(
        spam,
        'invest',
        12 +
          6 * Math.min(3, times('invest')) +
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

  // Offers: easy money anywhere; recruiting and services where they do not belong.
  const jobs = sum();
  const hires = times('hiring');
  if (has('earn') && (hasAmount || has('period') || has('easyWork')))
    if (isReachable || has('teach') || link > 0 || has('noSkill') || has('easyWork'))
      add(
        jobs,
        'easy_money',
        6 +
          5 * Math.min(2, times('earn')) +
          (hasAmount ? 12 : 0) +
          (has('period') ? 8 : 0) +
          8 * Math.min(2, times('easyWork')) +
          (has('noSkill') ? 12 : 0) +
          (has('contact') ? 12 : 0) +
          (isOff ? 10 : 0) +
          6 * Math.min(2, times('teach')) +
          (hires > 0 ? 6 : 0) +
          10 * link +
          (has('hurry') ? 3 : 0),
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
  else if (setting.isJobChannel && hires > 0 && has('noSkill') && has('easyWork') && (isOff || has('earn')))
    add(
      jobs,
      'easy_money',
      18 + 6 * Math.min(3, times('easyWork')) + (isOff ? 14 : 0) + (hasAmount ? 10 : 0) + (has('contact') ? 6 : 0),
    );
  else if (has('easyWork') && has('noSkill') && isReachable)
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
  const jobRelief = (has('seek') ? 26 + 4 * Math.min(3, times('seek')) : 0) + (has('relay') ? 30 : 0);
  // Learners speak of jobs all day: studies relieve less where somebody names a price and a way to reach them.
  const jobBesides =
    besides + (isReachable && (hasAmount || hires > 1 || times('selfAd') > 1) ? Math.min(relief, studied) * 0.7 : 0) - jobRelief;

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
