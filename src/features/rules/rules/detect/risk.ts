import type { Place } from '../link.ts';

export const amount =
  /[€$£]\s?\d|\d[\d .,]*\s?(?:€|\$|£|k€|(?:k|euros?|eur|usd|usdt|dollars?|dollar|btc|eth|balles|chf|fcfa|pounds?|bucks)(?![a-z]))/i;
const baitInAddress =
  /nitro|gift|airdrop|claim|free|bonus|casino|bet|porn|sex|xxx|nude|onlyfans|dating|earn|profit|crypto|invest|reward|promo|giveaway|win|prize|login|verif|secure|wallet|steam|skin|robux|vbucks|hack|crack|cheat|keygen|\.exe|\.zip|\.rar|\.scr|\.apk|\.msi/i;
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
  else if (place.isHosted) risk = 0.3;
  else if (forms.test(place.host)) risk = 0.25;
  if (!place.isOfficial && !place.isEveryday && baitInAddress.test(place.host + place.path)) risk += 0.22;
  // What is not clickable has to be typed.
  return Math.min(1, place.isLink ? risk : risk * 0.9);
}
