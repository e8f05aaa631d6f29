import type { Place } from '../link.ts';

export const amount =
  /[€$£]\s?\d|\d[\d .,]*\s?(?:€|\$|£|k€|(?:k|euros?|eur|usd|usdt|dollars?|dollar|btc|eth|balles|chf|fcfa|pounds?|bucks)(?![a-z]))|\d\s?k?\s?(?:\/|an? |par |per )\s?(?:jour|day|semaine|week|mois|month|heure|hour)/i;
const baitInAddress =
  /nitro|gift|airdrop|claim|free|bonus|casino|bet|porn|sex|xxx|nude|onlyfans|dating|earn|profit|crypto|invest|reward|promo|giveaway|win|prize|login|verif|secure|wallet|steam|skin|robux|vbucks|hack|crack|cheat|keygen|\.exe|\.zip|\.rar|\.scr|\.apk|\.msi/i;
/** “$500 into $6,200”, “100 devient 500”: a sum, and a larger one that comes of it. */
const flip =
  /(\d[\d .,]*\d|\d)\s?(k?)\s?(?:€|\$|£|euros?|usd|usdt)?[^\n\d]{0,40}\b(?:into|devient|become|becomes|turn(?:s|ed)? to|et (?:recevez|retirez|gagnez)|and (?:get|receive|earning|earn|withdraw)|je retire|to make|to earn)\b[^\n\d]{0,30}(\d[\d .,]*\d|\d)\s?(k?)/i;
const from =
  /(\d[\d .,]*\d|\d)\s?(k?)[^\n\d]{0,24}\b(?:from just|from only|from|avec seulement|with just|with only)\b[^\n\d]{0,8}(\d[\d .,]*\d|\d)\s?(k?)/i;
const numberOf = (digits: string | undefined, thousands: string | undefined): number =>
  Number((digits ?? '').replace(/\D/g, '')) * (thousands ? 1_000 : 1);

export function isFlip(text: string): boolean {
  const [up, down] = [flip.exec(text), from.exec(text)];
  const grows = (less: number, more: number) => less >= 20 && more >= 3 * less;
  return (
    (up !== null && grows(numberOf(up[1], up[2]), numberOf(up[3], up[4]))) ||
    (down !== null && grows(numberOf(down[3], down[4]), numberOf(down[1], down[2])))
  );
}

export const email = /[\w.+-]+@[\w-]+\.[a-z]{2,}/i;
export const telephone = /(?:\+|00)\d[\d .-]{8,}\d/;
export const handle = /(?:^|\s)@[a-z][\w.]{3,}/i;
export const offSiteHosts = new Set([
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
export const audience =
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
  else if (place.isHosted) risk = 0.3 + 0.12 * counterOf(place);
  else if (!place.isOfficial && !place.isEveryday) risk += 0.1 * counterOf(place);
  else if (forms.test(place.host)) risk = 0.25;
  if (!place.isOfficial && !place.isEveryday && baitInAddress.test(place.host + place.path)) risk += 0.22;
  // What is not clickable has to be typed.
  return Math.min(1, place.isLink ? risk : risk * 0.9);
}

/** Whom people log in to or pay, as thieves put it in the names of their sites; short names only between hyphens. */
const institutions =
  /caf(?=$|[^e])|impot|ameli|vitale|crit-?air|vignette|antai|amende|banque|bank|credit|epargne|mutuel|postale|bourso|lcl|revolut|orange|free-?mobile|sfr|bouygues|edf|engie|netflix|nflx|disney|prime|amazon|paypal|vinted|leboncoin|doctolib|ulys|peage|urssaf|hmrc|irs|usps|dhl|dpd|ups|fedex|poste|colis|chronopost|relay|relais|webmail|zimbra|outlook|office|teams|ent$|ent-|univ|uni-portal|student|intranet|gouv|gov|service-public|francetravail|pole-emploi|cpf|formation|ledger|trezor|wallet|metamask|binance|coinbase|kraken|opensea|airdrop|arbitrum|steam|csgo|cs2|esl|esea|faceit|roblox|robux|vbucks|fortnite|epic|discord|nitro|instagram|tiktok|facebook|snap|whatsapp|apple|icloud|microsoft|google|itch|captcha|facture|abonnement/;
const errands =
  /securi|secure|paiement|payment|pay-|acces|access|regularis|renouv|renew|verif|confirm|livraison|delivery|remboursement|refund|rib|activation|activ|annulation|cancel|support|help|claim|gift|login|connexion|signin|compte|account|storage|restart|restore|upgrade|update|maj|dossier|relivraison|suivi|track|appeal|bonus|free|promo|vote|tournament|guild|server|download|-dl|mint|cle|digital|redeliver|portal|identif|valid|billing|unlock|reward|droits|public|majoration|anniversary/;

/** How much a name that nobody knows sounds like a counter somebody is to go to, from 0 to 2. */
export function counterOf(place: Place): number {
  if (place.isOfficial || place.isEveryday || place.invite !== null) return 0;
  const name = place.host
    .split('.')
    .slice(0, place.isHosted ? 1 : -1)
    .join('.');
  return (institutions.test(name) ? 1 : 0) + (errands.test(name) ? 1 : 0);
}
