/** A day of the calendar, `2027-01-12`, in no time zone. Days compare as strings. */
export type Day = string;

const months: readonly (readonly string[])[] = [
  ['janvier', 'janv', 'jan', 'january'],
  ['fevrier', 'fevr', 'fev', 'february', 'feb'],
  ['mars', 'mar', 'march'],
  ['avril', 'avr', 'april', 'apr'],
  ['mai', 'may'],
  ['juin', 'june', 'jun'],
  ['juillet', 'juil', 'july', 'jul'],
  ['aout', 'august', 'aug'],
  ['septembre', 'sept', 'sep', 'september'],
  ['octobre', 'oct', 'october'],
  ['novembre', 'nov', 'november'],
  ['decembre', 'dec', 'december'],
];
const monthOf = (word: string): number => months.findIndex((names) => names.includes(word)) + 1;

const pad = (value: number, length: number): string => String(value).padStart(length, '0');

/** Null for a day that does not exist, such as 31 February. */
function dayFrom(year: number, month: number, date: number): Day | null {
  const at = new Date(Date.UTC(year, month - 1, date));
  const exists = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === date;
  return exists && year >= 2000 && year < 2100 ? `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}` : null;
}

/**
 * A day as people write it: `12/01/2027` (day first, whatever their language), `12.1.27`, `2027-01-12`, `12 janvier 2027`,
 * `mardi 1er janv. 2027`, `January 12th, 2027`. Null when it is none.
 */
export function parseDay(typed: string): Day | null {
  const text = typed
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[,\s]+/g, ' ')
    .trim();
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (iso) return dayFrom(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numbers = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(text);
  if (numbers) {
    const year = Number(numbers[3]);
    return dayFrom(year < 100 ? 2000 + year : year, Number(numbers[2]), Number(numbers[1]));
  }
  const words = text
    .replace(/^(le |the )/, '')
    .replace(
      /^(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday) /,
      '',
    )
    .replace(/ of /, ' ');
  const dayFirst = /^(\d{1,2})(?:er|st|nd|rd|th)? ([a-z]+)\.? (\d{4})$/.exec(words);
  if (dayFirst) return dayFrom(Number(dayFirst[3]), monthOf(dayFirst[2] ?? ''), Number(dayFirst[1]));
  const monthFirst = /^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)? (\d{4})$/.exec(words);
  if (monthFirst) return dayFrom(Number(monthFirst[3]), monthOf(monthFirst[1] ?? ''), Number(monthFirst[2]));
  return null;
}

/** Midnight UTC of that day: how the database's `date` columns come and go. */
export const dateOf = (day: Day): Date => new Date(`${day}T00:00:00Z`);
export const dayOf = (date: Date): Day => date.toISOString().slice(0, 10);

const oneDay = 86_400_000;

export const addDays = (day: Day, count: number): Day => dayOf(new Date(dateOf(day).getTime() + count * oneDay));
export const daysBetween = (from: Day, to: Day): number => Math.round((dateOf(to).getTime() - dateOf(from).getTime()) / oneDay);

/** The same date some years later; 29 February becomes 1 March. */
export function addYears(day: Day, count: number): Day {
  const at = dateOf(day);
  at.setUTCFullYear(at.getUTCFullYear() + count);
  return dayOf(at);
}

/** What a clock of that zone shows, read as if it were UTC: to reckon with days and hours there. */
export function wallOf(at: Date, timeZone: string): Date {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(at);
  return new Date(`${shown.replace(' ', 'T')}Z`);
}
const offsetAt = (at: number, timeZone: string): number => wallOf(new Date(at), timeZone).getTime() - at;

/** The first moment of a day where it is that day. */
export function startOf(day: Day, timeZone: string): Date {
  const midnight = dateOf(day).getTime();
  // After a change of the hour the second reading is right.
  const about = midnight - offsetAt(midnight, timeZone);
  return new Date(midnight - offsetAt(about, timeZone));
}

/**
 * The moment at which a clock of that zone shows that day and that minute of it; the first, when the clock shows it twice. Null when it never does: the hour
 * that is skipped in spring.
 */
export function momentAt(day: Day, minuteOfDay: number, timeZone: string): Date | null {
  const wall = dateOf(day).getTime() + minuteOfDay * 60_000;
  const candidates = [wall - oneDay, wall + oneDay].map((at) => wall - offsetAt(at, timeZone));
  const shown = candidates.filter((at) => wallOf(new Date(at), timeZone).getTime() === wall);
  return shown.length > 0 ? new Date(Math.min(...shown)) : null;
}

/** Which day it is at `now` in a time zone (IANA name). */
export const todayIn = (timeZone: string, now: Date): Day =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now);
