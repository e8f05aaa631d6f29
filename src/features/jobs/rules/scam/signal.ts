import type { Sentence } from '../text/normal.ts';
import * as claim from './claim.ts';
import * as word from './lexicon.ts';
import * as money from './money.ts';
import * as secrets from './secret.ts';

/** What kind of trick a sentence looks like. */
export type ScamFamily =
  | 'fee'
  | 'mule'
  | 'cheque'
  | 'voucher'
  | 'parcel'
  | 'messenger'
  | 'gain'
  | 'task'
  | 'crypto'
  | 'pyramid'
  | 'papers'
  | 'secret'
  | 'training_account'
  | 'identity'
  | 'hiring'
  | 'urgency'
  | 'abroad'
  | 'assistant'
  | 'piecework'
  | 'premium'
  | 'hidden'
  | 'email';

/** 1 is a scam by itself; less has to add up with others. */
export type Signal = { family: ScamFamily; weight: number };

/** What the whole offer says, which one sentence may need to be understood. */
export type Setting = { isTrade: boolean; hasNoExperience: boolean };

type Asked = (idea: RegExp) => boolean;

/** Each idea is looked for once in a sentence. */
function reader(text: string): Asked {
  const known = new Map<RegExp, boolean>();
  return (idea) => {
    const found = known.get(idea) ?? idea.test(text);
    known.set(idea, found);
    return found;
  };
}

const amount = /[€£$] ?\d|\d ?(?:€|£|\$|eur(?:os?)?(?![a-z])|usd|dollars?|pounds?|cfa|chf)/;

/** What is paid for one hour, as far as the sentence says it; null without a period. */
export function hourlyPay(text: string): number | null {
  const [found, before, after, thousand, period] =
    /(?:[€£$] ?(\d+(?:\.\d+)?)|(\d+(?:\.\d+)?) ?(k)? ?(?:€|£|\$|eur(?:os?)?|usd|usdt|dollars?|pounds?))(?: (?:brut|net|gross|cash|minimum|garantis?|et plus|and more|or more|environ|en moyenne|nets?|bruts?))* ?(?:par|\/|per|an?|each|every|chaque|la|l|le|de l|in an?)? ?(heures?|h|hours?|hr|jours?|journee|jr|j|days?|daily|quotidiens?|journaliers?|semaines?|weeks?|weekly|hebdo[a-z]*|mois|months?|monthly|mensuels?)(?![a-z])/.exec(
      text,
    ) ?? [];
  if (found === undefined || period === undefined) return null;
  const value = Number(before ?? after) * (thousand ? 1000 : 1);
  if (/^h/.test(period) && !period.startsWith('hebdo')) return value;
  if (/^(?:j|d|q)/.test(period)) return value / 7;
  return /^(?:s|w|hebdo)/.test(period) ? value / 35 : value / 151.67;
}

/** Who asks for money, in all its disguises. */
function fee(has: Asked): number {
  if (has(word.thirdParty) && !has(word.candidatePays) && !has(word.refundLater)) return 0;
  const later = has(word.refundLater);
  const isDenied = has(word.denied) && !(has(word.exceptOnly) && (later || has(word.lumpSum)));
  if (isDenied) return 0;
  const isEmployers = has(word.employerPays) && !later;
  const pays = has(word.candidatePays);
  const toCandidate = has(word.candidate);
  if (has(word.feeNoun)) {
    if (later && (has(word.lumpSum) || pays || toCandidate)) return 1.1;
    if (isEmployers && !(pays && has(word.lumpSum))) return 0;
    if (pays) return 1.1;
    return has(word.lumpSum) ? 1 : 0.35;
  }
  if (has(word.feeThing)) {
    if (later && pays) return 1.1;
    if (later && has(word.lumpSum)) return 1;
    if (isEmployers) return 0;
    if (pays && has(word.lumpSum)) return 1.1;
    if (has(word.spends)) return 1.05;
    if (has(word.smallSum) && !has(word.thirdParty)) return later || has(word.costCue) ? 1.05 : 0.8;
    if (pays) return 0.8;
  }
  if (!isEmployers && has(word.spends) && !has(word.thirdParty)) return 1.05;
  if (!isEmployers && has(word.smallSum) && has(word.costCue) && !has(word.thirdParty)) return later ? 1.05 : 0.8;
  return pays && later ? 1 : 0;
}

function mule(has: Asked): number {
  // Before what is denied: “an account that you do not use” is no refusal.
  if (has(money.passesThrough) && has(money.anyAccount) && has(money.keeps) && !has(money.firmShare)) return 1.1;
  if (has(word.denied)) return 0;
  const own = has(money.ownAccount);
  if (has(money.firmShare) && !own) return 0;
  const moves = has(money.moves);
  if (own && has(money.passesThrough)) return 1.1;
  if (own && moves && (has(money.forwards) || has(money.keeps))) return 1.2;
  if (has(money.keeps) && moves && has(money.forwards) && has(word.candidate)) return 1.1;
  if (has(money.sendsBack) && has(word.candidate) && !has(word.thirdParty)) return 1;
  if (has(money.toUs)) return own || has(money.keeps) ? 1.1 : 0.9;
  if (has(money.othersPay) && has(money.handsToUs) && (has(money.keeps) || own)) return 1.1;
  if (moves && has(money.handsToUs) && has(money.keeps)) return 1.1;
  if (own && moves && has(word.thirdParty)) return 0.9;
  return has(money.keeps) && moves && has(word.candidate) && !has(word.thirdParty) ? 0.6 : 0;
}

function papers(has: Asked): number {
  if (!has(secrets.paper) || !has(secrets.hands) || has(secrets.late)) return 0;
  if (has(word.thirdParty) && !has(secrets.sensitivePaper)) return 0;
  if (has(word.denied)) return 0;
  const toCandidate = has(word.candidate) || has(secrets.early);
  if (has(secrets.sensitivePaper) && has(secrets.early)) return 1.1;
  if (has(secrets.sensitivePaper) && toCandidate && !has(word.thirdParty)) return 0.7;
  return has(secrets.early) ? 0.9 : 0.2;
}

function messenger(has: Asked, text: string): number {
  const link = word.messengerLink.test(text);
  if (has(word.denied)) return 0;
  if (link) return has(word.besides) ? 0.4 : 0.85;
  if (!has(word.messenger)) return 0;
  if (has(word.channelAsProduct) && !has(word.onlyWay)) return 0;
  if (has(word.besides)) return 0.1;
  if (has(word.chatInterview) && has(word.strongMessenger)) return 1;
  if (has(word.contacts) && has(word.onlyWay) && has(word.strongMessenger)) return 1;
  if (has(word.contacts) && has(word.strongMessenger)) return /\+\d|@[a-z]|(?:\d ?){9}/.test(text) ? 0.6 : 0.5;
  return has(word.contacts) && has(word.onlyWay) ? 0.6 : 0;
}

function crypto(has: Asked, { isTrade }: Setting): number {
  if (has(money.ownMoney) && has(claim.puts) && !has(word.thirdParty) && !has(word.denied))
    return has(claim.coin) || has(claim.markets) ? 1.1 : 0.8;
  if (!has(claim.coin)) return 0;
  if (has(word.denied)) return 0;
  if (has(claim.paidIn)) return 0.8;
  const mine = has(word.candidate) && !has(word.thirdParty);
  if (has(claim.puts) && mine && !(isTrade && has(claim.tradeWork))) return 0.9;
  if (has(claim.puts) && has(word.lumpSum) && !has(claim.tradeWork) && !has(word.thirdParty)) return 0.9;
  if (has(claim.bigPromise) || (has(claim.earns) && mine)) return isTrade ? 0.3 : 0.8;
  return isTrade || has(claim.tradeWork) ? 0 : 0.3;
}

function gain(has: Asked, text: string, { hasNoExperience }: Setting): number {
  const hourly = hourlyPay(text);
  let weight = 0;
  if (has(claim.bigPromise)) weight += 0.55;
  if (has(claim.earns) && amount.test(text) && hourly !== null && hourly >= 20) weight += 0.25;
  if (has(claim.fewHours) && (amount.test(text) || has(claim.earns))) weight += 0.35;
  if (has(claim.fromPhone) && (amount.test(text) || has(claim.earns) || has(claim.fewHours))) weight += 0.3;
  if (has(claim.quickPay)) weight += 0.3;
  if (hasNoExperience && hourly !== null && hourly >= 22) weight += hourly >= 30 ? 0.6 : 0.4;
  if (/(?:jusqu a|up to|plus de|over|entre|more than) [€£$]?\d/.test(text) && has(claim.earns) && hasNoExperience) weight += 0.2;
  return Math.min(weight, 1.1);
}

function task(has: Asked): number {
  if (has(claim.recharge)) return has(word.thirdParty) ? 0.3 : 0.9;
  if (!has(claim.clicks)) return 0;
  if (has(claim.clicked) && has(claim.perClick)) return has(word.candidate) ? 1.06 : 0.9;
  return has(claim.perClick) && (has(claim.earns) || has(claim.quickPay)) ? 0.6 : 0;
}

function pyramid(has: Asked): number {
  if (has(word.denied) || (has(claim.cooptation) && !has(claim.recruits))) return 0;
  if (has(claim.pyramid)) return has(word.thirdParty) ? 0.4 : has(word.candidate) ? 1 : 0.9;
  if (!has(claim.recruits) || has(claim.cooptation)) return 0;
  return has(claim.earns) || has(word.candidate) ? 0.5 : 0.2;
}

function identity(has: Asked): number {
  if (!has(claim.lends) || !has(claim.lent) || !has(claim.inTheirName)) return 0;
  return 1;
}

/** Who asks for what opens accounts, or looks on while they are opened. */
function secret(has: Asked): number {
  if (has(word.thirdParty) || has(word.denied) || has(secrets.asksNoSecret)) return 0;
  if (has(secrets.opensBank)) return has(secrets.remoteControl) ? 1.1 : 0.7;
  if (has(secrets.givesSecret)) return has(secrets.secretOf) ? 1.1 : 0.7;
  return has(secrets.secret) && has(secrets.secretOf) && has(secrets.hands) ? 1 : 0;
}

/** All that one sentence gives away. */
export function signalsOf({ text }: Sentence, setting: Setting): Signal[] {
  const has = reader(text);
  const found: Signal[] = [];
  const add = (family: ScamFamily, weight: number) => {
    if (weight > 0) found.push({ family, weight });
  };
  add('fee', fee(has));
  add('mule', mule(has));
  if (has(money.getsCheque) && !has(word.thirdParty))
    add('cheque', has(money.forwards) || has(money.ownAccount) || has(word.candidatePays) || has(money.vouches) ? 1.1 : 0.8);
  if (has(money.voucher) && has(money.vouches) && !has(word.denied) && !has(word.thirdParty) && !has(money.sellsThem))
    add('voucher', has(word.candidate) || has(secrets.hands) ? 0.9 : 0.6);
  if (has(word.parcel) && has(word.atHome) && has(word.reships) && !has(word.delivers) && !has(word.thirdParty))
    add('parcel', 1.1);
  add('messenger', messenger(has, text));
  add('gain', gain(has, text, setting));
  add('task', task(has));
  add('crypto', crypto(has, setting));
  add('pyramid', pyramid(has));
  add('papers', papers(has));
  add('secret', secret(has));
  if (has(money.advance) && has(money.namedSeller) && !has(word.denied) && !has(word.thirdParty)) add('cheque', 1);
  if (has(secrets.cpf) && has(secrets.usesCpf) && has(word.candidate) && !has(word.thirdParty))
    add('training_account', has(secrets.needsCpf) ? 1 : 0.8);
  add('identity', identity(has));
  if (has(claim.yields) && !has(word.thirdParty)) add('crypto', setting.isTrade ? 0.4 : 0.9);
  if (has(claim.protests)) add('gain', 0.4);
  if (has(claim.noInterview)) add('hiring', 0.4);
  if (has(claim.urgent)) add('urgency', 0.25);
  if (has(claim.abroad) && has(claim.allIncluded)) add('abroad', 0.5);
  if (has(claim.awayBoss) && (has(claim.errands) || has(money.moves))) add('assistant', 0.8);
  else if (has(claim.awayBoss)) add('assistant', 0.3);
  if (has(claim.homePiece) && has(claim.fromHome)) add('piecework', setting.hasNoExperience ? 0.5 : 0.25);
  if (claim.premium.test(text)) add('premium', 1);
  return found;
}
