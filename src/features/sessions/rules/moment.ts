import { GB as english } from 'chrono-node/en';
import { casual as french } from 'chrono-node/fr';
import { addDays, type Day, dateOf, dayOf, momentAt, parseDay, wallOf } from '../../../kernel/day.ts';
import { fold, type Locale } from '../../../kernel/text.ts';
import { day as oneDay } from '../../../kernel/time.ts';

/** How far ahead a session is planned. */
export const farthestDays = 183;

/** `hour`: the day alone was understood. `weekday`: that date is another day of the week. `skipped`: clocks go forward over it. */
export type MomentFault = 'unread' | 'hour' | 'past' | 'far' | 'weekday' | 'skipped';
export type MomentRead =
  | { ok: true; at: Date }
  | { ok: false; fault: MomentFault /** What was understood all the same. */; understood: Date | null };

const longestTyped = 100;

/** Monday is 0. */
const weekdayWords: readonly (readonly string[])[] = [
  ['lundi', 'lun', 'monday', 'mon'],
  ['mardi', 'mar', 'tuesday', 'tues', 'tue'],
  ['mercredi', 'mer', 'wednesday', 'wed'],
  ['jeudi', 'jeu', 'thursday', 'thurs', 'thur', 'thu'],
  ['vendredi', 'ven', 'friday', 'fri'],
  ['samedi', 'sam', 'saturday', 'sat'],
  ['dimanche', 'dim', 'sunday', 'sun'],
];
const anyWeekday = weekdayWords.flat().join('|');
const weekdayOf = (word: string): number => weekdayWords.findIndex((words) => words.includes(word));
const weekdayOn = (day: Day): number => (dateOf(day).getUTCDay() + 6) % 7;

/** By number from 1, in both languages. */
const monthWords: readonly (readonly string[])[] = [
  ['janvier', 'janv', 'january', 'jan'],
  ['fevrier', 'fevr', 'fev', 'february', 'feb'],
  ['mars', 'march'],
  ['avril', 'avr', 'april', 'apr'],
  ['mai', 'may'],
  ['juin', 'june', 'jun'],
  ['juillet', 'juil', 'july', 'jul'],
  ['aout', 'august', 'aug'],
  ['septembre', 'september', 'sept', 'sep'],
  ['octobre', 'october', 'oct'],
  ['novembre', 'november', 'nov'],
  ['decembre', 'december', 'dec'],
];
const months = monthWords.flat().join('|');
const halves = {
  evening: /\b(?:soiree|soir|evening|tonight)\b/,
  afternoon: /\b(?:apres[- ]midi|aprem|afternoon)\b/,
  morning: /\b(?:matinee|matin|morning)\b/,
} as const;

/** Ways to write an hour. None of them may be the beginning of a date. */
const times: readonly RegExp[] = [
  // 6pm, 6:30 p.m.
  /(?<![\d/.:-])(?<hour>\d{1,2})(?:[:.h](?<minutes>[0-5]\d))? ?(?<half>[ap])\.?m\b\.?/,
  // 18h et quart, 18 heures et demie
  /(?<![\d/.:-])(?<hour>\d{1,2}) ?h(?:eures?)? et (?<part>demie?|quart)\b/,
  // 18h30, 18:30
  /(?<![\d/.:-])(?<hour>\d{1,2}) ?(?:h|:)(?<minutes>[0-5]\d)(?![\d/.-])/,
  // 18 h 30, 18 heures 30; but 10h, the 14th of January
  new RegExp(
    `(?<![\\d/.:-])(?<hour>\\d{1,2}) ?(?:h(?:eures?)?|:) ?(?<minutes>[0-5]\\d)(?![\\d/.-])(?! ?(?:(?:${months})\\b|er\\b|th\\b))`,
  ),
  /(?<![\d/.:-])(?<hour>\d{1,2}) ?h(?:eures?)?(?![\da-z])/,
  /(?<noon>(?<!apres[- ])\bmidi\b|\bnoon\b)(?: et (?<part>demie?|quart)\b)?/,
  /(?<midnight>\bminuit\b|\bmidnight\b)(?: et (?<part>demie?|quart)\b)?/,
  // at 7, at 18.30, à 18
  /(?:^|\s)(?:a|at|vers|around|@) (?<hour>\d{1,2})(?:\.(?<minutes>[0-5]\d))?(?![\d/.:-])(?!(?:er|st|nd|rd|th)\b)/,
];

/** The minute of the day, and the text without it; null minute when no hour is written. */
function takeTime(text: string): { minuteOfDay: number | null; rest: string } | null {
  const half = (Object.keys(halves) as (keyof typeof halves)[]).find((one) => halves[one].test(text));
  const pattern = times.find((one) => one.test(text));
  const found = pattern?.exec(text);
  const withoutTime = found ? text.replace(found[0], ' ') : text;
  const rest = half ? withoutTime.replace(halves[half], ' ') : withoutTime;
  if (!found?.groups) return { minuteOfDay: null, rest };
  const { hour: typed, minutes, half: clock, noon, midnight, part } = found.groups;
  const more = part ? (part === 'quart' ? 15 : 30) : Number(minutes ?? 0);
  // That of Saturday is the end of it.
  if (midnight) return { minuteOfDay: 24 * 60 + more, rest };
  let hour = noon ? 12 : Number(typed);
  if (clock && (hour < 1 || hour > 12)) return null;
  if (clock) hour = (hour % 12) + (clock === 'p' ? 12 : 0);
  else if ((half === 'evening' || half === 'afternoon') && hour >= 1 && hour < 12) hour += 12;
  if (hour > 23 || (half === 'morning' && hour > 12)) return null;
  return { minuteOfDay: hour * 60 + more, rest };
}

/** Words that lead to a day without saying which. `in` and `dans` say it. */
const filler =
  /(?<![\w'])(?:(?:le|la|the|on|pour|for|at|vers|around|du|de|of|in(?= the\b| *$)|(?<!\bin )a|cet(?:te)?)(?![\w'])|[dl]')|[,@]/g;

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();

type DayRead = {
  day: Day /** It comes again after so many days, so that one which is past means the next; 0 for a date. */;
  every: 0 | 1 | 7;
};

const sayWeekday = new RegExp(
  `^(?:(?<before>ce|this|next|semaine prochaine|next week|week) )?(?<word>${anyWeekday})\\.?(?: (?<after>prochain|en huit|en quinze|semaine prochaine|next week|week))?$`,
);

/** `mardi prochain` and `next Tuesday` are of the next week, from its Monday; `en huit` is a week after the one that comes. */
function readWeekday(text: string, today: Day): DayRead | null {
  const said = sayWeekday.exec(text)?.groups;
  if (!said) return null;
  const wanted = weekdayOf(said.word ?? '');
  const coming = addDays(today, (wanted - weekdayOn(today) + 7) % 7);
  const which = said.after ?? said.before;
  if (which === undefined || which === 'ce' || which === 'this') return { day: coming, every: 7 };
  if (which === 'en huit' || which === 'week') return { day: addDays(coming, 7), every: 0 };
  if (which === 'en quinze') return { day: addDays(coming, 14), every: 0 };
  return { day: addDays(today, 7 - weekdayOn(today) + wanted), every: 0 };
}

const near: readonly [RegExp, number][] = [
  [/^(?:apres[- ]demain|day after tomorrow|surlendemain)$/, 2],
  [/^(?:demain|tomorrow)$/, 1],
  [/^(?:aujourd'?hui|today|ce|this|tonight)$/, 0],
];

/** What the library understands, when it understands all of it. */
function readWithLibrary(text: string, from: Date, locale: Locale) {
  const parsers = locale === 'fr' ? [french, english] : [english, french];
  for (const parser of parsers) {
    const [found, ...others] = parser.parse(text, { instant: from, timezone: 0 }, { forwardDate: true });
    if (found && others.length === 0 && found.text.length === text.length) return found.start;
  }
  return null;
}

/** `le 14`: of this month, or of the first one that has it. */
function nextDate(date: number, today: Day): Day | null {
  const days = Array.from({ length: 62 }, (_, offset) => addDays(today, offset));
  return days.find((day) => Number(day.slice(8)) === date) ?? null;
}

const sayMonthFirst = new RegExp(`^(${months})\\.? (\\d{1,2})(?:st|nd|rd|th)?(?: (\\d{4}))?$`);

/** `January 20`, which the library takes for a year. */
function monthFirst(text: string): string {
  const [, word = '', date, year = ''] = sayMonthFirst.exec(text) ?? [];
  const month = monthWords.findIndex((words) => words.includes(word)) + 1;
  return month === 0 ? text : [date, month, year].filter(Boolean).join('/');
}

function readDate(typed: string, wall: Date, locale: Locale): Day | null {
  const text = monthFirst(typed);
  const whole = parseDay(text);
  if (whole) return whole;
  // Another hour is left: of two, which was meant?
  if (/\d ?h|:\d/.test(text)) return null;
  const [, alone] = /^(\d{1,2})(?:er|st|nd|rd|th)?$/.exec(text) ?? [];
  if (alone) return nextDate(Number(alone), dayOf(wall));
  const start = readWithLibrary(text, wall, locale);
  const [year, month, date] = [start?.get('year'), start?.get('month'), start?.get('day')];
  const isSure = start?.isCertain('day') || /^(?:dans|in) /.test(text);
  if (!isSure || !year || !month || !date) return null;
  return dayOf(new Date(Date.UTC(year, month - 1, date)));
}

type Said = DayRead & { isOtherWeekday: boolean };

function readDay(text: string, wall: Date, locale: Locale): Said | null {
  const today = dayOf(wall);
  const sure = { isOtherWeekday: false };
  if (text === '') return { day: today, every: 1, ...sure };
  const offset = near.find(([pattern]) => pattern.test(text))?.[1];
  if (offset !== undefined) return { day: addDays(today, offset), every: 0, ...sure };
  const weekday = readWeekday(text, today);
  if (weekday) return { ...weekday, ...sure };
  const [, word = '', date = ''] = new RegExp(`^(${anyWeekday})\\.? (.+)$`).exec(text) ?? [];
  const day = readDate(date || text, wall, locale) ?? readDate(text, wall, locale);
  return day ? { day, every: 0, isOtherWeekday: word !== '' && date !== '' && weekdayOn(day) !== weekdayOf(word) } : null;
}

/** `dans deux heures`: the same everywhere, whatever the clocks show. */
const soon = /^(?:dans|in) (?:[\w']+ ){1,3}(?:heures?|h|hours?|minutes?|mins?|mn)$|^(?:dans|in) \d+ ?(?:h|min|mn)$/;

/**
 * A moment as people write it, `mardi prochain à 18h30`, `demain 14h`, `12/01 18h`, `next Tuesday 6pm`, where it is that time. Every word must be
 * understood: half of what somebody wrote would be another appointment.
 */
export function readMoment(
  typed: string,
  { now, timeZone, locale }: { now: Date; timeZone: string; locale: Locale },
): MomentRead {
  const fault = (why: MomentFault, understood: Date | null = null): MomentRead => ({ ok: false, fault: why, understood });
  if (typed.length > longestTyped) return fault('unread');
  const text = squeeze(fold(typed).replace(/[!?]|\.$/g, ' '));
  const judged = (at: Date): MomentRead => {
    if (at <= now) return fault('past', at);
    return at.getTime() > now.getTime() + farthestDays * oneDay ? fault('far', at) : { ok: true, at };
  };

  if (soon.test(text)) {
    const start = readWithLibrary(text, now, locale);
    if (start) return judged(start.date());
  }
  const time = takeTime(text);
  if (!time) return fault('unread');
  const wall = wallOf(now, timeZone);
  const rest = squeeze(squeeze(time.rest).replace(filler, ' ')).replace(/(?<=^|\s)(\d{1,2})\.(\d{1,2})$/, '$1/$2');
  const { minuteOfDay } = time;
  // `12/01 18`: an hour that is not written as one, never the year 2018.
  const dated = minuteOfDay === null ? rest.replace(/^(.*\d\D.*) \d{1,2}$/, '$1') : rest;
  const said = readDay(dated, wall, locale);
  if (!said || (rest === '' && minuteOfDay === null)) return fault('unread');
  const noon = momentAt(said.day, 12 * 60, timeZone);
  if (minuteOfDay === null) return fault('hour', noon);
  const at = momentAt(said.day, minuteOfDay, timeZone);
  if (said.isOtherWeekday) return fault('weekday', at ?? noon);
  if (!at) return fault('skipped', noon);
  if (at > now || said.every === 0) return judged(at);
  const again = momentAt(addDays(said.day, said.every), minuteOfDay, timeZone);
  return again ? judged(again) : fault('skipped', noon);
}
