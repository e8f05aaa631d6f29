import { bold, type Text, UserError } from '../../../kernel/text.ts';

const parts = {
  name: { fr: 'le nom', en: 'the name' },
  manager: { fr: 'la gestion de projet', en: 'the project manager' },
  trainers: { fr: 'l’équipe pédagogique', en: 'the trainers' },
} as const satisfies Record<string, Text>;

/** What an edit may change. */
export type Edited = keyof typeof parts;

const list = (edited: readonly Edited[], locale: 'fr' | 'en'): string =>
  new Intl.ListFormat(locale).format(edited.map((part) => parts[part][locale]));

export const text = {
  edit: { fr: 'Modifier', en: 'Edit' },
  title: { fr: 'Modifier une promo', en: 'Edit a promo' },
  name: { fr: 'Nom de la promo', en: 'Name of the promo' },
  nameHelp: {
    fr: 'Le rôle, la catégorie et les salons qui le portent changent avec lui',
    en: 'The role, category and channels that bear it change with it',
  },
  manager: { fr: 'Gestion de projet', en: 'Project manager' },
  managerHelp: { fr: 'Une personne de l’équipe du centre', en: 'A member of the staff' },
  trainers: { fr: 'Équipe pédagogique', en: 'Trainers' },
  changed: (name: string, edited: readonly Edited[]): Text => ({
    fr: `**${name}** est à jour : ${list(edited, 'fr')}. Les salons et les rôles suivent dans un instant.`,
    en: `**${name}** is up to date: ${list(edited, 'en')}. The channels and roles follow in a moment.`,
  }),
  orphans: (names: readonly string[], total: number): Text => ({
    fr: `${total > 1 ? `${total} promos n’ont plus personne pour les gérer` : 'Une promo n’a plus personne pour la gérer'} : ${names.map((name) => `**${name}**`).join(', ')}${total > names.length ? '…' : ''}. Nommez quelqu’un de l’équipe du centre.`,
    en: `${total === 1 ? 'A promo has' : `${total} promos have`} nobody to manage ${total === 1 ? 'it' : 'them'} any more: ${names.map((name) => `**${name}**`).join(', ')}${total > names.length ? '…' : ''}. Name a member of the staff.`,
  }),
  choose: { fr: 'Nommer quelqu’un pour…', en: 'Name somebody for…' },
  noOrphans: { fr: 'Chaque promo a quelqu’un pour la gérer.', en: 'Every promo has somebody to manage it.' },
  homeOrphans: (count: number): Text => ({
    fr: count > 1 ? `${count} promos n’ont personne pour les gérer.` : 'Une promo n’a personne pour la gérer.',
    en: count === 1 ? 'A promo has nobody to manage it.' : `${count} promos have nobody to manage them.`,
  }),
};

export const nothingToChange = () =>
  new UserError('promos.nothing_to_change', {
    fr: 'Rien ne change. Remplissez `nom` ou `gestion`, ou ouvrez la promo avec `/promo voir` et le bouton *Modifier*.',
    en: 'Nothing changes. Fill in `name` or `manager`, or open the promo with `/promo show` and the button *Edit*.',
  });

export const notEditable = (name: string) =>
  new UserError('promos.not_editable', {
    fr: `${bold(name)} est archivée ou annulée : elle ne change plus.`,
    en: `${bold(name)} is archived or cancelled: it does not change any more.`,
  });

export const learnsHere = (who: string, name: string) =>
  new UserError('promos.learns_here', {
    fr: `${who} est en formation dans ${bold(name)} : retirez d’abord cette personne avec \`/promo retirer\`.`,
    en: `${who} learns in ${bold(name)}: take this person out first with \`/promo remove\`.`,
  });
