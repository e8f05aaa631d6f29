/** People who look for work. */

export type Seeker = {
  by: string;
  contracts: readonly string[];
  place: string;
  mobility: string;
  skills: string;
  level: string;
  pitch: string;
};

/** Who shows a profile to companies, without a name. */
export const seekers: readonly Seeker[] = [
  {
    by: 'ines.martins',
    contracts: ['cdi', 'apprenticeship'],
    place: 'Lille (59)',
    mobility: 'department',
    skills: 'JavaScript, React, Node.js, SQL',
    level: 'junior',
    pitch: 'J’aime les interfaces sobres et les tests qui rassurent. Mon dernier projet : une carte des composteurs du quartier.',
  },
  {
    by: 'piotr.kowalczyk',
    contracts: ['cdi', 'cdd'],
    place: 'Lille (59)',
    mobility: 'region',
    skills: 'Python, PostgreSQL, Docker',
    level: 'junior',
    pitch: 'Curious about data that says something of the world around us; I document what I build.',
  },
];

/** Whom the first company asks whether they want to talk. */
export const contacted = {
  by: 'nathalie.lecomte',
  posting: 'Développement web full stack (F/H)',
  message: 'Bonjour, votre carte des composteurs ressemble à ce que nous faisons des ateliers. Voulez-vous en parler ?',
};

export const alert = { by: 'chloe.petit', text: 'développement web', place: 'Lille (59)' };
