import { day, hour } from '../../../kernel/time.ts';

export const commentLimit = 500;
export const reasonLimit = 500;
/** What was seen of a message waits that long for the form to be sent. */
export const glimpseFor = hour;
/** Of one person at a time. */
export const mostGlimpses = 20;
/** Kept of one message, each with its files. */
export const mostVersions = 5;
/** What was answered about somebody who had their data erased stays that long: time to tell who reported, and for a sanction to be carried out. */
export const erasedAfter = day;
/** Unfounded reports count against somebody for that long. */
export const unfoundedFor = 30 * day;
/** For the second moderator to agree, then for both to read. */
export const revealFor = day;
export const keptFor = 365 * day;
export const pageSize = 5;

/** Trees and plants, one word each: with a number they name who reports, and say nothing of them. */
export const aliasWords = [
  ...[
    'Acacia',
    'Aulne',
    'Azalée',
    'Bambou',
    'Bleuet',
    'Bouleau',
    'Bruyère',
    'Camélia',
    'Capucine',
    'Cèdre',
    'Cerisier',
    'Charme',
  ],
  ...[
    'Châtaignier',
    'Chêne',
    'Coquelicot',
    'Cyprès',
    'Dahlia',
    'Érable',
    'Eucalyptus',
    'Figuier',
    'Fougère',
    'Frêne',
    'Genêt',
    'Ginkgo',
  ],
  ...[
    'Glycine',
    'Hêtre',
    'Hibiscus',
    'Houx',
    'Hortensia',
    'If',
    'Iris',
    'Jasmin',
    'Laurier',
    'Lavande',
    'Lierre',
    'Lilas',
    'Lotus',
    'Magnolia',
  ],
  ...[
    'Marronnier',
    'Mélèze',
    'Menthe',
    'Mimosa',
    'Muguet',
    'Myrte',
    'Noisetier',
    'Noyer',
    'Olivier',
    'Orme',
    'Osier',
    'Palmier',
    'Peuplier',
  ],
  ...[
    'Pin',
    'Pivoine',
    'Platane',
    'Poirier',
    'Pommier',
    'Prunier',
    'Romarin',
    'Sapin',
    'Sauge',
    'Saule',
    'Séquoia',
    'Sorbier',
    'Sureau',
  ],
  ...['Thym', 'Tilleul', 'Tremble', 'Tulipe', 'Verveine', 'Violette'],
] as const;

const numbers = 900;
/** Of any number that is drawn: `Cèdre 417`. */
export const aliasOf = (drawn: number): string =>
  `${aliasWords[Math.floor(drawn / numbers) % aliasWords.length] ?? aliasWords[0]} ${100 + (drawn % numbers)}`;
export const aliasCount = aliasWords.length * numbers;
