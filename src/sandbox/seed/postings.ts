/** What they look for, and what became of it so far. */

export type Step = 'seen' | 'interview' | 'offer' | 'hired' | { declined: string };

export type Candidate = { by: string; message: string; cv?: true; steps: readonly Step[] };

export type Posting = {
  by: string;
  /** The company of alumni who relay it. */
  relayedFor?: string;
  title: string;
  missions: string;
  profile: string;
  process: string;
  contract: string;
  place: string;
  remote: string;
  pay: string;
  /** With `{30}` for the day in thirty days. */
  dates: string;
  skills: string;
  level: string;
  agreement?: true;
  /** How far staff have come: `asked`, what they want changed of the pay. */
  answer: 'unsent' | 'waiting' | 'accepted' | { asked: string };
  savedBy?: readonly string[];
  candidates?: readonly Candidate[];
  recommended?: { by: string; who: string; words: string };
  reports?: readonly { by: string; category: string; comment: string }[];
  end?: 'filled' | 'closed';
};

export const postings: readonly Posting[] = [
  {
    by: 'celine.marchand',
    title: 'Développement web full stack (F/H)',
    missions:
      'Vous développez le site de réservation et les outils des ateliers avec deux collègues qui relisent votre code chaque jour. Vous passez un vendredi par mois dans un atelier, pour voir ce que vos écrans changent.',
    profile:
      'Vous savez écrire du JavaScript et du SQL, et vous aimez expliquer ce que vous faites. Le vélo s’apprend chez nous.',
    process: 'Un échange de trente minutes, puis une demi-journée avec l’équipe. Réponse en une semaine.',
    contract: 'cdi',
    place: 'Lille (59)',
    remote: 'partial_2',
    pay: '28 000 - 33 000 € brut par an',
    dates: 'à partir du {45}',
    skills: 'JavaScript, React, Node.js, SQL, Git',
    level: 'junior',
    answer: 'accepted',
    savedBy: ['chloe.petit', 'yanis.haddad', 'ines.martins'],
    recommended: {
      by: 'mariam.keita',
      who: 'ngoc.anh.tran',
      words: 'Nous avons refait ensemble le site de l’association du campus : une personne précise, qui va au bout et qui aide.',
    },
    candidates: [
      {
        by: 'lea.dubois',
        message:
          'Bonjour, je termine la formation CDA à Lille. J’ai refait en React le site d’un atelier de vélos associatif, avec la réservation en ligne : je connais déjà vos questions de calendrier !',
        cv: true,
        steps: ['interview'],
      },
      {
        by: 'mehdi.el.amrani',
        message:
          'Bonjour, votre équipe travaille comme j’aime apprendre : en se relisant. Mon projet de fin de module est une API Node.js testée, je vous la montre volontiers.',
        cv: true,
        steps: ['seen'],
      },
      {
        by: 'lucas.lemaire',
        message: 'Bonjour, je cherche un premier poste à Lille et je suis disponible dès la fin de ma formation.',
        steps: [{ declined: 'experience' }],
      },
      {
        by: 'ngoc.anh.tran',
        message: 'Bonjour, Mariam m’a parlé de vous. Le code relu chaque jour, c’est ce que je cherche pour progresser.',
        cv: true,
        steps: [],
      },
    ],
  },
  {
    by: 'marc.oliveira',
    title: 'Administration systèmes et réseaux en alternance (F/H)',
    missions:
      'Avec votre tuteur ou tutrice, vous installez des baies et des points d’accès chez nos clients, puis vous en prenez la surveillance. Au bout d’un an, vous suivez vingt clients en propre.',
    profile: 'Vous êtes en formation TSSR ou équivalente, et vous aimez comprendre avant de redémarrer.',
    process: 'Un entretien, puis une visite chez un client. Réponse sous dix jours.',
    contract: 'apprenticeship',
    place: 'Valenciennes (59)',
    remote: 'none',
    pay: '1 150 - 1 450 € brut par mois',
    dates: 'à partir du {40}, 12 mois, rythme : 3 semaines en entreprise, 1 semaine en formation',
    skills: 'Linux, Windows Server, Cisco',
    level: 'beginner',
    answer: 'accepted',
    savedBy: ['sarah.cohen'],
    candidates: [
      {
        by: 'moussa.coulibaly',
        message: 'Bonjour, je souhaite me réorienter vers les réseaux ; j’habite Valenciennes et j’ai le permis B.',
        steps: ['interview', 'offer'],
      },
    ],
  },
  {
    by: 'priya.raman',
    title: 'Ingénierie de données (F/H)',
    missions:
      'Vous reprenez les flux des mille capteurs posés dans les rivières : collecte, contrôle, mise à disposition. Tout est en Python et PostgreSQL, documenté en français et en anglais.',
    profile: 'Vous avez mené un projet de données de bout en bout, même petit, et lisez l’anglais technique.',
    process: 'Un exercice d’une heure chez vous, un échange avec l’équipe. Réponse en deux semaines.',
    contract: 'cdi',
    place: '',
    remote: 'full',
    pay: '36 - 42 k€ brut par an',
    dates: 'dès que possible',
    skills: 'Python, PostgreSQL, Docker',
    level: 'confirmed',
    answer: 'accepted',
    savedBy: ['olena.kovalenko'],
  },
  {
    by: 'elodie.vanhoutte',
    title: 'Stage accessibilité des démarches en ligne (F/H)',
    missions:
      'Avec la personne chargée du site, vous vérifiez nos trente démarches au clavier et au lecteur d’écran, vous corrigez les plus simples et vous apprenez à prioriser les autres.',
    profile: 'Vous connaissez HTML et CSS, et avez envie de découvrir le RGAA.',
    process: 'Une rencontre à la mairie ou à distance, comme vous préférez. Réponse en une semaine.',
    contract: 'internship',
    place: 'Arras (62)',
    remote: 'partial_1',
    pay: '4,60 € brut par heure',
    dates: 'à partir du {30}, 3 mois',
    skills: 'HTML, CSS, Accessibilité web',
    level: 'beginner',
    agreement: true,
    answer: 'accepted',
  },
  {
    by: 'antoine.carpentier',
    relayedFor: 'Studio Grand’Place',
    title: 'Intégration web et accessibilité (F/H)',
    missions:
      'Je travaille dans ce studio de neuf personnes : nous cherchons quelqu’un pour intégrer les maquettes de trois sites culturels, de la feuille de style aux tests sur mobile.',
    profile: 'HTML et CSS solides, un peu de JavaScript, le goût du détail.',
    process: 'Une visite au studio avec moi, puis un échange avec la direction. Réponse en une semaine.',
    contract: 'cdd',
    place: 'Paris (75)',
    remote: 'partial_3',
    pay: '2 300 - 2 500 € brut par mois',
    dates: 'à partir du {35}, 8 mois, candidatures jusqu’au {25}',
    skills: 'HTML, CSS, JavaScript',
    level: 'junior',
    answer: 'accepted',
  },
  {
    by: 'mariam.keita',
    relayedFor: 'Collectif Marée Haute',
    title: 'Développement mobile Flutter (F/H)',
    missions:
      'Notre collectif d’indépendants livre l’application d’un réseau de bibliothèques. Nous cherchons un renfort de trois jours par semaine pour les écrans de prêt et leurs tests.',
    profile: 'Vous avez publié au moins une application Flutter, et savez estimer votre temps.',
    process: 'Un appel d’une heure avec moi. Réponse dans les trois jours.',
    contract: 'freelance',
    place: '',
    remote: 'full',
    pay: '300 - 340 € par jour',
    dates: 'dès que possible, 4 mois',
    skills: 'Flutter, Dart, Git',
    level: 'confirmed',
    answer: 'accepted',
  },
  {
    by: 'guillaume.hennebelle',
    relayedFor: 'Hennebelle Logistique',
    title: 'Assistance informatique de proximité (F/H)',
    missions:
      'L’entrepôt de ma famille compte quatre-vingts postes : vous les préparez, les dépannez sur place et par téléphone, et tenez l’inventaire à jour.',
    profile: 'Vous aimez aider et expliquer sans jargon ; une première pratique de Windows suffit.',
    process: 'Une matinée sur place avec moi, réponse dans la semaine.',
    contract: 'temporary',
    place: 'Lens (62)',
    remote: 'none',
    pay: '13,20 € brut par heure',
    dates: 'dès que possible, 6 mois',
    skills: 'Windows, GLPI',
    level: 'beginner',
    answer: 'waiting',
  },
  {
    by: 'victor.huang',
    title: 'Référencement et boutique en ligne (F/H)',
    missions:
      'Vous suivez les ventes de la boutique en ligne, corrigez les fiches des produits et mesurez ce que chaque changement apporte, avec la personne qui dessine les collections.',
    profile: 'Vous savez lire des chiffres et écrire clairement.',
    process: 'Un entretien à Roubaix, réponse en deux semaines.',
    contract: 'cdd',
    place: 'Roubaix (59)',
    remote: 'partial',
    pay: 'selon profil',
    dates: 'à partir du {30}, 10 mois',
    skills: 'SEO, WordPress',
    level: 'junior',
    answer: {
      asked: 'Indiquez une fourchette : la loi le demandera bientôt, et les offres chiffrées reçoivent plus de candidatures.',
    },
  },
  {
    by: 'sana.belkacem',
    relayedFor: 'Clinique du Parc',
    title: 'Support applicatif hospitalier (F/H)',
    missions:
      'Vous répondez aux équipes de soin qui utilisent le dossier informatisé, reproduisez les anomalies et suivez leur correction avec l’éditeur.',
    profile: 'Patience et méthode ; une base de SQL aide.',
    process: 'Un entretien avec moi et la direction du système d’information. Réponse en une semaine.',
    contract: 'cdi',
    place: 'Douai (59)',
    remote: 'none',
    pay: '25 000 - 27 000 € brut par an',
    dates: 'dès que possible',
    skills: 'SQL, GLPI',
    level: 'junior',
    answer: 'accepted',
    candidates: [
      {
        by: 'remi.wattel',
        message:
          'Bonjour, je termine la formation TSSR. Mon stage était au support d’un hôpital : je sais ce qu’est une urgence.',
        cv: true,
        steps: ['interview', 'offer', 'hired'],
      },
      {
        by: 'joao.pereira',
        message: 'Bonjour, je suis disponible tout de suite et j’habite à dix minutes de la clinique.',
        steps: [{ declined: 'someone_else' }],
      },
    ],
    end: 'filled',
  },
  {
    by: 'laurie.descamps',
    relayedFor: 'Librairie du Canal',
    title: 'Refonte du site de la librairie (F/H)',
    missions:
      'Vous refaites le catalogue en ligne de la librairie où je travaille, du choix de l’outil à la mise en service, avec un budget de vingt jours.',
    profile: 'Vous avez déjà livré une boutique en ligne.',
    process: 'Un appel, un devis, une réponse dans la semaine.',
    contract: 'freelance',
    place: 'Tourcoing (59)',
    remote: 'partial',
    pay: '280 € par jour',
    dates: 'dès que possible, 2 mois',
    skills: 'WordPress, PHP',
    level: 'confirmed',
    answer: 'accepted',
    end: 'closed',
  },
  {
    by: 'dylan.rakotomalala',
    relayedFor: 'Agence Pixel Nord',
    title: 'Création de pages publicitaires (F/H)',
    missions:
      'Vous assemblez les pages des campagnes de l’agence à partir de maquettes fournies, les vérifiez sur mobile et les mettez en ligne chaque semaine.',
    profile: 'HTML et CSS ; l’œil pour l’alignement.',
    process: 'Un échange avec l’équipe, réponse en une semaine.',
    contract: 'cdd',
    place: 'Lille (59)',
    remote: 'full',
    pay: '1 950 € brut par mois',
    dates: 'dès que possible, 6 mois',
    skills: 'HTML, CSS',
    level: 'beginner',
    answer: 'accepted',
    reports: [
      { by: 'piotr.kowalczyk', category: 'outdated', comment: 'I applied last week: they answered that the post was taken.' },
      { by: 'chloe.petit', category: 'outdated', comment: 'L’agence m’a dit au téléphone que le poste était pourvu.' },
      { by: 'manon.fournier', category: 'misleading', comment: 'On m’a proposé une mission sans contrat au lieu du CDD.' },
    ],
  },
  {
    by: 'amina.cherif',
    title: 'Développement du logiciel de caisse',
    missions: 'Vous reprenez le logiciel de caisse de la coopérative et formez les personnes bénévoles qui l’utilisent.',
    profile: '',
    process: '',
    contract: 'cdi',
    place: 'Dunkerque (59)',
    remote: 'partial_2',
    pay: '27 000 - 30 000 € brut par an',
    dates: 'à partir du {60}',
    skills: '',
    level: '',
    answer: 'unsent',
  },
];
