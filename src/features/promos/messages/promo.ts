import { type Text, UserError } from '../../../kernel/text.ts';
import type { State } from '../rules/life.ts';

/** A day of the calendar as people read it: *lundi 12 janvier 2027*. `day` is `2027-01-12`. */
export function promoDay(day: string): Text {
  const at = new Date(`${day}T00:00:00Z`);
  const format = (locale: string) =>
    new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
      at,
    );
  return { fr: format('fr-FR').replace(' 1 ', ' 1er '), en: format('en-GB') };
}

/** The same without the day of the week, for lists: *12 janvier 2027*. */
export function shortDay(day: string): Text {
  const at = new Date(`${day}T00:00:00Z`);
  const format = (locale: string) =>
    new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(at);
  return { fr: format('fr-FR').replace(/^1 /, '1er '), en: format('en-GB') };
}

/** The order in which filters number them, from 1. */
export const stateNames = {
  planned: { fr: 'À venir', en: 'Planned' },
  active: { fr: 'En cours', en: 'Running' },
  ended: { fr: 'Terminée', en: 'Ended' },
  archived: { fr: 'Archivée', en: 'Archived' },
  cancelled: { fr: 'Annulée', en: 'Cancelled' },
} as const satisfies Record<State, Text>;

const people = (learners: number, trainers: number): Text => ({
  fr: `${learners} en formation, ${trainers} dans l’équipe pédagogique`,
  en: `${learners} learner${learners === 1 ? '' : 's'}, ${trainers} trainer${trainers === 1 ? '' : 's'}`,
});

export const text = {
  feature: { fr: 'Promos : de leur création aux alumni', en: 'Promos: from their creation to alumni' },
  people,
  learners: (count: number): Text => ({ fr: `${count} en formation`, en: `${count} learner${count === 1 ? '' : 's'}` }),
  state: { fr: 'État', en: 'State' },
  course: { fr: 'Formation', en: 'Course' },
  campus: { fr: 'Campus', en: 'Campus' },
  dates: { fr: 'Dates', en: 'Dates' },
  fromTo: (start: Text, end: Text): Text => ({ fr: `du ${start.fr} au ${end.fr}`, en: `from ${start.en} to ${end.en}` }),
  manager: { fr: 'Gestion de projet', en: 'Project manager' },
  noManager: { fr: 'personne', en: 'nobody' },
  trainers: { fr: 'Équipe pédagogique', en: 'Trainers' },
  headcount: { fr: 'Effectif', en: 'People' },
  progress: { fr: 'Avancement', en: 'Progress' },
  progressOf: (share: number, day: number, days: number): Text => ({
    fr: `${Math.round(share * 100)} % (jour ${day} sur ${days})`,
    en: `${Math.round(share * 100)}% (day ${day} of ${days})`,
  }),
  deletedOn: { fr: 'Espace supprimé le', en: 'Space deleted on' },
  remote: { fr: 'à distance', en: 'at a distance' },
  locked: { fr: 'silence : les personnes en formation ne peuvent que lire', en: 'silence: learners can only read' },
  unfinished: {
    fr: 'L’espace n’est pas complet : le salon des alertes dit ce qui manque.',
    en: 'The space is not complete: the alerts channel says what is missing.',
  },
  roster: { fr: 'Liste des personnes', en: 'Roster' },
  rosterTitle: (name: string): Text => ({ fr: `Les personnes de ${name}`, en: `People of ${name}` }),
  rosterEmpty: {
    fr: 'Personne pour le moment. `/promo ajouter` fait entrer quelqu’un.',
    en: 'Nobody yet. `/promo add` brings somebody in.',
  },
  learner: { fr: 'en formation', en: 'learner' },
  trainer: { fr: 'équipe pédagogique', en: 'trainer' },
  hasLeft: { fr: 'a quitté le serveur', en: 'left the server' },
  unnamed: { fr: 'identité à confirmer', en: 'identity to be confirmed' },
  export: { fr: 'Exporter (CSV)', en: 'Export (CSV)' },
  exported: (name: string, count: number): Text => ({
    fr: `La liste de **${name}** : ${count} personne${count > 1 ? 's' : ''}. Ce fichier contient des données personnelles ; ne le partagez qu’avec qui en a besoin.`,
    en: `The roster of **${name}**: ${count} ${count === 1 ? 'person' : 'people'}. This file holds personal data; share it only with those who need it.`,
  }),
  columns: {
    fr: ['Nom', 'Prénom', 'E-mail', 'Rôle', 'Depuis', 'Discord'],
    en: ['Last name', 'First name', 'E-mail', 'Role', 'Since', 'Discord'],
  },
  listTitle: (total: number): Text => ({
    fr: `${total} promo${total > 1 ? 's' : ''}`,
    en: `${total} promo${total === 1 ? '' : 's'}`,
  }),
  listEmpty: {
    fr: 'Aucune promo ne correspond. `/promo creer` en crée une ; un filtre de moins en montre d’autres.',
    en: 'No promo matches. `/promo create` makes one; one filter less shows others.',
  },
  open: { fr: 'Ouvrir une promo…', en: 'Open a promo…' },
  page: (page: number, pages: number): Text => ({ fr: `Page ${page} sur ${pages}`, en: `Page ${page} of ${pages}` }),
  previous: { fr: 'Page précédente', en: 'Previous page' },
  next: { fr: 'Page suivante', en: 'Next page' },
  lock: { fr: 'Faire silence', en: 'Silence' },
  unlock: { fr: 'Lever le silence', en: 'Lift the silence' },
  check: { fr: 'Vérifier l’espace', en: 'Check the space' },
  undo: { fr: 'Revenir en arrière', en: 'Undo' },
  homeCreate: { fr: 'Créer une promo, en trois réponses.', en: 'Create a promo, in three answers.' },
  create: { fr: 'Créer une promo', en: 'Create a promo' },
  homeList: { fr: 'Voir les promos et choisir celles que vous suivez.', en: 'See the promos and choose those that you follow.' },
  list: { fr: 'Les promos', en: 'Promos' },
  homeMine: (count: number): Text => ({
    fr: count > 1 ? `Vous êtes dans ${count} promos.` : 'Voir votre promo.',
    en: count > 1 ? `You are in ${count} promos.` : 'See your promo.',
  }),
  place: (part: 'learner' | 'trainer' | 'manager', name: string, state: Text): Text =>
    ({
      learner: { fr: `En formation : **${name}** (${state.fr})`, en: `Learner in **${name}** (${state.en})` },
      trainer: { fr: `Équipe pédagogique : **${name}** (${state.fr})`, en: `Trainer of **${name}** (${state.en})` },
      manager: { fr: `Gère **${name}** (${state.fr})`, en: `Manages **${name}** (${state.en})` },
    })[part],
  mine: { fr: 'Mes promos', en: 'My promos' },
  mineEmpty: { fr: 'Vous n’êtes dans aucune promo en ce moment.', en: 'You are in no promo at the moment.' },
  view: { fr: 'Choisir ce que je vois', en: 'Choose what I see' },
  viewTitle: {
    fr: 'Choisissez les promos dont vous voulez voir les salons. Celles que vous gérez restent toujours visibles.',
    en: 'Choose the promos whose channels you want to see. Those that you manage always stay in sight.',
  },
  viewPlaceholder: { fr: 'Promos à suivre', en: 'Promos to follow' },
  viewEmpty: { fr: 'Aucune promo n’a d’espace pour le moment.', en: 'No promo has a space at the moment.' },
  viewManaged: { fr: 'vous la gérez', en: 'you manage it' },
  viewed: (count: number): Text => ({
    fr:
      count === 0
        ? 'Rien n’a changé.'
        : `C’est enregistré : ${count} promo${count > 1 ? 's' : ''} de plus ou de moins. Les salons suivent dans un instant.`,
    en:
      count === 0
        ? 'Nothing has changed.'
        : `Saved: ${count} promo${count > 1 ? 's' : ''} more or less. The channels follow in a moment.`,
  }),
  purpose: {
    fr: 'Savoir qui est dans quelle promo, ouvrir les bons espaces, et garder la trace des parcours.',
    en: 'Know who is in which promo, open the right spaces, and keep the record of people’s paths.',
  },
  retention: {
    fr: 'Pendant la promo, puis 3 ans après la suppression de son espace. Un choix en attente de confirmation : 24 heures.',
    en: 'During the promo, then 3 years after its space is deleted. A choice that waits to be confirmed: 24 hours.',
  },
};

export const unknownPromo = () =>
  new UserError('promos.unknown', {
    fr: 'Cette promo n’existe pas. `/promo liste` montre celles qui existent.',
    en: 'This promo does not exist. `/promo list` shows those that do.',
  });

export const notYours = () =>
  new UserError('promos.not_yours', {
    fr: 'Cette promo n’est pas la vôtre : seules son équipe et l’équipe du centre y ont accès.',
    en: 'This promo is not yours: only its team and the staff have access to it.',
  });
