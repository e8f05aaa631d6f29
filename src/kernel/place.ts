import { cities } from './city.ts';
import { fold } from './text.ts';

/** French departments by their code of the INSEE, with the region that the tags of offers show. https://www.insee.fr/fr/information/7766585 */
export const departments = {
  '01': ['Ain', 'Auvergne-Rhône-Alpes'],
  '02': ['Aisne', 'Hauts-de-France'],
  '03': ['Allier', 'Auvergne-Rhône-Alpes'],
  '04': ['Alpes-de-Haute-Provence', 'Provence-Alpes-Côte d’Azur'],
  '05': ['Hautes-Alpes', 'Provence-Alpes-Côte d’Azur'],
  '06': ['Alpes-Maritimes', 'Provence-Alpes-Côte d’Azur'],
  '07': ['Ardèche', 'Auvergne-Rhône-Alpes'],
  '08': ['Ardennes', 'Grand Est'],
  '09': ['Ariège', 'Occitanie'],
  '10': ['Aube', 'Grand Est'],
  '11': ['Aude', 'Occitanie'],
  '12': ['Aveyron', 'Occitanie'],
  '13': ['Bouches-du-Rhône', 'Provence-Alpes-Côte d’Azur'],
  '14': ['Calvados', 'Normandie'],
  '15': ['Cantal', 'Auvergne-Rhône-Alpes'],
  '16': ['Charente', 'Nouvelle-Aquitaine'],
  '17': ['Charente-Maritime', 'Nouvelle-Aquitaine'],
  '18': ['Cher', 'Centre-Val de Loire'],
  '19': ['Corrèze', 'Nouvelle-Aquitaine'],
  '21': ['Côte-d’Or', 'Bourgogne-Franche-Comté'],
  '22': ['Côtes-d’Armor', 'Bretagne'],
  '23': ['Creuse', 'Nouvelle-Aquitaine'],
  '24': ['Dordogne', 'Nouvelle-Aquitaine'],
  '25': ['Doubs', 'Bourgogne-Franche-Comté'],
  '26': ['Drôme', 'Auvergne-Rhône-Alpes'],
  '27': ['Eure', 'Normandie'],
  '28': ['Eure-et-Loir', 'Centre-Val de Loire'],
  '29': ['Finistère', 'Bretagne'],
  '2A': ['Corse-du-Sud', 'Corse'],
  '2B': ['Haute-Corse', 'Corse'],
  '30': ['Gard', 'Occitanie'],
  '31': ['Haute-Garonne', 'Occitanie'],
  '32': ['Gers', 'Occitanie'],
  '33': ['Gironde', 'Nouvelle-Aquitaine'],
  '34': ['Hérault', 'Occitanie'],
  '35': ['Ille-et-Vilaine', 'Bretagne'],
  '36': ['Indre', 'Centre-Val de Loire'],
  '37': ['Indre-et-Loire', 'Centre-Val de Loire'],
  '38': ['Isère', 'Auvergne-Rhône-Alpes'],
  '39': ['Jura', 'Bourgogne-Franche-Comté'],
  '40': ['Landes', 'Nouvelle-Aquitaine'],
  '41': ['Loir-et-Cher', 'Centre-Val de Loire'],
  '42': ['Loire', 'Auvergne-Rhône-Alpes'],
  '43': ['Haute-Loire', 'Auvergne-Rhône-Alpes'],
  '44': ['Loire-Atlantique', 'Pays de la Loire'],
  '45': ['Loiret', 'Centre-Val de Loire'],
  '46': ['Lot', 'Occitanie'],
  '47': ['Lot-et-Garonne', 'Nouvelle-Aquitaine'],
  '48': ['Lozère', 'Occitanie'],
  '49': ['Maine-et-Loire', 'Pays de la Loire'],
  '50': ['Manche', 'Normandie'],
  '51': ['Marne', 'Grand Est'],
  '52': ['Haute-Marne', 'Grand Est'],
  '53': ['Mayenne', 'Pays de la Loire'],
  '54': ['Meurthe-et-Moselle', 'Grand Est'],
  '55': ['Meuse', 'Grand Est'],
  '56': ['Morbihan', 'Bretagne'],
  '57': ['Moselle', 'Grand Est'],
  '58': ['Nièvre', 'Bourgogne-Franche-Comté'],
  '59': ['Nord', 'Hauts-de-France'],
  '60': ['Oise', 'Hauts-de-France'],
  '61': ['Orne', 'Normandie'],
  '62': ['Pas-de-Calais', 'Hauts-de-France'],
  '63': ['Puy-de-Dôme', 'Auvergne-Rhône-Alpes'],
  '64': ['Pyrénées-Atlantiques', 'Nouvelle-Aquitaine'],
  '65': ['Hautes-Pyrénées', 'Occitanie'],
  '66': ['Pyrénées-Orientales', 'Occitanie'],
  '67': ['Bas-Rhin', 'Grand Est'],
  '68': ['Haut-Rhin', 'Grand Est'],
  '69': ['Rhône', 'Auvergne-Rhône-Alpes'],
  '70': ['Haute-Saône', 'Bourgogne-Franche-Comté'],
  '71': ['Saône-et-Loire', 'Bourgogne-Franche-Comté'],
  '72': ['Sarthe', 'Pays de la Loire'],
  '73': ['Savoie', 'Auvergne-Rhône-Alpes'],
  '74': ['Haute-Savoie', 'Auvergne-Rhône-Alpes'],
  '75': ['Paris', 'Île-de-France'],
  '76': ['Seine-Maritime', 'Normandie'],
  '77': ['Seine-et-Marne', 'Île-de-France'],
  '78': ['Yvelines', 'Île-de-France'],
  '79': ['Deux-Sèvres', 'Nouvelle-Aquitaine'],
  '80': ['Somme', 'Hauts-de-France'],
  '81': ['Tarn', 'Occitanie'],
  '82': ['Tarn-et-Garonne', 'Occitanie'],
  '83': ['Var', 'Provence-Alpes-Côte d’Azur'],
  '84': ['Vaucluse', 'Provence-Alpes-Côte d’Azur'],
  '85': ['Vendée', 'Pays de la Loire'],
  '86': ['Vienne', 'Nouvelle-Aquitaine'],
  '87': ['Haute-Vienne', 'Nouvelle-Aquitaine'],
  '88': ['Vosges', 'Grand Est'],
  '89': ['Yonne', 'Bourgogne-Franche-Comté'],
  '90': ['Territoire de Belfort', 'Bourgogne-Franche-Comté'],
  '91': ['Essonne', 'Île-de-France'],
  '92': ['Hauts-de-Seine', 'Île-de-France'],
  '93': ['Seine-Saint-Denis', 'Île-de-France'],
  '94': ['Val-de-Marne', 'Île-de-France'],
  '95': ['Val-d’Oise', 'Île-de-France'],
  '971': ['Guadeloupe', 'Guadeloupe'],
  '972': ['Martinique', 'Martinique'],
  '973': ['Guyane', 'Guyane'],
  '974': ['La Réunion', 'La Réunion'],
  '976': ['Mayotte', 'Mayotte'],
  '975': ['Saint-Pierre-et-Miquelon', 'Outre-mer'],
  '977': ['Saint-Barthélemy', 'Outre-mer'],
  '978': ['Saint-Martin', 'Outre-mer'],
  '986': ['Wallis et Futuna', 'Outre-mer'],
  '987': ['Polynésie française', 'Outre-mer'],
  '988': ['Nouvelle-Calédonie', 'Outre-mer'],
} as const satisfies Record<string, readonly [name: string, region: string]>;

export type Department = keyof typeof departments;

export const isDepartment = (code: string): code is Department => Object.hasOwn(departments, code);

export const departmentName = (code: Department): string => departments[code][0];
export const regionOf = (code: Department): string => departments[code][1];

/** Every region once, in the order of the alphabet. */
export const regions: readonly string[] = [...new Set(Object.values(departments).map(([, region]) => region))].sort((a, b) =>
  a.localeCompare(b, 'fr'),
);

/** Where something is in France; `city` null: anywhere in the department. */
export type Place = { city: string | null; department: Department };

/** What was typed is read, fits several departments (a city may need its department), or is none that we know. */
export type PlaceReading = { ok: true; place: Place } | { ok: false; among: readonly Department[] };

/** Without accents, case, hyphens and apostrophes: `Villeneuve d’Ascq` is `villeneuve d ascq`. */
const key = (name: string): string =>
  fold(name)
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\bste?\b/g, (short) => (short === 'ste' ? 'sainte' : 'saint'))
    .trim();

const departmentKeys = new Map(Object.entries(departments).map(([code, [name]]) => [key(name), code as Department]));

let cityKeys: Map<string, { name: string; departments: Department[] }> | undefined;

/** Read once, at the first city that somebody types. */
function knownCities(): Map<string, { name: string; departments: Department[] }> {
  if (cityKeys) return cityKeys;
  cityKeys = new Map();
  for (const [code, names] of Object.entries(cities))
    for (const name of names.split(', ')) {
      const known = cityKeys.get(key(name)) ?? { name, departments: [] };
      known.departments.push(code as Department);
      cityKeys.set(key(name), known);
    }
  return cityKeys;
}

/** The department of a postal code: its first two digits, three overseas, and Corsica by its own rule. */
function departmentOfPostalCode(code: string): Department | null {
  if (code.startsWith('20')) return Number(code) < 20_200 ? '2A' : '2B';
  const found = [code.slice(0, 3), code.slice(0, 2)].find(isDepartment);
  return found ?? null;
}

/** A department by its code or name; null for anything else. */
export function departmentOf(typed: string): Department | null {
  const code = typed
    .trim()
    .toUpperCase()
    .replace(/^(\d)$/, '0$1');
  return isDepartment(code) ? code : (departmentKeys.get(key(typed)) ?? null);
}

/** Reads `Lille`, `Lille (59)`, `59000 Lille`, `Lille, Nord`, `Nord` or `59`. */
export function readPlace(typed: string): PlaceReading {
  const cleaned = typed.trim();
  const alone = departmentOf(cleaned);
  const homonym = knownCities().get(key(cleaned));
  // `Paris` is a city and a department: the city says more.
  if (alone && !homonym) return { ok: true, place: { city: null, department: alone } };
  if (homonym) {
    const [only] = homonym.departments;
    if (homonym.departments.length > 1 || !only) return { ok: false, among: homonym.departments };
    return { ok: true, place: { city: homonym.name, department: only } };
  }
  const { before, after, code } =
    /^(?<code>\d{5})\s+(?<after>.+)$|^(?<before>.+?)[\s,(]+(?<code>\d{5})\)?$/.exec(cleaned)?.groups ?? {};
  if (code) return named(after ?? before ?? '', departmentOfPostalCode(code));
  const { city, rest } =
    /^(?<city>.+?)\s*(?:\(|,|\s-\s)\s*(?<rest>[^()]+?)\)?$|^(?<city>.+?)\s+(?<rest>\d{2,3}|2[AaBb])$/.exec(cleaned)?.groups ?? {};
  return city && rest ? named(city, departmentOf(rest)) : { ok: false, among: [] };
}

function named(city: string, department: Department | null): PlaceReading {
  if (!department) return { ok: false, among: [] };
  const known = knownCities().get(key(city));
  return { ok: true, place: { city: known?.departments.includes(department) ? known.name : city.trim(), department } };
}

/** True for a city of our list, in its department; any other is as somebody typed it. */
export const isKnownCity = ({ city, department }: Place): boolean =>
  city !== null && (knownCities().get(key(city))?.departments.includes(department) ?? false);

/** `Lille (59)`, or the name of the department. */
export const placeName = ({ city, department }: Place): string =>
  city === null ? departmentName(department) : `${city} (${department})`;
