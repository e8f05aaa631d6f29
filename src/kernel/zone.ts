import type { Text } from './text.ts';

/** Time zones by the names that people know: France, overseas France, and where Simplon teaches. The key is the IANA name; at most 24, as a menu of Discord holds one more. */
export const zones = {
  'Europe/Paris': { fr: 'France métropolitaine', en: 'Metropolitan France' },
  'America/Guadeloupe': { fr: 'Guadeloupe, Saint-Martin, Saint-Barthélemy', en: 'Guadeloupe, Saint Martin, Saint Barthélemy' },
  'America/Martinique': { fr: 'Martinique', en: 'Martinique' },
  'America/Cayenne': { fr: 'Guyane', en: 'French Guiana' },
  'Indian/Reunion': { fr: 'La Réunion', en: 'Réunion' },
  'Indian/Mayotte': { fr: 'Mayotte', en: 'Mayotte' },
  'America/Miquelon': { fr: 'Saint-Pierre-et-Miquelon', en: 'Saint Pierre and Miquelon' },
  'Pacific/Tahiti': { fr: 'Polynésie : Tahiti', en: 'Polynesia: Tahiti' },
  'Pacific/Marquesas': { fr: 'Polynésie : Marquises', en: 'Polynesia: Marquesas' },
  'Pacific/Gambier': { fr: 'Polynésie : Gambier', en: 'Polynesia: Gambier' },
  'Pacific/Noumea': { fr: 'Nouvelle-Calédonie', en: 'New Caledonia' },
  'Pacific/Wallis': { fr: 'Wallis-et-Futuna', en: 'Wallis and Futuna' },
  'Europe/Brussels': { fr: 'Belgique, Luxembourg, Suisse', en: 'Belgium, Luxembourg, Switzerland' },
  'Europe/Madrid': { fr: 'Espagne', en: 'Spain' },
  'Europe/London': { fr: 'Royaume-Uni, Irlande', en: 'United Kingdom, Ireland' },
  'Europe/Bucharest': { fr: 'Roumanie', en: 'Romania' },
  'Africa/Casablanca': { fr: 'Maroc', en: 'Morocco' },
  'Africa/Algiers': { fr: 'Algérie', en: 'Algeria' },
  'Africa/Tunis': { fr: 'Tunisie', en: 'Tunisia' },
  'Africa/Dakar': { fr: 'Sénégal', en: 'Senegal' },
  'Africa/Abidjan': { fr: 'Côte d’Ivoire', en: 'Ivory Coast' },
  'Indian/Antananarivo': { fr: 'Madagascar', en: 'Madagascar' },
  'America/Toronto': { fr: 'Québec', en: 'Quebec' },
  'Asia/Kolkata': { fr: 'Inde', en: 'India' },
} as const satisfies Record<string, Text>;
export type Zone = keyof typeof zones;

/** What people read of a zone, whichever the settings name. */
export const zoneName = (timeZone: string): Text =>
  Object.hasOwn(zones, timeZone) ? zones[timeZone as Zone] : { fr: timeZone, en: timeZone };
