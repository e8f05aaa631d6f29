import type { User } from './world.ts';

/** The people of the seeded server, invented, with names as one hears them in a training centre of the north of France. */

/** As what a person introduces themselves to the bot; `null`: has not done it. */
export type Kind = 'learner' | 'trainer' | 'alumni' | 'staff' | 'recruiter' | 'candidate';

export type Inhabitant = {
  first: string;
  last: string;
  kind: Kind | null;
  locale: User['locale'];
  dmsClosed: boolean;
  /** `arriving`: joins once the bot is there. `screening`: has joined and not accepted the rules. `outside`: has not joined. */
  place: 'member' | 'arriving' | 'screening' | 'outside';
  /** Has introduced themselves, and nobody has answered yet. */
  waiting: boolean;
  /** Names of roles that the owner gives by hand, when the server has them. */
  roles: readonly string[];
};

type Extra = Partial<Omit<Inhabitant, 'first' | 'last' | 'kind'>>;

const person = (kind: Kind | null, first: string, last: string, extra: Extra = {}): Inhabitant => ({
  first,
  last,
  kind,
  locale: 'fr',
  dmsClosed: false,
  place: 'member',
  waiting: false,
  roles: [],
  ...extra,
});

/** Owns the server: an administrator whom nobody identifies. */
export const owner = person(null, 'Nadia', 'Lefebvre');

export const inhabitants: readonly Inhabitant[] = [
  person('staff', 'Thomas', 'Vasseur', { roles: ['Gestion de projet'] }),
  person('staff', 'Aïssatou', 'Diop', { roles: ['Gestion de projet'] }),
  person('staff', 'Hélène', 'Caron', { roles: ['Direction de campus'] }),
  person('staff', 'Julien', 'Delattre', { roles: ['Modération'], dmsClosed: true }),

  person('trainer', 'Karim', 'Benali'),
  person('trainer', 'Sophie', 'Dumont', { roles: ['Modération'] }),
  person('trainer', 'Olivier', 'Nguyen'),
  person('trainer', 'Fatoumata', 'Traoré', { dmsClosed: true }),

  person('learner', 'Léa', 'Dubois'),
  person('learner', 'Mehdi', 'El Amrani'),
  person('learner', 'Chloé', 'Petit'),
  person('learner', 'Yanis', 'Haddad', { dmsClosed: true }),
  person('learner', 'Inès', 'Martins'),
  person('learner', 'Lucas', 'Lemaire'),
  person('learner', 'Ngọc Anh', 'Trần'),
  person('learner', 'Moussa', 'Coulibaly'),
  person('learner', 'Olena', 'Kovalenko', { locale: 'en-GB' }),
  person('learner', 'Rémi', 'Wattel'),
  person('learner', 'Sarah', 'Cohen'),
  person('learner', 'João', 'Pereira', { locale: 'en-US' }),
  person('learner', 'Manon', 'Fournier', { dmsClosed: true }),
  person('learner', 'Bilal', 'Yılmaz'),
  person('learner', 'Émilie', 'Roussel', { waiting: true }),

  person('alumni', 'Antoine', 'Carpentier', { roles: ['Mentorat'] }),
  person('alumni', 'Mariam', 'Keïta', { roles: ['Mentorat'] }),
  person('alumni', 'Guillaume', 'Hennebelle'),
  person('alumni', 'Sana', 'Belkacem', { roles: ['Mentorat'] }),
  person('alumni', 'Piotr', 'Kowalczyk', { locale: 'en-US' }),
  person('alumni', 'Laurie', 'Descamps'),
  person('alumni', 'Dylan', 'Rakotomalala', { dmsClosed: true }),

  person('recruiter', 'Céline', 'Marchand'),
  person('recruiter', 'Marc', 'Oliveira'),
  person('recruiter', 'Priya', 'Raman', { locale: 'en-US' }),
  person('recruiter', 'Nathalie', 'Lecomte'),
  person('recruiter', 'Élodie', 'Vanhoutte'),
  person('recruiter', 'Victor', 'Huang'),
  person('recruiter', 'Amina', 'Cherif'),
  person('recruiter', 'Romain', 'Delcourt', { dmsClosed: true }),

  person('candidate', 'Jordan', 'Leclercq'),
  person('candidate', 'Awa', 'Ndiaye'),
  person('candidate', 'Corentin', 'Blot'),
  person('candidate', 'Samuel', 'Mbemba', { waiting: true }),

  person(null, 'Clémence', 'Poulain', { place: 'arriving' }),
  person(null, 'Ibrahim', 'Sow', { place: 'arriving' }),
  person(null, 'Grace', 'Adeyemi', { locale: 'en-US', place: 'arriving' }),
  person(null, 'Enzo', 'Ferreira', { place: 'screening' }),
  person(null, 'Zoé', 'Lambert', { place: 'screening', dmsClosed: true }),
  person(null, 'Hugo', 'Bertrand', { place: 'outside' }),
];

export const fullName = ({ first, last }: Inhabitant): string => `${first} ${last}`;

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ı/g, 'i')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '.');

export const usernameOf = (inhabitant: Inhabitant): string => plain(fullName(inhabitant));

/** In the domain that RFC 2606 keeps for examples, so that nothing can ever be sent there. */
export const emailOf = (inhabitant: Inhabitant): string => `${usernameOf(inhabitant)}@example.org`;

type Line = { channel: string; by: string; text: string };

/** What was said before the bot came. */
export const conversations: readonly Line[] = [
  {
    channel: 'actualités',
    by: 'nadia.lefebvre',
    text: '**Bienvenue sur le serveur de Simplon Hauts-de-France !**\nCe serveur réunit les personnes en formation, les alumni, les équipes et les entreprises de la région.',
  },
  {
    channel: 'général',
    by: 'thomas.vasseur',
    text: 'Bonjour à toutes et à tous, le café d’accueil est servi au campus de Lille à partir de 8 h 45 ☕',
  },
  { channel: 'général', by: 'lea.dubois', text: 'Merci Thomas ! J’arrive avec la promo CDA.' },
  { channel: 'général', by: 'mehdi.el.amrani', text: 'Quelqu’un covoiture depuis Valenciennes demain ?' },
  { channel: 'général', by: 'moussa.coulibaly', text: 'Oui, départ 7 h 30 de la gare, il reste deux places.' },
  {
    channel: 'entraide',
    by: 'chloe.petit',
    text: 'Mon `fetch` renvoie `undefined`, une idée ?\n```js\nconst data = fetch("/api/users").json();\n```',
  },
  {
    channel: 'entraide',
    by: 'antoine.carpentier',
    text: 'Il manque un `await` : `fetch` rend une promesse. *Tu y es presque !*',
  },
  { channel: 'entraide', by: 'chloe.petit', text: 'Merci, ça marche 🎉' },
  {
    channel: 'veille',
    by: 'karim.benali',
    text: 'À lire avant l’atelier de jeudi : <https://developer.mozilla.org/fr/docs/Learn>',
  },
  { channel: 'détente', by: 'ngoc.anh.tran', text: 'Photo du potager du campus bientôt, promis.' },
];
