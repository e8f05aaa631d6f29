import { addDays, type Day, daysBetween, parseDay } from '../../../kernel/day.ts';

/** When an offer starts, how long it lasts, its rhythm and its last day to apply; `unread` is what was not understood. */
export type Terms = {
  startsOn: Day | null;
  deadline: Day | null;
  months: number | null;
  rhythm: string | null;
  unread: string | null;
};

const monthName =
  'janv(?:ier|\\.)?|f[ée]v(?:r(?:ier|\\.)?|\\.)?|mars|avr(?:il|\\.)?|mai|juin|juil(?:let|\\.)?|ao[uû]t|sept(?:embre|\\.)?|oct(?:obre|\\.)?|nov(?:embre|\\.)?|d[ée]c(?:embre|\\.)?|january|february|march|april|may|june|july|august|september|october|november|december';
const weekday =
  '(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\\s+)?';
const date = `${weekday}(?:\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}|\\d{1,2}(?:er|st|nd|rd|th)?\\s+(?:${monthName})(?:\\s+\\d{4})?|(?:${monthName})\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}|(?:${monthName})\\s+\\d{4})`;

const shape = (source: string): RegExp => new RegExp(source, 'iu');
const range = shape(`(?:du|from)\\s+(${date})\\s+(?:au|to|until)\\s+(${date})`);
const closing = shape(
  `(?:candidatures?|candidater|postuler|r[ée]ponses?|apply|applications?|deadline|date limite|cl[ôo]ture|closing)[^\\d\\n;]{0,40}?(${date})`,
);
/** A last day of which nobody says that it is the one to apply: of the work, when its first day is told. */
const until = shape(`(?:jusqu['’]au|jusqu['’][àa]|avant le|until|by|before)\\s+(${date})`);
const soon =
  /(?:d[èe]s que possible|asap|as soon as possible|imm[ée]diate(?:ment|ly)?|d[èe]s maintenant|au plus (?:t[ôo]t|vite))/iu;
const start = shape(
  `(?:[àa] partir du|[àa] partir de|[àa] compter du|d[èe]s le|d[èe]s|d[ée]but(?: le| en)?|prise de poste(?: le| en)?|en|du|le|from|starting(?: on)?|starts?(?: on)?|on|in)?\\s*(${date})`,
);
const long = /(\d{1,3}(?:[.,]\d)?)\s*(mois|months?|ans?|ann[ée]es?|years?)(?!\p{L})/iu;
const weeks = /(\d{1,3})\s*(?:semaines?|weeks?)(?!\p{L})/iu;
const rhythm =
  /(?:rythme|rhythm)\s*:?\s*([^;\n]+)|(\d+\s*(?:semaines?|sem\.?|jours?|j|weeks?|days?)(?!\p{L})[^;\n]*?(?:entreprise|company|[ée]cole|formation|school|centre|training)[^;\n]*)/iu;
/** Words that say nothing without what stood beside them. */
const filler =
  /(?<!\p{L})(?:de|du|des|le|la|les|et|au|aux|à|a|en|un|une|pour|pendant|dur[ée]e|d['’]|contrat|d[ée]but|date|renouvelables?|environ|soit|prise|poste|start|starting|starts|from|for|duration|about|and|the|of|renewable|candidatures?|is|est)(?!\p{L})/giu;

/** A date as written, with the next year that fits when none is: `15 février`, `mars 2027`. */
function dayIn(typed: string, today: Day): Day | null {
  const text = typed.trim().replace(/\.(?=\s)/g, '');
  const whole = parseDay(text);
  if (whole) return whole;
  const ofMonth = parseDay(`1 ${text}`);
  if (ofMonth && /\d{4}$/.test(text) && !/^\d/.test(text)) return ofMonth;
  const thisYear = parseDay(`${text} ${today.slice(0, 4)}`);
  if (thisYear && thisYear >= today) return thisYear;
  return parseDay(`${text} ${Number(today.slice(0, 4)) + 1}`);
}

/** Takes what fits out of what was typed. */
function taker(typed: string) {
  let rest = typed;
  return {
    take(pattern: RegExp): RegExpExecArray | null {
      const found = pattern.exec(rest);
      if (found) rest = `${rest.slice(0, found.index)} ; ${rest.slice(found.index + found[0].length)}`;
      return found;
    },
    rest: () => rest,
  };
}

const monthsOf = (count: string, unit: string): number => Number(count.replace(',', '.')) * (/^m/i.test(unit) ? 1 : 12);

/** From the first day to the last: whole months, and one more for what is left. */
function begunMonths(first: Day, last: Day): number {
  const [from, until] = [first, addDays(last, 1)].map((day) => day.split('-').map(Number));
  const [year = 0, month = 0, date = 0] = from ?? [];
  const [endYear = 0, endMonth = 0, endDate = 0] = until ?? [];
  return (endYear - year) * 12 + endMonth - month + (endDate > date ? 1 : 0);
}
/** Of a month, on average. */
const weeksOfMonth = 4.345;
const mostMonths = 120;

/** The nearest number of months, last day included. */
const nearestMonths = (first: Day, last: Day): number => Math.round(daysBetween(first, addDays(last, 1)) / 30.44);

/**
 * Reads `dès que possible`, `01/03/2027, 6 mois`, `du 1er mars au 31 août 2027`, `3 semaines en entreprise, 1 semaine en formation ; candidatures jusqu’au
 * 15 février 2027`, in any order. `begun`: a month that is begun counts whole, as where a limit of the law depends on it; else the nearest number does.
 */
export function readTerms(typed: string, today: Day, { begun = false } = {}): Terms {
  const whole = begun ? Math.ceil : Math.round;
  const lengthOf = (first: Day, last: Day): number => Math.max(1, (begun ? begunMonths : nearestMonths)(first, last));
  const { take, rest } = taker(typed.normalize('NFC'));
  const terms: Terms = { startsOn: null, deadline: null, months: null, rhythm: null, unread: null };
  const wrong: string[] = [];
  const read = (text: string | undefined): Day | null => {
    if (text === undefined) return null;
    const found = dayIn(text, today);
    if (!found) wrong.push(text.trim());
    return found;
  };

  const period = take(range);
  if (period) {
    const last = read(period[2]);
    terms.startsOn = read(last && !/\d{4}/.test(period[1] ?? '') ? `${period[1]} ${last.slice(0, 4)}` : period[1]);
    if (terms.startsOn && last) terms.months = lengthOf(terms.startsOn, last);
  }
  terms.deadline = read(take(closing)?.[1]);
  const ending = take(until);
  const isSoon = take(soon) !== null;
  if (!period && !isSoon) terms.startsOn = read(take(start)?.[1]);
  const last = ending && terms.startsOn && !period ? read(ending[1]) : null;
  if (terms.startsOn && last && last > terms.startsOn) terms.months = lengthOf(terms.startsOn, last);
  else if (ending) wrong.push(ending[0].trim());
  const lasting = take(long);
  if (lasting) terms.months = whole(monthsOf(lasting[1] ?? '', lasting[2] ?? ''));
  const turns = take(rhythm);
  if (turns) terms.rhythm = (turns[1] ?? turns[2] ?? '').replace(/[\s,.;]+$/, '').trim() || null;
  const inWeeks = terms.months === null ? take(weeks) : null;
  if (inWeeks) terms.months = Math.max(1, Math.ceil(Number(inWeeks[1]) / weeksOfMonth));
  if (terms.months !== null && (terms.months < 1 || terms.months > mostMonths)) {
    wrong.push(lasting?.[0] ?? inWeeks?.[0] ?? '');
    terms.months = null;
  }
  const left = rest()
    .split(/[;,\n]/)
    .map((part) => part.trim())
    .filter((part) => part.replace(filler, '').replace(/[^\p{L}\p{N}]/gu, '').length > 1);
  const unread = [...wrong, ...left].join(' ; ');
  return { ...terms, unread: unread === '' ? null : unread };
}
