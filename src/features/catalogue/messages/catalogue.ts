import { bold, escapeMarkdown, type Text, UserError } from '../../../kernel/text.ts';

export type EntryKind = 'campus' | 'course';

export const kindNames = {
  campus: { fr: 'campus', en: 'campus' },
  course: { fr: 'formation', en: 'course' },
} as const satisfies Record<EntryKind, Text>;

/** With its article, at the start of a sentence. */
const the = {
  campus: { fr: 'Le campus', en: 'The campus' },
  course: { fr: 'La formation', en: 'The course' },
} as const satisfies Record<EntryKind, Text>;
const done = (kind: EntryKind, verb: string): string => (kind === 'course' ? `${verb}e` : verb);

export const commandTexts = {
  campusAdd: {
    name: { en: 'campus add', fr: 'campus ajouter' },
    description: { fr: 'Ajouter un campus et son rôle Discord', en: 'Add a campus and its Discord role' },
  },
  campusRename: {
    name: { en: 'campus rename', fr: 'campus renommer' },
    description: { fr: 'Renommer un campus et son rôle Discord', en: 'Rename a campus and its Discord role' },
  },
  campusRemove: {
    name: { en: 'campus remove', fr: 'campus retirer' },
    description: { fr: 'Retirer un campus, après confirmation', en: 'Remove a campus, once confirmed' },
  },
  campusList: {
    name: { en: 'campus list', fr: 'campus liste' },
    description: { fr: 'Voir tous les campus', en: 'See all campuses' },
  },
  courseAdd: {
    name: { en: 'course add', fr: 'formation ajouter' },
    description: { fr: 'Ajouter une formation et son rôle Discord', en: 'Add a course and its Discord role' },
  },
  courseEdit: {
    name: { en: 'course edit', fr: 'formation modifier' },
    description: {
      fr: 'Changer le nom d’une formation ou dire si elle est diplômante',
      en: 'Change the name of a course or whether it leads to a diploma',
    },
  },
  courseRemove: {
    name: { en: 'course remove', fr: 'formation retirer' },
    description: { fr: 'Retirer une formation, après confirmation', en: 'Remove a course, once confirmed' },
  },
  courseList: {
    name: { en: 'course list', fr: 'formation liste' },
    description: { fr: 'Voir toutes les formations', en: 'See all courses' },
  },
} as const;

export const optionTexts = {
  name: { fr: 'nom', description: { fr: 'Le nom', en: 'The name' } },
  newName: { fr: 'nom', description: { fr: 'Le nouveau nom', en: 'The new name' } },
  campus: { fr: 'campus', description: { fr: 'Le campus', en: 'The campus' } },
  course: { fr: 'formation', description: { fr: 'La formation', en: 'The course' } },
  diploma: {
    fr: 'diplomante',
    description: {
      fr: 'Mène à un diplôme : ses espaces restent 90 jours au lieu de 30',
      en: 'Leads to a diploma: its spaces stay 90 days instead of 30',
    },
  },
} as const;

export const text = {
  feature: { fr: 'Campus, formations et modèles d’espaces', en: 'Campuses, courses and templates of spaces' },
  added: (kind: EntryKind, name: string): Text => ({
    fr: `${the[kind].fr} **${name}** est ${done(kind, 'ajouté')}. Son rôle Discord arrive dans un instant.`,
    en: `${the[kind].en} **${name}** is added. Its Discord role comes in a moment.`,
  }),
  changed: (kind: EntryKind, name: string): Text => ({
    fr: `${the[kind].fr} **${name}** est à jour, et son rôle Discord suit.`,
    en: `${the[kind].en} **${name}** is up to date, and its Discord role follows.`,
  }),
  removed: (kind: EntryKind, name: string): Text => ({
    fr: `${the[kind].fr} **${name}** est ${done(kind, 'retiré')}. Son rôle Discord est supprimé dans un instant.`,
    en: `${the[kind].en} **${name}** is removed. Its Discord role is deleted in a moment.`,
  }),
  confirmTitle: (kind: EntryKind, name: string): Text => ({
    fr: `Retirer ${kind === 'course' ? 'la formation' : 'le campus'} ${name} ?`,
    en: `Remove the ${kind} ${name}?`,
  }),
  confirmRole: (mention: string | null): Text => ({
    fr: mention
      ? `Le rôle ${mention} sera supprimé de Discord, et retiré aux personnes qui l’ont.`
      : 'Aucun rôle Discord à supprimer.',
    en: mention
      ? `The role ${mention} will be deleted from Discord, and taken from those who hold it.`
      : 'No Discord role to delete.',
  }),
  confirmPromos: (count: number): Text => ({
    fr:
      count === 0
        ? 'Aucune promo n’en dépend.'
        : `${count > 1 ? `${count} promos terminées ou annulées gardent` : '1 promo terminée ou annulée garde'} ce nom dans l’historique.`,
    en:
      count === 0
        ? 'No promo depends on it.'
        : `${count > 1 ? `${count} finished or cancelled promos keep` : '1 finished or cancelled promo keeps'} this name in the history.`,
  }),
  confirmTemplate: { fr: 'Son modèle d’espace ne servira plus.', en: 'Its template of a space will serve no more.' },
  remove: { fr: 'Retirer', en: 'Remove' },
  listTitle: (kind: EntryKind, count: number): Text => ({
    fr: kind === 'course' ? `Formations (${count})` : `Campus (${count})`,
    en: kind === 'course' ? `Courses (${count})` : `Campuses (${count})`,
  }),
  none: (kind: EntryKind): Text => ({
    fr: kind === 'course' ? 'Aucune formation. `/formation ajouter` en crée une.' : 'Aucun campus. `/campus ajouter` en crée un.',
    en: kind === 'course' ? 'No course yet. `/course add` makes one.' : 'No campus yet. `/campus add` makes one.',
  }),
  diploma: { fr: 'diplômante', en: 'diploma' },
  ownTemplate: { fr: 'modèle propre', en: 'own template' },
  noRole: { fr: 'rôle en cours de création', en: 'role being created' },
  promos: (count: number): Text => ({
    fr: `${count} promo${count > 1 ? 's' : ''} en cours`,
    en: `${count} running promo${count === 1 ? '' : 's'}`,
  }),
  page: (page: number, pages: number): Text => ({ fr: `Page ${page} sur ${pages}`, en: `Page ${page} of ${pages}` }),
  previous: { fr: 'Page précédente', en: 'Previous page' },
  next: { fr: 'Page suivante', en: 'Next page' },
  homeEmpty: {
    fr: 'Pour créer une promo, il faut d’abord un campus et une formation : `/campus ajouter`, puis `/formation ajouter`.',
    en: 'A promo needs a campus and a course first: `/campus add`, then `/course add`.',
  },
  homeCourses: { fr: 'Voir les formations et préparer leurs espaces.', en: 'See the courses and prepare their spaces.' },
  homeButton: { fr: 'Formations', en: 'Courses' },
  purpose: {
    fr: 'Aucune donnée personnelle : seulement des noms de campus et de formations.',
    en: 'No personal data: only names of campuses and courses.',
  },
  retention: { fr: 'Sans objet.', en: 'Not applicable.' },
};

export const badName = (limit: number) =>
  new UserError('catalogue.bad_name', {
    fr: `Ce nom ne convient pas : il faut au moins une lettre ou un chiffre, et ${limit} caractères au plus.`,
    en: `This name will not do: it needs at least one letter or digit, and at most ${limit} characters.`,
  });

export const nameUsed = (kind: EntryKind, name: string) =>
  new UserError('catalogue.name_used', {
    fr: `Il y a déjà ${kind === 'course' ? 'une formation' : 'un campus'} de ce nom : ${bold(name)}. Choisissez-en un autre.`,
    en: `There is already a ${kind} of that name: ${bold(name)}. Choose another one.`,
  });

export const unknownEntry = (kind: EntryKind) =>
  new UserError('catalogue.unknown', {
    fr:
      kind === 'course'
        ? 'Cette formation n’existe pas, ou n’existe plus. `/formation liste` montre celles qui existent.'
        : 'Ce campus n’existe pas, ou n’existe plus. `/campus liste` montre ceux qui existent.',
    en:
      kind === 'course'
        ? 'This course does not exist, or no longer does. `/course list` shows those that do.'
        : 'This campus does not exist, or no longer does. `/campus list` shows those that do.',
  });

export const inUse = (kind: EntryKind, names: readonly string[], count: number) =>
  new UserError('catalogue.in_use', {
    fr: `${the[kind].fr} sert à ${count > 1 ? `${count} promos` : '1 promo'} : ${names.map(escapeMarkdown).join(', ')}${count > names.length ? '…' : ''}. Rien n’a changé ; attendez leur fin, ou annulez-les d’abord.`,
    en: `${the[kind].en} serves ${count > 1 ? `${count} promos` : '1 promo'}: ${names.map(escapeMarkdown).join(', ')}${count > names.length ? '…' : ''}. Nothing has changed; wait for their end, or cancel them first.`,
  });

export const nothingToChange = () =>
  new UserError('catalogue.nothing_to_change', {
    fr: 'Donnez un nouveau nom, ou dites si la formation est diplômante.',
    en: 'Give a new name, or say whether the course leads to a diploma.',
  });
