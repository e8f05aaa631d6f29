import { type Slot, slots, weeklyHours } from '../../../kernel/mentoring.ts';

/** How many minutes the clocks of a zone are ahead of UTC at that moment. An unknown zone counts as UTC. */
export function offsetOf(timeZone: string, now: Date): number {
  try {
    const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(now);
    return Math.round((Date.parse(`${shown.replace(' ', 'T')}Z`) - now.getTime()) / 60_000);
  } catch {
    return 0;
  }
}

/** The same for many people: a zone is looked up once. */
export function offsets(now: Date): (timeZone: string) => number {
  const known = new Map<string, number>();
  return (timeZone) => {
    const offset = known.get(timeZone) ?? offsetOf(timeZone, now);
    known.set(timeZone, offset);
    return offset;
  };
}

export type Week = { availability: readonly string[]; offset: number };

const isSlot = (value: string): value is Slot => (slots as readonly string[]).includes(value);
export const slotsOf = (values: readonly string[]): Slot[] => values.filter(isSlot);

/** Parts of the week of the first, in their own zone, in which the second has an hour too. */
export function commonSlots(one: Week, other: Week): Slot[] {
  const hours = weeklyHours(slotsOf(other.availability), other.offset);
  return slots.filter(
    (slot) => one.availability.includes(slot) && [...weeklyHours([slot], one.offset)].some((hour) => hours.has(hour)),
  );
}

/**
 * Zones that people of a French network live in, by what they call them. `guild` is the server's own. At most 25, as a menu of Discord holds.
 */
export const zones = {
  guild: { fr: 'Celui du serveur', en: 'That of the server' },
  'Europe/Paris': { fr: 'France, Belgique, Espagne', en: 'France, Belgium, Spain' },
  'Europe/London': { fr: 'Royaume-Uni, Portugal', en: 'United Kingdom, Portugal' },
  'Europe/Bucharest': { fr: 'Roumanie, Grèce', en: 'Romania, Greece' },
  'America/Guadeloupe': { fr: 'Guadeloupe, Martinique, Saint-Martin', en: 'Guadeloupe, Martinique, Saint Martin' },
  'America/Cayenne': { fr: 'Guyane', en: 'French Guiana' },
  'America/Miquelon': { fr: 'Saint-Pierre-et-Miquelon', en: 'Saint Pierre and Miquelon' },
  'America/Toronto': { fr: 'Québec', en: 'Quebec' },
  'Indian/Reunion': { fr: 'La Réunion', en: 'Réunion' },
  'Indian/Mayotte': { fr: 'Mayotte', en: 'Mayotte' },
  'Indian/Antananarivo': { fr: 'Madagascar', en: 'Madagascar' },
  'Indian/Mauritius': { fr: 'Maurice', en: 'Mauritius' },
  'Pacific/Noumea': { fr: 'Nouvelle-Calédonie', en: 'New Caledonia' },
  'Pacific/Tahiti': { fr: 'Tahiti', en: 'Tahiti' },
  'Pacific/Wallis': { fr: 'Wallis-et-Futuna', en: 'Wallis and Futuna' },
  'Africa/Casablanca': { fr: 'Maroc', en: 'Morocco' },
  'Africa/Tunis': { fr: 'Tunisie, Algérie', en: 'Tunisia, Algeria' },
  'Africa/Dakar': { fr: 'Sénégal, Côte d’Ivoire, Mali', en: 'Senegal, Ivory Coast, Mali' },
  'Africa/Douala': { fr: 'Cameroun, Bénin, Gabon', en: 'Cameroon, Benin, Gabon' },
  'Asia/Beirut': { fr: 'Liban', en: 'Lebanon' },
} as const;
export type Zone = keyof typeof zones;
