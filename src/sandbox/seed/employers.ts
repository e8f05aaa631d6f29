/** Who recruits on the seeded server, and what for: invented, under domains that RFC 2606 keeps, with SIREN numbers below all that were ever given. */

export type Employer = {
  name: string;
  siret: string;
  website: string;
  email: string;
  about: string;
  /** Usernames. */
  by: string;
  colleague?: string;
  /** `null`: staff have not answered. */
  answer: 'verified' | { refused: string } | null;
};

export const employers: readonly Employer[] = [
  {
    name: 'Ateliers du Beffroi',
    siret: '000 412 759 00011',
    website: 'www.ateliers-beffroi.example',
    email: 'recrutement@ateliers-beffroi.example',
    about:
      'Nous réparons et louons des vélos dans douze villes de la région. L’équipe numérique, sept personnes à Lille, fait le site de réservation et les outils des ateliers.',
    by: 'celine.marchand',
    colleague: 'nathalie.lecomte',
    answer: 'verified',
  },
  {
    name: 'Opale Réseaux',
    siret: '000 528 315 00013',
    website: 'www.opale-reseaux.example',
    email: 'rh@opale-reseaux.example',
    about:
      'Nous installons et surveillons les réseaux de deux cents PME, du Touquet à Valenciennes. Chaque année, trois personnes se forment chez nous en alternance.',
    by: 'marc.oliveira',
    answer: 'verified',
  },
  {
    name: 'Brightwater Data',
    siret: '000 639 476 00019',
    website: 'https://brightwater-data.example',
    email: 'people@brightwater-data.example',
    about: 'Nous mesurons la qualité de l’eau des rivières, de Dublin à Lille. Trente personnes, la moitié à distance.',
    by: 'priya.raman',
    answer: 'verified',
  },
  {
    name: 'Mairie de Saint-Vaast',
    siret: '000 713 586 00014',
    website: 'www.saint-vaast.example',
    email: 'ressources.humaines@saint-vaast.example',
    about:
      'Une commune de neuf mille habitants. Le service numérique, quatre personnes, ouvre les démarches en ligne à tout le monde.',
    by: 'elodie.vanhoutte',
    answer: 'verified',
  },
  {
    name: 'Textiles Vaillant',
    siret: '000 840 264 00014',
    website: 'www.textiles-vaillant.example',
    email: 'emploi@textiles-vaillant.example',
    about: 'Nous tissons à Roubaix depuis 1921, et vendons en ligne depuis 2015.',
    by: 'victor.huang',
    answer: 'verified',
  },
  {
    name: 'Coopérative des Quais',
    siret: '000 956 136 00014',
    website: 'www.coop-des-quais.example',
    email: 'amina.cherif@coop-des-quais.example',
    about: 'Une épicerie coopérative de Dunkerque, huit cents sociétaires. Nous refaisons notre logiciel de caisse.',
    by: 'amina.cherif',
    answer: null,
  },
  {
    name: 'Horizon Conseil',
    siret: '732 829 320 00074',
    website: 'www.horizon-conseil.example',
    email: 'horizon.conseil.emploi@gmail.com',
    about: 'Des opportunités pour toutes les personnes ambitieuses.',
    by: 'romain.delcourt',
    answer: {
      refused:
        'Le SIRET est celui d’une autre société, et l’adresse n’est pas celle du site. Envoyez-nous un Kbis ou une adresse au nom de l’entreprise.',
    },
  },
];
