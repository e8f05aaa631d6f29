import type { Mobility, Obstacle, Reason } from '../../../kernel/fit.ts';
import { contracts, type Level, type Remote } from '../../../kernel/hiring.ts';
import { isDepartment, regionOf } from '../../../kernel/place.ts';
import { skillName } from '../../../kernel/skill.ts';
import { escapeMarkdown, type Locale, type Text } from '../../../kernel/text.ts';

/** What a card says of the experience of a person; an offer says what it asks in other words. */
export const ownLevels = {
  beginner: { fr: 'Premier emploi dans ce métier', en: 'First job in this trade' },
  junior: { fr: 'Moins de 2 ans d’expérience', en: 'Under 2 years of experience' },
  confirmed: { fr: '2 à 5 ans d’expérience', en: '2 to 5 years of experience' },
  senior: { fr: 'Plus de 5 ans d’expérience', en: 'Over 5 years of experience' },
} as const satisfies Record<Level, Text>;

export const mobilityNames = {
  city: { fr: 'Dans cette ville', en: 'In that city' },
  department: { fr: 'Dans tout le département', en: 'Anywhere in the department' },
  region: { fr: 'Dans toute la région', en: 'Anywhere in the region' },
  country: { fr: 'Partout en France', en: 'Anywhere in France' },
} as const satisfies Record<Mobility, Text>;

const from = (day: Date, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(day);

const wantedRemotes: Readonly<Record<Remote, Text>> = {
  none: { fr: 'travail sur place', en: 'on site' },
  partial: { fr: 'télétravail partiel', en: 'partly remote' },
  full: { fr: 'télétravail complet', en: 'fully remote' },
};

export const card = {
  number: (shown: string): Text => ({ fr: `Profil n° ${shown}`, en: `Profile no. ${shown}` }),
  sample: { fr: 'Profil n° ··· ··· ··', en: 'Profile no. ··· ··· ··' },
  contracts: (keys: readonly string[]): Text => ({
    fr: keys.map((key) => (Object.hasOwn(contracts, key) ? contracts[key as keyof typeof contracts].fr : key)).join(', '),
    en: keys.map((key) => (Object.hasOwn(contracts, key) ? contracts[key as keyof typeof contracts].en : key)).join(', '),
  }),
  from: (day: Date | null): Text =>
    day === null
      ? { fr: 'dès maintenant', en: 'available now' }
      : { fr: `à partir du ${from(day, 'fr')}`, en: `from ${from(day, 'en')}` },
  place: (place: string, department: string, mobility: Mobility): Text => {
    const region = isDepartment(department) ? regionOf(department) : department;
    const reach: Readonly<Record<Mobility, Text>> = {
      city: { fr: place, en: place },
      department: { fr: `${place} et tout le département`, en: `${place} and its department` },
      region: { fr: `${place} et toute la région ${region}`, en: `${place} and all of ${region}` },
      country: { fr: `${place} et partout en France`, en: `${place} and anywhere in France` },
    };
    return reach[mobility];
  },
  remote: (remote: Remote | null): Text =>
    remote === null ? { fr: 'télétravail ou sur place', en: 'remote or on site' } : wantedRemotes[remote],
  skills: { fr: 'Compétences', en: 'Skills' },
  studies: (course: string, campus: string): Text => ({
    fr: `Formation : ${course}, ${campus}`,
    en: `Course: ${course}, ${campus}`,
  }),
  toFill: { fr: 'à remplir', en: 'to fill in' },
  fit: (percent: number): Text => ({ fr: `Correspond à ${percent} %`, en: `Fits at ${percent}%` }),
};

const names = (skills: readonly string[], locale: Locale): string =>
  skills.map((skill) => escapeMarkdown(skillName(skill)[locale])).join(', ');

const near: Readonly<Record<Mobility, Text>> = {
  city: { fr: 'dans la ville voulue', en: 'in the city that is wanted' },
  department: { fr: 'dans le département voulu', en: 'in the department that is wanted' },
  region: { fr: 'dans la région voulue', en: 'in the region that is wanted' },
  country: { fr: 'en France, comme voulu', en: 'in France, as is wanted' },
};

/** A reason in words. Skills that are not of the list were typed by somebody. */
export function reasonText(reason: Reason): Text {
  switch (reason.why) {
    case 'skills': {
      const { common, asked } = reason;
      return {
        fr: `${common.length} compétence${common.length > 1 ? 's' : ''} sur ${asked} (${names(common, 'fr')})`,
        en: `${common.length} of ${asked} skill${asked > 1 ? 's' : ''} (${names(common, 'en')})`,
      };
    }
    case 'place':
      return near[reason.nearness];
    case 'remote':
      return { fr: 'à distance', en: 'remote' };
    case 'contract':
      return {
        fr: `contrat voulu (${contracts[reason.contract].fr})`,
        en: `contract that is wanted (${contracts[reason.contract].en})`,
      };
    case 'level':
      return { fr: 'expérience attendue', en: 'the experience asked for' };
    case 'start':
      return { fr: 'disponible à temps', en: 'free in time' };
  }
}

const obstacles: Readonly<Record<Obstacle, Text>> = {
  contract: { fr: 'ne cherche pas ce contrat', en: 'does not look for this contract' },
  place: { fr: 'ne cherche pas à cet endroit', en: 'does not look in that place' },
  remote: { fr: 'ne cherche pas ce mode de travail', en: 'does not look for this way of working' },
};
export const obstacleText = (obstacle: Obstacle): Text => obstacles[obstacle];
