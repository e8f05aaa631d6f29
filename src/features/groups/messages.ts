import { s, type Text, UserError } from '../../kernel/text.ts';

const plural = (count: number): string => (count === 1 ? '' : 's');

export const commandTexts = {
  make: {
    name: { en: 'group make', fr: 'groupe former' },
    description: {
      fr: 'Former des groupes dans une promo, au hasard et sans redites',
      en: 'Make groups in a promo, at random and without repeats',
    },
  },
  show: {
    name: { en: 'group show', fr: 'groupe voir' },
    description: {
      fr: 'Voir les groupes d’une promo et ce qu’on peut en faire',
      en: 'See the groups of a promo and what can be done',
    },
  },
  move: {
    name: { en: 'group move', fr: 'groupe deplacer' },
    description: { fr: 'Faire passer une personne dans un autre groupe', en: 'Move a person to another group' },
  },
  publish: {
    name: { en: 'group publish', fr: 'groupe publier' },
    description: {
      fr: 'Ouvrir un fil privé et un salon vocal pour chaque groupe',
      en: 'Open a private thread and a voice room for each group',
    },
  },
  history: {
    name: { en: 'group history', fr: 'groupe historique' },
    description: { fr: 'Voir les groupes passés d’une promo', en: 'See the past groups of a promo' },
  },
  export: {
    name: { en: 'group export', fr: 'groupe exporter' },
    description: { fr: 'Télécharger les groupes d’une promo (CSV)', en: 'Download the groups of a promo (CSV)' },
  },
} as const;

export const optionTexts = {
  promo: { fr: 'promo', description: { fr: 'La promo', en: 'The promo' } },
  size: { fr: 'taille', description: { fr: 'Personnes par groupe, au plus', en: 'People in a group, at most' } },
  number: { fr: 'nombre', description: { fr: 'Nombre de groupes', en: 'Number of groups' } },
  member: { fr: 'membre', description: { fr: 'La personne', en: 'The person' } },
  group: { fr: 'groupe', description: { fr: 'Le numéro du groupe où elle va', en: 'The number of the group where they go' } },
  until: {
    fr: 'fin',
    description: {
      fr: 'Le dernier jour des salons, comme 20/01/2027',
      en: 'The last day of the rooms, like 20/01/2027 (day first)',
    },
  },
} as const;

const problems = {
  full: {
    fr: 'Il n’y a plus assez de place pour ces salons : 50 par catégorie, 500 par serveur. Fermez d’anciens groupes ou faites-en moins, puis réessayez.',
    en: 'There is not enough room for these channels: 50 in a category, 500 on a server. Close older groups or make fewer, then try again.',
  },
  forbidden: {
    fr: 'Discord refuse ces salons au bot. Demandez à l’administration du serveur de lancer `/diagnostic`, qui dit quelle permission manque, puis réessayez.',
    en: 'Discord refuses these rooms to the bot. Ask the server’s administrators to run `/diagnostic`, which says which permission is missing, then try again.',
  },
} as const satisfies Record<string, Text>;
export type Problem = keyof typeof problems;

const roundStates = {
  draft: { fr: 'À publier', en: 'To be published' },
  open: { fr: 'Publiés', en: 'Published' },
  closed: { fr: 'Terminés', en: 'Finished' },
} as const satisfies Record<string, Text>;

export const text = {
  feature: { fr: 'Groupes de travail des promos', en: 'Working groups of promos' },
  states: roundStates,
  title: (promo: string, number: number): Text => ({
    fr: `${promo} : groupes n° ${number}`,
    en: `${promo}: groups no. ${number}`,
  }),
  listTitle: (number: number): Text => ({ fr: `Groupes n° ${number}`, en: `Groups no. ${number}` }),
  team: (number: number): Text => ({ fr: `Groupe ${number}`, en: `Group ${number}` }),
  empty: { fr: 'personne', en: 'nobody' },
  repeats: (pairs: number): Text =>
    pairs === 0
      ? { fr: 'Aucune paire n’a déjà travaillé ensemble.', en: 'No pair has worked together before.' }
      : {
          fr: `${pairs} paire${s(pairs)} ${pairs > 1 ? 'ont' : 'a'} déjà travaillé ensemble.`,
          en: `${pairs} pair${plural(pairs)} ${pairs === 1 ? 'has' : 'have'} worked together before.`,
        },
  seed: (seed: number): Text => ({ fr: `Tirage ${seed}`, en: `Draw ${seed}` }),
  byHand: { fr: 'modifié à la main', en: 'changed by hand' },
  levels: { fr: 'niveaux mélangés', en: 'levels mixed' },
  until: (day: Text): Text => ({ fr: `Salons ouverts jusqu’au ${day.fr}.`, en: `Rooms open until ${day.en}.` }),
  unplaced: (count: number): Text => ({
    fr: `${count} personne${s(count)} de la promo n’${count > 1 ? 'ont' : 'a'} pas de groupe. \`/groupe deplacer\` leur en donne un.`,
    en: `${count} ${count === 1 ? 'person' : 'people'} of the promo ${count === 1 ? 'has' : 'have'} no group. \`/group move\` gives them one.`,
  }),
  redraw: { fr: 'Tirer de nouveau', en: 'Draw again' },
  giveLevels: { fr: 'Mélanger les niveaux', en: 'Mix levels' },
  byHandButton: { fr: 'Composer à la main', en: 'Arrange by hand' },
  publish: { fr: 'Publier', en: 'Publish' },
  changeUntil: { fr: 'Changer la date', en: 'Change the date' },
  refresh: { fr: 'Actualiser', en: 'Refresh' },
  close: { fr: 'Fermer maintenant', en: 'Close now' },
  confirmClose: { fr: 'Oui, fermer et effacer', en: 'Yes, close and delete' },
  askClose: (groups: number): Text => ({
    fr: `Les fils et les salons vocaux de ${groups} groupe${s(groups)} seront supprimés avec ce qui y est écrit. On ne peut pas revenir en arrière.`,
    en: `The threads and voice rooms of ${groups} group${plural(groups)} will be deleted with what is written there. There is no way back.`,
  }),
  retry: { fr: 'Réessayer', en: 'Try again' },
  problems,
  notClosed: {
    fr: 'Discord refuse au bot de supprimer ces salons : ils sont encore là. Demandez à l’administration du serveur de lancer `/diagnostic`, qui dit quelle permission manque. Le bot réessaie chaque heure.',
    en: 'Discord does not let the bot delete these rooms: they are still there. Ask the server’s administrators to run `/diagnostic`, which says which permission is missing. The bot tries again every hour.',
  },
  whereToRetry: {
    fr: '`/groupe historique` montre ces groupes, avec le bouton « Réessayer ».',
    en: '`/group history` shows these groups, with the button “Try again”.',
  },
  opening: { fr: 'Les salons s’ouvrent dans un instant.', en: 'The rooms open in a moment.' },
  newButton: { fr: 'Former des groupes', en: 'Make groups' },
  newTitle: { fr: 'Former des groupes', en: 'Make groups' },
  none: { fr: 'Cette promo n’a pas encore de groupes.', en: 'This promo has no groups yet.' },
  howMany: { fr: 'Personnes par groupe', en: 'People in a group' },
  howManyHelp: {
    fr: 'Au plus ; un groupe a une personne de plus quand quelqu’un serait sans personne.',
    en: 'At most; a group has one more when somebody would be alone.',
  },
  formLevelsTitle: { fr: 'Mélanger les niveaux', en: 'Mix levels' },
  levelsLabel: { fr: 'Un niveau de 1 à 9 par personne', en: 'A level from 1 to 9 for each person' },
  levelsHelp: {
    fr: 'Vu seulement par l’équipe de la promo. Laissez vide si vous ne savez pas.',
    en: 'Seen by the team of the promo only. Leave empty if you do not know.',
  },
  formHandTitle: { fr: 'Composer à la main', en: 'Arrange by hand' },
  handLabel: { fr: 'Le numéro du groupe après chaque nom', en: 'The number of the group after each name' },
  handHelp: { fr: 'Une personne sans numéro n’a pas de groupe.', en: 'A person without a number has no group.' },
  formPublishTitle: { fr: 'Ouvrir les salons', en: 'Open the rooms' },
  untilLabel: { fr: 'Dernier jour', en: 'Last day' },
  untilHelp: { fr: 'Ensuite les fils et les salons vocaux sont supprimés.', en: 'Then the threads and voice rooms are deleted.' },
  moved: (number: number): Text => ({ fr: `C’est fait : groupe ${number}.`, en: `Done: group ${number}.` }),
  historyTitle: (promo: string, total: number): Text => ({
    fr: `Groupes de ${promo} (${total})`,
    en: `Groups of ${promo} (${total})`,
  }),
  historyLine: (groups: number, people: number): Text => ({
    fr: `${groups} groupe${s(groups)}, ${people} personne${s(people)}`,
    en: `${groups} group${plural(groups)}, ${people} ${people === 1 ? 'person' : 'people'}`,
  }),
  pickRound: { fr: 'Voir ces groupes', en: 'See these groups' },
  pickPromo: { fr: 'Choisir une promo', en: 'Choose a promo' },
  pickPromoTitle: { fr: 'Les groupes de quelle promo ?', en: 'The groups of which promo?' },
  export: { fr: 'Exporter (CSV)', en: 'Export (CSV)' },
  exported: {
    fr: 'Voici les groupes. Ce fichier contient des données personnelles ; ne le partagez qu’avec qui en a besoin.',
    en: 'Here are the groups. This file holds personal data; share it only with those who need it.',
  },
  columns: [
    { fr: 'Groupes n°', en: 'Groups no.' },
    { fr: 'Formés le', en: 'Made on' },
    { fr: 'Groupe', en: 'Group' },
    { fr: 'Nom', en: 'Last name' },
    { fr: 'Prénom', en: 'First name' },
    { fr: 'Identifiant Discord', en: 'Discord id' },
  ] as const satisfies readonly Text[],
  previous: { fr: 'Précédents', en: 'Previous' },
  next: { fr: 'Suivants', en: 'Next' },
  historyButton: { fr: 'Historique', en: 'History' },
  page: (page: number, pages: number): Text => ({ fr: `Page ${page} sur ${pages}`, en: `Page ${page} of ${pages}` }),
  lobby: (promo: string): string => `groupes-${promo}`,
  lobbyTopic: {
    fr: 'Qui est dans quel groupe ; chaque groupe a son fil privé ici.',
    en: 'Who is in which group; each group has its private thread here.',
  },
  room: (number: number, team: number): Text => ({ fr: `Groupe ${team} (n° ${number})`, en: `Group ${team} (no. ${number})` }),
  welcome: (voice: string, day: Text): Text => ({
    fr: `Ce fil est à votre groupe, avec le salon vocal ${voice}. Seule l’équipe de la promo peut aussi les voir. Ils sont supprimés après le ${day.fr} : gardez ailleurs ce qui compte.`,
    en: `This thread belongs to your group, with the voice room ${voice}. Only the team of the promo can see them too. They are deleted after ${day.en}: keep what matters elsewhere.`,
  }),
  home: { fr: 'Former des groupes de travail dans une promo.', en: 'Make working groups in a promo.' },
  homeButton: { fr: 'Groupes', en: 'Groups' },
  purpose: {
    fr: 'Former des groupes où les personnes travaillent toutes les unes avec les autres, et leur ouvrir un fil et un salon vocal.',
    en: 'Make groups in which people work with everybody, and open a thread and a voice room for each.',
  },
  retention: { fr: 'Jusqu’à la suppression de l’espace de la promo.', en: 'Until the space of the promo is deleted.' },
};

/** A day of the calendar as people read it: *lundi 12 janvier 2027*. `day` is `2027-01-12`. */
export function groupDay(day: string): Text {
  const at = new Date(`${day}T00:00:00Z`);
  const format = (locale: string) =>
    new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(at);
  return { fr: format('fr-FR').replace(' 1 ', ' 1er '), en: format('en-GB') };
}

export const notYours = () =>
  new UserError('groups.not_yours', {
    fr: 'Cette promo n’est pas la vôtre : seules son équipe et l’équipe du centre forment ses groupes.',
    en: 'This promo is not yours: only its team and the staff make its groups.',
  });

export const unknownRound = () =>
  new UserError('groups.unknown', {
    fr: 'Ces groupes n’existent plus. `/groupe voir` montre ceux de la promo.',
    en: 'These groups no longer exist. `/group show` shows those of the promo.',
  });

export const noRound = () =>
  new UserError('groups.none', {
    fr: 'Cette promo n’a pas de groupes en cours. `/groupe former` en prépare.',
    en: 'This promo has no current groups. `/group make` prepares some.',
  });

export const promoOver = () =>
  new UserError('groups.promo_over', {
    fr: 'Cette promo n’est pas en cours : on n’y forme plus de groupes.',
    en: 'This promo does not run: no groups are made in it any more.',
  });

export const tooFew = (people: number) =>
  new UserError('groups.too_few', {
    fr: `Il faut au moins 2 personnes en formation ; cette promo en a ${people}. \`/promo ajouter\` en fait entrer.`,
    en: `At least 2 learners are needed; this promo has ${people}. \`/promo add\` brings people in.`,
  });

export const sizeOrNumber = () =>
  new UserError('groups.size_or_number', {
    fr: 'Dites soit la taille des groupes, soit leur nombre.',
    en: 'Say either the size of the groups or their number.',
  });

export const badSize = (most: number) =>
  new UserError('groups.bad_size', {
    fr: `Un nombre de 1 à ${most}, s’il vous plaît.`,
    en: `A number from 1 to ${most}, please.`,
  });

export const alreadyPublished = () =>
  new UserError('groups.published', {
    fr: 'Ces groupes sont déjà publiés : on ne les tire plus, mais `/groupe deplacer` y change une personne de place.',
    en: 'These groups are published: they are not drawn any more, but `/group move` moves a person.',
  });

export const alreadyClosed = () =>
  new UserError('groups.closed', {
    fr: 'Ces groupes sont terminés. `/groupe former` en prépare de nouveaux.',
    en: 'These groups are finished. `/group make` prepares new ones.',
  });

export const unknownGroup = (most: number) =>
  new UserError('groups.unknown_group', {
    fr: `Ce groupe n’existe pas : ils vont de 1 à ${most}.`,
    en: `This group does not exist: they go from 1 to ${most}.`,
  });

export const notLearner = () =>
  new UserError('groups.not_learner', {
    fr: 'Cette personne n’est pas en formation dans cette promo. `/promo ajouter` l’y fait entrer ; ensuite, `/groupe deplacer` lui donne un groupe.',
    en: 'This person is not a learner of this promo. `/promo add` brings them in; then `/group move` gives them a group.',
  });

export const badDay = () =>
  new UserError('groups.bad_day', {
    fr: 'Écrivez un jour comme 20/01/2027 ou 20 janvier 2027.',
    en: 'Write a day like 20/01/2027 (day first) or 20 January 2027.',
  });

export const dayOutside = (last: Text) =>
  new UserError('groups.day_outside', {
    fr: `Le dernier jour va d’aujourd’hui au ${last.fr}, la fin de la promo.`,
    en: `The last day goes from today to ${last.en}, the end of the promo.`,
  });

export const badLines = (lines: readonly number[]) =>
  new UserError('groups.bad_lines', {
    fr: `À corriger, ligne${s(lines.length)} ${lines.slice(0, 10).join(', ')} : un nom de la liste, deux-points, un nombre.`,
    en: `Please correct line${plural(lines.length)} ${lines.slice(0, 10).join(', ')}: a name of the list, a colon, a number.`,
  });

export const tooLong = () =>
  new UserError('groups.too_long', {
    fr: 'Cette promo a trop de personnes pour ce formulaire. `/groupe deplacer` les place une par une.',
    en: 'This promo has too many people for this form. `/group move` places them one by one.',
  });
