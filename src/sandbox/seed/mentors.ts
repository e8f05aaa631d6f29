/** Who accompanies whom on the seeded server: usernames, and texts as those people would write them. */

export type Helper = {
  by: string;
  /** The two forms of a profile, by their fields. */
  help: {
    themes: readonly string[];
    skills: string;
    availability: readonly string[];
    languages: readonly string[];
    about: string;
  };
  frame: { capacity: string; ways: readonly string[]; job: string; place: string };
  /** In days from now, when they pause once they are approved. `waits`: staff have not answered. */
  after?: { pausedFor: number } | 'waits';
};

export const helpers: readonly Helper[] = [
  {
    by: 'antoine.carpentier',
    help: {
      themes: ['code_review', 'interview'],
      skills: 'JavaScript, React, Node.js, Git',
      availability: ['tue_evening', 'thu_evening', 'sat_morning'],
      languages: ['fr', 'en'],
      about: 'Sorti d’une promo CDA il y a trois ans. Je relis du code avec plaisir, ligne à ligne, et j’explique pourquoi.',
    },
    frame: { capacity: '2', ways: ['voice', 'text'], job: 'Développement web dans une mutuelle', place: 'Lille (59)' },
  },
  {
    by: 'mariam.keita',
    help: {
      themes: ['job_search', 'interview', 'confidence'],
      skills: 'PHP, Symfony, SQL',
      availability: ['mon_evening', 'wed_evening', 'sat_morning'],
      languages: ['fr'],
      about:
        'J’ai changé de métier à trente-cinq ans : je sais ce que c’est de ne pas oser postuler. On prépare vos entretiens ensemble, autant de fois qu’il faut.',
    },
    frame: { capacity: '3', ways: ['voice', 'in_person'], job: 'Développement back-end en agence', place: 'Roubaix (59)' },
  },
  {
    by: 'sana.belkacem',
    help: {
      themes: ['cv', 'job_search', 'company_life'],
      skills: 'JavaScript, Vue.js, Accessibilité',
      availability: ['tue_evening', 'wed_afternoon', 'fri_evening'],
      languages: ['fr', 'ar'],
      about: 'Je recrute des stagiaires chaque printemps : je vous dis ce qu’on lit vraiment dans un CV, et ce qu’on ne lit pas.',
    },
    frame: { capacity: '3', ways: ['text', 'voice'], job: 'Pilotage d’une équipe front-end', place: 'Lille (59)' },
  },
  {
    by: 'laurie.descamps',
    help: {
      themes: ['confidence', 'company_life', 'cv'],
      skills: 'HTML, CSS, WordPress',
      availability: ['mon_evening', 'thu_evening', 'sun_afternoon'],
      languages: ['fr'],
      about:
        'Premier poste depuis six mois, tout est encore frais : les premiers jours, les réunions, les questions qu’on n’ose pas poser.',
    },
    frame: { capacity: '2', ways: ['text', 'voice'], job: 'Intégration web dans une collectivité', place: '' },
  },
  {
    by: 'piotr.kowalczyk',
    help: {
      themes: ['code_review', 'cv', 'job_search'],
      skills: 'Python, PostgreSQL, Docker, JavaScript',
      availability: ['wed_evening', 'thu_evening', 'sat_morning'],
      languages: ['en', 'fr', 'pl'],
      about: 'I learnt to code in two languages I was still learning to speak. Happy to read your code, or your CV in English.',
    },
    frame: { capacity: '2', ways: ['voice', 'text'], job: 'Data engineer, first job', place: 'Lille (59)' },
  },
  {
    by: 'olivier.nguyen',
    help: {
      themes: ['interview', 'company_life'],
      skills: 'Linux, Réseaux, Docker',
      availability: ['tue_evening', 'fri_afternoon'],
      languages: ['fr', 'vi'],
      about:
        'Formateur après quinze ans d’exploitation. Je joue volontiers la personne qui recrute, questions difficiles comprises.',
    },
    frame: { capacity: '2', ways: ['voice', 'in_person'], job: 'Formation systèmes et réseaux', place: 'Valenciennes (59)' },
  },
  {
    by: 'dylan.rakotomalala',
    help: {
      themes: ['job_search', 'cv'],
      skills: 'PHP, WordPress',
      availability: ['mon_evening', 'sat_morning'],
      languages: ['fr'],
      about: 'À mon compte depuis un an : statut, devis, premiers clients, je partage ce que j’ai appris.',
    },
    frame: { capacity: '1', ways: ['text'], job: 'Développement web à mon compte', place: '' },
    after: { pausedFor: 45 },
  },
  {
    by: 'guillaume.hennebelle',
    help: {
      themes: ['code_review', 'confidence'],
      skills: 'React, TypeScript, Tests automatisés',
      availability: ['wed_evening', 'sun_afternoon'],
      languages: ['fr', 'en'],
      about: 'J’aimerais rendre ce qu’on m’a donné pendant ma promo : du temps, et le droit de se tromper.',
    },
    frame: { capacity: '1', ways: ['text', 'voice'], job: 'Développement front-end, en télétravail', place: '' },
    after: 'waits',
  },
];

export type Wish = {
  by: string;
  goals: string;
  themes: readonly string[];
  skills: string;
  availability: readonly string[];
  languages: readonly string[];
  stage: string;
  place: string;
  /** Of whom they ask, in this order. */
  asks: readonly string[];
};

export const wishes: readonly Wish[] = [
  {
    by: 'chloe.petit',
    goals: 'Trouver une alternance avant l’été : je postule depuis un mois et personne ne me répond.',
    themes: ['cv', 'job_search'],
    skills: 'JavaScript, React',
    availability: ['tue_evening', 'wed_evening', 'sat_morning'],
    languages: ['fr'],
    stage: 'progressing',
    place: 'Lille (59)',
    asks: [],
  },
  {
    by: 'bilal.yilmaz',
    goals: 'Comprendre à quoi ressemble une journée en entreprise, je n’ai jamais travaillé dans un bureau.',
    themes: ['company_life', 'confidence'],
    skills: 'HTML, CSS',
    availability: ['sun_afternoon', 'thu_evening'],
    languages: ['fr'],
    stage: 'beginning',
    place: 'Roubaix (59)',
    asks: [],
  },
  {
    by: 'lucas.lemaire',
    goals: 'Faire relire mon projet de fin de promo avant de le montrer à un jury.',
    themes: ['code_review', 'interview'],
    skills: 'React, Node.js, SQL',
    availability: ['tue_evening', 'thu_evening'],
    languages: ['fr', 'en'],
    stage: 'progressing',
    place: 'Lille (59)',
    asks: ['antoine.carpentier', 'piotr.kowalczyk'],
  },
  {
    by: 'ngoc.anh.tran',
    goals: 'M’entraîner à parler de mes projets sans réciter.',
    themes: ['interview', 'confidence'],
    skills: 'SQL, PHP',
    availability: ['mon_evening', 'wed_evening', 'sat_morning'],
    languages: ['fr', 'vi'],
    stage: 'progressing',
    place: 'Lille (59)',
    asks: [],
  },
  {
    by: 'olena.kovalenko',
    goals: 'Prepare interviews in French, and learn which words companies expect here.',
    themes: ['interview', 'cv'],
    skills: 'Python, SQL',
    availability: ['wed_evening', 'thu_evening', 'sat_morning'],
    languages: ['en', 'fr', 'uk'],
    stage: 'independent',
    place: 'Lille (59)',
    asks: [],
  },
  {
    by: 'manon.fournier',
    goals: 'Prendre confiance avant le début de la promo.',
    themes: ['confidence', 'company_life'],
    skills: 'HTML, CSS',
    availability: ['mon_evening', 'sun_afternoon'],
    languages: ['fr'],
    stage: 'beginning',
    place: 'Roubaix (59)',
    asks: [],
  },
  {
    by: 'mehdi.el.amrani',
    goals: 'Écrire du code que d’autres ont envie de relire, et savoir l’expliquer en entretien.',
    themes: ['code_review', 'interview'],
    skills: 'JavaScript, Node.js',
    availability: ['thu_evening', 'sat_morning'],
    languages: ['fr'],
    stage: 'progressing',
    place: 'Lille (59)',
    asks: ['antoine.carpentier'],
  },
  {
    by: 'ines.martins',
    goals: 'Décrocher un CDI à Lille : j’ai des entretiens, mais je perds mes moyens.',
    themes: ['interview', 'job_search'],
    skills: 'SQL, PHP',
    availability: ['mon_evening', 'sat_morning'],
    languages: ['fr', 'pt'],
    stage: 'independent',
    place: 'Roubaix (59)',
    asks: ['mariam.keita'],
  },
  {
    by: 'moussa.coulibaly',
    goals: 'Refaire mon CV : dix ans de bâtiment à raconter autrement.',
    themes: ['cv', 'company_life'],
    skills: 'JavaScript, HTML',
    availability: ['tue_evening', 'fri_evening'],
    languages: ['fr'],
    stage: 'progressing',
    place: 'Lille (59)',
    asks: ['sana.belkacem'],
  },
  {
    by: 'yanis.haddad',
    goals: 'Un regard extérieur sur mon profil en ligne.',
    themes: ['cv', 'job_search'],
    skills: 'Python, JavaScript',
    availability: ['wed_evening', 'sat_morning'],
    languages: ['fr', 'ar'],
    stage: 'independent',
    place: 'Lille (59)',
    asks: ['piotr.kowalczyk'],
  },
];

export type Duo = {
  mentor: string;
  learner: string;
  /** Put together by staff; without it the mentor was asked, and says yes. */
  byHand?: true;
  hello?: { by: 'mentor' | 'learner'; text: string };
  /** As they type it. `soon` takes place a little after the start. */
  session?: { when: string; minutes: string; theme: string; soon?: true };
  goals?: readonly { text: string; progress: string }[];
  /** In days from now. */
  pausedFor?: number;
  ended?: string;
};

/** One of each: new, with a session to come, well under way, paused, over. */
export const duos: readonly Duo[] = [
  { mentor: 'laurie.descamps', learner: 'manon.fournier', byHand: true },
  {
    mentor: 'antoine.carpentier',
    learner: 'mehdi.el.amrani',
    hello: { by: 'learner', text: 'Merci d’avoir dit oui ! Je prépare le dépôt pour jeudi.' },
    session: { when: 'jeudi prochain à 18h30', minutes: '45', theme: 'code_review' },
    goals: [{ text: 'Découper le projet en modules', progress: '0' }],
  },
  {
    mentor: 'mariam.keita',
    learner: 'ines.martins',
    hello: { by: 'mentor', text: 'On se lance : un premier entretien pour de faux, et on fait le point juste après.' },
    session: { when: 'dans 1 minute', minutes: '60', theme: 'interview', soon: true },
    goals: [
      { text: 'Se présenter en deux minutes', progress: '100' },
      { text: 'Passer trois entretiens d’entraînement', progress: '25' },
      { text: 'Répondre à cinq offres à Lille', progress: '50' },
    ],
  },
  {
    mentor: 'sana.belkacem',
    learner: 'moussa.coulibaly',
    hello: { by: 'learner', text: 'Je pars en famille un mois, on reprend le CV à mon retour.' },
    goals: [{ text: 'Un CV d’une page', progress: '50' }],
    pausedFor: 30,
  },
  {
    mentor: 'piotr.kowalczyk',
    learner: 'yanis.haddad',
    ended: 'Mon profil est prêt, merci Piotr : tu m’as fait gagner des semaines.',
  },
];

export const campaign = {
  name: 'Les binômes de la rentrée',
  lasts: 14,
  promos: ['CDA Lille 4', 'TSSR Valenciennes 2'],
  learners: ['ngoc.anh.tran', 'olena.kovalenko', 'remi.wattel'],
  mentors: ['olivier.nguyen', 'sana.belkacem', 'piotr.kowalczyk'],
};

export const circle = {
  by: 'mariam.keita',
  title: 'Oser l’entretien',
  theme: 'interview',
  about:
    'Une fois par semaine, une personne passe un entretien pour de faux et les autres observent. On en parle ensuite, sans juger.',
  capacity: '4',
  lasts: 60,
  learners: ['ngoc.anh.tran', 'remi.wattel'],
};

export const flash = {
  by: 'joao.pereira',
  theme: 'cv',
  about: 'I have one page in French for an internship in networks. Does it read well?',
  when: 'week',
  languages: ['fr', 'en'],
};
