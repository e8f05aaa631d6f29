export const commandTexts = {
  create: {
    name: { en: 'promo create', fr: 'promo creer' },
    description: {
      fr: 'Créer une promo ; son espace s’ouvre le premier jour',
      en: 'Create a promo; its space opens on the first day',
    },
  },
  list: { name: { en: 'promo list', fr: 'promo liste' }, description: { fr: 'Voir les promos', en: 'See the promos' } },
  show: {
    name: { en: 'promo show', fr: 'promo voir' },
    description: { fr: 'Voir une promo : dates, équipe, personnes', en: 'See a promo: dates, team, people' },
  },
  copy: {
    name: { en: 'promo copy', fr: 'promo copier' },
    description: {
      fr: 'Copier des promos à l’année suivante, plusieurs à la fois',
      en: 'Copy promos to the next year, several at once',
    },
  },
  edit: {
    name: { en: 'promo edit', fr: 'promo modifier' },
    description: { fr: 'Changer le nom ou la gestion d’une promo', en: 'Change the name or the manager of a promo' },
  },
  add: {
    name: { en: 'promo add', fr: 'promo ajouter' },
    description: { fr: 'Faire entrer une personne dans une promo', en: 'Bring a person into a promo' },
  },
  remove: {
    name: { en: 'promo remove', fr: 'promo retirer' },
    description: { fr: 'Faire sortir une personne d’une promo', en: 'Take a person out of a promo' },
  },
  move: {
    name: { en: 'promo move', fr: 'promo deplacer' },
    description: { fr: 'Faire passer une personne d’une promo à une autre', en: 'Move a person from one promo to another' },
  },
  postpone: {
    name: { en: 'promo postpone', fr: 'promo reporter' },
    description: { fr: 'Changer les dates d’une promo', en: 'Change the dates of a promo' },
  },
  end: {
    name: { en: 'promo end', fr: 'promo terminer' },
    description: { fr: 'Terminer une promo aujourd’hui', en: 'End a promo today' },
  },
  cancel: {
    name: { en: 'promo cancel', fr: 'promo annuler' },
    description: { fr: 'Annuler une promo', en: 'Cancel a promo' },
  },
  lock: {
    name: { en: 'promo lock', fr: 'promo verrouiller' },
    description: { fr: 'Faire silence : les personnes en formation ne font que lire', en: 'Silence: learners only read' },
  },
  unlock: {
    name: { en: 'promo unlock', fr: 'promo deverrouiller' },
    description: { fr: 'Lever le silence', en: 'Lift the silence' },
  },
  check: {
    name: { en: 'promo check', fr: 'promo verifier' },
    description: {
      fr: 'Comparer l’espace d’une promo avec ce qui est prévu',
      en: 'Compare the space of a promo with what is planned',
    },
  },
  view: {
    name: { en: 'promo view', fr: 'promo suivre' },
    description: { fr: 'Choisir les promos dont vous voyez les salons', en: 'Choose the promos whose channels you see' },
  },
} as const;

export const optionTexts = {
  promo: { fr: 'promo', description: { fr: 'La promo', en: 'The promo' } },
  course: { fr: 'formation', description: { fr: 'La formation', en: 'The course' } },
  campus: { fr: 'campus', description: { fr: 'Le campus', en: 'The campus' } },
  name: { fr: 'nom', description: { fr: 'Le nom de la promo', en: 'The name of the promo' } },
  start: {
    fr: 'debut',
    description: {
      fr: 'Le premier jour, comme 12/01/2027 ou 12 janvier 2027',
      en: 'The first day, like 12/01/2027 (day first) or 12 January 2027',
    },
  },
  end: {
    fr: 'fin',
    description: {
      fr: 'Le dernier jour, comme 12/01/2027 ou 12 janvier 2027',
      en: 'The last day, like 12/01/2027 (day first) or 12 January 2027',
    },
  },
  manager: {
    fr: 'gestion',
    description: { fr: 'Qui gère la promo (vous, si rien n’est dit)', en: 'Who manages the promo (you, if nothing is said)' },
  },
  source: { fr: 'promo', description: { fr: 'Cette promo seulement', en: 'This promo only' } },
  newName: { fr: 'nom', description: { fr: 'Le nouveau nom', en: 'The new name' } },
  newManager: {
    fr: 'gestion',
    description: { fr: 'Qui gère la promo désormais', en: 'Who manages the promo from now on' },
  },
  trainer1: { fr: 'equipe1', description: { fr: 'Une personne de l’équipe pédagogique', en: 'A trainer' } },
  trainer2: { fr: 'equipe2', description: { fr: 'Une autre personne de l’équipe pédagogique', en: 'Another trainer' } },
  trainer3: { fr: 'equipe3', description: { fr: 'Une autre personne de l’équipe pédagogique', en: 'Another trainer' } },
  remote: { fr: 'distance', description: { fr: 'La promo est à distance', en: 'The promo is at a distance' } },
  now: {
    fr: 'maintenant',
    description: {
      fr: 'Ouvrir l’espace tout de suite, sans attendre le premier jour',
      en: 'Open the space at once, before the first day',
    },
  },
  member: { fr: 'membre', description: { fr: 'La personne', en: 'The person' } },
  part: { fr: 'role', description: { fr: 'En formation, si rien n’est dit', en: 'Learner, if nothing is said' } },
  second: {
    fr: 'seconde',
    description: {
      fr: 'La personne suit déjà une promo, et celle-ci en plus',
      en: 'The person is in a promo already, and in this one too',
    },
  },
  to: { fr: 'vers', description: { fr: 'La promo où elle va', en: 'The promo where they go' } },
  from: {
    fr: 'depuis',
    description: { fr: 'La promo d’où elle vient, si elle en a plusieurs', en: 'The promo they come from, if they have several' },
  },
  state: { fr: 'etat', description: { fr: 'Seulement celles dans cet état', en: 'Only those in this state' } },
} as const;
