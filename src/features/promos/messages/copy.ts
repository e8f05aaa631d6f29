import { type Text, UserError } from '../../../kernel/text.ts';
import type { Peak } from '../rules/budget.ts';

export const teamNames = {
  both: { fr: 'Même gestion, même équipe pédagogique', en: 'Same manager, same trainers' },
  manager: { fr: 'Même gestion, équipe à nommer', en: 'Same manager, trainers to be named' },
  none: { fr: 'Gérées par vous, équipe à nommer', en: 'Managed by you, trainers to be named' },
} as const satisfies Record<string, Text>;

/** What stands against a copy. */
export type CopyProblem = 'name_used' | 'twice' | 'bad_name' | 'past' | 'long' | 'order' | 'removed';

export const problemTexts = {
  name_used: { fr: 'ce nom est déjà pris', en: 'this name is taken' },
  twice: { fr: 'deux copies auraient ce nom', en: 'two copies would have this name' },
  bad_name: { fr: 'ce nom est trop long ou sans lettre', en: 'this name is too long or has no letter' },
  past: { fr: 'elle serait déjà terminée', en: 'it would be over already' },
  long: { fr: 'elle durerait plus de 3 ans', en: 'it would last more than 3 years' },
  order: { fr: 'ses dates ne se suivent pas', en: 'its dates are not in order' },
  removed: { fr: 'sa formation ou son campus n’existe plus', en: 'its course or campus does not exist any more' },
} as const satisfies Record<CopyProblem, Text>;

const plural = (count: number) => (count > 1 ? 's' : '');

export const text = {
  pick: (chosen: number): Text => ({
    fr: `Quelles promos copier à l’année suivante ? ${chosen === 0 ? 'Aucune n’est choisie pour le moment.' : `${chosen} choisie${plural(chosen)}.`}`,
    en: `Which promos are to be copied to the next year? ${chosen === 0 ? 'None is chosen yet.' : `${chosen} chosen.`}`,
  }),
  nothing: {
    fr: 'Aucune promo ne correspond. Un filtre de moins en montre d’autres.',
    en: 'No promo matches. One filter less shows others.',
  },
  begin: { fr: 'Copier à l’année suivante', en: 'Copy to the next year' },
  placeholder: { fr: 'Promos à copier', en: 'Promos to copy' },
  all: (count: number): Text => ({ fr: `Toutes (${count})`, en: `All (${count})` }),
  next: { fr: 'Continuer', en: 'Continue' },
  formTitle: { fr: 'Copier des promos', en: 'Copy promos' },
  weeks: { fr: 'Combien de semaines plus tard ?', en: 'How many weeks later?' },
  weeksHelp: {
    fr: '52 : un an plus tard, le même jour de la semaine',
    en: '52: a year later, on the same day of the week',
  },
  team: { fr: 'Qui les suit ?', en: 'Who goes with them?' },
  title: (count: number): Text => ({
    fr: count > 1 ? `Créer ces ${count} promos ?` : 'Créer cette promo ?',
    en: count === 1 ? 'Create this promo?' : `Create these ${count} promos?`,
  }),
  shift: (weeks: number): Text => ({
    fr: `Tout est déplacé de ${weeks} semaine${plural(weeks)} : les jours de la semaine restent les mêmes.`,
    en: `Everything moves by ${weeks} week${weeks === 1 ? '' : 's'}: the days of the week stay the same.`,
  }),
  budget: ({ channels, roles }: Peak, limits: { channels: number; roles: number }, day: Text): Text => ({
    fr: `Au plus, le ${day.fr}, le serveur aura ${channels} salons et catégories sur ${limits.channels}, et ${roles} rôles sur ${limits.roles}.`,
    en: `At most, on ${day.en}, the server will have ${channels} channels and categories of ${limits.channels}, and ${roles} roles of ${limits.roles}.`,
  }),
  tooFull: {
    fr: 'C’est plus que Discord ne permet : copiez moins de promos, ou supprimez ce qui ne sert plus.',
    en: 'That is more than Discord allows: copy fewer promos, or delete what is no longer used.',
  },
  problems: (count: number): Text => ({
    fr: `**${count > 1 ? `${count} promos posent` : '1 promo pose'} problème** : rien ne sera créé avant que ce soit réglé.`,
    en: `**${count === 1 ? '1 promo is' : `${count} promos are`} a problem**: nothing is created before that is settled.`,
  }),
  copyOf: (name: string): Text => ({ fr: `copie de ${name}`, en: `copy of ${name}` }),
  problem: (problem: Text): Text => ({ fr: `**Problème : ${problem.fr}**`, en: `**Problem: ${problem.en}**` }),
  rename: { fr: 'Changer un nom…', en: 'Change a name…' },
  renameTitle: { fr: 'Le nom de la copie', en: 'The name of the copy' },
  name: { fr: 'Nom de la promo', en: 'Name of the promo' },
  others: { fr: 'Choisir d’autres promos', en: 'Choose other promos' },
  confirm: (count: number): Text => ({
    fr: count > 1 ? `Créer les ${count} promos` : 'Créer la promo',
    en: count === 1 ? 'Create the promo' : `Create the ${count} promos`,
  }),
  created: (count: number): Text => ({
    fr: `${count > 1 ? `${count} promos sont créées` : 'La promo est créée'}. Chaque espace s’ouvrira le premier jour ; \`/promo liste\` les montre.`,
    en: `${count === 1 ? 'The promo is' : `${count} promos are`} created. Each space opens on its first day; \`/promo list\` shows them.`,
  }),
};

export const noneChosen = () =>
  new UserError('promos.none_chosen', {
    fr: 'Choisissez d’abord au moins une promo dans la liste.',
    en: 'First choose at least one promo in the list.',
  });

export const tooManyCopies = (max: number) =>
  new UserError('promos.too_many_copies', {
    fr: `On copie au plus ${max} promos à la fois. Filtrez par campus ou par formation, puis recommencez pour les autres.`,
    en: `At most ${max} promos are copied at a time. Filter by campus or course, then do the others.`,
  });

export const badWeeks = (max: number) =>
  new UserError('promos.bad_weeks', {
    fr: `Écrivez un nombre de semaines entre 1 et ${max}, par exemple 52.`,
    en: `Write a number of weeks between 1 and ${max}, for example 52.`,
  });

export const hasProblems = () =>
  new UserError('promos.copy_problems', {
    fr: 'Quelque chose a changé depuis l’aperçu, et rien n’a été créé. Recommencez avec `/promo copier`.',
    en: 'Something has changed since the preview, and nothing was created. Start again with `/promo copy`.',
  });
