import type { PayPeriod } from '../../../kernel/hiring.ts';
import { fold } from '../../../kernel/text.ts';

export type Pay = { min: number; max: number; period: PayPeriod };
/** Amounts in cents; or why none is given; or nothing that can be read. */
export type PayReading = { pay: Pay } | { reason: string } | null;

/** `28 000`, `28.000`, `28,000`, `12,50`, `28k`, `28,5 k€`. */
const amount = /(\d{1,3}(?:[ \u00a0\u202f.,']\d{3})+(?!\d)|\d+)(?:[.,](\d{1,2})(?!\d))?\s*(k)?/g;

/** Numbers beside the pay that are none: hours of a week, a thirteenth month. */
const asides =
  /(?<![\d.,]|\d )\d{1,2}\s*(?:h|heures?|hours?)(?![a-z])|\d+(?:[.,]\d+)?\s*(?:h|heures?|hours?)\s*(?:\/|par|per|a|la)?\s*(?:sem(?:aine)?s?|weeks?|hebdo\w*)|(?:sur|x|over)\s*1[2-6](?:[.,]\d)?\s*(?:mois|months?)|1[34]e\s+mois|\d+\s*%/g;

const periodWords: readonly [PayPeriod, RegExp][] = [
  ['hour', /\b(?:heures?|horaires?|hours?|hourly|h)\b/],
  ['day', /\b(?:jours?|journee|journalier|tjm|days?|daily|j)\b/],
  ['month', /\b(?:mois|mensuel\w*|months?|monthly|m)\b/],
  ['year', /\b(?:an|ans|annee|annuel\w*|years?|yearly|annum|annual)\b/],
];

/** Without a word for it, what the amount alone can mean; between these nobody knows. */
function guess(max: number): PayPeriod | null {
  if (max >= 12_000) return 'year';
  return max >= 500 && max < 8_000 ? 'month' : null;
}

const most = 2_000_000_000;

/** What joins the ends of a range, with the words of the first amount before it. Two amounts side by side, or one and a bonus, are none. */
const joint =
  /^\s*(?:€|euros?|eur)?\s*(?:bruts?|gross)?\s*(?:(?:\/|par|per|a|l')\s*(?:mois|an|heure|h|jour|j|month|year|hour|day))?\s*(?:-|–|—|a|to|(et|and))\s*$/;

function isRange(text: string, first: RegExpExecArray, second: RegExpExecArray): boolean {
  const found = joint.exec(text.slice(first.index + first[0].length, second.index));
  if (!found) return false;
  return found[1] === undefined || /\b(?:entre|between)\s*$/.test(text.slice(0, first.index));
}

/** Reads `28 000 - 32 000 € brut par an`, `12,50 €/h`, `2200 brut/mois`, `28-32k€`, and as a reason whatever has no digit: `selon profil`. */
export function readPay(typed: string): PayReading {
  const text = fold(typed).replace(asides, ' ');
  if (!/\d/.test(text)) return /\p{L}{3}/u.test(text) ? { reason: typed.trim() } : null;
  // Only gross pay can be compared.
  if (/\bnet\b/.test(text) && !/\bbruts?\b|\bgross\b/.test(text)) return null;
  const amounts = [...text.matchAll(amount)];
  const [first, second] = amounts;
  if (first && second && !isRange(text, first, second)) return null;
  const found = amounts.map(([, whole = '', part = '', thousand]) => ({
    value: Number(whole.replace(/[^\d]/g, '')) + Number(part.padEnd(2, '0').slice(0, 2)) / 100,
    inThousands: thousand !== undefined,
  }));
  if (found.length === 0 || found.length > 2) return null;
  const someThousands = found.some(({ inThousands }) => inThousands);
  const values = found
    .map(({ value, inThousands }) => (inThousands || (someThousands && value < 1_000) ? value * 1_000 : value))
    .sort((a, b) => a - b);
  const [min = 0, max = min] = values;
  const words = text.replace(/\d/g, ' ').replace(/[^a-z]+/g, ' ');
  const period = periodWords.find(([, shape]) => shape.test(words))?.[0] ?? (someThousands ? 'year' : guess(max));
  if (!period || min <= 0 || max * 100 > most) return null;
  return { pay: { min: Math.round(min * 100), max: Math.round(max * 100), period } };
}
