import { counted, s, type Text } from '../../../kernel/text.ts';

export const commandTexts = {
  campaign: {
    name: { en: 'mentoring campaign', fr: 'mentorat campagne' },
    description: { fr: 'Former beaucoup de binômes à la fois', en: 'Form many pairs at once' },
  },
} as const;

export const states = {
  draft: { fr: 'En préparation', en: 'Being prepared' },
  planned: { fr: 'Programmée', en: 'Planned' },
  open: { fr: 'Ouverte', en: 'Open' },
  closed: { fr: 'Calcul en cours', en: 'Being computed' },
  preview: { fr: 'À relire et publier', en: 'To review and publish' },
  published: { fr: 'Publiée', en: 'Published' },
  cancelled: { fr: 'Annulée', en: 'Cancelled' },
} as const satisfies Record<string, Text>;

export const problems = {
  forbidden: { fr: 'le bot n’a pas le droit d’y écrire', en: 'the bot may not write there' },
  gone: { fr: 'le salon a été supprimé', en: 'the channel was deleted' },
  nowhere: { fr: 'il n’y a pas de salon où la publier', en: 'there is no channel to post it in' },
} as const satisfies Record<string, Text>;

export const levelNames = {
  none: { fr: 'Ne compte pas', en: 'Does not count' },
  little: { fr: 'Compte peu', en: 'Counts a little' },
  usual: { fr: 'Compte normalement', en: 'Counts as usual' },
  much: { fr: 'Compte beaucoup', en: 'Counts a lot' },
} as const satisfies Record<string, Text>;

export const weightNames = {
  themes: { fr: 'Les sujets demandés', en: 'The themes asked for' },
  skills: { fr: 'Les compétences demandées', en: 'The skills asked for' },
  time: { fr: 'Les disponibilités en commun', en: 'Time in common' },
  field: { fr: 'Avoir suivi la même formation', en: 'Having followed the same course' },
  preference: { fr: 'Les préférences de chaque personne', en: 'What each person prefers' },
} as const satisfies Record<string, Text>;

export const minimumNames = {
  any: { fr: 'Tout binôme possible', en: 'Any possible pair' },
  fair: { fr: 'Seulement les binômes corrects (35 % et plus)', en: 'Fair pairs only (35% and more)' },
  good: { fr: 'Seulement les bons binômes (50 % et plus)', en: 'Good pairs only (50% and more)' },
} as const satisfies Record<string, Text>;

export const text = {
  feature: { fr: 'Former beaucoup de binômes à la fois', en: 'Form many pairs at once' },
  purpose: { fr: 'Former les binômes d’une campagne.', en: 'To form the pairs of a campaign.' },
  retention: {
    fr: 'Un an après la fin de la campagne. Une campagne jamais lancée : 180 jours. Une proposition que personne ne publie est annulée après 60 jours.',
    en: 'A year after the campaign ended. A campaign that was never started: 180 days. A proposal that nobody publishes is cancelled after 60 days.',
  },

  // All of them.
  listTitle: (total: number): Text => ({ fr: `Campagnes de mentorat (${total})`, en: `Mentoring campaigns (${total})` }),
  listEmpty: {
    fr: 'Aucune campagne pour le moment. Une campagne réunit les personnes qui veulent un mentor et celles qui veulent accompagner ; à la fin, je propose tous les binômes à la fois et vous décidez.',
    en: 'No campaign yet. A campaign gathers those who want a mentor and those who want to help; at its end I propose all pairs at once and you decide.',
  },
  create: { fr: 'Nouvelle campagne', en: 'New campaign' },
  pick: { fr: 'Voir une campagne', en: 'See a campaign' },
  page: (page: number, pages: number): Text => ({ fr: `Page ${page} sur ${pages}`, en: `Page ${page} of ${pages}` }),
  previous: { fr: 'Précédentes', en: 'Previous' },
  next: { fr: 'Suivantes', en: 'Next' },
  back: { fr: 'Retour à la campagne', en: 'Back to the campaign' },
  all: { fr: 'Toutes les campagnes', en: 'All campaigns' },
  turnout: (learners: number, mentors: number): Text => ({
    fr: `${counted(learners, 'personne', 'personnes')} en formation, ${counted(mentors, 'mentor', 'mentors')}`,
    en: `${counted(learners, 'learner', 'learners')}, ${counted(mentors, 'mentor', 'mentors')}`,
  }),

  // The forms.
  formTitle: { fr: 'Une campagne de mentorat', en: 'A mentoring campaign' },
  name: { fr: 'Nom', en: 'Name' },
  nameExample: { fr: 'Mentorat du printemps', en: 'Spring mentoring' },
  opens: { fr: 'Jour d’ouverture', en: 'Opening day' },
  opensHelp: { fr: 'Le message d’inscription part ce jour-là.', en: 'The message to join is posted on that day.' },
  closes: { fr: 'Dernier jour pour participer', en: 'Last day to take part' },
  closesHelp: { fr: 'Les binômes sont calculés à la fin de ce jour.', en: 'Pairs are computed at the end of that day.' },
  dayExample: { fr: '12/01/2027', en: '12/01/2027 (day first)' },
  coordinator: { fr: 'Qui suit les binômes ?', en: 'Who looks after the pairs?' },
  coordinatorHelp: {
    fr: 'Facultatif. Cette personne est dans le fil de chaque binôme.',
    en: 'Optional. This person is in the thread of each pair.',
  },
  minimum: { fr: 'Quels binômes proposer ?', en: 'Which pairs to propose?' },
  weightsTitle: { fr: 'Ce qui compte', en: 'What counts' },

  // One of them.
  prepared: {
    fr: 'Choisissez les promos, vérifiez ce qui compte, puis lancez-la. Rien n’est publié avant.',
    en: 'Choose the promos, check what counts, then start it. Nothing is posted before.',
  },
  planned: {
    fr: 'Elle s’ouvre d’elle-même. Vous pouvez encore tout changer.',
    en: 'It opens by itself. You can still change everything.',
  },
  opening: { fr: 'Ouverture', en: 'Opens' },
  closing: { fr: 'Clôture', en: 'Closes' },
  forWhom: { fr: 'Pour', en: 'For' },
  everybody: { fr: 'toutes les personnes en formation', en: 'all learners' },
  more: (count: number): Text => ({ fr: `et ${count} de plus`, en: `and ${count} more` }),
  counts: { fr: 'Ce qui compte', en: 'What counts' },
  usual: { fr: 'l’équilibre habituel', en: 'the usual balance' },
  joined: { fr: 'Participent', en: 'Taking part' },
  ready: (learners: number, mentors: number): Text => ({
    fr: `Avec leur formulaire : ${counted(learners, 'demande', 'demandes')}, ${counted(mentors, 'profil accepté', 'profils acceptés')}. Seules ces personnes comptent.`,
    en: `With their form: ${counted(learners, 'request', 'requests')}, ${counted(mentors, 'approved profile', 'approved profiles')}. Only they count.`,
  }),
  notPosted: { fr: 'Non publié', en: 'Not posted' },
  mentoringChannel: { fr: 'le salon du mentorat', en: 'the mentoring channel' },
  computing: {
    fr: 'Je calcule les binômes. Actualisez dans un instant ; un message arrive aussi dans le salon de suivi.',
    en: 'I am computing the pairs. Refresh in a moment; a message also comes in the follow-up channel.',
  },
  done: (pairs: number): Text => ({
    fr: `${counted(pairs, 'binôme formé', 'binômes formés')}. Chaque personne est prévenue une fois ; les fils privés s’ouvrent l’un après l’autre.`,
    en: `${counted(pairs, 'pair', 'pairs')} formed. Everybody is told once; private threads open one after the other.`,
  }),
  cancelledDone: {
    fr: 'Aucun binôme n’a été formé. Les personnes qui participaient sont prévenues.',
    en: 'No pair was formed. Those who took part are told.',
  },
  lapsed: (days: number): Text => ({
    fr: `Personne ne l’a publiée en ${days} jours : je l’ai annulée. Aucun binôme n’a été formé, et les personnes qui participaient sont prévenues. Pour recommencer : \`/mentorat campagne\`.`,
    en: `Nobody published it within ${days} days, so I cancelled it. No pair was formed, and those who took part are told. To begin again: \`/mentoring campaign\`.`,
  }),
  promos: { fr: 'Choisir les promos', en: 'Choose promos' },
  weights: { fr: 'Ce qui compte', en: 'What counts' },
  edit: { fr: 'Modifier', en: 'Change' },
  openNow: { fr: 'Ouvrir maintenant', en: 'Open now' },
  plan: { fr: 'Programmer l’ouverture', en: 'Plan the opening' },
  close: { fr: 'Clore maintenant', en: 'Close now' },
  refresh: { fr: 'Actualiser', en: 'Refresh' },
  cancel: { fr: 'Annuler la campagne', en: 'Cancel the campaign' },
  cancelAsk: (people: number): Text => ({
    fr: `Annuler cette campagne ? ${people === 0 ? 'Personne n’y participe.' : `${counted(people, 'personne participe', 'personnes participent')} : le bot ${people > 1 ? 'les' : 'la'} prévient. `}On ne peut pas revenir en arrière.`,
    en: `Cancel this campaign? ${people === 0 ? 'Nobody takes part.' : `${people === 1 ? '1 person takes' : `${people} people take`} part and will be told. `} There is no way back.`,
  }),
  cancelSure: { fr: 'Oui, annuler', en: 'Yes, cancel' },
  choose: { fr: 'Promos de cette page', en: 'Promos of this page' },
  chooseTitle: {
    fr: 'À quelles promos s’adresse la campagne ? Votre choix est gardé d’une page à l’autre. Sans choix : à toutes les personnes en formation, depuis le salon du mentorat.',
    en: 'Which promos is the campaign for? Your choice is kept from page to page. Without a choice: all learners, from the mentoring channel.',
  },
  chosen: (count: number): Text => ({
    fr: count === 0 ? 'Aucune promo choisie.' : `${count} promo${s(count)} choisie${s(count)}.`,
    en: count === 0 ? 'No promo chosen.' : `${counted(count, 'promo', 'promos')} chosen.`,
  }),
  people: (count: number): Text => ({
    fr: counted(count, 'personne', 'personnes'),
    en: count === 1 ? '1 person' : `${count} people`,
  }),

  home: (count: number): Text => ({
    fr:
      count === 1
        ? 'Une campagne de mentorat attend d’être publiée.'
        : `${count} campagnes de mentorat attendent d’être publiées.`,
    en: count === 1 ? 'A mentoring campaign waits to be published.' : `${count} mentoring campaigns wait to be published.`,
  }),
  homeStaff: { fr: 'Former beaucoup de binômes de mentorat à la fois.', en: 'Form many mentoring pairs at once.' },
  homeButton: { fr: 'Campagnes de mentorat', en: 'Mentoring campaigns' },
  homeOpen: (name: string, closing: string): Text => ({
    fr: `La campagne de mentorat ${name} est ouverte jusqu’au ${closing}.`,
    en: `The mentoring campaign ${name} is open until ${closing}.`,
  }),
  homeIn: (name: string, closing: string): Text => ({
    fr: `Vous participez à la campagne de mentorat ${name}. Réponse après le ${closing}.`,
    en: `You take part in the mentoring campaign ${name}. You will hear after ${closing}.`,
  }),
  homePaired: (name: string): Text => ({
    fr: `Vous avez déjà un mentor : la campagne de mentorat ${name} ne change rien pour vous.`,
    en: `You already have a mentor: the mentoring campaign ${name} changes nothing for you.`,
  }),
  homeForm: (name: string, closing: string): Text => ({
    fr: `Campagne de mentorat ${name} : votre participation compte une fois votre formulaire rempli, avant le ${closing}.`,
    en: `Mentoring campaign ${name}: you count once your form is filled, before ${closing}.`,
  }),
};
