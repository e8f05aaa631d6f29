import { s, type Text, UserError } from '../../kernel/text.ts';

const people = (count: number): Text => ({
  fr: `${count} personne${s(count)}`,
  en: count === 1 ? '1 person' : `${count} people`,
});
const places = (count: number): Text => ({
  fr: `${count} salon${s(count)}`,
  en: `${count} channel${count === 1 ? '' : 's'}`,
});

export const commandTexts = {
  all: {
    name: { en: 'announce all', fr: 'annoncer serveur' },
    description: { fr: 'Écrire une annonce à tout le serveur', en: 'Write an announcement to the whole server' },
  },
  campus: {
    name: { en: 'announce campus', fr: 'annoncer campus' },
    description: { fr: 'Écrire une annonce aux promos d’un campus', en: 'Write an announcement to the promos of a campus' },
  },
  course: {
    name: { en: 'announce course', fr: 'annoncer formation' },
    description: { fr: 'Écrire une annonce aux promos d’une formation', en: 'Write an announcement to the promos of a course' },
  },
  promos: {
    name: { en: 'announce promos', fr: 'annoncer promos' },
    description: { fr: 'Choisir des promos et leur écrire une annonce', en: 'Choose promos and write them an announcement' },
  },
  edit: {
    name: { en: 'announce edit', fr: 'annoncer modifier' },
    description: { fr: 'Corriger une annonce partout où elle est', en: 'Correct an announcement wherever it is' },
  },
  withdraw: {
    name: { en: 'announce withdraw', fr: 'annoncer retirer' },
    description: { fr: 'Retirer une annonce partout où elle est', en: 'Withdraw an announcement wherever it is' },
  },
  list: {
    name: { en: 'announce list', fr: 'annoncer liste' },
    description: { fr: 'Voir les annonces et où elles sont', en: 'See the announcements and where they are' },
  },
} as const;

export const optionTexts = {
  campus: { fr: 'campus', description: { fr: 'Le campus', en: 'The campus' } },
  course: { fr: 'formation', description: { fr: 'La formation', en: 'The course' } },
  announcement: { fr: 'annonce', description: { fr: 'L’annonce', en: 'The announcement' } },
} as const;

export const problems = {
  forbidden: { fr: 'le bot n’a pas le droit d’y écrire', en: 'the bot may not write there' },
  gone: { fr: 'le salon ou le message a été supprimé', en: 'the channel or the message was deleted' },
  nowhere: { fr: 'la promo n’a pas de salon où la publier', en: 'the promo has no channel to post it in' },
} as const satisfies Record<string, Text>;
export type Problem = keyof typeof problems;

export const states = {
  draft: { fr: 'Brouillon', en: 'Draft' },
  posted: { fr: 'Publiée', en: 'Posted' },
  withdrawn: { fr: 'Retirée', en: 'Withdrawn' },
} as const satisfies Record<string, Text>;

export const text = {
  feature: { fr: 'Annonces au serveur et aux promos', en: 'Announcements to the server and the promos' },
  topic: { fr: 'Les annonces pour tout le monde.', en: 'Announcements for everybody.' },
  formTitle: { fr: 'Une annonce', en: 'An announcement' },
  title: { fr: 'Titre', en: 'Title' },
  body: { fr: 'Texte', en: 'Text' },
  bodyHelp: {
    fr: 'Vous verrez le résultat avant de publier. **gras**, *italique*, listes et liens sont possibles.',
    en: 'You will see the result before it is posted. **bold**, *italic*, lists and links work.',
  },
  mention: { fr: 'Prévenir les personnes', en: 'Notify people' },
  mentionHelp: {
    fr: 'Mentionne le rôle de chaque promo. À garder pour ce qui presse.',
    en: 'Mentions the role of each promo. Keep it for what is urgent.',
  },
  reference: (id: number): Text => ({ fr: `Annonce n° ${id}`, en: `Announcement no. ${id}` }),
  previewTitle: {
    fr: 'Voici votre annonce, telle qu’elle sera publiée.',
    en: 'Here is your announcement, as it will be posted.',
  },
  reach: (reached: number, channels: number): Text => ({
    fr: `Elle sera publiée dans **${places(channels).fr}** et concerne **${people(reached).fr}**.`,
    en: `It will be posted in **${places(channels).en}** and is for **${people(reached).en}**.`,
  }),
  mentioning: { fr: 'Le rôle de chaque promo sera mentionné.', en: 'The role of each promo will be mentioned.' },
  notMentioning: { fr: 'Personne ne sera mentionné.', en: 'Nobody will be mentioned.' },
  server: { fr: 'tout le serveur', en: 'the whole server' },
  where: { fr: 'Où', en: 'Where' },
  more: (count: number): Text => ({ fr: `et ${count} de plus`, en: `and ${count} more` }),
  confirm: (channels: number): Text => ({ fr: `Publier dans ${places(channels).fr}`, en: `Post in ${places(channels).en}` }),
  edit: { fr: 'Modifier le texte', en: 'Change the text' },
  withdraw: { fr: 'Retirer partout', en: 'Withdraw everywhere' },
  confirmWithdrawal: { fr: 'Oui, retirer partout', en: 'Yes, withdraw everywhere' },
  askWithdrawal: (channels: number): Text => ({
    fr: `L’annonce sera effacée de ${places(channels).fr}. On ne peut pas revenir en arrière.`,
    en: `The announcement will be deleted from ${places(channels).en}. There is no way back.`,
  }),
  retry: { fr: 'Réessayer là où elle manque', en: 'Try again where it is missing' },
  refresh: { fr: 'Actualiser', en: 'Refresh' },
  progress: (done: number, total: number): Text => ({
    fr: `Publiée dans ${done} salon${s(done)} sur ${total}.`,
    en: `Posted in ${done} of ${total} channel${total === 1 ? '' : 's'}.`,
  }),
  withdrawing: (left: number): Text =>
    left === 0
      ? { fr: 'Retirée partout.', en: 'Withdrawn everywhere.' }
      : {
          fr: `Encore visible dans ${places(left).fr} ; elle en part.`,
          en: `Still visible in ${places(left).en}; it is leaving.`,
        },
  missing: { fr: 'Ce qui n’a pas pu être fait', en: 'What could not be done' },
  waiting: { fr: 'en attente', en: 'waiting' },
  listTitle: (total: number): Text => ({ fr: `Annonces (${total})`, en: `Announcements (${total})` }),
  listEmpty: { fr: 'Aucune annonce pour le moment.', en: 'No announcement yet.' },
  page: (page: number, pages: number): Text => ({ fr: `Page ${page} sur ${pages}`, en: `Page ${page} of ${pages}` }),
  previous: { fr: 'Précédentes', en: 'Previous' },
  next: { fr: 'Suivantes', en: 'Next' },
  pick: { fr: 'Voir une annonce', en: 'See an announcement' },
  newAll: { fr: 'Écrire à tout le serveur', en: 'Write to the whole server' },
  newPromos: { fr: 'Écrire à des promos', en: 'Write to promos' },
  choose: { fr: 'Promos de cette page', en: 'Promos of this page' },
  chooseTitle: {
    fr: 'À quelles promos voulez-vous écrire ? Votre choix est gardé d’une page à l’autre.',
    en: 'Which promos do you want to write to? Your choice is kept from page to page.',
  },
  chosen: (count: number): Text => ({
    fr: count === 0 ? 'Aucune promo choisie.' : `**${count} promo${s(count)} choisie${s(count)}.**`,
    en: count === 0 ? 'No promo chosen.' : `**${count} promo${count === 1 ? '' : 's'} chosen.**`,
  }),
  write: { fr: 'Écrire l’annonce', en: 'Write the announcement' },
  people,
  home: {
    fr: 'Écrire une annonce, ou revoir celles qui sont publiées.',
    en: 'Write an announcement, or see those that are posted.',
  },
  homeButton: { fr: 'Annonces', en: 'Announcements' },
  purpose: {
    fr: 'Publier les annonces de l’équipe et savoir qui les a écrites, pour les corriger ou les retirer.',
    en: 'Post the announcements of the staff and know who wrote them, to correct or withdraw them.',
  },
  retention: {
    fr: 'Un an après la publication ; un brouillon : 24 heures.',
    en: 'One year after posting; a draft: 24 hours.',
  },
};

export const nobodyReached = () =>
  new UserError('announcements.nobody', {
    fr: 'Aucune promo ouverte ne recevrait cette annonce. `/promo liste` montre celles qui existent.',
    en: 'No open promo would receive this announcement. `/promo list` shows those that exist.',
  });

export const noChannel = () =>
  new UserError('announcements.no_channel', {
    fr: 'Le serveur n’a pas encore de salon d’annonces. Une personne de l’administration peut lancer `/setup auto`.',
    en: 'The server has no announcements channel yet. An administrator can run `/setup auto`.',
  });

export const unknownAnnouncement = () =>
  new UserError('announcements.unknown', {
    fr: 'Cette annonce n’existe plus. `/annoncer liste` montre celles qui existent.',
    en: 'This announcement no longer exists. `/announce list` shows those that do.',
  });

export const notDraft = () =>
  new UserError('announcements.not_draft', {
    fr: 'Cette annonce est déjà publiée. `/annoncer liste` dit où elle en est.',
    en: 'This announcement is posted already. `/announce list` says where it stands.',
  });

export const notPosted = () =>
  new UserError('announcements.not_posted', {
    fr: 'Cette annonce n’est pas ou plus publiée. Vous pouvez en écrire une nouvelle avec `/annoncer`.',
    en: 'This announcement is not posted, or no longer. You can write a new one with `/announce`.',
  });
